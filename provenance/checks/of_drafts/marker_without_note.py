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
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.notes import MarkerKind

CODE = "PV302"
SEVERITY = Severity.ERROR
TITLE = "Marker without a note"


def audit(draft: Draft) -> Iterator[Finding]:
    for marker in draft.document.markers:
        if marker.kind is MarkerKind.NOTE and marker.note is None:
            yield draft.finding(
                CODE,
                SEVERITY,
                f"Marker {inert(marker.label)} has no note.",
                "Restore the note, or take the marker out.",
                marker.span,
                words=draft.around(marker.span),
            )
