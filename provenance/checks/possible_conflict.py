"""Two statements clash, and something may take the edge off it.

What it means: one of them reports another's words, stands in a summary or an editor's note, gives a
plan or a forecast, is held only as possible, speaks of another time, contradicts its own source, or
is a proposal read by cues alone. The reason is named.

Why it matters: most such clashes dissolve on reading, and some turn out to be the story.

To put it right: read both. Where they speak of different matters, say so with `about:`; where of
different times, with `as-of:`; a proposal is to be confirmed or rejected.

Bad:  "Soong will accept" in a cable and "China could make no concessions" in an essay, called a
conflict although the one is a plan that the cable reports.

Good: shown as possible, with both reasons, until somebody has decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.clashes import Clash
from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity

CODE = "PV502"
SEVERITY = Severity.NOTE
TITLE = "Sources may conflict"


def check(subject: Subject) -> Iterator[Finding]:
    for group in subject.clash_groups(_is_told):
        yield group.finding(
            CODE,
            SEVERITY,
            f"{group.first.between} may conflict. {group.first.why}",
            "Read both. Where they speak of different matters or times, say so in the claim.",
        )


def _is_told(clash: Clash) -> bool:
    return not clash.is_outright and not clash.with_draft
