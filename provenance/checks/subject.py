"""What the checks look at: the parts of a dossier, before there are findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from provenance.checks.clashes import Clash, ClashGroup, grouped
from provenance.model.bibliography import ListedWork
from provenance.model.claims import Claim
from provenance.model.dossier import ReadSource
from provenance.model.findings import Finding, Severity
from provenance.model.origins import FamilyProposal, Trail
from provenance.model.sources import Role
from provenance.model.verdicts import (
    Pair,
    PlacedStatement,
    Relation,
    Row,
)


@dataclass(frozen=True)
class Quotation:
    """One statement of one claim, and the source it is taken from."""

    claim: Claim
    entry: ReadSource
    placed: PlacedStatement

    @property
    def source(self) -> str:
        return self.entry.source.id

    def finding(self, code: str, severity: Severity, message: str, hint: str) -> Finding:
        """A finding at the quotation's place in the claim's file.

        It has no span: spans count in the file at `place`, and that is the claim, not the source.
        """
        statement = self.placed.statement
        place = statement.quote_place if statement.quote_place.path else statement.place
        at = place if place.path else self.claim.place
        return Finding(code, severity, at, message, hint, claim=self.claim.id)


@dataclass(frozen=True)
class Subject:
    """Sources as they were read and rows as they were judged, both in the order of the board."""

    sources: tuple[ReadSource, ...]
    rows: tuple[Row, ...]
    trails: tuple[Trail, ...] = ()
    """One a row, where claims were traced."""
    works: tuple[ListedWork, ...] = ()
    """All that sources rest on: what notes cite, each work once, and what descriptions declare."""
    proposed_families: tuple[FamilyProposal, ...] = ()

    @cached_property
    def traced(self) -> tuple[tuple[Row, Trail], ...]:
        """Every row with what it rests on."""
        by_claim = {trail.claim: trail for trail in self.trails}
        return tuple((row, by_claim[row.claim.id]) for row in self.rows if row.claim.id in by_claim)

    @cached_property
    def by_id(self) -> Mapping[str, ReadSource]:
        return {entry.source.id: entry for entry in self.sources}

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every statement of every claim, lost ones too."""
        return tuple(
            Quotation(row.claim, self.by_id[cell.source], placed)
            for row in self.rows
            for cell in row.cells
            for placed in cell.statements
        )

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """Every pair of statements that conflict, or may."""
        firm = (Relation.CONFLICT, Relation.POSSIBLE_CONFLICT)
        return tuple(
            self._clash(row, pair)
            for row in self.rows
            for pair in row.pairs
            if pair.relation in firm
        )

    def clash_groups(self, belongs: Callable[[Clash], bool]) -> Iterator[ClashGroup]:
        """The clashes for which `belongs` is true, those together that one finding tells."""
        return grouped(clash for clash in self.clashes if belongs(clash))

    def _clash(self, row: Row, pair: Pair) -> Clash:
        a = row.cell(pair.a).statements[pair.a_index]
        b = row.cell(pair.b).statements[pair.b_index]
        roles = (self.by_id[id_].source.role for id_ in (pair.a, pair.b))
        names = (_numbered(row, pair.a, pair.a_index), _numbered(row, pair.b, pair.b_index))
        resolution = row.resolution if row.is_settled(pair) else None
        return Clash(row.claim, pair, a, b, Role.DRAFT in roles, *names, resolution)


def _numbered(row: Row, source: str, index: int) -> str:
    several = len(row.cell(source).statements) > 1
    return f"{source} ({index + 1})" if several else source
