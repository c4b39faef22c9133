"""Which of two kindred texts seems to have copied the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from provenance.comparison.shared_errors import Meeting
from provenance.model.origins import Direction
from provenance.model.sources import Source

_MUCH_MORE = 1.5
"""How many times more text one must have for the other to look like a cut of it."""
_MOSTLY = 0.8
"""Share of a text that must stand in the other for it to look like a cut."""


Quoted = Callable[[str, int], bool]
"""Whether a place of a text, told by the text's id, stands in quotation marks there."""


def direction(
    meeting: Meeting,
    counts: Mapping[str, int],
    sources: Mapping[str, Source],
    quoted: Quoted,
) -> tuple[Direction, str]:
    """A proposal with its reasons: dates, quotation marks, and which text has more.

    `counts` are the words of each text; `quoted` tells whether a place of one is quoted there.
    Where the signs point both ways, it stays open.
    """
    signs = [
        *_by_date(sources[meeting.left], sources[meeting.right]),
        *_by_marks(meeting, quoted),
        *_by_length(meeting, counts),
    ]
    ways = {way for way, _ in signs}
    why = "; ".join(reason for _, reason in signs) or "nothing tells which came first"
    return (ways.pop() if len(ways) == 1 else Direction.OPEN), why


def _by_date(left: Source, right: Source) -> list[tuple[Direction, str]]:
    one, other = left.issued, right.issued
    if one is None or other is None:
        return []
    if one.latest and other.earliest and one.latest < other.earliest:
        return [(Direction.LEFT_FIRST, f"{left.id} is dated before {right.id}")]
    if other.latest and one.earliest and other.latest < one.earliest:
        return [(Direction.RIGHT_FIRST, f"{right.id} is dated before {left.id}")]
    return []


def _by_marks(meeting: Meeting, quoted: Quoted) -> list[tuple[Direction, str]]:
    """Who puts in quotation marks what the other says in its own voice has it from there."""
    left = right = 0
    for passage in meeting.passages:
        in_left = quoted(meeting.left, passage.left.start)
        in_right = quoted(meeting.right, passage.right.start)
        left += in_left and not in_right
        right += in_right and not in_left
    if left > right:
        return [(Direction.RIGHT_FIRST, f"{meeting.left} has it in quotation marks")]
    if right > left:
        return [(Direction.LEFT_FIRST, f"{meeting.right} has it in quotation marks")]
    return []


def _by_length(meeting: Meeting, counts: Mapping[str, int]) -> list[tuple[Direction, str]]:
    left, right = (counts[id_] for id_ in meeting.pair)
    in_left = sum(passage.left_words for passage in meeting.passages)
    in_right = sum(passage.right_words for passage in meeting.passages)
    if left > _MUCH_MORE * right and in_right > _MOSTLY * right:
        return [(Direction.LEFT_FIRST, f"{meeting.left} has all of {meeting.right}, and more")]
    if right > _MUCH_MORE * left and in_left > _MOSTLY * left:
        return [(Direction.RIGHT_FIRST, f"{meeting.right} has all of {meeting.left}, and more")]
    return []
