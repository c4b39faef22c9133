"""Many sources cite one that adds nothing of its own.

What it means: three or more sources rest this claim on one and the same source, and that one is not
a first-hand one: it is described as secondary or tertiary, or it rests on others itself.

Why it matters: citing a review three times makes belief grow where evidence does not (amplification
in the sense of S. A. Greenberg, BMJ 339, 2009, b2680).

To put it right: follow the cited source to what it rests on, and cite that.

Bad:  four books that cite one handbook, which cites one letter.

Good: four books that cite the letter, or one that says it has it from the handbook.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import at_claim, listed, named
from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Basis, Node, NodeKind
from provenance.model.sources import Kind, Role

CODE = "PV604"
SEVERITY = Severity.NOTE
TITLE = "Many cite one that adds nothing"
LEAST_CITING = 3


def check(subject: Subject) -> Iterator[Finding]:
    for row, trail in subject.traced:
        citing: dict[Node, dict[str, None]] = {}
        passed_on = {edge.start for edge in trail.edges}
        for edge in trail.edges:
            role = subject.by_id[edge.source].source.role
            if edge.basis is Basis.NOTE and role is not Role.DRAFT:
                citing.setdefault(edge.end, {})[edge.source] = None
        for node, sources in sorted(citing.items()):
            if len(sources) < LEAST_CITING or not _adds_nothing(subject, node, passed_on):
                continue
            names = listed(inert(source) for source in sources)
            message = f"{names} cite {named(subject, node)}, which is no first-hand source."
            hint = "Follow it to what it rests on, and cite that."
            yield at_claim(row, (CODE, SEVERITY, message, hint))


def _adds_nothing(subject: Subject, node: Node, passed_on: set[Node]) -> bool:
    entry = subject.by_id.get(node.id) if node.kind is NodeKind.SOURCE else None
    if entry is None:
        return False
    return node in passed_on or entry.source.kind in (Kind.SECONDARY, Kind.TERTIARY)
