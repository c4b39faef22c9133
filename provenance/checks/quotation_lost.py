"""The words a statement quotes stand nowhere in the source it names.

What it means: neither exactly, nor but for case and quotation marks, nor in similar words. Or words
stand there that say something else: another number, date or name, or a "not" more or less. Or the
source changed, and only similar words are left. The statement stays listed and is compared with
nothing.

Why it matters: inside quotation marks the words are promised to be the source's own. A statement
without them is a claim of ours, not evidence.

To put it right: copy the words from `provenance read FILE --text`, correct the `source`, or take
the statement out.

Bad:  `quote: "he was told in June"` where the source has "it was not until June that he was
informed".

Good: `quote: "it was not until June that he was informed"`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert, quoted
from provenance.model.alignments import Found
from provenance.model.dossier import SourceState
from provenance.model.findings import Finding, Severity
from provenance.model.verdicts import Standing

CODE = "PV201"
SEVERITY = Severity.ERROR
TITLE = "Quotation not in its source"


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        placed = quotation.placed
        if placed.standing is Standing.LOST and placed.found is not Found.SEVERAL:
            if quotation.entry.state is SourceState.UNREAD:
                continue  # PV102 says so once for the source, not once a quotation
            yield quotation.finding(
                CODE,
                SEVERITY,
                f"{quoted(placed.statement.quote)} is not in {inert(quotation.source)}."
                f" {placed.why}",
                "Copy the words from `provenance read FILE --text`, or correct the source.",
            )
