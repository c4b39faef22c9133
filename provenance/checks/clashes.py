"""Statements that clash, and which clashes are told as one.

Where ten sources hold one day and ten another, there are a hundred pairs and one thing to settle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from provenance.comparison.wording import in_words, listed, said
from provenance.errors import Place, inert
from provenance.model.claims import Claim
from provenance.model.findings import Finding, Severity
from provenance.model.verdicts import (
    Pair,
    PlacedStatement,
    Relation,
    Resolution,
    StatementState,
)

_MOST_NAMED = 12
"""Sources of one side named one by one; more are counted."""


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
    def is_outright(self) -> bool:
        """Whether they conflict; False where they may."""
        return self.pair.relation is Relation.CONFLICT

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

    @property
    def place(self) -> Place:
        """Of the later of the two statements in the claim's file."""
        places = [placed.statement.place for placed in (self.a, self.b)]
        return max(place if place.path else self.claim.place for place in places)

    @property
    def kind(self) -> tuple[object, ...]:
        """The same for clashes that are one matter to who has to settle them: of one claim, the
        same two answers, whoever gives them. What nobody has confirmed is one matter however many
        answers were found: reading them is one piece of work.
        """
        answers = tuple(sorted((self.a_said, self.b_said)))
        return (self.claim.id, self.resolution, answers if self.is_confirmed else None)

    @property
    def a_said(self) -> str:
        return said(self.a.statement.value, self.a.statement.holds)

    @property
    def b_said(self) -> str:
        return said(self.b.statement.value, self.b.statement.holds)


@dataclass(frozen=True)
class ClashGroup:
    """Clashes of one kind, which one finding tells."""

    clashes: tuple[Clash, ...]
    """At least one, in the order of the board."""

    @property
    def first(self) -> Clash:
        return self.clashes[0]

    def finding(self, code: str, severity: Severity, message: str, hint: str) -> Finding:
        """A finding where the first of them stands; no more than a note once a person resolved
        them. To `message`, which tells of the first, it adds the others."""
        first, resolution = self.first, self.first.resolution
        message = f"{message}{self._others}"
        if resolution is None:
            return Finding(code, severity, first.place, message, hint, claim=first.claim.id)
        hint = "Nothing is left to do; it counts again when the claim or a source changes."
        told = resolved_by(resolution)
        return Finding(
            code,
            Severity.NOTE,
            first.place,
            f"{told} {message}",
            hint,
            claim=first.claim.id,
            resolved=told,
        )

    @property
    def _others(self) -> str:
        more = len(self.clashes) - 1
        if not more:
            return ""
        if not self.first.is_confirmed:
            pairs = "pair of passages" if more == 1 else "pairs of passages"
            return f" So may {more} more {pairs}."
        sides = " On the other: ".join(f"{_named(side)}." for side in self._sides())
        return f" On one side: {sides}"

    def _sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who gives the answer of the first statement, and who that of the second, each once."""
        first: dict[str, None] = {}
        second: dict[str, None] = {}
        answer = self.first.a_said
        for clash in self.clashes:
            is_so = clash.a_said == answer
            one, other = (clash.a_name, clash.b_name) if is_so else (clash.b_name, clash.a_name)
            first[one] = second[other] = None
        return tuple(first), tuple(second)


def grouped(clashes: Iterable[Clash]) -> Iterator[ClashGroup]:
    """Those of one kind together, in the order of the first of each kind."""
    kinds: dict[tuple[object, ...], list[Clash]] = {}
    for clash in clashes:
        kinds.setdefault(clash.kind, []).append(clash)
    return (ClashGroup(tuple(of_kind)) for of_kind in kinds.values())


def resolved_by(resolution: Resolution) -> str:
    """`Resolved by AB and CD: 14 March 1841.`"""
    value = resolution.value
    said = inert(resolution.says) if value is None else in_words(value)
    return f"Resolved by {' and '.join(map(inert, resolution.by))}: {said.rstrip('.')}."


def _named(names: tuple[str, ...]) -> str:
    shown = [inert(name) for name in names[:_MOST_NAMED]]
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    return listed(shown)
