"""A marker in the text points to a note that is not there.

What it means: the text shows a note's number, and no note has that number.

Why it matters: the reader looks for the evidence and finds none; often a note was deleted and its
number stayed, so that all later numbers are in doubt too.

To put it right: restore the note, or take the number out of the text.

Bad:  `He was told on 15 June.[4]` where the last note is 3.

Good: `He was told on 15 June.[3]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.numbering import note_markers
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.notes import Marker

CODE = "PV302"
SEVERITY = Severity.ERROR
TITLE = "Marker without a note"


_MANY = 10
"""From so many on, markers whose notes are all missing are told of once."""


def audit(draft: Draft) -> Iterator[Finding]:
    markers = note_markers(draft.document)
    lost = [marker for marker in markers if marker.note is None]
    if len(lost) >= _MANY and 2 * len(lost) > len(markers):
        message = f"{len(lost)} of {len(markers)} markers have no note."
        yield _finding(
            draft, lost[0], message, "Restore the notes; perhaps the file lost them all."
        )
        return
    for marker in lost:
        message = f"Marker {inert(marker.label)} has no note."
        yield _finding(draft, marker, message, "Restore the note, or take the marker out.")


def _finding(draft: Draft, marker: Marker, message: str, hint: str) -> Finding:
    words = draft.around(marker.span)
    return draft.finding(CODE, SEVERITY, message, hint, marker.span, words=words)
