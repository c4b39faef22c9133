"""A quotation within a quotation has the same marks as the one around it.

What it means: double marks stand directly within double marks, or single within single.

Why it matters: the reader takes the inner mark for the end of the quotation, and the rest of it
for the author's own words.

To put it right: set the inner quotation in marks of the other kind.

Bad:  `“He spoke of the “secret” agreement.”`

Good: `“He spoke of the ‘secret’ agreement.”`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.marks import Marks, Quoted
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity

CODE = "PV219"
SEVERITY = Severity.NOTE
TITLE = "Nested quotation in the same marks"

_NESTING = frozenset("«»")
"""Guillemets are nested in guillemets by custom."""


def audit(draft: Draft) -> Iterator[Finding]:
    text = draft.document.text
    for marks in (draft.quotations.marks, draft.quotations.marks_of_notes):
        for inner in marks.quoted:
            outer = _around(marks, inner)
            if outer is None or outer.opener != inner.opener or inner.opener in _NESTING:
                continue
            # Marks on lines of their own set a block off; within it the usual ones begin again.
            if "\n" in text[outer.words.start : outer.words.start + 1]:
                continue
            shown = " ".join(inner.span.of(text).split())
            yield draft.finding(
                CODE,
                SEVERITY,
                f"{quoted(shown)} stands within a quotation and has the same marks as it.",
                "Set the inner quotation in marks of the other kind.",
                inner.span,
                words=outer.span,
            )


def _around(marks: Marks, inner: Quoted) -> Quoted | None:
    return None if inner.inside is None else marks.quoted[inner.inside]
