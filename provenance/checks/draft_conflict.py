"""What the draft says and what a source says exclude each other.

What it means: both are confirmed, and both speak of the same matter and time.

Why it matters: this is what checking before publication is for.

To put it right: correct the draft, or say in it that the sources differ and why you follow another.

Bad:  the draft has 14 May; the minutes have 14 March.

Good: the draft has 14 March, or has both and says which it trusts.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity
from provenance.model.verdicts import Relation

CODE = "PV503"
SEVERITY = Severity.ERROR
TITLE = "Draft conflicts with a source"


def check(subject: Subject) -> Iterator[Finding]:
    for clash in subject.clashes:
        if clash.relation is Relation.CONFLICT and clash.is_confirmed and clash.with_draft:
            yield clash.finding(
                CODE,
                SEVERITY,
                f"The draft and a source conflict ({clash.between}). {clash.why}",
                "Correct the draft, or say in it that the sources differ.",
            )
