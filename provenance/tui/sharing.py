"""What two sources share, ready to be drawn: how much it is, and each passage as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.model.alignments import DifferenceKind, Run
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.rendering.alignment_in_words import passage_in_words
from provenance.rendering.statements_in_words import counted
from provenance.tui.passages import Excerpt, PassageRow, Side, rows_of
from provenance.tui.passages import Part as Stretch

if TYPE_CHECKING:
    from provenance.alignment.shared import ComparedPassage

_LONGEST = 600
"""Characters that fared alike and are shown whole; of more, the beginning and the end."""
_EITHER_END = 240
_RUNS_IN_A_PART = 200
"""Shown at once: a whole book in another may hold tens of thousands."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of a source stands in another."""

    passages: int
    words: int
    """Of the source itself, in those passages."""
    share: float
    """Of its characters, from 0 to 1."""


def overlap(found: Sequence[ComparedPassage], document: Document) -> Overlap:
    """How much of `document`, the left one, is in the passages."""
    characters, end = 0, 0
    for span in sorted(each.passage.left for each in found):
        # Passages may overlap on one side: what two of them hold counts once.
        characters += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    words = sum(each.passage.left_words for each in found)
    return Overlap(len(found), words, characters / max(1, len(document.text.strip())))


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown at once: a shared passage, or a piece of a very long one."""

    whole: ComparedPassage
    passage: int
    """The number of the passage, from 1."""
    number: int
    """Of this piece, from 1."""
    pieces: int
    left: Span
    right: Span
    runs: tuple[Run, ...]
    """Counted in the piece."""


def parts(found: Sequence[ComparedPassage]) -> tuple[Part, ...]:
    """All passages in order, the very long ones in pieces that leave nothing out."""
    return tuple(part for number, each in enumerate(found, 1) for part in _pieces(each, number))


def _pieces(found: ComparedPassage, passage: int) -> Iterator[Part]:
    ours, theirs = found.passage.left, found.passage.right
    firsts = range(_RUNS_IN_A_PART, len(found.runs), _RUNS_IN_A_PART)
    cuts = [
        (0, 0, 0),
        *((first, found.runs[first].left.start, found.runs[first].right.start) for first in firsts),
        (len(found.runs), len(ours), len(theirs)),
    ]
    for number, ((first, left, right), (last, left_end, right_end)) in enumerate(pairwise(cuts), 1):
        yield Part(
            found,
            passage,
            number,
            len(cuts) - 1,
            Span(ours.start + left, ours.start + left_end),
            Span(theirs.start + right, theirs.start + right_end),
            tuple(_from(run, left, right) for run in found.runs[first:last]),
        )


def _from(run: Run, left: int, right: int) -> Run:
    """The run, counted from further on."""
    return replace(
        run,
        left=Span(run.left.start - left, run.left.end - left),
        right=Span(run.right.start - right, run.right.end - right),
    )


def part_rows(part: Part, left: Document, right: Document) -> tuple[PassageRow, ...]:
    """The rows of what is shown at once; a long stretch of the same by its two ends."""
    rows = rows_of(part.runs, _whole(part.left, left), _whole(part.right, right))
    return tuple(
        replace(row, left=_shortened(row.left), right=_shortened(row.right)) for row in rows
    )


def _whole(span: Span, document: Document) -> Excerpt:
    return Excerpt(document, span, Span(span.start, span.start))


def _shortened(side: Side | None) -> Side | None:
    if side is None:
        return None
    return replace(side, parts=tuple(map(_shortened_stretch, side.parts)))


def _shortened_stretch(part: Stretch) -> Stretch:
    left_out = len(part.text) - 2 * _EITHER_END
    if len(part.text) <= _LONGEST:
        return part
    gap = f" [… {left_out:,} characters …] "
    return replace(part, text=part.text[:_EITHER_END] + gap + part.text[-_EITHER_END:])


def told(found: ComparedPassage) -> Iterator[str]:
    """What is said below a passage: its kind, and what its differences are about."""
    yield passage_in_words(found.passage)
    kinds = Counter(run.kind for run in found.runs if run.kind)
    named = ", ".join(
        f"{kinds[kind]} {kind.value.replace('-', ' ')}" for kind in DifferenceKind if kinds[kind]
    )
    total = sum(kinds.values())
    yield f"{counted(total, 'difference')}: {named}" if total else "no word differs"
