"""What the findings about origins share: nodes and hops in words, and where they are reported."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.checks.subject import Subject
from provenance.errors import Place, inert
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Basis, Edge, Node, NodeKind
from provenance.model.verdicts import PlacedStatement, Row, StatementState

_LONGEST = 90
"""Characters of words quoted in a message."""
_BY = {
    Basis.NOTE: "cites",
    Basis.SPEAKER: "reports",
    Basis.DECLARED: "is declared to derive from",
    Basis.QUOTED_IN: "is named as the place of",
}


def named(subject: Subject, node: Node) -> str:
    """A source by its id, a work by its author and title."""
    if node.kind is NodeKind.WORK:
        key = node.id.partition("#")[0]
        label = next((work.label for work in subject.works if work.key == key), node.id)
        return inert(label)
    return inert(node.id)


def hop(subject: Subject, edge: Edge) -> str:
    """`gazette cites herald (note 3: “Herald, 4 May”)`."""
    words = f"“{quoted(edge.words)}”" if edge.words else ""
    note = f"note {inert(edge.note)}" if edge.note else ""
    said = ": ".join(part for part in (note, words) if part)
    told = f"{named(subject, edge.start)} {_BY[edge.basis]} {named(subject, edge.end)}"
    return f"{told} ({said})" if said and edge.basis is not Basis.SPEAKER else told


def quoted(words: str) -> str:
    """Words on one line, cut where they are long."""
    flat = " ".join(inert(words).split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rpartition(' ')[0]} …"


def statement_of(row: Row, edge: Edge) -> PlacedStatement | None:
    """The statement an edge starts from; None where the whole source rests on its end."""
    if edge.statement is None:
        return None
    return row.cell(edge.source).statements[edge.statement]


def at_edge(
    subject: Subject,
    row: Row,
    edge: Edge,
    report: tuple[str, Severity, str, str],
    others: Iterable[PlacedStatement | None] = (),
) -> Finding:
    """A finding at the statement that the edge starts from, or at its source's description.

    `report` is code, severity, message and hint. Where nobody has confirmed that statement, or one
    of the `others` it hangs on, it is a note, whatever its severity: a proposal raises no alarm.
    """
    placed = statement_of(row, edge)
    place = placed.statement.place if placed else subject.by_id[edge.source].source.place
    hangs = any(is_proposed(each) for each in (placed, *others))
    return _finding(row, place, if_proposed(report) if hangs else report)


def is_proposed(placed: PlacedStatement | None) -> bool:
    """Whether it is a statement, and nobody has confirmed it."""
    return placed is not None and placed.state is StatementState.PROPOSED


def if_proposed(report: tuple[str, Severity, str, str]) -> tuple[str, Severity, str, str]:
    """The same as a note that says that it hangs on a proposal."""
    code, _, message, hint = report
    said = f"If a proposal is right: {message}"
    return code, Severity.NOTE, said, f"Confirm or reject what is proposed. {hint}"


def at_claim(row: Row, report: tuple[str, Severity, str, str]) -> Finding:
    """A finding on the claim as a whole."""
    return _finding(row, row.claim.place, report)


def listed(names: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _finding(row: Row, place: Place, report: tuple[str, Severity, str, str]) -> Finding:
    code, severity, message, hint = report
    at = place if place.path else row.claim.place
    return Finding(code, severity, at, message, hint, claim=row.claim.id)
