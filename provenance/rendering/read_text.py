"""What the program sees of one file: its form, its layers, its notes, and its gaps."""

from __future__ import annotations

from provenance.model.documents import Document
from provenance.model.dossier import FileReading
from provenance.model.spans import Span
from provenance.rendering.citations_in_words import entry_in_words, joined_in_words
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.notes_text import line_or_lines, noted
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import Paper, laid_out

_FIRST_WORDS = 60
"""Characters of a layer shown so that a reader knows it again."""


def read(reading: FileReading, *, width: int | None, colour: bool) -> str:
    """Everything, one fact a line. Line numbers count the lines of the text as it was read."""
    document, paper = reading.document, Paper(width, colour)
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
    lines += noted(document, reading.works, paper)
    lines += _works(reading, paper)
    lines += _dates(reading, paper)
    lines += _garbles(reading, paper)
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
        by = f"by {layer.author}, " if layer.author else ""
        where = line_or_lines(layer.span, document)
        said = f"{by}{where}: “{_first_words(layer.span, document)}”"
        lines += laid_out(said, paper, lead=f"{on_one_line(layer.name)}, ", indent=4)
    return lines


def _dates(reading: FileReading, paper: Paper) -> list[str]:
    if not reading.dates:
        return []
    lines = laid_out(str(len(reading.dates)), paper, lead="dates: ", indent=2)
    for date in reading.dates:
        where = line_or_lines(date.span, reading.document)
        known = date.value.earliest or date.value.latest
        meant = date_in_words(date.value) if known else "a year nothing tells"
        said = f"“{on_one_line(date.span.of(reading.document.text))}”, {where}: {meant}"
        lines += laid_out(f"{said} ({date.basis})", paper, indent=4)
    return lines


def _works(reading: FileReading, paper: Paper) -> list[str]:
    if not reading.bibliography:
        return []
    lines = laid_out(str(len(reading.bibliography)), paper, lead="works cited: ", indent=2)
    for work in reading.bibliography:
        times = counted(len(work.cited), "citation")
        lines += laid_out(f"{work.label} ({times})", paper, indent=4)
        for said in (*joined_in_words(work), entry_in_words(work)):
            lines += laid_out(said, paper, indent=6) if said else []
    return lines


def _garbles(reading: FileReading, paper: Paper) -> list[str]:
    if not reading.garbles:
        return []
    lines = laid_out(
        f"{len(reading.garbles)}, beside {counted(reading.compared_with, 'other source')}; "
        "proposals alone, nothing was changed",
        paper,
        lead="suspected garbles: ",
        indent=2,
    )
    for garble in reading.garbles:
        where = line_or_lines(garble.span, reading.document)
        said = f"perhaps “{garble.suggestion}”, {where}: {garble.evidence}"
        lines += laid_out(said, paper, lead=f"“{on_one_line(garble.text)}” ", indent=4)
    return lines


def _first_words(span: Span, document: Document) -> str:
    words = on_one_line(span.of(document.text))
    if len(words) <= _FIRST_WORDS:
        return words
    return words[:_FIRST_WORDS].rpartition(" ")[0] + " …"
