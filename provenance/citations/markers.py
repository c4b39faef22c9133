"""Markers and notes of a plain text, however its superscripts were damaged.

Markers are fused to words and dates, set apart, lost or doubled; paragraph numbers stand among
them; notes are listed behind the text or run into it. Every number is weighed by its surroundings
(`labels`), the best increasing series is taken (`sequence`), and bodies are told from text
(`bodies`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.citations.bodies import Body, BodyList, body_lists, notes_among, run_in_body
from provenance.citations.labels import Candidate, candidates
from provenance.citations.sequence import NOTE_STEPS, PARAGRAPH_STEPS, best_series
from provenance.model.notes import Marker, MarkerKind, Note
from provenance.model.spans import Span


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """What a text has of markers and notes, tied to one another."""

    markers: tuple[Marker, ...]
    """Of notes and of paragraphs, in the order of the text."""
    notes: tuple[Note, ...]
    """In the order of the text, without citations yet."""


def find_markers(text: str) -> FoundNotes:
    """The markers, paragraph numbers and note bodies of a text that has no structure to say so.

    A marker whose body is missing points to no note; a body whose marker is missing is still a
    note.
    """
    numbers = candidates(text)
    listed = _accepted_lists(text, numbers)
    outside = _outside(numbers, [span for part in listed for span in part.spans])
    run_in = [body for number in outside if (body := run_in_body(text, number)) is not None]
    outside = _outside(outside, [Span(b.label.start, b.span.end) for b in run_in])
    notes = _note_series(outside)
    taken = {number.span for number in notes}
    paragraphs = _paragraph_series([n for n in outside if n.span not in taken])
    bodies = [body for part in listed for body in part.bodies] + run_in
    return _tie(notes, paragraphs, sorted(bodies, key=lambda body: body.label))


def _outside(numbers: Iterable[Candidate], regions: Sequence[Span]) -> list[Candidate]:
    ordered = sorted(regions)
    starts = [region.start for region in ordered]

    def is_outside(number: Candidate) -> bool:
        place = bisect_right(starts, number.span.start) - 1
        return place < 0 or number.span.start >= ordered[place].end

    return [number for number in numbers if is_outside(number)]


def _note_series(numbers: Sequence[Candidate]) -> list[Candidate]:
    chosen = best_series([n.value for n in numbers], [n.as_note for n in numbers], NOTE_STEPS)
    return [numbers[i] for i in chosen]


def _paragraph_series(numbers: Sequence[Candidate]) -> list[Candidate]:
    likely = [n for n in numbers if n.as_paragraph > 0]
    weights = [n.as_paragraph for n in likely]
    return [likely[i] for i in best_series([n.value for n in likely], weights, PARAGRAPH_STEPS)]


def _accepted_lists(text: str, numbers: Sequence[Candidate]) -> list[BodyList]:
    proposed = body_lists(text)
    if not proposed:
        return []
    everywhere = [n.span.start for n in _note_series(numbers)]
    regions = [span for part in proposed for span in part.spans]
    marked: dict[int, list[int]] = {}
    for number in _note_series(_outside(numbers, regions)):
        marked.setdefault(number.value, []).append(number.span.start)
    return notes_among(proposed, text, marked, everywhere)


def _series_of(values: Iterable[int]) -> list[int]:
    """For each label, which numbering it belongs to, from 1: a fall begins the next."""
    series, last, numbering = [], 0, 1
    for value in values:
        if value <= last and value <= 3:
            numbering += 1
        series.append(numbering)
        last = value
    return series


def _tie(
    notes: Sequence[Candidate], paragraphs: Sequence[Candidate], bodies: Sequence[Body]
) -> FoundNotes:
    body_series = _series_of(body.value for body in bodies)
    marker_series = _series_of(number.value for number in notes)
    by_key = {
        (series, body.value): f"n{i}"
        for i, (series, body) in enumerate(zip(body_series, bodies, strict=True), 1)
    }
    alone = len(set(body_series)) <= 1
    markers: list[Marker] = []
    first_marker: dict[str, str] = {}
    tied = {
        number.span: by_key.get((1 if alone else series, number.value))
        for series, number in zip(marker_series, notes, strict=True)
    }
    everything = sorted([*notes, *paragraphs], key=lambda number: number.span)
    for i, number in enumerate(everything, 1):
        is_note = number.span in tied
        note = tied.get(number.span)
        kind = MarkerKind.NOTE if is_note else MarkerKind.PARAGRAPH_NUMBER
        marker = Marker(f"m{i}", number.span, str(number.value), kind, number.evidence, note)
        markers.append(marker)
        if note is not None:
            first_marker.setdefault(note, marker.id)
    found = tuple(
        Note(f"n{i}", str(body.value), body.span, first_marker.get(f"n{i}"), series)
        for i, (series, body) in enumerate(zip(body_series, bodies, strict=True), 1)
    )
    return FoundNotes(tuple(markers), found)
