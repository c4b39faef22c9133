"""The number shown for a note is not the number that counting gives it.

What it means: a marker shows one number and leads to a note with another; a note begins with a
number typed by hand that is not its own; or a number written in the file will come out as another.

Why it matters: the reader who looks up note 12 finds the evidence for something else, and "see
n. 12" leads astray.

To put it right: let the word processor count, and take out what was typed by hand.

Bad:  the note that is shown as 12 begins with "13. Feis, The China Tangle, 3."

Good: the note that is shown as 12 begins with "Feis, The China Tangle, 3."
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.shown_labels import (
    Differing,
    markers_of_other_notes,
    markers_renumbered,
    typed_in_notes,
)
from provenance.errors import inert
from provenance.model.findings import Finding, Severity

CODE = "PV307"
SEVERITY = Severity.WARNING
TITLE = "Shown number differs from the computed one"


def audit(draft: Draft) -> Iterator[Finding]:
    for found in typed_in_notes(draft.document):
        message = f"Note {found.computed} begins with the number {found.shown}, typed by hand."
        yield _finding(draft, found, message, "Take the typed number out.")
    for found in markers_of_other_notes(draft.document):
        message = f"Marker {inert(found.shown)} leads to note {inert(found.computed)}."
        yield _finding(draft, found, message, "Tie the marker to the note it shows.")
    renumbered = markers_renumbered(draft.document)
    if renumbered:
        more = f", and {renumbered.times - 1} more move too" if renumbered.times > 1 else ""
        message = f"Marker {renumbered.shown} will be shown as {renumbered.computed}{more}."
        yield _finding(draft, renumbered, message, "Give every note a number, or every one a name.")


def _finding(draft: Draft, found: Differing, message: str, hint: str) -> Finding:
    at = found.item.span
    words = None if at.of(draft.document.text).strip() else draft.around(at)
    return draft.finding(CODE, SEVERITY, message, hint, at, words=words)
