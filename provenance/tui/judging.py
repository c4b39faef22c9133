"""What a person decides at the board: on proposals, claims, findings, families and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from provenance import run
from provenance.model.claims import Statement
from provenance.model.decided import SetAside
from provenance.model.decisions import Decision
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.findings import Finding
from provenance.model.origins import FamilyProposal
from provenance.model.verdicts import Cell, CellState, PlacedStatement, Row, StatementState
from provenance.rendering.origins_in_words import family_in_words
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words
from provenance.tui.deciding import DecidingApp, Pen
from provenance.tui.hints import with_keys
from provenance.tui.outside import RunEditor


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a key decides on: a statement nobody has confirmed, or the silence of a source."""

    claim: str
    source: str
    placed: PlacedStatement | None
    """None where the source is proposed to be silent."""


class Kind(Enum):
    """What a reviewer does with a claim."""

    SIGN = "sign it off"
    RESOLVE = "resolve it: one answer is right"
    COMMENT = "comment on it"


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What a person filled in on a claim."""

    kind: Kind
    by: str
    why: str
    verdict: str = ""
    answer: str = ""
    weighed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is taken back or set aside, by whom, and until when."""

    why: str
    by: str
    expires: str = ""


def proposal_in(claim: str, cell: Cell, index: int = 0) -> Proposal | None:
    """The proposal of a cell, by the number of its statement; None where all is decided."""
    if cell.state is CellState.PROPOSED_SILENT:
        return Proposal(claim, cell.source, None)
    if index < len(cell.statements):
        placed = cell.statements[index]
        if placed.state is StatementState.PROPOSED:
            return Proposal(claim, cell.source, placed)
    return None


def quiet_in(row: Row, cell: Cell, entry: ReadSource) -> Proposal | None:
    """What a person may say of a source that she has read and that does not say: its silence. None
    where it speaks, cannot be read, or is listed as silent already."""
    is_readable = entry.document is not None and entry.state is not SourceState.UNREAD
    is_quiet = cell.state in (CellState.UNREAD, CellState.PROPOSED_SILENT)
    is_listed = cell.source in row.claim.silent
    if not (is_readable and is_quiet) or is_listed or cell.statements:
        return None
    return Proposal(row.claim.id, cell.source, None)


_OPENED = "opened at the board for this question"
_BY_SEARCH = "by the search alone; not opened at the board"


class JudgingApp(DecidingApp):
    """Records each kind of decision, and says what was decided."""

    def __init__(
        self,
        *,
        root: Path,
        run_editor: RunEditor | None,
        environment: Mapping[str, str],
        pen: Pen | None,
    ) -> None:
        super().__init__(root=root, run_editor=run_editor, environment=environment, pen=pen)
        self.opened: set[tuple[str, str]] = set()
        """Claims and sources that were opened for them in this session."""
        self._told_unopened: set[tuple[str, str]] = set()

    def accept(self, proposal: Proposal, dossier: Dossier) -> None:
        """Confirm a proposal as it stands."""
        placed = proposal.placed
        if placed is None:
            self._accept_silence(proposal, dossier)
            return
        gone = _no_longer_proposed(proposal, dossier)
        self._confirm(proposal.claim, _pinned(placed, dossier), "Confirmed", "", gone)

    def _accept_silence(self, proposal: Proposal, dossier: Dossier) -> None:
        """Record a proposed silence; of a source that was not opened for it, once she was told."""
        place = (proposal.claim, proposal.source)
        if place in self.opened:
            self._record_silence(proposal, _OPENED)
        elif place in self._told_unopened:
            self._record_silence(proposal, _BY_SEARCH)
        else:
            self._told_unopened.add(place)
            why = dossier.row(proposal.claim).cell(proposal.source).why
            keys = "{read} reads it; {accept} again records that you find it silent."
            self.notify(f"{on_one_line(why)} {with_keys(self, keys)}", markup=False)

    def state_silence(self, proposal: Proposal, dossier: Dossier) -> bool:
        """Record what a person says of a source she read: it does not say. False where a passage
        may speak that she has not opened; it is to be read first."""
        place = (proposal.claim, proposal.source)
        cell = dossier.row(proposal.claim).cell(proposal.source)
        if cell.may_speak is not None and place not in self.opened:
            words = "It may speak here. Read it; back here, {silent} says that it does not."
            self.notify(with_keys(self, words), markup=False)
            return False
        self._record_silence(proposal, _OPENED if place in self.opened else "")
        return True

    def _record_silence(self, proposal: Proposal, why: str) -> None:
        claim, source = proposal.claim, proposal.source
        self.do(
            lambda signed: run.confirm_silence(self.root, claim, source, signed, why),
            f"Confirmed: {source} is silent on {claim}.",
            f"the confirmation for {source} on {claim}",
        )

    def accept_mended(self, proposal: Proposal, mended: Statement, dossier: Dossier) -> bool:
        """Confirm a proposal as a person mended it; whether that was done."""
        placed = proposal.placed
        if placed is None:
            return False
        before = _pinned(placed, dossier)
        is_kept = mended.quote == before.quote
        whole = replace(mended, prefix=before.prefix, suffix=before.suffix) if is_kept else mended
        changed = said_in_words(placed.statement) if whole != before else ""
        why = f"mended; proposed was {changed}" if changed else ""
        gone = _no_longer_proposed(proposal, dossier)
        return self._confirm(proposal.claim, whole, "Mended and confirmed", why, gone)

    def reject(self, proposal: Proposal) -> None:
        """Record that a proposal is not to be made again."""
        statement = proposal.placed.statement if proposal.placed else None
        said = said_in_words(statement) if statement else "that it is silent"
        self.do(
            lambda signed: run.reject(
                self.root, proposal.claim, proposal.source, signed, statement
            ),
            f"Rejected for {proposal.source}: {said}.",
            f"the rejection for {proposal.source} on {proposal.claim}",
        )

    def review(self, claim: str, filled: Reviewing) -> bool:
        """Record what a person filled in on a claim; whether that was done."""
        root = self.root

        def decide(signed: run.Signed) -> run.Act:
            match filled.kind:
                case Kind.SIGN:
                    return run.sign_off(root, claim, filled.verdict, signed, filled.why)
                case Kind.RESOLVE:
                    return run.resolve(
                        root, claim, filled.answer, filled.why, signed, filled.weighed
                    )
                case Kind.COMMENT:
                    return run.comment(root, claim, filled.why, signed)

        said = {
            Kind.SIGN: f"Signed off by {filled.by}: {claim}.",
            Kind.RESOLVE: f"Resolved by {filled.by}: {claim}, {filled.answer}.",
            Kind.COMMENT: f"Comment by {filled.by} on {claim}.",
        }
        undone = {
            Kind.SIGN: f"the sign-off of {claim}",
            Kind.RESOLVE: f"the resolution of {claim}",
            Kind.COMMENT: f"the comment on {claim}",
        }
        return self.do(decide, said[filled.kind], undone[filled.kind], filled.by)

    def set_aside(self, finding: Finding, reason: Reason) -> bool:
        """Record that a finding is not to count; whether that was done."""
        return self.do(
            lambda signed: run.set_aside(
                self.root,
                finding,
                reason.why,
                signed,
                reason.expires,
            ),
            f"Set aside: {finding.code}, {finding.message}",
            f"the setting aside of {finding.code}",
            reason.by,
        )

    def bring_back(self, aside: SetAside, reason: Reason) -> bool:
        """Have a finding count again; whether that was done."""
        code = aside.finding.code
        return self.do(
            lambda signed: run.withdraw_decision(
                self.root,
                aside.waiver.path,
                reason.why,
                signed,
            ),
            f"Counts again: {code}, {aside.finding.message}",
            f"that {code} counts again",
            reason.by,
        )

    def withdraw(self, decision: Decision, reason: Reason) -> bool:
        """Take back a decision of whatever session; whether that was done."""
        return self.do(
            lambda signed: run.withdraw_decision(self.root, decision.path, reason.why, signed),
            f"Withdrawn: the decision of {decision.by} on {decision.subject}.",
            f"the withdrawal of the decision on {decision.subject}",
            reason.by,
        )

    def accept_family(self, family: FamilyProposal) -> None:
        """Confirm that sources copy one another."""
        why = "; ".join(family_in_words(family))
        names = ", ".join(family.members)
        self.do(
            lambda signed: run.confirm_family(self.root, family.members, signed, why),
            f"Confirmed: {names} are one family.",
            f"the confirmation of {names} as one family",
        )

    def reject_family(self, family: FamilyProposal) -> None:
        """Record that sources are not to be proposed as one family again."""
        names = ", ".join(family.members)
        self.do(
            lambda signed: run.reject_family(self.root, family.members, signed),
            f"Rejected: that {names} are one family.",
            f"the rejection of {names} as one family",
        )

    def _confirm(self, claim: str, statement: Statement, verb: str, why: str, besides: str) -> bool:
        return self.do(
            lambda signed: run.confirm(self.root, claim, statement, signed, why),
            f"{verb}: {statement.source} says {said_in_words(statement)}.{besides}",
            f"the confirmation for {statement.source} on {claim}",
        )


def _no_longer_proposed(proposal: Proposal, dossier: Dossier) -> str:
    """What is said of a source's other proposals: it is asked no more once one is confirmed."""
    cell = dossier.row(proposal.claim).cell(proposal.source)
    number = sum(each.state is StatementState.PROPOSED for each in cell.statements) - 1
    if number < 1:
        return ""
    are = "is" if number == 1 else "are"
    return f" {counted(number, 'other')} of this source {are} no longer proposed."


def _pinned(placed: PlacedStatement, dossier: Dossier) -> Statement:
    document = dossier.source(placed.statement.source).document
    return run.pinned(placed, document) if document else placed.statement
