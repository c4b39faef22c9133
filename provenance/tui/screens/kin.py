"""The keys that decide on a proposed family, for every screen that shows one."""

from __future__ import annotations

from provenance.model.origins import FamilyProposal
from provenance.tui.screens.base import BoardScreen


class KinScreen(BoardScreen):
    """A screen on which a proposed family can be under the cursor."""

    @property
    def family(self) -> FamilyProposal | None:
        """What the keys decide on; None where no family is proposed there."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("accept", "reject"):
            return self.board_app.pen is not None and self.family is not None
        if action in ("undo", "redo"):
            return self.board_app.pen is not None
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        if (family := self.family) is not None:
            self.board_app.accept_family(family)

    def action_reject(self) -> None:
        if (family := self.family) is not None:
            self.board_app.reject_family(family)

    def action_undo(self) -> None:
        self.board_app.undo()

    def action_redo(self) -> None:
        self.board_app.redo()
