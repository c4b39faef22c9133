"""A date in a sentence is not the one that the source in its note has.

What it means: the passage of the source that speaks of the same, in most of the sentence's words,
has another day, month or year, and nowhere near has the draft's. It is an error where the passage
says it in nearly the same words, else a warning.

Why it matters: a slip of a day or a year is copied from book to book, and the note lends it weight.

To put it right: read the passage beside the sentence and correct the date; or, where the two speak
of different moments, say so, or cite what the date was taken from.

Bad:  `He was officially informed on 16 June.[4]` where the source has "June 15".

Good: `He was officially informed on 15 June.[4]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.contradicted import contradicted
from provenance.drafts.draft import Draft
from provenance.model.claims import ClaimType
from provenance.model.findings import Finding, Severity

CODE = "PV701"
SEVERITY = Severity.WARNING
TITLE = "Date contradicted by the source cited"


def audit(draft: Draft) -> Iterator[Finding]:
    yield from contradicted(draft, CODE, SEVERITY, ClaimType.DATE)
