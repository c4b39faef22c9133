"""A source stands on a claim's `silent` list, and a statement of the same claim comes from it.

What it means: a person once found that it does not say, and words were found since that say it.

Why it matters: *silent* means "we read it through and it does not say". It cannot both be silent
and speak.

To put it right: take the source off `silent:`, or reject the statement.

Bad:  `silent: [essay]` beside a statement with `source: essay`.

Good: one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity

CODE = "PV505"
SEVERITY = Severity.WARNING
TITLE = "Source is called silent and speaks"


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        if quotation.source in quotation.claim.silent:
            yield quotation.finding(
                CODE,
                SEVERITY,
                f"{inert(quotation.source)} is listed as silent, and is quoted here.",
                "Take it off the claim's `silent` list, or reject the statement.",
            )
