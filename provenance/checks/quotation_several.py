"""The words quoted stand in the source more than once, and nothing says which place is meant.

What it means: several is not one. No place is taken rather than the first, and the statement is
compared with nothing.

Why it matters: what surrounds the words decides what they mean, who says them, and which note they
rest on.

To put it right: quote more words, or add `prefix:` with the words just before, or `suffix:` with
the words just after.

Bad:  `quote: "Outer Mongolia"` in a cable that names it five times.

Good: `quote: "Outer Mongolia"` with `prefix: "the Yalta provision on"`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert, quoted
from provenance.model.alignments import Found
from provenance.model.findings import Finding, Severity

CODE = "PV202"
SEVERITY = Severity.ERROR
TITLE = "Quotation stands in several places"


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        placed = quotation.placed
        if placed.found is Found.SEVERAL:
            yield quotation.finding(
                CODE,
                SEVERITY,
                f"{quoted(placed.statement.quote)} stands more than once in"
                f" {inert(quotation.source)}. {placed.why}",
                "Quote more words, or add a prefix or a suffix.",
            )
