"""A proposal clashes with another statement, and nobody has confirmed it.

What it means: the program read a date or a number from a passage that speaks to all the claim asks
for, and it excludes what another source says. Nobody has looked at it yet.

Why it matters: it is the likeliest place for a conflict, and the likeliest for a misreading.

To put it right: read both passages. Confirm the proposal, put its value right, or reject it; only
then does it count as a conflict.

Bad:  a report that prints "the sources conflict" on the strength of a search.

Good: the same pair shown as proposed until somebody has read it.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.clashes import Clash
from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity

CODE = "PV506"
SEVERITY = Severity.WARNING
TITLE = "A proposal conflicts"


def check(subject: Subject) -> Iterator[Finding]:
    for group in subject.clash_groups(_is_told):
        yield group.finding(
            CODE,
            SEVERITY,
            f"{group.first.between} conflict, if a proposal is right. {group.first.why}",
            "Read both passages, then confirm or reject what is proposed.",
        )


def _is_told(clash: Clash) -> bool:
    return clash.is_outright and not clash.is_confirmed and not clash.with_draft
