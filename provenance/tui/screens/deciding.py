"""The keys that decide on a proposal, for every screen that shows one."""

from __future__ import annotations

from provenance.model.claims import Statement
from provenance.tui.deciding import Proposal, Reviewing
from provenance.tui.screens.base import BoardScreen
from provenance.tui.screens.mending import MendScreen
from provenance.tui.screens.reviewing import ReviewScreen


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
        proposal = self.proposal
        if proposal is None or proposal.placed is None:
            return
        claim = self.dossier.row(proposal.claim).claim

        def mended(statement: Statement | None) -> None:
            if statement is not None:
                self.board_app.accept_mended(proposal, statement, self.dossier)

        self.app.push_screen(MendScreen(claim, proposal.placed), mended)

    def action_review(self) -> None:
        claim, app = self.reviewed_claim, self.board_app

        def reviewed(review: Reviewing | None) -> None:
            if review is not None:
                app.review(claim, review)

        if claim and app.pen is not None:
            decided = self.dossier.decided
            screen = ReviewScreen(self.dossier, claim, decided.signer or app.pen.by)
            app.push_screen(screen, reviewed)

    def action_undo(self) -> None:
        self.board_app.undo()

    def action_redo(self) -> None:
        self.board_app.redo()
