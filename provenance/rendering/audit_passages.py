"""A draft cut into paragraphs, sentences and pieces, to show findings at their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.model.audit import AuditedDraft, DraftSentence
from provenance.model.findings import Finding
from provenance.model.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that no finding begins or ends in."""

    words: str
    is_marked: bool
    """Whether a finding is about it."""
    ends: tuple[int, ...]
    """The numbers of the findings whose words end with it."""


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


def paragraphs(draft: AuditedDraft, numbered: Mapping[int, Finding]) -> tuple[Paragraph, ...]:
    """The whole text of a draft, nothing left out but the lines' ends between paragraphs.

    `numbered` are the draft's own findings that have a place in it.
    """
    placed = {n: f for n, f in numbered.items() if f.span is not None}
    ends = [sentence.span.end for sentence in draft.sentences]
    return tuple(
        _paragraph(draft, span, placed, bisect_right(ends, span.start))
        for span in _lines(draft.document.text)
    )


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _paragraph(
    draft: AuditedDraft, span: Span, numbered: Mapping[int, Finding], first: int
) -> Paragraph:
    """`first` is the index of the first sentence that ends in the paragraph or behind it."""
    near = {n: f for n, f in numbered.items() if f.span and _touches(f.span, span)}
    begun = [(n, f) for n, f in near.items() if f.span and span.start <= f.span.start <= span.end]
    stretches: list[Stretch] = []
    for stretch, at in _cut(draft, span, first):
        pieces = tuple(_pieces(draft.document.text, stretch, near))
        sentence = draft.sentences[at] if at is not None else None
        begins = sentence is not None and sentence.span.start >= span.start
        stretches.append(Stretch(pieces, sentence, at + 1 if at is not None and begins else 0))
    return Paragraph(tuple(stretches), tuple(begun))


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


def _pieces(text: str, span: Span, near: Mapping[int, Finding]) -> Iterator[Piece]:
    spans = {n: f.span for n, f in near.items() if f.span}
    edges = _edges(span, list(spans.values()))
    for start, end in pairwise(edges):
        marked = any(each.start <= start and end <= each.end for each in spans.values())
        last = tuple(n for n, each in spans.items() if _ends(each, start, end, span))
        yield Piece(text[start:end], marked and start < end, last)


def _ends(each: Span, start: int, end: int, whole: Span) -> bool:
    """Whether a finding's words end with a piece; one without words, at the first it can."""
    at_once = not len(each) and each.start == start == whole.start
    return start < each.end <= end or at_once


def _edges(span: Span, spans: Sequence[Span]) -> list[int]:
    inside = {edge for each in spans for edge in (each.start, each.end)}
    return sorted({span.start, span.end} | {e for e in inside if span.start < e < span.end})
