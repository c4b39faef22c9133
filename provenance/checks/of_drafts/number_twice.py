"""Two notes, or two markers, bear one number.

What it means: a number that another note or marker of the same run has stands there again. A draft
that points to its notes again and again, as numbered references do, is left alone.

Why it matters: the reader cannot tell which note is meant, and every later number may be off by
one.

To put it right: number the notes anew, best by the word processor and not by hand.

Bad:  `It was told on 15 June.[5] … He agreed.[5]` with notes 5 and 5.

Good: `It was told on 15 June.[5] … He agreed.[6]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.numbering import markers_numbered_alike, notes_numbered_alike, numbers_again
from provenance.errors import inert
from provenance.model.findings import Finding, Severity

CODE = "PV304"
SEVERITY = Severity.WARNING
TITLE = "Number that comes twice"


def audit(draft: Draft) -> Iterator[Finding]:
    document = draft.document
    alike = [(note.label, note.span, first) for note, first in notes_numbered_alike(document)]
    alike += [(note.label, span, note) for note, span in numbers_again(document)]
    for label, span, first in alike:
        line = document.line_of(first.span.start)
        message = f"Two notes bear the number {inert(label)}; the first is in line {line}."
        yield draft.finding(CODE, SEVERITY, message, "Number the notes anew.", span)
    for marker, earlier in markers_numbered_alike(document):
        line = document.line_of(earlier.span.start)
        yield draft.finding(
            CODE,
            SEVERITY,
            f"Two markers bear the number {inert(marker.label)}; the first is in line {line}.",
            "Give it the number of its own note.",
            marker.span,
            words=draft.around(marker.span),
        )
