"""A source cites what agrees with it and never what is held to the contrary.

What it means: on this claim it rests on others that say the same, while a source that says
otherwise was there before it, is held here, and is cited in none of its notes.

Why it matters: who leaves out the contrary makes a matter look settled (citation bias in the sense
of S. A. Greenberg, BMJ 339, 2009, b2680). It may also be that he did not know it.

To put it right: nothing of yours need be wrong. Weigh the contrary source yourself, and say that
this one does not discuss it.

Bad:  a study that cites five letters for May and not the minutes that say March.

Good: a study that cites them too, and says why it does not follow them.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import at_claim, listed
from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Basis, NodeKind
from provenance.model.verdicts import Relation, Row

CODE = "PV606"
SEVERITY = Severity.NOTE
TITLE = "Contrary sources are never cited"


def check(subject: Subject) -> Iterator[Finding]:
    cited: dict[str, set[str]] = {}
    for work in subject.works:
        for source, _ in work.cited:
            cited.setdefault(source, set()).add(work.held)
    for row, trail in subject.traced:
        resting = dict.fromkeys(
            edge.source
            for edge in trail.edges
            if edge.basis is Basis.NOTE and edge.end.kind is not NodeKind.UNKNOWN
        )
        for source in resting:
            # What a source reports or derives from it does name, in whatever way.
            known = cited.get(source, set()) | {
                edge.end.id for edge in trail.edges if edge.source == source
            }
            contrary = [
                other
                for other in _contrary(row, source)
                if other not in known and _was_there(subject, other, source)
            ]
            if contrary:
                names = listed(inert(other) for other in contrary)
                verb = "says" if len(contrary) == 1 else "say"
                message = f"{inert(source)} cites nothing of {names}, which {verb} otherwise."
                hint = "Weigh it yourself; the source may not have known it."
                yield at_claim(row, (CODE, SEVERITY, message, hint))


def _contrary(row: Row, source: str) -> list[str]:
    """Sources that conflict with it, in the order of the board."""
    others = {
        pair.b if pair.a == source else pair.a
        for pair in row.pairs
        if pair.relation is Relation.CONFLICT and source in (pair.a, pair.b)
    }
    return [cell.source for cell in row.cells if cell.source in others]


def _was_there(subject: Subject, other: str, source: str) -> bool:
    earlier, later = subject.by_id[other].source.issued, subject.by_id[source].source.issued
    if earlier is None or later is None:
        return False
    return bool(earlier.latest and later.earliest and earlier.latest < later.earliest)
