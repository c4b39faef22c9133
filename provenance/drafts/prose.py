"""The sentences a draft speaks in, and the notes each rests on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.alignment.sentences import sentences
from provenance.model.documents import Document
from provenance.model.notes import MarkerKind
from provenance.model.spans import Span

_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_FULL_STOP = re.compile(r"[.!?…:;][\W\d_]*\Z")
_FEW_WORDS = 15
"""A line of its own with no more words, and no full stop, is a heading or a caption."""
_WORKS = re.compile(
    r"[\W\d_]*(?:(?:select(?:ed)?|works?|list of)\s+)?"
    r"(?:bibliography|references|works cited|cited works|sources(?: and literature)?"
    r"|further reading|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|bibliographie"
    r"|ouvrages cités)[\W_]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft's prose."""

    span: Span
    """With the markers that stand at its end."""
    notes: tuple[str, ...] = ()
    """Ids of the notes whose markers stand in it, in order."""


def prose(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document in order, without headings, notes and its list of works."""
    spans = list(_sentences(document))
    markers = [m for m in document.markers if m.kind is MarkerKind.NOTE]
    starts = [span.start for span in spans]
    notes: dict[int, list[str]] = {}
    for marker in sorted(markers, key=lambda marker: marker.span):
        at = _index(spans, starts, marker.span)
        if at is not None and marker.note:
            notes.setdefault(at, []).append(marker.note)
    return tuple(Sentence(span, tuple(notes.get(at, ()))) for at, span in enumerate(spans))


def list_of_works(document: Document) -> Span | None:
    """The draft's own list of works, under its heading; None where it has none.

    It goes to the next heading, or to the first note that follows.
    """
    lines = list(_lines(document.text))
    for at, line in enumerate(lines):
        if not _WORKS.fullmatch(line.of(document.text)):
            continue
        after = [note.span.start for note in document.notes if note.span.start > line.end]
        end = min([*after, *_next_heading(document.text, lines[at + 1 :])], default=None)
        listed = Span(line.end, len(document.text) if end is None else end)
        if listed.of(document.text).strip():
            return listed
    return None


def _next_heading(text: str, lines: Sequence[Span]) -> list[int]:
    return [line.start for line in lines if _HEADING.match(line.of(text))][:1]


def _sentences(document: Document) -> Iterator[Span]:
    apart = [note.span for note in document.notes]
    works = list_of_works(document)
    if works:
        apart.append(works)
    apart.sort()
    starts = [span.start for span in apart]
    for span in sentences(document.text):
        before = bisect_right(starts, span.start)
        near = apart[max(0, before - 1) : before + 1]
        if any(span.overlaps(other) for other in near):
            continue
        if not _is_heading(document.text, span):
            yield span


def _is_heading(text: str, span: Span) -> bool:
    said = span.of(text)
    if _HEADING.match(said):
        return True
    alone = text[: span.start].endswith("\n\n") or not text[: span.start].strip()
    closed = not text[span.end : span.end + 1] or text[span.end] == "\n"
    short = len(said.split()) <= _FEW_WORDS
    return alone and closed and short and not _FULL_STOP.search(said)


def _index(spans: Sequence[Span], starts: Sequence[int], marker: Span) -> int | None:
    """The sentence a marker stands in, or right behind."""
    at = bisect_right(starts, marker.start) - 1
    # A marker without width, right where the next sentence begins, belongs to the one before.
    if at > 0 and not len(marker) and spans[at].start == marker.start:
        at -= 1
    return at if at >= 0 else None


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1
