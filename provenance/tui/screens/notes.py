"""The notes of sources: each marker beside its note, what that cites, and the claims it carries."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable

from provenance.errors import Place
from provenance.model.documents import Document
from provenance.model.dossier import Dossier
from provenance.rendering.notes_text import place_of
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Line, in_lines, muted
from provenance.tui.noted import NoteRow, followed, note_rows, tally
from provenance.tui.screens.finding_rows import FindingRows
from provenance.tui.sheet import LinedSheet
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.search_line import SearchLine

UNKNOWN = "body not in this file: what it rests on is unknown"
_LOOSE = "no marker found"
_MOST_LINES = 3
"""Lines of a note in the table; the pane below shows it whole."""
_MARKER_SHARE = 3
"""One part in so many of the width is the marker's column."""


class NotesScreen(FindingRows):
    """Pushed over the claim, or over the sources."""

    BINDINGS = bindings(Scope.NOTES)
    AUTO_FOCUS = "#all-notes"
    PURPOSE = (
        "Every marker beside its note, with the works that the note cites and the claims that rest "
        "on it. What is loose says so: a marker whose note is not in the file, or a note that no "
        "marker points to."
    )

    ON_ENTRIES = frozenset(("follow", "copy", "editor", "read", "search", "found"))

    def __init__(self, dossier: Dossier, sources: tuple[str, ...], claim: str = "") -> None:
        """`claim` is the one whose notes are wanted first; "" for none."""
        super().__init__(dossier)
        self._sources = sources
        self._claim = claim
        self._rows = note_rows(dossier, sources)
        self._drawn_width = 0

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield BoardTable(id="all-notes", cursor="row", title="Notes")
        yield SearchLine("words of a note, a work it cites or a claim that rests on it")
        yield Pane(id="note-pane")

    def on_resize(self) -> None:
        if self.size.width != self._drawn_width:
            self.call_after_refresh(self.redraw)

    def renew(self, dossier: Dossier) -> None:
        known = {entry.source.id for entry in dossier.sources}
        if not known.issuperset(self._sources):
            self.dismiss(None)
            return
        self._rows = note_rows(dossier, self._sources)
        super().renew(dossier)

    # What is drawn

    @property
    def _first(self) -> int:
        """The note that is wanted first."""
        wanted = (at for at, row in enumerate(self._rows) if self._claim in row.claims)
        return next(wanted, 0)

    def redraw(self) -> None:
        self._drawn_width = self.size.width
        names = " and ".join(on_one_line(id_) for id_ in self._sources)
        self.query_one(Headline).show(f"Notes · {names}", tally(self._rows))
        table = self.query_one("#all-notes", BoardTable)
        words = f" · search: {on_one_line(self.sought)}" if self.sought else ""
        table.caption = f"Notes{words}"
        at = table.cursor_row if table.row_count else self._first
        left = max(18, self.size.width // _MARKER_SHARE)
        right = max(20, self.size.width - left - 8)

        def lined(at: int) -> tuple[tuple[str, ...], ...]:
            return self._marker_cell(self._rows[at], left), self._note_cell(self._rows[at], right)

        keys = [str(number) for number in range(len(self._rows))]
        table.fill(LinedSheet([("Marker", left), ("Note", right)], keys, lined))
        self._go(at)
        self.refresh_bindings()
        self._draw_pane()

    def _marker_cell(self, row: NoteRow, width: int) -> tuple[str, ...]:
        name = f"{on_one_line(row.source)} " if len(self._sources) > 1 else ""
        where = place_of(row.marker, self._document(row)) if row.marker else _LOOSE
        lines = in_lines(f"{name}[{row.label}] {where}", width, _MOST_LINES)
        used = in_lines(f"used by {', '.join(row.claims)}", width, 1) if row.claims else ()
        return (*lines, *used)

    def _note_cell(self, row: NoteRow, width: int) -> tuple[str, ...]:
        if row.note is None:
            return in_lines(UNKNOWN, width, 2)
        body = in_lines(row.note.span.of(self._document(row).text), width, _MOST_LINES)
        cites = (line for cited in row.cites for line in in_lines(f"→ {cited}", width, 1))
        return (*body, *cites)

    def said_in_rows(self) -> Iterator[str]:
        for row in self._rows:
            body = row.note.span.of(self._document(row).text) if row.note else UNKNOWN
            yield " ".join([f"[{row.label}]", row.source, body, *row.cites, *row.claims])

    def _document(self, row: NoteRow) -> Document:
        document = self.dossier.source(row.source).document
        assert document is not None  # Only what was read has notes.
        return document

    def _draw_pane(self) -> None:
        row, pane = self.row, self.query_one("#note-pane", Pane)
        if row is None:
            pane.show([Line(muted("No note, and no marker of one, was found."))], "")
            return
        pane.show(self._lines(row), f"{on_one_line(row.source)} [{on_one_line(row.label)}]")

    def _lines(self, row: NoteRow) -> Iterator[Line]:
        document = self._document(row)
        lead = Content.styled(f"[{on_one_line(row.label)}] ", "bold")
        if row.note is None:
            yield Line(Content(UNKNOWN), lead)
        else:
            yield Line(Content(on_one_line(row.note.span.of(document.text))), lead)
            place = f"{document.path}:{document.line_of(row.note.span.start)}"
            yield Line(Content(on_one_line(place)), muted("stands at  "))
        where = place_of(row.marker, document) if row.marker else _LOOSE
        yield Line(Content(on_one_line(where)), muted("marker     "))
        for cited in row.cites:
            yield Line(Content(cited), muted("cites      "))
        claims = ", ".join(on_one_line(claim) for claim in row.claims)
        yield Line(Content(claims or "no statement"), muted("used by    "))

    # Keys

    @property
    def is_empty(self) -> bool:
        return not self._rows

    @property
    def row(self) -> NoteRow | None:
        """The note under the cursor."""
        at = self.query_one("#all-notes", BoardTable).cursor_row
        return self._rows[at] if at < len(self._rows) else None

    def on_data_table_row_highlighted(self, _: DataTable.RowHighlighted) -> None:
        self._draw_pane()

    def on_data_table_row_selected(self, _: DataTable.RowSelected) -> None:
        if not self.is_on_top:
            return
        self.action_editor()

    def _go(self, at: int) -> None:
        self.query_one("#all-notes", BoardTable).move_cursor(row=at)

    def action_follow(self) -> None:
        at = self.query_one("#all-notes", BoardTable).cursor_row
        found = followed(self._rows, at) if at < len(self._rows) else None
        if found is None:
            self.notify("No other note here cites the same work.")
            return
        self._go(found)

    def action_copy(self) -> None:
        if self.row is not None:
            lines = self._lines(self.row)
            self.send_to_clipboard("\n".join((line.lead + line.body).plain for line in lines))

    def action_read(self) -> None:
        row = self.row
        spot = (row.marker or row.note) if row else None
        if row is not None and spot is not None:
            self.read_source(row.source, spot.span)

    def action_editor(self) -> None:
        row = self.row
        spot = (row.marker or row.note) if row else None
        if row is not None and spot is not None:
            document = self._document(row)
            path = self.dossier.source(row.source).source.path
            self.open_editor(Place(path, document.line_of(spot.span.start)))
