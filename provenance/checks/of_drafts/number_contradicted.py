"""A number in a sentence is not the one that the source in its note has.

What it means: the passage of the source that speaks of the same, in most of the sentence's words,
counts the same thing and gets another number. "About" leaves room.

Why it matters: numbers are what readers remember and repeat.

To put it right: read the passage beside the sentence and correct the number; or say what else was
counted, or cite what the number was taken from.

Bad:  `Stalin had to fulfil three conditions.[4]` where the source has "two important conditions".

Good: `Stalin had to fulfil two conditions.[4]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.contradicted import contradicted
from provenance.drafts.draft import Draft
from provenance.model.claims import ClaimType
from provenance.model.findings import Finding, Severity

CODE = "PV702"
SEVERITY = Severity.WARNING
TITLE = "Number contradicted by the source cited"


def audit(draft: Draft) -> Iterator[Finding]:
    yield from contradicted(draft, CODE, SEVERITY, ClaimType.NUMBER)
