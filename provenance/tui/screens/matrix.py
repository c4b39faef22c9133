"""The matrix: questions against sources, and under it the words behind the cursor."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import DataTable, Input, Static

from provenance.model.dossier import Dossier
from provenance.model.verdicts import PlacedStatement, StatementState
from provenance.rendering.citation_line import statement_with_citation
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.board import (
    QUESTION,
    VERDICT,
    Board,
    Filter,
    Gravities,
    Spot,
    counts,
    following,
)
from provenance.tui.drawing import Line, Pencil
from provenance.tui.grid import Grid, grid_of
from provenance.tui.hints import with_keys
from provenance.tui.judging import Proposal, proposal_in, quiet_in
from provenance.tui.peek import file_place, peek_at
from provenance.tui.screens.deciding import DecidingScreen
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.headline import Headline, Look, Modes
from provenance.tui.widgets.nothing_yet import nothing_yet
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.search_line import SearchLine

_NONE_PASSES = (
    "No question passes the filter. {matrix.filter} shows others, {matrix.back} shows all."
)


class MatrixScreen(DecidingScreen):
    """Home."""

    BINDINGS = bindings(Scope.MATRIX)
    keys = "matrix"
    AUTO_FOCUS = "#matrix"
    PURPOSE = (
        "Every row is a question, every column a source, every cell what that source says. "
        "Go to the next conflict with {matrix.next}, read the words below the table, and open a "
        "claim to see the passages side by side."
    )
    ON_ENTRIES = frozenset(
        (
            *("stop", "unread", "origins", "base", "filter", "order", "turn", "peek", "search"),
            *("copy", "copy_words", "read", "editor"),
        )
    )

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier)
        self.board = Board(dossier)
        self.grid = Grid(self.board, Pencil())
        self.found: tuple[Spot, ...] = ()
        """Where the words searched for stand; empty while nothing is searched."""
        self.sought = ""
        self._here: Spot | None = None
        """Where the cursor was last, even while a filter hides it."""
        self._drawn = Size(0, 0)
        self._counted: Content | None = None
        """What the head line says of the dossier, once it was counted."""

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Modes("matrix")
        yield Static(id="nothing", markup=False)
        with Vertical(id="board"):
            yield BoardTable(id="matrix", title="Questions")
            yield SearchLine("words of a question, a source or a value")
            yield Pane(id="peek")

    def renew(self, dossier: Dossier) -> None:
        base = (
            self.board.base
            if any(s.source.id == self.board.base for s in dossier.sources)
            else None
        )
        # Of a key that was pressed just now the table may not have told yet.
        self._here = self.spot or self._here
        self._counted = None
        self.board = replace(self.board, dossier=dossier, base=base, gravities=Gravities())
        super().renew(dossier)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.query_one("#board").size != self._drawn:
            self.redraw()

    @property
    def is_empty(self) -> bool:
        return not self.dossier.rows

    @property
    def labels(self) -> dict[str, str]:
        if not self.dossier.rows:
            return {"app.add": "Add"}
        told = {"matrix.next": "Next found"} if self.sought else {}
        if self.is_mounted and self.proposal is None and self.quiet is not None:
            told |= {"matrix.read": "Read"}
            told |= {"matrix.silent": "Silent"} if self.board_app.pen is not None else {}
        return super().labels | told

    # What is drawn

    def redraw(self) -> None:
        here = self._here
        table = self.query_one("#matrix", BoardTable)
        self._drawn = self.query_one("#board").size
        self.grid = grid_of(self.board, self.pencil, self._room(), self.grid)
        table.caption = "Sources" if self.board.turned else "Questions"
        table.fixed_columns = self.grid.fixed
        table.fill(self.grid)
        is_empty = self.is_empty
        self.query_one("#board").display = not is_empty
        nothing = self.query_one("#nothing", Static)
        nothing.display = is_empty
        writes = self.board_app.pen is not None
        nothing.update(nothing_yet(self.dossier, self.board_app, writes=writes))
        self._draw_head()
        if here is not None:
            self._go(here)
        self._draw_peek()

    def _room(self) -> Size:
        """What the table may take; the rest is for the words under it."""
        room = self._drawn or self.size
        return Size(room.width - 2, room.height * 62 // 100 - 1)

    def _draw_head(self) -> None:
        if self._counted is None:
            self._counted = Content(" · ".join(counts(self.dossier)))
        self.query_one(Headline).show(self.dossier.title, self._counted)
        board = self.board
        looks = [
            Look("filter", board.filter.value, "screen.filter", board.filter is Filter.ALL),
            Look("base", board.base or "none", "screen.base", board.base is None),
            Look("order", board.order.value, "screen.order", board.order is board.usual),
        ]
        self.query_one(Modes).show(len(self.dossier.findings), looks, self.sought)

    def _draw_peek(self) -> None:
        spot = self.spot
        self._here = spot or self._here
        self.refresh_bindings()
        pane = self.query_one("#peek", Pane)
        if spot is None:
            words = with_keys(self.app, _NONE_PASSES) if self.dossier.rows else ""
            pane.show([Line(Content(words))], "")
            return
        peek = peek_at(self.board, spot, self.pencil)
        pane.show(peek.lines, peek.title)

    # Where the cursor is

    @property
    def spot(self) -> Spot | None:
        """What the cursor is on; None on an empty board."""
        table = self.query_one("#matrix", BoardTable)
        return self.grid.spot_at(table.cursor_row, table.cursor_column)

    @property
    def placed(self) -> PlacedStatement | None:
        """The first statement under the cursor, if the cell speaks."""
        spot = self.spot
        if spot is None or not spot.claim or spot.source in (QUESTION, VERDICT):
            return None
        statements = self.dossier.row(spot.claim).cell(spot.source).statements
        return statements[0] if statements else None

    @property
    def confirmed(self) -> tuple[str, PlacedStatement] | None:
        spot, placed = (self.spot, self.placed) if self.is_mounted else (None, None)
        is_fixed = placed is not None and placed.state is StatementState.CONFIRMED
        return (spot.claim, placed) if spot and placed and is_fixed else None

    @property
    def reviewed_claim(self) -> str:
        spot = self.spot if self.is_mounted else None
        return spot.claim if spot else ""

    @property
    def proposal(self) -> Proposal | None:
        spot = self.spot if self.is_mounted else None
        if spot is None or not spot.claim or spot.source in (QUESTION, VERDICT):
            return None
        return proposal_in(spot.claim, self.dossier.row(spot.claim).cell(spot.source))

    @property
    def nothing_proposed(self) -> str:
        spot = self.spot if self.is_mounted else None
        if spot is None or not spot.claim:
            return ""
        where = (
            "go to a source's cell" if spot.source in (QUESTION, VERDICT) else "nothing was done"
        )
        return f"Nothing is proposed here: {where}."

    @property
    def quiet(self) -> Proposal | None:
        """The silence that a key may state of the source under the cursor."""
        spot = self.spot if self.is_mounted else None
        if spot is None or not spot.claim or spot.source in (QUESTION, VERDICT):
            return None
        row = self.dossier.row(spot.claim)
        return quiet_in(row, row.cell(spot.source), self.dossier.source(spot.source))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "silent":
            return self.board_app.pen is not None and self.quiet is not None
        return super().check_action(action, parameters)

    def action_silent(self) -> None:
        if (quiet := self.quiet) and not self.board_app.state_silence(quiet, self.dossier):
            self.action_read()

    def go_to(self, claim: str) -> None:
        """Put the cursor on a question, if it is on the board and no filter hides it."""
        self._go(Spot(claim, QUESTION))

    def _go(self, spot: Spot) -> None:
        place = self.grid.place_of(spot)
        if place is not None:
            self.query_one("#matrix", BoardTable).move_cursor(row=place[0], column=place[1])

    def on_data_table_cell_highlighted(self, _: DataTable.CellHighlighted) -> None:
        self._draw_peek()

    def on_data_table_cell_selected(self, _: DataTable.CellSelected) -> None:
        spot = self.spot
        opens = spot is not None and spot.claim and self.is_on_top
        if spot is not None and opens and not self.board_app.is_too_early():
            from provenance.tui.screens.claim import ClaimScreen

            self.app.push_screen(ClaimScreen(self.dossier, spot, base=self.board.base))

    def _step(self, spots: tuple[Spot, ...], step: int, what: str) -> None:
        here = self.spot or Spot("", QUESTION)
        index = following(spots, here, step, [row.claim.id for row in self.board.rows])
        if index is None:
            self.notify(f"No {what} here.", markup=False)
            return
        before = spots.index(here) if here in spots else None
        self._go(spots[index])
        wrapped = before is not None and (index <= before if step > 0 else index >= before)
        if wrapped:
            end = "last" if step > 0 else "first"
            other = "first" if step > 0 else "last"
            self.notify(
                f"That was the {end} {what}; this is the {other} of {len(spots)}.", markup=False
            )

    # Keys

    def action_stop(self, step: int) -> None:
        if self.sought:
            self._step(self.found, step, f"place with “{on_one_line(self.sought)}”")
        else:
            self._step(self.board.stops(), step, "conflict")

    def action_unread(self, step: int) -> None:
        self._step(self.board.unread(), step, "unread cell")

    def action_base(self) -> None:
        spot = self.spot
        source = spot.source if spot else QUESTION
        if source in (QUESTION, VERDICT):
            if self.board.base is None:
                self.hint("Put the cursor in the column of a source, then press {matrix.base}.")
                return
            source = self.board.base
        base = None if source == self.board.base else source
        self._look(replace(self.board, base=base))
        against = f"against {base} alone" if base else "against all sources again"
        self.notify(f"Marks are now {against}.", markup=False)

    def action_filter(self) -> None:
        self._look(replace(self.board, filter=self.board.filter.next))

    def action_origins(self) -> None:
        spot = self.spot
        if spot is not None and spot.claim:
            self.board_app.open_origins(spot.claim)
        else:
            self.hint("Put the cursor on a question, then press {matrix.origins}.")

    def action_order(self) -> None:
        self._look(replace(self.board, wanted=self.board.next_order))

    def action_turn(self) -> None:
        self._look(replace(self.board, turned=not self.board.turned))

    def _look(self, board: Board) -> None:
        self._here = self.spot or self._here
        self.board = board
        self.redraw()

    def action_peek(self) -> None:
        pane = self.query_one("#peek")
        pane.display = not pane.display
        if not pane.display:
            self.query_one("#matrix").focus()

    def action_search(self) -> None:
        self.query_one(SearchLine).open(self.sought)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._search(event.value.strip())
        self._close_search()
        if self.sought and self.found:
            here = self.spot
            at_home = here in self.found
            if not at_home:
                self.action_stop(1)
            goes = with_keys(self.app, "{matrix.next} goes to the next.")
            self.notify(f"{len(self.found)} found; {goes}", markup=False)
        elif self.sought:
            self.notify(f"“{on_one_line(self.sought)}” stands nowhere here.", markup=False)
            self._search("")

    def _search(self, words: str) -> None:
        self.sought = words
        self.refresh_bindings()
        self.found = self.board.found(words) if words else ()
        self._draw_head()

    def _close_search(self) -> None:
        self.query_one(SearchLine).close()
        self.set_focus(self.query_one("#matrix"))

    def action_back(self) -> None:
        """One thing at a time: the search box, the search, the filter, the base. Never out."""
        if self.query_one(SearchLine).display:
            self._close_search()
        elif self.board_app.stop_checking():
            return
        elif self.sought:
            self._search("")
        elif self.board.filter is not Filter.ALL:
            self._look(replace(self.board, filter=Filter.ALL))
        elif self.board.base is not None:
            self._look(replace(self.board, base=None))
        else:
            self.query_one("#matrix").focus()
            self.hint("This is the first screen. {app.quit} leaves the board.")

    def action_copy(self) -> None:
        placed = self.placed
        if placed is not None:
            entry = self.dossier.source(placed.statement.source)
            self.send_to_clipboard(statement_with_citation(placed, entry))
        elif (spot := self.spot) is not None:
            self.send_to_clipboard(peek_at(self.board, spot, self.pencil).plain)

    def action_copy_words(self) -> None:
        placed = self.placed
        if placed is None:
            self.notify("There are no words of a source under the cursor.")
            return
        self.send_to_clipboard(placed.words or placed.statement.quote)

    def action_edit(self) -> None:
        spot = self.spot
        if spot is not None and spot.claim:
            from provenance.tui.designs_of_claims import ClaimDesign

            self.board_app.open_form(ClaimDesign, {"claim": spot.claim})

    def action_read(self) -> None:
        spot = self.spot
        if spot is None or spot.source in (QUESTION, VERDICT):
            self.hint("Put the cursor in the column of a source, then press {matrix.read}.")
            return
        placed = self.placed
        cell = self.dossier.row(spot.claim).cell(spot.source) if spot.claim else None
        at = placed.span if placed else cell.may_speak if cell else None
        self.read_source(spot.source, at, spot.claim)

    def action_editor(self) -> None:
        spot = self.spot
        if spot is None:
            return
        if spot.source in (QUESTION, VERDICT):
            self.open_editor(self.dossier.row(spot.claim).claim.place)
        else:
            self.open_editor(file_place(self.placed, self.dossier.source(spot.source)))
