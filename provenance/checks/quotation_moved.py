"""The source changed since it was recorded; the words are still there, once.

What it means: the quotation holds, yet what surrounds it may not. Only a person can tell.

Why it matters: a sentence can stay while the "not" before it goes.

To put it right: read the passage in the changed file. If it still says the same, record the new
hash with `provenance add FILE`.

Bad:  the file was re-downloaded, and its statements go on as if nothing had happened.

Good: somebody looked, and the hash was recorded anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity
from provenance.model.verdicts import Standing

CODE = "PV204"
SEVERITY = Severity.WARNING
TITLE = "Quotation stands in a source that changed"


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        if quotation.placed.standing is Standing.MOVED:
            yield quotation.finding(
                CODE,
                SEVERITY,
                f"{inert(quotation.source)} changed since"
                f" {quoted(quotation.placed.statement.quote)} was taken from it.",
                "Read the passage again; if it still says the same, record the new hash.",
            )
