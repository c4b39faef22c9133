"""The notes of a document with their markers and works, and what is loose among them."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerKind, Note, Work
from provenance.model.spans import Span
from provenance.rendering.citations_in_words import cited_in
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import Paper, laid_out

_BEFORE = 36
"""Characters before a marker that are shown, so that a reader finds the place."""


def noted(document: Document, works: Sequence[Work], paper: Paper) -> list[str]:
    """Every note with its marker and what it cites; then loose markers and paragraph numbers."""
    markers = [marker for marker in document.markers if marker.kind is MarkerKind.NOTE]
    bodies = {note.id for note in document.notes}
    loose = [marker for marker in markers if marker.note not in bodies]
    said = f"{counted(len(document.notes), 'note')}, {counted(len(markers), 'marker')}"
    lines = laid_out(said, paper, lead="notes: ", indent=2)
    by_id = {marker.id: marker for marker in document.markers}
    several = len({note.series for note in document.notes}) > 1
    for note in document.notes:
        label = f"{note.series}/{note.label}" if several else note.label
        said = _note(note, by_id, document)
        lines += laid_out(said, paper, lead=f"[{on_one_line(label)}] ", indent=4)
        for cited in cited_in(note, works):
            lines += laid_out(cited, paper, lead="cites ", indent=8)
    for marker in loose:
        said = f"{place_of(marker, document)}: a marker whose note is not in this file"
        lines += laid_out(said, paper, lead=f"[{on_one_line(marker.label)}] ", indent=4)
    return [*lines, *_paragraph_numbers(document, paper)]


def _note(note: Note, markers: dict[str, Marker], document: Document) -> str:
    marker = markers.get(note.marker or "")
    where = f"marker: {place_of(marker, document)}" if marker else "no marker points to it"
    return f"{note.span.of(document.text)} ({line_or_lines(note.span, document)}; {where})"


def place_of(marker: Marker, document: Document) -> str:
    """`line 12, page iv, behind “… until June 15.”`: where a marker stands."""
    start = marker.span.start
    page = document.page_of(start)
    before = document.text[max(0, start - _BEFORE) : start]
    words = on_one_line(before if len(before) < _BEFORE else "… " + before.partition(" ")[2])
    parts = [f"line {document.line_of(start)}", f"page {page}" if page else ""]
    behind = f"behind “{words}”" if words.strip(" …") else ""
    return ", ".join(part for part in (*parts, behind) if part)


def _paragraph_numbers(document: Document, paper: Paper) -> list[str]:
    numbers = [m for m in document.markers if m.kind is MarkerKind.PARAGRAPH_NUMBER]
    if not numbers:
        return []
    said = ", ".join(f"{m.label} (line {document.line_of(m.span.start)})" for m in numbers)
    return laid_out(said, paper, lead="paragraph numbers, not notes: ", indent=2)


def line_or_lines(span: Span, document: Document) -> str:
    """`line 3`, `lines 3–5`."""
    first, last = document.line_of(span.start), document.line_of(max(span.start, span.end - 1))
    return f"line {first}" if first == last else f"lines {first}–{last}"
