"""The keys that decide on a proposal, for every screen that shows one."""

from __future__ import annotations

from provenance.tui.deciding import Proposal
from provenance.tui.designs_of_proposals import MendDesign, about_statement
from provenance.tui.designs_of_reviews import ReviewDesign
from provenance.tui.screens.base import BoardScreen


class DecidingScreen(BoardScreen):
    """A screen on which a proposal can be under the cursor."""

    @property
    def proposal(self) -> Proposal | None:
        """What the keys decide on; None where nothing there is proposed."""
        raise NotImplementedError

    @property
    def reviewed_claim(self) -> str:
        """The claim that a review is of; "" where there is none."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("accept", "reject", "mend"):
            proposal = self.proposal if self.board_app.pen is not None else None
            return proposal is not None and (action != "mend" or proposal.placed is not None)
        if action == "review":
            return self.board_app.pen is not None and bool(self.reviewed_claim)
        if action == "undo":
            return self.board_app.can_undo
        if action == "redo":
            return self.board_app.can_redo
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        if (proposal := self.proposal) is not None:
            self.board_app.accept(proposal, self.dossier)

    def action_reject(self) -> None:
        if (proposal := self.proposal) is not None:
            self.board_app.reject(proposal)

    def action_mend(self) -> None:
        if (proposal := self.proposal) is not None and proposal.placed is not None:
            about = about_statement(proposal.claim, proposal.placed.statement)
            self.board_app.open_form(MendDesign, dict(about))

    def action_review(self) -> None:
        if self.reviewed_claim:
            self.board_app.open_form(ReviewDesign, {"claim": self.reviewed_claim})

    def action_undo(self) -> None:
        self.board_app.undo()

    def action_redo(self) -> None:
        self.board_app.redo()
