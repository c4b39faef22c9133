"""The keys that decide on a proposal, for every screen that shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from provenance.model.verdicts import PlacedStatement
from provenance.tui.hints import with_keys
from provenance.tui.judging import Proposal
from provenance.tui.screens.base import BoardScreen

if TYPE_CHECKING:
    from provenance.tui.forms import Design

_ON_CONFIRMED = (("mend", "Change"), ("reject", "Take out"))
"""What keys are called where they do not act on a proposal."""


class DecidingScreen(BoardScreen):
    """A screen on which a proposal can be under the cursor."""

    keys: ClassVar[str] = ""
    """What the ids of its commands begin with."""

    @property
    def proposal(self) -> Proposal | None:
        """What the keys decide on; None where nothing there is proposed."""
        raise NotImplementedError

    @property
    def confirmed(self) -> tuple[str, PlacedStatement] | None:
        """A claim and the statement in its file that the keys change; None where nothing there is
        confirmed, or a proposal comes first."""
        return None

    @property
    def nothing_proposed(self) -> str:
        """What is said where there is nothing to decide on; "" where the keys are not there."""
        return ""

    @property
    def unoffered(self) -> frozenset[str]:
        """A key that would only say why it does nothing works, and is not offered."""
        if self.proposal:
            return frozenset()
        idle = ("accept",) if self.confirmed else ("accept", "reject", "mend")
        return frozenset(f"{self.keys}.{id}" for id in idle)

    @property
    def labels(self) -> dict[str, str]:
        if self.board_app.pen is None or self.confirmed is None:
            return super().labels
        return super().labels | {f"{self.keys}.{id}": said for id, said in _ON_CONFIRMED}

    @property
    def reviewed_claim(self) -> str:
        """The claim that a review is of; "" where there is none."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("accept", "reject", "mend"):
            if self.board_app.pen is None:
                return False
            if action != "accept" and self.confirmed is not None:
                return True
            proposal = self.proposal
            if proposal is None:
                return bool(self.nothing_proposed)
            return action != "mend" or proposal.placed is not None
        if action == "review":
            return self.board_app.pen is not None and bool(self.reviewed_claim)
        if action in ("undo", "redo"):
            return self.board_app.pen is not None
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        if (proposal := self.proposal) is not None:
            self.board_app.accept(proposal, self.dossier)
        else:
            self._say_nothing_proposed()

    def _say_nothing_proposed(self) -> None:
        if said := self.nothing_proposed:
            self.notify(with_keys(self.app, said), markup=False)

    def action_reject(self) -> None:
        if (proposal := self.proposal) is not None:
            self.board_app.reject(proposal)
        elif (confirmed := self.confirmed) is not None:
            from provenance.tui.designs_of_reasons import TakeOutDesign

            self._open(TakeOutDesign, confirmed[0], confirmed[1])
        else:
            self._say_nothing_proposed()

    def action_mend(self) -> None:
        from provenance.tui.designs_of_proposals import ChangeDesign, MendDesign

        if (proposal := self.proposal) is not None and proposal.placed is not None:
            self._open(MendDesign, proposal.claim, proposal.placed)
        elif (confirmed := self.confirmed) is not None:
            self._open(ChangeDesign, confirmed[0], confirmed[1])
        else:
            self._say_nothing_proposed()

    def _open(self, design: type[Design], claim: str, placed: PlacedStatement) -> None:
        from provenance.tui.designs_of_proposals import about_statement

        self.board_app.open_form(design, dict(about_statement(claim, placed.statement)))

    def action_review(self) -> None:
        if self.reviewed_claim and not self.board_app.is_too_early():
            from provenance.tui.designs_of_reviews import ReviewDesign

            self.board_app.open_form(ReviewDesign, {"claim": self.reviewed_claim})

    def action_undo(self) -> None:
        self.board_app.undo()

    def action_redo(self) -> None:
        self.board_app.redo()
