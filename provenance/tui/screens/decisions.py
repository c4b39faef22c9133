"""What people decided: stale ones on top, then the newest; with who, what, why and the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable

from provenance.errors import Place
from provenance.model.decisions import Action
from provenance.model.dossier import Dossier
from provenance.model.reviews import Drifted
from provenance.rendering.decisions_in_words import (
    Entry,
    State,
    chosen,
    counts_of_decisions,
    entry_facts,
    on_what,
    what,
)
from provenance.rendering.review_in_words import drift_in_words
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.board import QUESTION, Spot
from provenance.tui.designs_of_reasons import WithdrawDesign
from provenance.tui.drawing import Line, muted
from provenance.tui.hints import with_keys
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.deciding import DecidingScreen
from provenance.tui.screens.finding_rows import FindingRows
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.headline import Headline, Look, Modes
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.search_line import SearchLine

_HEADS = ("When", "Decision", "On", "By", "Now")
_NAME = 10
"""Columns of the facts' names."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A row of the list: a decision, or words of the draft that changed since it was signed."""

    key: str
    claim: str
    entry: Entry | None = None
    drifted: Drifted | None = None

    @property
    def is_over(self) -> bool:
        """Whether it holds no more, or takes back one that does not: it is drawn muted."""
        if self.entry is None:
            return False
        is_withdrawal = self.entry.decision.action is Action.WITHDRAWN
        return is_withdrawal or self.entry.state in (State.REPLACED, State.WITHDRAWN)


class DecisionsScreen(FindingRows, DecidingScreen):
    """One row a decision; above them what changed in the draft."""

    BINDINGS = bindings(Scope.DECISIONS)
    AUTO_FOCUS = "#decisions"
    PURPOSE = (
        "Everything people decided, what changed since on top, then the newest first, with who, "
        "what, why and the words. {table.open} opens the claim, or shows what was taken back; "
        "{decisions.withdraw} takes a decision back, with a reason."
    )

    ON_ENTRIES = frozenset(("filter", "copy", "editor", "search", "found"))

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier)
        self.state: State | None = None
        """What the decisions shown are worth; None for all."""
        self._rows: tuple[_Shown, ...] = ()
        self._unfolded: set[str] = set()
        """Withdrawals under which the decision that was taken back is listed as well."""

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Modes("decisions")
        yield BoardTable(id="decisions", cursor="row", title="Decisions")
        yield SearchLine("words of a decision, its reason or who made it")
        yield Pane(id="decision-pane")

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def redraw(self) -> None:
        decided, before = self.dossier.decided, self.here
        self._rows = tuple(self._shown())
        self.query_one(Headline).show(self.dossier.title, counts_of_decisions(decided))
        state = self.state.value if self.state else "all"
        look = Look("filter", state, "screen.filter", is_usual=self.state is None)
        self.query_one(Modes).show(len(self.dossier.findings), [look], self.sought)
        table = self.query_one("#decisions", BoardTable)
        cells = [self._cells(shown) for shown in self._rows]
        faded, rows, width = self.pencil.colour("muted"), self._rows, self.size.width
        keys = [shown.key for shown in rows]
        table.put(_HEADS, cells, keys, width, lambda row: faded if rows[row].is_over else "")
        withdrawals = {each.withdraws: each.path for each in decided.decisions}
        wanted = {before.key, withdrawals.get(before.key)} if before else set()
        kept = [n for n, shown in enumerate(self._rows) if shown.key in wanted]
        if kept:
            at = [n for n in kept if before and self._rows[n].key == before.key] or kept
            table.move_cursor(row=at[0])
        self._draw_pane()

    def _shown(self) -> Iterator[_Shown]:
        decided = self.dossier.decided
        if self.state in (None, State.STALE):
            for number, each in enumerate(decided.drifted):
                yield _Shown(f"draft {number}", each.claim, drifted=each)
        folded = self._folded() if self.state is None else frozenset()
        for entry in chosen(decided, self.state):
            if entry.decision.path in folded:
                continue
            yield _Shown(entry.decision.path, entry.decision.subject, entry)

    def said_in_rows(self) -> Iterator[str]:
        for shown in self._rows:
            lines = (line.body.plain for line in self._lines(shown))
            yield " ".join([*self._cells(shown), *lines])

    def _folded(self) -> frozenset[str]:
        """Decisions that were taken back: the withdrawal tells of both, until it is unfolded."""
        return frozenset(
            each.withdraws
            for each in self.dossier.decided.decisions
            if each.action is Action.WITHDRAWN and each.path not in self._unfolded
        )

    def _cells(self, shown: _Shown) -> list[str]:
        if shown.entry is None:
            assert shown.drifted is not None
            draft = on_one_line(shown.drifted.draft)
            return ["now", drift_in_words(shown.drifted), on_one_line(shown.claim), draft, "draft"]
        decision = shown.entry.decision
        by_path = {each.path: each for each in self.dossier.decided.decisions}
        return [
            on_one_line(decision.at)[:10],
            what(decision, by_path),
            on_what(decision, by_path),
            on_one_line(decision.by),
            shown.entry.state.value,
        ]

    @property
    def is_empty(self) -> bool:
        return not (self.dossier.decided.decisions or self.dossier.decided.drifted)

    @property
    def here(self) -> _Shown | None:
        """What the cursor is on."""
        if not self.is_mounted:
            return None
        row = self.query_one("#decisions", BoardTable).cursor_row
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @property
    def proposal(self) -> None:
        return None

    @property
    def reviewed_claim(self) -> str:
        here = self.here
        is_claim = here is not None and self._is_claim(here.claim)
        return here.claim if here is not None and is_claim else ""

    def _is_claim(self, subject: str) -> bool:
        return any(row.claim.id == subject for row in self.dossier.rows)

    def on_data_table_row_highlighted(self, _: DataTable.RowHighlighted) -> None:
        self._draw_pane()

    def on_data_table_row_selected(self, _: DataTable.RowSelected) -> None:
        if not self.is_on_top:
            return
        here, claim = self.here, self.reviewed_claim
        if here and here.entry and here.entry.decision.action is Action.WITHDRAWN:
            self._unfolded ^= {here.entry.decision.path}
            self.redraw()
        elif claim:
            self.app.push_screen(ClaimScreen(self.dossier, Spot(claim, QUESTION)))
        else:
            self.notify("This decision is on no claim; the pane below says all of it.")

    def _draw_pane(self) -> None:
        self.refresh_bindings()
        pane = self.query_one("#decision-pane", Pane)
        here = self.here
        if here is None:
            pane.show([Line(Content(self._nothing()))], "")
            return
        pane.show(self._lines(here), self._title(here))

    def _title(self, here: _Shown) -> str:
        """What the decision is about: the claim, or of a finding the file it is in."""
        if here.entry is None or self._is_claim(here.claim):
            return on_one_line(here.claim)
        decision = here.entry.decision
        by_path = {each.path: each for each in self.dossier.decided.decisions}
        about = by_path.get(decision.withdraws, decision)
        said = on_what(decision, by_path)
        return f"a finding in {said}" if about.action is Action.SET_ASIDE else said

    def _nothing(self) -> str:
        if self.state is not None and self.dossier.decided.decisions:
            others = "{decisions.filter} shows others, {decisions.back} shows all."
            return f"No decision is {self.state.value}. {with_keys(self.app, others)}"
        return with_keys(
            self.app,
            "Nobody has decided anything yet. At the matrix {matrix.accept} confirms what is "
            "proposed, {matrix.reject} rejects it, and {matrix.review} signs a claim off, resolves "
            "its conflict or comments on it.",
        )

    def _lines(self, here: _Shown) -> Iterator[Line]:
        if here.entry is not None:
            for fact in entry_facts(here.entry, self.dossier.decided):
                yield Line(Content(fact.said), muted(f"{fact.name}: ".ljust(_NAME)))
        elif here.drifted is not None:
            yield Line(Content(drift_in_words(here.drifted)))
            yield Line(muted("The draft changed since claims that rest on it were signed."))
        for path in self.dossier.decided.copies_gone if here.drifted else ():
            gone = f"The copy of {on_one_line(path)} as it was signed is gone, so what moved or was"
            yield Line(Content(f"{gone} reworded cannot be told."))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "withdraw":
            here = self.here
            return (
                self.board_app.pen is not None
                and here is not None
                and here.entry is not None
                and here.entry.state is not State.WITHDRAWN
                and here.entry.decision.action is not Action.WITHDRAWN
            )
        return super().check_action(action, parameters)

    def action_filter(self) -> None:
        states: list[State | None] = [None, *State]
        self.state = states[(states.index(self.state) + 1) % len(states)]
        self.redraw()

    def action_withdraw(self) -> None:
        here = self.here
        if here is not None and here.entry is not None:
            self.board_app.open_form(WithdrawDesign, {"decision": here.entry.decision.path})

    def action_copy(self) -> None:
        here = self.here
        if here is None:
            self.notify("There is nothing to copy.")
            return
        self.send_to_clipboard(
            "\n".join(line.lead.plain + line.body.plain for line in self._lines(here))
        )

    def action_editor(self) -> None:
        here = self.here
        if here is not None and here.entry is not None:
            self.open_editor(Place(here.entry.decision.path, 1))
        elif here is not None and here.drifted is not None:
            self.open_editor(here.drifted.place)

    def action_back(self) -> None:
        """The search first, then the filter, then the screen."""
        if self.state is not None and not self.is_searching:
            self.state = None
            self.redraw()
        else:
            super().action_back()
