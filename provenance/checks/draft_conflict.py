"""What the draft says and what a source says exclude each other.

What it means: both are confirmed, and both speak of the same matter and time.

Why it matters: this is what checking before publication is for.

To put it right: correct the draft, or say in it that the sources differ and why you follow another.

Bad:  the draft has 14 May; the minutes have 14 March.

Good: the draft has 14 March, or has both and says which it trusts.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.clashes import Clash
from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity

CODE = "PV503"
SEVERITY = Severity.ERROR
TITLE = "Draft conflicts with a source"


def check(subject: Subject) -> Iterator[Finding]:
    for group in subject.clash_groups(_is_told):
        yield group.finding(
            CODE,
            SEVERITY,
            f"The draft and a source conflict ({group.first.between}). {group.first.why}",
            "Correct the draft, or say in it that the sources differ.",
        )


def _is_told(clash: Clash) -> bool:
    return clash.is_outright and clash.is_confirmed and clash.with_draft
