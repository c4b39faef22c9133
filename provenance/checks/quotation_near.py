"""The words a statement quotes are in the source only in similar form; the differences are named.

What it means: words were changed, left out or added: in the quotation, or in the copy we hold.

Why it matters: a changed number, name or "not" changes what is said, and the next reader will quote
the quotation.

To put it right: quote exactly; mark what you leave out with [...] outside the quotation; where the
source's own slip must stay, quote the slip.

Bad:  `quote: "the secret Yalta agreement"` where the source has "the secret Jaalta agreement".

Good: `quote: "the secret Jaalta agreement"`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.differences_in_words import told
from provenance.checks.subject import Subject
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity
from provenance.model.verdicts import Standing

CODE = "PV203"
SEVERITY = Severity.WARNING
TITLE = "Quotation differs from its source"


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        placed = quotation.placed
        if placed.standing is not Standing.NEAR or quotation.entry.document is None:
            continue
        text, quote = quotation.entry.document.text, placed.statement.quote
        shown = told(placed.differences, quote, text)
        yield quotation.finding(
            CODE,
            SEVERITY,
            f"{quoted(quote)} is not word for word in {inert(quotation.source)}: {shown}.",
            f"The source has {quoted(' '.join(placed.words.split()))}.",
        )
