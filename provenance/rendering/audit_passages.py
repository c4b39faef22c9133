"""A draft cut into paragraphs, sentences and pieces, to show findings at their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.model.audit import AuditedDraft, DraftSentence
from provenance.model.findings import Finding
from provenance.model.notes import MarkerKind
from provenance.model.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that no finding begins or ends in."""

    words: str
    is_marked: bool
    """Whether a finding is about it."""
    ends: tuple[int, ...]
    """The numbers of the findings whose words end with it."""
    notes: tuple[str, ...] = ()
    """The labels of markers that stand behind it and have no sign of their own in the text."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or what stands between sentences."""

    pieces: tuple[Piece, ...]
    sentence: DraftSentence | None = None
    number: int = 0
    """The sentence's, from 1; 0 where it is none, or began in the paragraph before."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    stretches: tuple[Stretch, ...]
    findings: tuple[tuple[int, Finding], ...]
    """Those that begin in it, each with its number."""
    note: str = ""
    """The label of the note that begins with it, where the text does not show it."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A draft, with the places of what is shown in it."""

    draft: AuditedDraft
    findings: Mapping[int, Finding]
    spans: Mapping[int, Span]
    """Of the findings' words, without the space behind them."""
    markers: tuple[tuple[int, str], ...]
    """Where markers without a sign of their own stand, and their labels."""
    notes: Mapping[int, str]
    """Labels of notes by where they begin."""


def paragraphs(draft: AuditedDraft, numbered: Mapping[int, Finding]) -> tuple[Paragraph, ...]:
    """The whole text of a draft, nothing left out but the lines' ends between paragraphs.

    `numbered` are the draft's own findings that have a place in it.
    """
    document = draft.document
    spans = {n: _bare(document.text, f.span) for n, f in numbered.items() if f.span is not None}
    signs = tuple(
        (marker.span.start, marker.label)
        for marker in document.markers
        if marker.kind is MarkerKind.NOTE and not len(marker.span)
    )
    labels = {note.span.start: note.label for note in document.notes}
    whole = _Draft(draft, numbered, spans, signs, labels)
    ends = [sentence.span.end for sentence in draft.sentences]
    return tuple(
        _paragraph(whole, span, bisect_right(ends, span.start)) for span in _lines(document.text)
    )


def _bare(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _paragraph(whole: _Draft, span: Span, first: int) -> Paragraph:
    """`first` is the index of the first sentence that ends in the paragraph or behind it."""
    near = {n: each for n, each in whole.spans.items() if _touches(each, span)}
    begun = [(n, whole.findings[n]) for n, each in near.items() if span.start <= each.start]
    markers = [each for each in whole.markers if span.start <= each[0] <= span.end]
    stretches: list[Stretch] = []
    for stretch, at in _cut(whole.draft, span, first):
        least = stretch.start if stretches else stretch.start - 1
        pieces = tuple(_pieces(whole.draft.document.text, stretch, near, markers, least))
        sentence = whole.draft.sentences[at] if at is not None else None
        begins = sentence is not None and sentence.span.start >= span.start
        stretches.append(Stretch(pieces, sentence, at + 1 if at is not None and begins else 0))
    return Paragraph(tuple(stretches), tuple(begun), whole.notes.get(span.start, ""))


def _touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _cut(draft: AuditedDraft, span: Span, first: int) -> Iterator[tuple[Span, int | None]]:
    """The stretches of a paragraph, each with the index of the sentence it is."""
    at = span.start
    for index in range(first, len(draft.sentences)):
        sentence = draft.sentences[index].span
        if sentence.start >= span.end:
            break
        start, end = max(at, sentence.start), min(span.end, sentence.end)
        if start >= end:
            continue
        if at < start:
            yield Span(at, start), None
        yield Span(start, end), index
        at = end
    if at < span.end:
        yield Span(at, span.end), None


def _pieces(
    text: str,
    span: Span,
    near: Mapping[int, Span],
    markers: Sequence[tuple[int, str]],
    least: int,
) -> Iterator[Piece]:
    """What ends at `least` or before belongs to the stretch before."""
    inside = {edge for each in near.values() for edge in (each.start, each.end)}
    inside |= {at for at, _ in markers}
    edges = sorted({span.start, span.end} | {e for e in inside if span.start < e < span.end})
    for start, end in pairwise(edges):
        marked = any(each.start <= start and end <= each.end for each in near.values())
        last = tuple(n for n, each in near.items() if least < each.end <= end)
        notes = tuple(label for at, label in markers if least < at <= end)
        yield Piece(text[start:end], marked, last, notes)
        least = end
