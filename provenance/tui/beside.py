"""What stands beside a source in the reader: what the cursor is on, and the notes in view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from provenance.model.documents import Document
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.notes import Marker, MarkerKind, Note
from provenance.model.spans import Span
from provenance.model.verdicts import PlacedStatement
from provenance.rendering.citations_in_words import cited_in
from provenance.rendering.statements_in_words import is_proposed
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words
from provenance.tui.drawing import Line, muted
from provenance.tui.widgets.source_text import Paint, Painted


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement on the board that stands somewhere in the source."""

    claim: str
    placed: PlacedStatement
    span: Span


def stated_in(dossier: Dossier, source: str) -> tuple[Stated, ...]:
    """Every statement that has its place in a source, in the order of the text."""
    found = (
        Stated(row.claim.id, placed, placed.span)
        for row in dossier.rows
        for placed in row.cell(source).statements
        if placed.span is not None
    )
    return tuple(sorted(found, key=lambda each: (each.span, each.claim)))


def painted(entry: ReadSource, document: Document, stated: tuple[Stated, ...]) -> Iterator[Painted]:
    """What is drawn otherwise than plain words."""
    yield from (Painted(note.span, Paint.NOTE) for note in document.notes)
    yield from (Painted(garble.span, Paint.GARBLE) for garble in entry.garbles)
    for marker in document.markers:
        if marker.kind is MarkerKind.NOTE:
            yield Painted(marker.span, Paint.MARKER)
    for each in stated:
        paint = Paint.PROPOSED if is_proposed(each.placed) else Paint.STATED
        yield Painted(each.span, paint)


def note_of(document: Document, marker: Marker) -> Note | None:
    """The note a marker points to; None where its body is not in the file."""
    return next((note for note in document.notes if note.id == marker.note), None)


def markers_in(document: Document, span: Span) -> tuple[Marker, ...]:
    """The markers of notes that stand in a stretch."""
    return tuple(
        marker
        for marker in document.markers
        if marker.kind is MarkerKind.NOTE and span.start <= marker.span.start < span.end
    )


def beside(
    entry: ReadSource, document: Document, stated: tuple[Stated, ...], at: Span, view: Span
) -> Iterator[Line]:
    """The lines of the pane: what is under the cursor first, then the notes in view."""
    here = list(_here(entry, document, stated, at))
    yield from here
    if here:
        yield Line(Content(""))
    near = markers_in(document, view)
    for marker in near:
        yield from _note(entry, document, marker)
    if not near:
        said = "No note's marker is in view." if document.notes else "No notes were found in it."
        yield Line(muted(said))


def _here(
    entry: ReadSource, document: Document, stated: tuple[Stated, ...], at: Span
) -> Iterator[Line]:
    for each in stated:
        if each.span.overlaps(at):
            state = "proposed for" if is_proposed(each.placed) else "statement of"
            said = f"{each.claim}: {said_in_words(each.placed.statement)}"
            yield Line(Content.styled(on_one_line(said), "bold"), muted(f"{state} "))
    for garble in entry.garbles:
        if garble.span.overlaps(at):
            words = f"“{garble.text}”, perhaps {garble.suggestion}: {garble.evidence}"
            yield Line(Content.styled(on_one_line(words), "$warning"), muted("garbled? "))
    layer = document.layer_of(at)
    if layer is not None:
        by = f", by {layer.author}" if layer.author else ""
        yield Line(Content(on_one_line(f"{layer.name}{by}")), muted("layer "))


def _note(entry: ReadSource, document: Document, marker: Marker) -> Iterator[Line]:
    lead = Content.styled(f"[{on_one_line(marker.label)}] ", "bold $accent")
    note = note_of(document, marker)
    if note is None:
        yield Line(muted("its body is not in this file"), lead)
        return
    yield Line(Content(on_one_line(note.span.of(document.text))), lead)
    yield from (Line(Content(cited), muted("  cites ")) for cited in cited_in(note, entry.works))
