"""A name in a sentence stands where the source in its note has another.

What it means: a passage of the source says it in nearly the same words, with another name in the
same place; the draft's name is nowhere in the passage, and the source's nowhere in the sentence.

Why it matters: the wrong person did it.

To put it right: read the passage beside the sentence and correct the name. Where both are names of
one bearer, list them under `aliases` in `provenance.yaml`.

Bad:  `King asked General Antonov to give an overview.[4]` where the source has "Leahy".

Good: `Leahy asked General Antonov to give an overview.[4]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.contradicted import contradicted
from provenance.drafts.draft import Draft
from provenance.model.claims import ClaimType
from provenance.model.findings import Finding, Severity

CODE = "PV703"
SEVERITY = Severity.WARNING
TITLE = "Name contradicted by the source cited"


def audit(draft: Draft) -> Iterator[Finding]:
    yield from contradicted(draft, CODE, SEVERITY, ClaimType.NAME)
