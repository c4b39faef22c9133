"""What a resolution settles: which statements it chose, and which clashes are no longer open."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from provenance.comparison.fits import fit
from provenance.comparison.outcomes import Fit
from provenance.model.claims import Claim, Holds, Statement
from provenance.model.values import Value
from provenance.model.verdicts import (
    Cell,
    Outcome,
    Pair,
    PlacedStatement,
    Relation,
    Resolution,
    Row,
    StatementState,
    Verdict,
)

_DIFFERING = (Relation.CONFLICT, Relation.POSSIBLE_CONFLICT, Relation.UNDETERMINED)


def resolve(row: Row, resolution: Resolution, drafts: Collection[str] = ()) -> Row:
    """The row with what its statements came to; as it is where no two of them are settled by it.

    Of proposals nothing is said: they were not weighed. A draft that has another answer than the
    chosen one is not settled either, for it is what is being checked. `drafts` are source ids.
    """
    cells = tuple(_resolved(row, cell, resolution, drafts) for cell in row.cells)
    resolved = replace(row, cells=cells, resolution=resolution)
    is_differing = row.verdict in (Verdict.DISPUTED, Verdict.OPEN)
    return resolved if is_differing and any(map(resolved.is_settled, _differing(row))) else row


def _differing(row: Row) -> Iterator[Pair]:
    return (pair for pair in row.pairs if pair.relation in _DIFFERING)


def _resolved(row: Row, cell: Cell, resolution: Resolution, drafts: Collection[str]) -> Cell:
    is_draft = cell.source in drafts
    statements = tuple(
        replace(placed, outcome=_outcome(row.claim, placed, resolution, is_draft=is_draft))
        for placed in cell.statements
    )
    clashing = {
        index
        for pair in _differing(row)
        for source, index in ((pair.a, pair.a_index), (pair.b, pair.b_index))
        if source == cell.source
    }
    outcomes = {statements[index].outcome for index in clashing}
    outcome = None
    if outcomes and None not in outcomes:
        outcome = Outcome.OUTWEIGHED if Outcome.OUTWEIGHED in outcomes else Outcome.CHOSEN
    return replace(cell, statements=statements, outcome=outcome)


def _outcome(
    claim: Claim, placed: PlacedStatement, resolution: Resolution, *, is_draft: bool
) -> Outcome | None:
    if placed.span is None or placed.state is StatementState.PROPOSED:
        return None
    if _fits(claim, placed.statement, resolution):
        return Outcome.CHOSEN
    return None if is_draft else Outcome.OUTWEIGHED


def _fits(claim: Claim, statement: Statement, resolution: Resolution) -> bool:
    said, chosen = (" ".join(s.casefold().split()) for s in (statement.says, resolution.says))
    if statement.holds is not Holds.DENIED and said == chosen:
        return True
    if resolution.value is None:
        return False
    return fit(claim, _asserted(statement, resolution.value), statement).fit in (
        Fit.AGREE,
        Fit.COMPATIBLE,
    )


def _asserted(statement: Statement, value: Value) -> Statement:
    """The same statement, had it said the value outright."""
    return replace(statement, value=value, holds=Holds.ASSERTED)
