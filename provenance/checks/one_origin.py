"""Several sources say it, and all of them have it from one.

What it means: every chain of notes behind this claim passes through one source or work, or all
sources are of one family a person confirmed.

Why it matters: three papers that print one dispatch are one voice. Agreement among them shows that
they copied well, not that it is true.

To put it right: nothing need be wrong. Say "according to", name the one source, and look for a
second that does not rest on it.

Bad:  "three newspapers report", where all three printed the same dispatch.

Good: "a dispatch that three newspapers printed reports".
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import at_claim, if_proposed, is_proposed, named
from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity
from provenance.model.sources import Role
from provenance.model.verdicts import Row

CODE = "PV603"
SEVERITY = Severity.WARNING
TITLE = "All roads lead to one source"


def check(subject: Subject) -> Iterator[Finding]:
    for row, trail in subject.traced:
        if trail.strait is None:
            continue
        message = (
            f"{row.origins.sources} sources speak, and all of it comes by way of"
            f" {named(subject, trail.strait)}."
        )
        hint = "Count it once, and look for a source that does not rest on it."
        report = (CODE, SEVERITY, message, hint)
        yield at_claim(row, if_proposed(report) if _is_proposed(subject, row) else report)


def _is_proposed(subject: Subject, row: Row) -> bool:
    """Whether nobody has confirmed that more than one source speaks."""
    confirmed = [
        cell.source
        for cell in row.cells
        if subject.by_id[cell.source].source.role is not Role.DRAFT
        and any(not is_proposed(placed) for placed in cell.statements)
    ]
    return len(confirmed) < 2
