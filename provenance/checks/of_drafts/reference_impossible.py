"""A reference back points to what cannot be there.

What it means: *ibid.* stands where nothing was cited before; or a note is named that does not
exist, that is the note itself, or that comes later though the reference points back.

Why it matters: notes were moved or deleted and the reference was not; it certainly leads astray.

To put it right: give the full citation, or the number of the note that has it now.

Bad:  `Feis, n. 45.` in a draft of 40 notes

Good: `Feis, n. 12.` where note 12 cites Feis
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.back_references import IMPOSSIBLE, Astray, LostReference, lost_references
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV409"
SEVERITY = Severity.ERROR
TITLE = "Reference that is impossible"


def audit(draft: Draft) -> Iterator[Finding]:
    for lost in lost_references(draft):
        if lost.how in IMPOSSIBLE:
            yield draft.finding(
                CODE,
                SEVERITY,
                f"{quoted(lost.use.words)}: {_why(lost)}.",
                "Give the full citation, or the note that has it now.",
                lost.use.cited.citation.span,
                words=lost.use.cited.note.span,
            )


def _why(lost: LostReference) -> str:
    label = inert(lost.label)
    if lost.how is Astray.NO_NOTE:
        return f"there is no note {label}"
    if lost.how is Astray.OWN_NOTE:
        return f"note {label} is this note itself"
    if lost.how is Astray.LATER_NOTE:
        return f"note {label} comes later"
    return "nothing is cited before it"
