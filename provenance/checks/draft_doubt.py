"""What the draft says clashes with a source, and something may take the edge off it.

What it means: the reason is named: the source reports another's words, gives a plan, speaks of
another time, or one of the two is a proposal that nobody has confirmed.

Why it matters: a draft often drops exactly that: the plan becomes a deed, the report a fact.

To put it right: compare the words. Say in the draft who says it and how firmly.

Bad:  the draft says that Soong accepted; the cable says that he meant to say he was prepared to.

Good: the draft says that, according to Harriman, Soong meant to tell Stalin so.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.clashes import Clash
from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity

CODE = "PV504"
SEVERITY = Severity.NOTE
TITLE = "Draft may differ from a source"


def check(subject: Subject) -> Iterator[Finding]:
    for group in subject.clash_groups(_is_told):
        yield group.finding(
            CODE,
            SEVERITY,
            f"The draft may differ from a source ({group.first.between}). {group.first.why}",
            "Compare the words: who says it, how firmly, and of what time.",
        )


def _is_told(clash: Clash) -> bool:
    settled = clash.is_outright and clash.is_confirmed
    return clash.with_draft and not settled and not clash.is_within
