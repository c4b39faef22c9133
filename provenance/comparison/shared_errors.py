"""Readings that two texts share against a third: the errors that show kinship."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provenance.alignment.differences import differences
from provenance.comparison.prose import heads
from provenance.model.alignments import Difference, DifferenceKind, SharedPassage
from provenance.model.names import fold_text
from provenance.model.origins import Evidence, FamilyEvidence
from provenance.model.spans import Span

_TELLING = (
    DifferenceKind.NUMBER,
    DifferenceKind.DATE,
    DifferenceKind.NAME,
    DifferenceKind.NEGATION,
    DifferenceKind.WORDING,
)
"""Differences that somebody made; spelling and order may come twice by themselves."""
LEAST_WORDINGS = 3
"""Shared wordings that show kinship where no number, date, name or negation does: two writers may
well hit upon one and the same other word."""
MOST_UNLIKE = 4
"""Words that one reading of a place may have more than another."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two texts and the passages they share."""

    left: str
    right: str
    passages: tuple[SharedPassage, ...]

    @property
    def pair(self) -> tuple[str, str]:
        return self.left, self.right


@dataclass(frozen=True, slots=True)
class _Reading:
    """Where a text reads otherwise than a witness."""

    here: Span
    there: Span
    """In the witness."""
    mine: str
    """Folded."""
    theirs: str
    kind: DifferenceKind


Readings = Mapping[tuple[str, str], Sequence[_Reading]]
"""By text and witness."""


def shared_errors(
    texts: Mapping[str, str], meetings: Sequence[Meeting]
) -> dict[tuple[str, str], tuple[FamilyEvidence, ...]]:
    """For each pair, the readings both have against a third text, and no other text has."""
    neighbours: dict[str, set[str]] = {}
    for meeting in meetings:
        neighbours.setdefault(meeting.left, set()).add(meeting.right)
        neighbours.setdefault(meeting.right, set()).add(meeting.left)
    readings: dict[tuple[str, str], Sequence[_Reading]] = {}
    for meeting in meetings:
        # Only where a third text meets both is there anything to agree against.
        if neighbours[meeting.left] & neighbours[meeting.right]:
            found = _readings(texts, meeting)
            readings[meeting.left, meeting.right] = found
            readings[meeting.right, meeting.left] = [_turned(reading) for reading in found]
    folded = {id_: f" {fold_text(texts[id_])} " for id_ in sorted(texts)} if readings else {}
    errors: dict[tuple[str, str], tuple[FamilyEvidence, ...]] = {}
    for meeting in meetings:
        others = [text for id_, text in folded.items() if id_ not in meeting.pair]
        shared = [
            (reading.kind, evidence)
            for reading, evidence in _against_others(meeting, texts, readings, neighbours)
            if not any(f" {reading.mine} " in text for text in others)
        ]
        is_firm = any(kind is not DifferenceKind.WORDING for kind, _ in shared)
        if is_firm or len(shared) >= LEAST_WORDINGS:
            errors[meeting.pair] = tuple(evidence for _, evidence in shared)
    return errors


def _readings(texts: Mapping[str, str], meeting: Meeting) -> list[_Reading]:
    found: list[_Reading] = []
    titles = heads(texts[meeting.left]), heads(texts[meeting.right])
    for passage in meeting.passages:
        left = passage.left.of(texts[meeting.left])
        right = passage.right.of(texts[meeting.right])
        for difference in differences(left, right):
            kind = _told_as(difference, left, right)
            if kind not in _TELLING or not len(difference.left) or not len(difference.right):
                continue
            if not _is_one_reading(difference.left.of(left), difference.right.of(right)):
                continue
            here = _moved(difference.left, passage.left.start)
            there = _moved(difference.right, passage.right.start)
            if any(map(here.overlaps, titles[0])) or any(map(there.overlaps, titles[1])):
                continue
            found.append(
                _Reading(
                    here,
                    there,
                    fold_text(difference.left.of(left)),
                    fold_text(difference.right.of(right)),
                    kind,
                )
            )
    return found


def _is_one_reading(left: str, right: str) -> bool:
    """Whether the one may stand for the other: a headline is no reading of a letter's opening."""
    return abs(len(left.split()) - len(right.split())) <= MOST_UNLIKE


def _told_as(difference: Difference, left: str, right: str) -> DifferenceKind:
    """What a difference is about; a capital word spelt otherwise is a name garbled."""
    words = difference.left.of(left), difference.right.of(right)
    if difference.kind is DifferenceKind.SPELLING and all(w[:1].isupper() for w in words):
        return (
            DifferenceKind.NAME if fold_text(words[0]) != fold_text(words[1]) else difference.kind
        )
    return difference.kind


def _against_others(
    meeting: Meeting,
    texts: Mapping[str, str],
    readings: Readings,
    neighbours: Mapping[str, set[str]],
) -> list[tuple[_Reading, FamilyEvidence]]:
    """What both read alike, once, where a third text has something else."""
    found: dict[tuple[Span, Span], tuple[_Reading, FamilyEvidence]] = {}
    for third in sorted(neighbours[meeting.left] & neighbours[meeting.right]):
        theirs = {
            (reading.there, reading.mine): reading for reading in readings[meeting.right, third]
        }
        for reading in readings[meeting.left, third]:
            other = theirs.get((reading.there, reading.mine))
            if other is None:
                continue
            why = (
                f"both read “{_on_one_line(reading.here, texts[meeting.left])}” where {third} has "
                f"“{_on_one_line(reading.there, texts[third])}”, and no other source does"
            )
            evidence = FamilyEvidence(Evidence.ERROR, reading.here, other.here, 0, 0, why)
            found.setdefault((reading.here, other.here), (reading, evidence))
    return [found[places] for places in sorted(found)]


def _on_one_line(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _turned(reading: _Reading) -> _Reading:
    return _Reading(reading.there, reading.here, reading.theirs, reading.mine, reading.kind)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
