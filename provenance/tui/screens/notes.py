"""The notes of two statements, full size, and after them the other notes of their sources."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content

from provenance.model.documents import Document
from provenance.model.dossier import Dossier
from provenance.model.notes import Note
from provenance.rendering.statements_in_words import CitedNote, cited_notes
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import NOTHING, Line, muted
from provenance.tui.pairing import Seat, statement_at
from provenance.tui.screens.base import BoardScreen
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.pane import Pane


class NotesScreen(BoardScreen):
    """Pushed over the claim."""

    BINDINGS = bindings(Scope.NOTES)
    AUTO_FOCUS = "#all-notes"
    PURPOSE = (
        "The notes that the two statements rest on, whole, with their place in the file. Below "
        "them stand the other notes of the same sources."
    )

    def __init__(
        self, dossier: Dossier, claim: str, seats: tuple[Seat | None, Seat | None]
    ) -> None:
        super().__init__(dossier)
        self._claim = claim
        self._seats = tuple(seat for seat in seats if seat is not None)

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Pane(id="all-notes", title="Notes")

    def redraw(self) -> None:
        row = self.dossier.row(self._claim)
        self.query_one(Headline).show(row.claim.question, "notes")
        self.query_one("#all-notes", Pane).show(self._lines())

    def renew(self, dossier: Dossier) -> None:
        self.dismiss(None)

    def _lines(self) -> Iterator[Line]:
        row = self.dossier.row(self._claim)
        for seat in self._seats:
            document = self.dossier.source(seat.source).document
            own = cited_notes(statement_at(row, seat), document)
            yield Line(Content.styled(f"{on_one_line(seat.source)} rests here on", "bold"))
            if not own:
                yield Line(muted("no note"), Content("  "))
            for note in own:
                yield from _whole(note)
            yield Line(NOTHING)
        for source in dict.fromkeys(seat.source for seat in self._seats):
            yield from self._rest(source)

    def _rest(self, source: str) -> Iterator[Line]:
        document = self.dossier.source(source).document
        row = self.dossier.row(self._claim)
        named = {
            label for placed in row.cell(source).statements for label in placed.statement.notes
        }
        rest = [note for note in document.notes if note.label not in named] if document else []
        if document is None or not rest:
            return
        yield Line(Content.styled(f"Other notes of {on_one_line(source)}", "bold"))
        for note in rest:
            yield from _whole(_cited(note, document))
        yield Line(NOTHING)

    def action_copy(self) -> None:
        self.send_to_clipboard("\n".join((line.lead + line.body).plain for line in self._lines()))


def _cited(note: Note, document: Document) -> CitedNote:
    place = f"{document.path}:{document.line_of(note.span.start)}"
    return CitedNote(note.label, note.span.of(document.text), place)


def _whole(note: CitedNote) -> Iterator[Line]:
    lead = Content.styled(f"  [{on_one_line(note.label)}] ", "bold")
    if not note.body:
        yield Line(Content("body not in this file: what it rests on is unknown"), lead)
        return
    yield Line(Content(on_one_line(note.body)), lead)
    yield Line(muted(on_one_line(note.place)), Content(" " * lead.cell_length))
