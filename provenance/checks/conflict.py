"""Two confirmed statements of two sources exclude each other.

What it means: both sources speak in their own voice, both assert or deny, of the same matter and
the same time, and their values cannot both be right within the claim's tolerance.

Why it matters: whichever of them you print, another source says otherwise. Readers must learn that,
or why you believe the one.

To put it right: read both passages and the notes they rest on. Give `about:` where they speak of
different matters, `as-of:` where of different times, or a `tolerance:` where the difference does
not matter. Where they do exclude each other, resolve it at the board (Review): the answer you hold
right, and why. It is then a note, until the claim or a source changes. Or keep the conflict: it is
what the report is for.

Bad:  14 March in the minutes and 14 May in the newspaper, and the draft prints one in silence.

Good: the draft prints 14 March, and says that the newspaper has another month.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.clashes import Clash
from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity

CODE = "PV501"
SEVERITY = Severity.ERROR
TITLE = "Sources conflict"


def check(subject: Subject) -> Iterator[Finding]:
    for group in subject.clash_groups(_is_told):
        yield group.finding(
            CODE,
            SEVERITY,
            f"{group.first.between} conflict. {group.first.why}",
            "Weigh the two; say in the claim what distinguishes them (about, as-of),"
            " or keep the conflict.",
        )


def _is_told(clash: Clash) -> bool:
    return clash.is_outright and clash.is_confirmed and not clash.with_draft
