"""The numbers of a draft's markers and notes: which come twice, out of their order, or not at all.

Where numbering begins anew (at a chapter), each run is looked at by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerKind, Note
from provenance.model.spans import Span

_REUSED_AT_MOST = 0.05
"""A draft that points to more of its notes twice does so on purpose, as numbered references do."""
_WRITTEN_OUT = ("md", "tex")
"""Formats whose notes may stand anywhere: only the order of their markers is seen by a reader."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A marker or note whose number does not follow from those around it."""

    item: Marker | Note
    last: str
    """The last number of those that stand together and are misplaced together."""
    before: str
    """The number before them, "" where they are the first."""
    after: str
    missing: tuple[int, int] | None = None
    """The first and last number that is missing before it; None where it is itself misplaced."""


def note_markers(document: Document) -> tuple[Marker, ...]:
    """The markers of notes, in the order of the text."""
    found = (m for m in document.markers if m.kind is MarkerKind.NOTE)
    return tuple(sorted(found, key=lambda marker: marker.span))


def notes_numbered_alike(document: Document) -> Iterator[tuple[Note, Note]]:
    """Notes whose number an earlier note of the same run has, each with that note."""
    seen: dict[tuple[int, str], Note] = {}
    last: Note | None = None
    for note in document.notes:
        first = seen.get((note.series, note.label))
        if first is None and last is not None and note.series != last.series:
            # Readers take a number that comes again for a new run; one that begins anew has a 1.
            is_anew = note.label in ("1", "i") or not note.label.isdecimal()
            first = None if is_anew else seen.get((last.series, note.label))
        if first is not None:
            yield note, first
        seen.setdefault((note.series, note.label), note)
        last = note


def numbers_again(document: Document) -> Iterator[tuple[Note, Span]]:
    """Notes of a plain text within which a line begins with the note's own number once more."""
    if document.format != "txt":
        return
    for note in document.notes:
        label = re.escape(note.label)
        again = re.compile(rf"^[ \t]*(?:\[{label}\]|{label}[.)])[ \t]+(?=\S)", re.MULTILINE)
        for match in again.finditer(document.text, note.span.start + 1, note.span.end):
            yield note, Span(match.start(), note.span.end)


def markers_numbered_alike(document: Document) -> tuple[tuple[Marker, Marker], ...]:
    """Markers that bear the number of an earlier one, each with that one; () where it is the
    draft's manner to point to a note more than once.
    """
    found: list[tuple[Marker, Marker]] = []
    total = 0
    for run in _runs(document):
        first: dict[str, Marker] = {}
        for marker in run:
            total += 1
            if marker.label in first and marker.label.isalnum():
                found.append((marker, first[marker.label]))
            first.setdefault(marker.label, marker)
    return tuple(found) if len(found) <= max(1, _REUSED_AT_MOST * total) else ()


def misplaced_markers(document: Document) -> Iterator[Misplaced]:
    """Markers out of order, and markers before which a number is missing."""
    known = {(note.series, note.label) for note in document.notes}
    series = {note.id: note.series for note in document.notes}
    for run in _runs(document):
        numbered: dict[str, Marker] = {}
        for marker in run:
            if marker.label.isdecimal():
                numbered.setdefault(marker.label, marker)
        of = next((series[m.note] for m in run if m.note in series), 1)
        labels = {label for number, label in known if number == of} | set(numbered)
        for found in _misplaced(list(numbered.values()), labels):
            # A number that no note has is told as a marker without a note.
            if not (found.missing and known and isinstance(found.item, Marker)) or found.item.note:
                yield found


def misplaced_notes(document: Document) -> Iterator[Misplaced]:
    """Notes out of order, where the draft lists its notes for the reader to see."""
    if document.format in _WRITTEN_OUT:
        return
    runs: dict[int, list[Note]] = {}
    for note in document.notes:
        if note.label.isdecimal():
            runs.setdefault(note.series, []).append(note)
    for notes in runs.values():
        labels = {note.label for note in notes}
        yield from (m for m in _misplaced(notes, labels) if m.missing is None)


def _runs(document: Document) -> list[list[Marker]]:
    """Markers in order, parted where the numbering of their notes begins anew."""
    series = {note.id: note.series for note in document.notes}
    runs: list[list[Marker]] = []
    current: int | None = None
    last = 0
    for marker in note_markers(document):
        number = int(marker.label) if marker.label.isdecimal() else None
        own = series.get(marker.note or "", current)
        is_anew = own != current if own is not None and current is not None else False
        comes_again = bool(runs) and last > 1 and any(m.label == "1" for m in runs[-1])
        is_pointed_to_again = marker.note is not None and any(
            marker.note == earlier.note for run in runs for earlier in run
        )
        if not runs or (number == 1 and not is_pointed_to_again and (is_anew or comes_again)):
            runs.append([])
        runs[-1].append(marker)
        current = own
        last = number if number is not None else last
    return runs


def _misplaced(items: Sequence[Marker | Note], known: set[str]) -> Iterator[Misplaced]:
    kept = _longest_rise([int(item.label) for item in items])
    for group in _together(items, kept):
        first, last = items[group[0]], items[group[-1]]
        before = items[group[0] - 1].label if group[0] else ""
        after = items[group[-1] + 1].label if group[-1] + 1 < len(items) else ""
        if group[0] not in kept:
            yield Misplaced(first, last.label, before, after)
            continue
        lower = [int(items[at].label) for at in kept if at < group[0]]
        rise = range(max(lower) + 1, int(first.label)) if lower else range(0)
        lost = [number for number in rise if str(number) not in known]
        if lost:
            yield Misplaced(first, last.label, before, after, (lost[0], lost[-1]))


def _together(items: Sequence[Marker | Note], kept: set[int]) -> list[list[int]]:
    """Places, each by itself; those that are misplaced and follow one another, together."""
    groups: list[list[int]] = []
    for place, item in enumerate(items):
        follows = place > 0 and int(item.label) == int(items[place - 1].label) + 1
        if follows and place not in kept and place - 1 not in kept:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The places of the longest rising series: what is not in it stands out of order."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        if at == len(tails):
            tails.append(number)
            ends.append(place)
        else:
            tails[at], ends[at] = number, place
        previous.append(ends[at - 1] if at else -1)
    chosen: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        chosen.add(place)
        place = previous[place]
    return chosen
