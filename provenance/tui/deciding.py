"""An app that records what a person decides on proposals, and can undo what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.claims import Statement
from provenance.model.decisions import Action
from provenance.model.dossier import Dossier
from provenance.model.origins import FamilyProposal
from provenance.model.verdicts import Cell, CellState, PlacedStatement, StatementState
from provenance.rendering.origins_in_words import family_in_words
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words
from provenance.tui.outside import OutsideApp, RunEditor


@dataclass(frozen=True, slots=True)
class Pen:
    """Who decides at this board, and the clock. Without one a board is there to be read."""

    by: str
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def signed(self) -> run.Signed:
        return run.Signed(self.by, self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a key decides on: a statement nobody has confirmed, or the silence of a source."""

    claim: str
    source: str
    placed: PlacedStatement | None
    """None where the source is proposed to be silent."""


def proposal_in(claim: str, cell: Cell, index: int = 0) -> Proposal | None:
    """The proposal of a cell, by the number of its statement; None where all is decided."""
    if cell.state is CellState.PROPOSED_SILENT:
        return Proposal(claim, cell.source, None)
    if index < len(cell.statements):
        placed = cell.statements[index]
        if placed.state is StatementState.PROPOSED:
            return Proposal(claim, cell.source, placed)
    return None


class DecidingApp(OutsideApp):
    """Records, tells what was recorded, and has everything read and compared again."""

    def __init__(
        self,
        *,
        root: Path,
        run_editor: RunEditor | None,
        environment: Mapping[str, str],
        pen: Pen | None,
    ) -> None:
        super().__init__(root=root, run_editor=run_editor, environment=environment)
        self.pen = pen
        self._acts: list[run.Act] = []
        """What was done in this session and not undone, oldest first."""

    def reload(self) -> None:
        """Read and compare again, after the check under way if there is one."""
        raise NotImplementedError

    @property
    def can_undo(self) -> bool:
        return bool(self._acts)

    def accept(self, proposal: Proposal, dossier: Dossier) -> None:
        """Confirm a proposal as it stands."""
        placed = proposal.placed
        if placed is None:
            self._do(
                lambda signed: run.confirm_silence(
                    self.root, proposal.claim, proposal.source, signed
                ),
                f"Confirmed: {proposal.source} is silent on {proposal.claim}.",
            )
            return
        self._confirm(proposal.claim, _pinned(placed, dossier), "Confirmed", "")

    def accept_mended(self, proposal: Proposal, mended: Statement, dossier: Dossier) -> None:
        """Confirm a proposal as a person mended it."""
        placed = proposal.placed
        if placed is None:
            return
        before = _pinned(placed, dossier)
        whole = replace(mended, prefix=before.prefix, suffix=before.suffix)
        changed = said_in_words(placed.statement) if whole != before else ""
        why = f"mended; proposed was {changed}" if changed else ""
        self._confirm(proposal.claim, whole, "Mended and confirmed", why)

    def reject(self, proposal: Proposal) -> None:
        """Record that a proposal is not to be made again."""
        statement = proposal.placed.statement if proposal.placed else None
        said = said_in_words(statement) if statement else "that it is silent"
        self._do(
            lambda signed: run.reject(
                self.root, proposal.claim, proposal.source, signed, statement
            ),
            f"Rejected for {proposal.source}: {said}.",
        )

    def accept_family(self, family: FamilyProposal) -> None:
        """Confirm that sources copy one another."""
        why = "; ".join(family_in_words(family))
        self._do(
            lambda signed: run.confirm_family(self.root, family.members, signed, why),
            f"Confirmed: {', '.join(family.members)} are one family.",
        )

    def reject_family(self, family: FamilyProposal) -> None:
        """Record that sources are not to be proposed as one family again."""
        self._do(
            lambda signed: run.reject_family(self.root, family.members, signed),
            f"Rejected: that {', '.join(family.members)} are one family.",
        )

    def undo(self) -> None:
        """Take back the last act of this session."""
        if not self._acts:
            self.notify("There is nothing to undo: nothing was decided since the board opened.")
            return
        act = self._acts[-1]
        made = act.decision
        verb = "confirmation" if made.action is Action.CONFIRMED else "rejection"
        of = f"of {', '.join(made.members)} as" if made.members else f"for {made.source} on"
        about = "one family" if made.members else made.subject
        said = f"Undone: the {verb} {of} {about}."
        if self._do(lambda signed: run.withdraw(self.root, act, signed), said, keep=False):
            self._acts.pop()

    def _confirm(self, claim: str, statement: Statement, verb: str, why: str) -> None:
        self._do(
            lambda signed: run.confirm(self.root, claim, statement, signed, why),
            f"{verb}: {statement.source} says {said_in_words(statement)}.",
        )

    def _do(self, decide: Callable[[run.Signed], run.Act], said: str, *, keep: bool = True) -> bool:
        """Decide, and say what came of it; whether it was done."""
        if self.pen is None:
            self.notify("This board was opened to be read; nothing can be decided at it.")
            return False
        try:
            act = decide(self.pen.signed())
        except ProvenanceError as error:
            words = "\n".join(on_one_line(str(problem)) for problem in error.problems)
            self.notify(words, title="Not recorded", severity="error", markup=False)
            return False
        if keep:
            self._acts.append(act)
        undo = " z undoes it." if keep else ""
        self.notify(f"{on_one_line(said)}{undo}", markup=False)
        self.reload()
        return True


def _pinned(placed: PlacedStatement, dossier: Dossier) -> Statement:
    document = dossier.source(placed.statement.source).document
    return run.pinned(placed, document) if document else placed.statement
