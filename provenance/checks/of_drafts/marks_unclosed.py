"""A quotation mark has no partner.

What it means: a mark opens and none closes it before its paragraph ends (a quotation of several
paragraphs opens each of them and closes the last), or a mark closes what none opened.

Why it matters: nobody can tell where another's words end and the author's begin.

To put it right: set the missing mark where the quoted words begin or end; turn a mark that points
the wrong way.

Bad:  `She wrote, “No other diplomat has written so much. The paper agreed.`

Good: `She wrote, “No other diplomat has written so much.” The paper agreed.`
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from provenance.drafts.draft import Draft
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.spans import Span

CODE = "PV218"
SEVERITY = Severity.WARNING
TITLE = "Quotation mark without a partner"

_CLOSING = frozenset("”»›」』")


def audit(draft: Draft) -> Iterator[Finding]:
    stray = (*draft.quotations.marks.stray, *draft.quotations.marks_of_notes.stray)
    # One slip leaves several marks of its paragraph without partners: it is told once.
    for _, together in groupby(sorted(stray), lambda mark: _paragraph(draft, mark)):
        first, *others = together
        sign = first.of(draft.document.text)
        does = "closes what nothing opened" if sign in _CLOSING else "opens and is not closed"
        more = f", nor {len(others)} more of this paragraph" if others else ""
        yield draft.finding(
            CODE,
            SEVERITY,
            f"This {inert(sign)} {does}{more}.",
            "Set the missing mark, or turn the one that points the wrong way.",
            first,
            words=_line(draft, first),
        )


def _paragraph(draft: Draft, mark: Span) -> tuple[int, int]:
    note = next((n.span.start for n in draft.document.notes if n.span.covers(mark)), -1)
    return draft.document.paragraph_of(mark.start), note


def _line(draft: Draft, mark: Span) -> Span:
    """The sentence a mark stands in; in a note, the note."""
    note = next((n.span for n in draft.document.notes if n.span.covers(mark)), None)
    return note or draft.around(mark)
