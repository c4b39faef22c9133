"""One claim: two passages side by side, the notes they rest on, and why they stand as they do."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from provenance.model.dossier import Dossier
from provenance.model.verdicts import Cell, PlacedStatement, Row
from provenance.rendering.marks import LOOKS, mark_of, verdict_mark
from provenance.rendering.review_in_words import status_beside
from provenance.rendering.statements_in_words import (
    counted,
    source_in_words,
    verdict_word,
)
from provenance.rendering.untrusted import on_one_line
from provenance.tui import sides
from provenance.tui.bindings import Scope, bindings
from provenance.tui.board import Spot
from provenance.tui.claim_in_lines import Pair, copied, notes_of, strip_of, why_of
from provenance.tui.designs_of_claims import ClaimDesign
from provenance.tui.drawing import NOTHING, Line, Pencil, muted
from provenance.tui.hints import with_keys
from provenance.tui.judging import Proposal, quiet_in
from provenance.tui.levelling import Level, level_of, level_of_fact, paint
from provenance.tui.pairing import (
    Seat,
    facts_of_both,
    first_pair,
    next_seat,
    statement_at,
)
from provenance.tui.passages import Excerpt, PassageRow, alone, excerpt, level
from provenance.tui.peek import file_place, place_title
from provenance.tui.screens.deciding import DecidingScreen
from provenance.tui.screens.notes import NotesScreen
from provenance.tui.widgets.clickable import Clickable
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.passages import Passages


class ClaimScreen(DecidingScreen):
    """Pushed over the matrix or the audit for one claim."""

    BINDINGS = bindings(Scope.CLAIM)
    keys = "claim"
    AUTO_FOCUS = "#together"
    PURPOSE = (
        "Two sources on one question: their own words in their surroundings, level where they "
        "share words, with the notes they rest on, and WHY: how the two stand to each other, and "
        "which rule made the verdict. What you decide with {claim.accept}, {claim.reject} and "
        "{claim.mend} is the right side's, R."
    )

    def __init__(self, dossier: Dossier, spot: Spot, base: str | None = None) -> None:
        super().__init__(dossier)
        self.claim = spot.claim
        self.left, self.right = first_pair(self.row, spot.source, base)
        asked = [cell for cell in self._quiet_cells if cell.source == spot.source]
        self.quiet_source = asked[0].source if asked else ""
        """The source without a statement that is looked at beside the two; "" for none."""
        self._drawn_around = 0

    @property
    def row(self) -> Row:
        return self.dossier.row(self.claim)

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Clickable(id="strip")
        with Horizontal(id="claim"):
            yield Passages()
            with Vertical(id="reasons"):
                yield Pane(id="why", title="WHY")
                yield Pane(id="notes", title="NOTES")

    def on_resize(self) -> None:
        if self._around != self._drawn_around:
            self.redraw()

    @property
    def _around(self) -> int:
        """How many sentences of the surroundings there is room for."""
        return 2 if self.size.height >= _TALL else 1

    def renew(self, dossier: Dossier) -> None:
        if not any(row.claim.id == self.claim for row in dossier.rows):
            self.dismiss(None)
            return
        self.dossier = dossier
        self.left, self.right = (self._kept(seat) for seat in (self.left, self.right))
        if self.quiet_source not in [cell.source for cell in self._quiet_cells]:
            self.quiet_source = ""
        self.redraw()

    def _kept(self, seat: Seat | None) -> Seat | None:
        if seat is None or seat.index >= len(self.row.cell(seat.source).statements):
            return None
        return seat

    # What is drawn

    def redraw(self) -> None:
        row, pair, pencil = self.row, self.pair, self.pencil
        self._drawn_around = self._around
        self.refresh_bindings()
        verdict = pencil.marked(verdict_mark(row)[0], verdict_word(row))
        reviewed = status_beside(row, self.dossier.decided.review(self.claim))
        self.query_one(Headline).show(row.claim.question, verdict + f" · {reviewed}")
        self.query_one("#strip", Clickable).update(strip_of(pair, pencil, self.quiet_source))
        levels = self._levels(pencil)
        facts = [level_of_fact(fact) for fact in facts_of_both(*pair.statements, self.dossier)]
        self.query_one(Passages).show(
            levels, facts, (self._head(self.left), self._head(self.right)), pair.names, pencil
        )
        self.query_one("#notes", Pane).show(notes_of(pair))
        self.query_one("#why", Pane).show([*self._of_quiet(), *why_of(pair, pencil)])

    def _of_quiet(self) -> Iterator[Line]:
        """What is known of the quiet source that is looked at, and what can be done."""
        if not self.quiet_source:
            return
        cell = self.row.cell(self.quiet_source)
        mark = LOOKS[mark_of(cell)].word
        yield Line(
            Content(f"{mark}. {on_one_line(cell.why)}"), muted(f"{on_one_line(cell.source)}  ")
        )
        reads = "{claim.read} reads it" + (
            ", {claim.silent} says it is silent" if self.quiet else ""
        )
        yield Line(Content.styled(with_keys(self.app, f"{reads}."), "$accent"))

    @property
    def _quiet_cells(self) -> list[Cell]:
        return [cell for cell in self.row.cells if not cell.statements]

    @property
    def quiet(self) -> Proposal | None:
        """The silence that a key may state of the source that is looked at."""
        if not self.quiet_source or self.board_app.pen is None:
            return None
        source = self.quiet_source
        return quiet_in(self.row, self.row.cell(source), self.dossier.source(source))

    @property
    def pair(self) -> Pair:
        """What stands on the two sides."""
        return Pair(self.dossier, self.row, self.left, self.right)

    def _statement(self, seat: Seat | None) -> PlacedStatement | None:
        return statement_at(self.row, seat) if seat else None

    @property
    def reviewed_claim(self) -> str:
        return self.claim

    @property
    def decided_on(self) -> Seat | None:
        """The side that keys decide on: the right one, and the left one where there is no other."""
        return self.right or self.left

    @property
    def proposal(self) -> Proposal | None:
        return sides.proposal_on(self.row, self.decided_on)

    @property
    def confirmed(self) -> tuple[str, PlacedStatement] | None:
        placed = self._statement(self.decided_on)
        return (self.claim, placed) if placed and self.proposal is None else None

    @property
    def labels(self) -> dict[str, str]:
        """The keys that decide, each with the side it decides on."""
        if self.quiet_source:
            told = {"claim.silent": "Silent"} if self.quiet is not None else {}
            return super().labels | {"claim.read": "Read"} | told
        if self.board_app.pen is None or self.decided_on is None:
            return super().labels
        side = "R" if self.right else "L"
        said = sides.labels_of(side, is_confirmed=self.confirmed is not None)
        return super().labels | {f"{self.keys}.{id}": word for id, word in said.items()}

    @property
    def unoffered(self) -> frozenset[str]:
        if not self.quiet_source:
            return super().unoffered
        ends = ("accept", "reject", "mend", "next", "right-next")
        return frozenset(f"{self.keys}.{end}" for end in ends)

    @property
    def nothing_proposed(self) -> str:
        return sides.nothing_proposed(self.row, self.left, self.right)

    def _head(self, seat: Seat | None) -> Content:
        if seat is None:
            return muted(sides.nothing_beside(self.row, self.right or self.left))
        entry = self.dossier.source(seat.source)
        placed = statement_at(self.row, seat)
        return Content.assemble(
            (place_title(placed, entry), "bold"), "\n", (source_in_words(entry.source), "$muted")
        )

    def _excerpt(self, seat: Seat | None) -> Excerpt | None:
        if seat is None:
            return None
        document = self.dossier.source(seat.source).document
        span = statement_at(self.row, seat).span
        return excerpt(document, span, self._around) if document and span else None

    def compared(self) -> tuple[PassageRow, ...]:
        """The rows of the two passages; () where they share next to nothing."""
        left, right = self._excerpt(self.left), self._excerpt(self.right)
        return level(left, right) if left and right else ()

    def _levels(self, pencil: Pencil) -> list[Level]:
        rows = self.compared()
        if rows:
            return [level_of(row, pencil) for row in rows]
        left, left_line = self._block(self.left, pencil)
        right, right_line = self._block(self.right, pencil)
        return [Level(NOTHING, left, right, left_line=left_line, right_line=right_line)]

    def _block(self, seat: Seat | None, pencil: Pencil) -> tuple[Content, int]:
        if seat is None:
            return Content("\n").join(sides.silent_in_words(self.row)), 0
        passage = self._excerpt(seat)
        if passage is None:
            words = on_one_line(statement_at(self.row, seat).statement.quote)
            return Content(f"“{words}” – recorded, but not found in the source"), 0
        side = alone(passage)
        return paint(side, pencil, compared=False), side.line

    # Keys

    def action_side(self, side: str, step: int) -> None:
        here, other = (self.left, self.right) if side == "left" else (self.right, self.left)
        found = next_seat(self.row, here, other, step)
        if found is None or found == here:
            self.notify("No other statement to put there.")
            return
        self._put(side, found)

    def action_put(self, number: int) -> None:
        """Put a source on the right: what a click on its name does."""
        cell = self.row.cells[number]
        if not cell.statements:
            self.quiet_source = cell.source
            self.redraw()
            return
        seat = Seat(cell.source, 0)
        if seat == self.left:
            self.left = self.right
        self._put("right", seat)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return (
            self.quiet is not None
            if action == "silent"
            else super().check_action(action, parameters)
        )

    def action_quiet(self, step: int) -> None:
        """Look at the next source that does not speak; past the last one at none."""
        sources = [cell.source for cell in self._quiet_cells]
        if not sources:
            self.notify("Every source speaks on it.")
            return
        ring = ["", *sources]
        self.quiet_source = ring[(ring.index(self.quiet_source) + step) % len(ring)]
        self.redraw()

    def action_silent(self) -> None:
        if (quiet := self.quiet) and not self.board_app.state_silence(quiet, self.dossier):
            self.action_read()

    def _put(self, side: str, seat: Seat) -> None:
        self.quiet_source = ""
        if side == "left":
            self.left = seat
        else:
            self.right = seat
        self.redraw()

    def action_swap(self) -> None:
        if self.left and self.right:
            self.left, self.right = self.right, self.left
            self.redraw()
        else:
            self.notify("There is one side only.")

    def action_difference(self, step: int) -> None:
        passages = self.query_one(Passages)
        if not passages.locked:
            passages.scroll_together()
        if not passages.differences:
            self.notify("The two share next to nothing, so there is no difference to step to.")
            return
        wanted = passages.current + step if passages.current >= 0 or step > 0 else -1
        if not 0 <= wanted < passages.differences:
            end = "last" if step > 0 else "first"
            self.notify(f"That was the {end} of {counted(passages.differences, 'difference')}.")
        passages.go(wanted % passages.differences)

    def action_notes(self) -> None:
        seats = [seat.source for seat in (self.left, self.right) if seat]
        sources = tuple(dict.fromkeys(seats))
        self.app.push_screen(NotesScreen(self.dossier, sources, self.claim))

    def action_origins(self) -> None:
        self.board_app.open_origins(self.claim)

    def action_wrap(self) -> None:
        passages = self.query_one(Passages)
        passages.wrap = not passages.wrap
        passages.lay()
        runs_on = "Lines run on; {pane.left} and {pane.right} move them."
        self.notify("Lines wrap." if passages.wrap else with_keys(self.app, runs_on))

    async def action_lock(self) -> None:
        passages = self.query_one(Passages)
        if passages.locked:
            await passages.scroll_apart()
            self.notify("Each side scrolls alone.")
        else:
            passages.scroll_together()
            self.notify("Both sides scroll together.")

    def action_copy(self) -> None:
        pencil = Pencil(letters=self.pencil.letters, colourless=True)
        self.send_to_clipboard("\n".join(copied(self.pair, self.compared(), pencil)))

    def action_copy_words(self) -> None:
        left, right = self.pair.statements
        placed = right or left
        if placed is not None:
            self.send_to_clipboard(placed.words or placed.statement.quote)

    def action_edit(self) -> None:
        self.board_app.open_form(ClaimDesign, {"claim": self.claim})

    def action_read(self) -> None:
        seat = self.decided_on
        if self.quiet_source:
            cell = self.row.cell(self.quiet_source)
            self.read_source(cell.source, cell.may_speak, self.claim)
            return
        if seat is None:
            self.hint("No source speaks; {claim.quiet} goes to one, to read it.")
            return
        self.read_source(seat.source, statement_at(self.row, seat).span, self.claim)

    def action_editor(self) -> None:
        seat = self.right or self.left
        if seat is None:
            self.open_editor(self.row.claim.place)
            return
        placed = statement_at(self.row, seat)
        self.open_editor(file_place(placed, self.dossier.source(seat.source)))


_TALL = 40
"""Rows from which there is room for more of the surroundings."""
