"""The numbers of the notes do not follow one another.

What it means: a marker or note stands before a lower or behind a higher number, or a number is
left out altogether.

Why it matters: something was moved or deleted and the numbers were not; the notes behind it may
belong to other sentences.

To put it right: look which note belongs to which sentence, then number them anew.

Bad:  `… the first.[1] … the second.[3] … the third.[2]`

Good: `… the first.[1] … the second.[2] … the third.[3]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.numbering import Misplaced, misplaced_markers, misplaced_notes
from provenance.errors import inert
from provenance.model.findings import Finding, Severity

CODE = "PV305"
SEVERITY = Severity.WARNING
TITLE = "Number out of order"


def audit(draft: Draft) -> Iterator[Finding]:
    for found in misplaced_markers(draft.document):
        yield draft.finding(
            CODE,
            SEVERITY,
            _message("Marker", found),
            "Look which note belongs here, then number the notes anew.",
            found.item.span,
            words=draft.around(found.item.span),
        )
    for found in misplaced_notes(draft.document):
        yield draft.finding(
            CODE,
            SEVERITY,
            _message("Note", found),
            "Look which marker it belongs to, then number the notes anew.",
            found.item.span,
        )


def _message(kind: str, found: Misplaced) -> str:
    first = inert(found.item.label)
    if found.missing:
        lowest, highest = found.missing
        many = f"numbers {lowest} to {highest} are" if highest > lowest else f"number {lowest} is"
        return f"{kind} {first} follows {inert(found.before)}: {many} missing."
    several = found.last != found.item.label
    subject = (
        f"{kind}s {first} to {inert(found.last)} stand" if several else f"{kind} {first} stands"
    )
    if not found.before:
        return f"{subject} before {inert(found.after)}."
    if not found.after:
        return f"{subject} behind {inert(found.before)}."
    return f"{subject} between {inert(found.before)} and {inert(found.after)}."
