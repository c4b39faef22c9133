"""A secondary source is cited for what a primary one, held here, says first-hand.

What it means: the statement rests on a secondary source, that one rests on a primary source, and
the primary source is among the sources here; or a note takes a work that is held from another book.

Why it matters: every hop may lose a hedge or gain an error, and here none of them is needed.

To put it right: read the primary source, quote it, and cite it, with the secondary one beside it if
you owe it the find.

Bad:  "Smith, p. 12", who quotes the letter that lies in the folder.

Good: the letter, "as first printed by Smith, p. 12".
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import at_edge, named
from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Basis, Edge, Node, NodeKind
from provenance.model.sources import Kind
from provenance.model.verdicts import Row

CODE = "PV607"
SEVERITY = Severity.NOTE
TITLE = "A secondary source is cited where the primary one is held"


def check(subject: Subject) -> Iterator[Finding]:
    for row, trail in subject.traced:
        onward: dict[Node, list[Edge]] = {}
        direct = {(edge.start, edge.end) for edge in trail.edges}
        for edge in trail.edges:
            onward.setdefault(edge.start, []).append(edge)
        for edge in trail.edges:
            if edge.basis is not Basis.NOTE or not _is_passing_on(subject, edge.end):
                continue
            for further in onward.get(edge.end, ()):
                skipped = (edge.start, further.end) not in direct
                if skipped and _is_primary(subject, further.end):
                    yield _told(subject, row, edge, further)


def _told(subject: Subject, row: Row, edge: Edge, further: Edge) -> Finding:
    message = (
        f"{inert(edge.source)} cites {named(subject, edge.end)}, which has it from"
        f" {named(subject, further.end)}, and that is held."
    )
    hint = f"Read and cite {named(subject, further.end)} itself."
    return at_edge(subject, row, edge, (CODE, SEVERITY, message, hint))


def _is_passing_on(subject: Subject, node: Node) -> bool:
    if node.kind is NodeKind.WORK:
        return True
    entry = subject.by_id.get(node.id)
    return entry is not None and entry.source.kind in (Kind.SECONDARY, Kind.TERTIARY)


def _is_primary(subject: Subject, node: Node) -> bool:
    entry = subject.by_id.get(node.id) if node.kind is NodeKind.SOURCE else None
    return entry is not None and entry.source.kind is Kind.PRIMARY
