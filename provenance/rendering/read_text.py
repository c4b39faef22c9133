"""What the program sees of one file: its form, its layers, its notes, and its gaps."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerKind, Note, Work
from provenance.model.spans import Span
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import Paper, laid_out

_FIRST_WORDS = 60
"""Characters of a layer shown so that a reader knows it again."""


def read(document: Document, works: Sequence[Work] = (), *, width: int | None, colour: bool) -> str:
    """A summary, one fact a line. Line numbers count the lines of the text as it was read."""
    paper = Paper(width, colour)
    lines = laid_out(document.path, paper, style="bold")
    lines += laid_out(_form(document), paper, lead="form: ", indent=2)
    lines += laid_out(document.sha256, paper, lead="sha256: ", indent=2)
    if document.language:
        lines += laid_out(document.language, paper, lead="language: ", indent=2)
    lines += _gaps(document, paper)
    for remark in document.remarks:
        lines += laid_out(remark, paper, lead="remark: ", indent=2)
    lines += _layers(document, paper)
    if document.pages:
        # Notes are set behind the text, so that a page may have a second stretch.
        labels = list(dict.fromkeys(page.label for page in document.pages))
        said = f"{len(labels)}, from {labels[0]} to {labels[-1]}"
        lines += laid_out(said, paper, lead="pages: ", indent=2)
    lines += _notes(document, paper)
    if works:
        lines += laid_out(str(len(works)), paper, lead="works cited: ", indent=2)
        for work in works:
            lines += laid_out(_work(work), paper, indent=4)
    return "\n".join(lines) + "\n"


def _form(document: Document) -> str:
    text = document.text
    rows = text.count("\n") + (not text.endswith("\n") if text else 0)
    said = [document.format, document.encoding]
    said += [counted(rows, "line"), counted(len(text), "character")]
    said += ["empty"] if not text.strip() else []
    return ", ".join(said)


def _gaps(document: Document, paper: Paper) -> list[str]:
    lines: list[str] = []
    for gap in document.gaps:
        where = f"{gap.where}: " if gap.where else ""
        lines += laid_out(f"{where}{gap.reason}", paper, lead="not read: ", indent=2, style="bold")
    return lines


def _layers(document: Document, paper: Paper) -> list[str]:
    if not document.layers:
        return laid_out("none described", paper, lead="layers: ", indent=2)
    lines = laid_out(str(len(document.layers)), paper, lead="layers: ", indent=2)
    for layer in document.layers:
        by = f" by {layer.author}" if layer.author else ""
        said = f"{_lines(layer.span, document)}: “{_first_words(layer.span, document)}”"
        lines += laid_out(said, paper, lead=f"{on_one_line(layer.name + by)}, ", indent=4)
    return lines


def _notes(document: Document, paper: Paper) -> list[str]:
    marked = [marker for marker in document.markers if marker.kind is MarkerKind.NOTE]
    lines = laid_out(
        f"{counted(len(document.notes), 'note')}, {counted(len(marked), 'marker')}",
        paper,
        lead="notes: ",
        indent=2,
    )
    for note in document.notes:
        lines += laid_out(_note(note, document), paper, lead=f"[{note.label}] ", indent=4)
    for marker in marked:
        if marker.note is None:
            lines += laid_out(_bare_marker(marker, document), paper, indent=4)
    return lines


def _note(note: Note, document: Document) -> str:
    unused = "" if note.marker else " (no marker points to it)"
    return f"{note.span.of(document.text)} ({_lines(note.span, document)}){unused}"


def _bare_marker(marker: Marker, document: Document) -> str:
    where = f"line {document.line_of(marker.span.start)}"
    return f"[{marker.label}] {where}: a marker whose note is not in this file"


def _work(work: Work) -> str:
    parts = [", ".join(work.author), work.title, work.year]
    return f"{', '.join(part for part in parts if part)} ({counted(len(work.cited), 'citation')})"


def _lines(span: Span, document: Document) -> str:
    first, last = document.line_of(span.start), document.line_of(max(span.start, span.end - 1))
    return f"line {first}" if first == last else f"lines {first}–{last}"


def _first_words(span: Span, document: Document) -> str:
    words = on_one_line(span.of(document.text))
    if len(words) <= _FIRST_WORDS:
        return words
    return words[:_FIRST_WORDS].rpartition(" ")[0] + " …"
