"""A note stands at the foot or the end, and nothing in the text points to it.

What it means: the note was read, and no marker with its number was found in the text.

Why it matters: nobody can tell what the note is evidence for.

To put it right: put the marker where it belongs, or delete the note.

Bad:  note 36 stands among the notes; the text goes from 35 to 37.

Good: every note has a marker in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV303"
SEVERITY = Severity.ERROR
TITLE = "Note without a marker"


def audit(draft: Draft) -> Iterator[Finding]:
    for note in draft.document.notes:
        if note.marker is None:
            body = quoted(draft.shown(note))
            yield draft.finding(
                CODE,
                SEVERITY,
                f"Nothing in the text points to note {inert(note.label)}, {body}.",
                "Put its marker where it belongs, or delete the note.",
                note.span,
            )
