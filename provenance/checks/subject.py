"""What the checks look at: the parts of a dossier, before there are findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from provenance.comparison.wording import in_words
from provenance.errors import inert
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
    Resolution,
    Row,
    StatementState,
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
class Clash:
    """Two statements that conflict, or may."""

    claim: Claim
    pair: Pair
    a: PlacedStatement
    b: PlacedStatement
    with_draft: bool
    a_name: str
    """Its source, with its number where the source makes several statements: `gazette (2)`."""
    b_name: str
    resolution: Resolution | None = None
    """Of its claim, where it settles these two."""

    @property
    def relation(self) -> Relation:
        return self.pair.relation

    @property
    def why(self) -> str:
        return self.pair.why

    @property
    def is_confirmed(self) -> bool:
        """Whether a person has confirmed both."""
        return self.a.state is self.b.state is StatementState.CONFIRMED

    @property
    def is_within(self) -> bool:
        return self.pair.a == self.pair.b

    @property
    def between(self) -> str:
        if self.is_within:
            numbers = f"{self.pair.a_index + 1} and {self.pair.b_index + 1}"
            return f"Statements {numbers} of {inert(self.pair.a)}"
        return f"{inert(self.a_name)} and {inert(self.b_name)}"

    def finding(self, code: str, severity: Severity, message: str, hint: str) -> Finding:
        """A finding at the later of the two statements in the claim's file; no more than a note
        once a person resolved the clash."""
        places = [placed.statement.place for placed in (self.a, self.b)]
        place = max(place if place.path else self.claim.place for place in places)
        if self.resolution is None:
            return Finding(code, severity, place, message, hint, claim=self.claim.id)
        hint = "Nothing is left to do; it counts again when the claim or a source changes."
        said = resolved_by(self.resolution)
        return Finding(
            code,
            Severity.NOTE,
            place,
            f"{said} {message}",
            hint,
            claim=self.claim.id,
            resolved=said,
        )


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

    def _clash(self, row: Row, pair: Pair) -> Clash:
        a = row.cell(pair.a).statements[pair.a_index]
        b = row.cell(pair.b).statements[pair.b_index]
        roles = (self.by_id[id_].source.role for id_ in (pair.a, pair.b))
        names = (_numbered(row, pair.a, pair.a_index), _numbered(row, pair.b, pair.b_index))
        resolution = row.resolution if row.is_settled(pair) else None
        return Clash(row.claim, pair, a, b, Role.DRAFT in roles, *names, resolution)


def resolved_by(resolution: Resolution) -> str:
    """`Resolved by AB and CD: 14 March 1841.`"""
    value = resolution.value
    said = inert(resolution.says) if value is None else in_words(value)
    return f"Resolved by {' and '.join(map(inert, resolution.by))}: {said.rstrip('.')}."


def _numbered(row: Row, source: str, index: int) -> str:
    several = len(row.cell(source).statements) > 1
    return f"{source} ({index + 1})" if several else source
