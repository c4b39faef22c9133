"""A quotation stands in the source cited, and not on the page given.

What it means: the source has the words word for word or nearly, on another page than any that the
note gives. It is said only where the source's own page numbers are known.

Why it matters: the reader looks on the page given, and finds nothing.

To put it right: correct the page in the note.

Bad:  `“a promise to China,” 142` where the words stand on page 124.

Good: `“a promise to China,” 124`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.cited_pages import is_elsewhere, pages_at
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV215"
SEVERITY = Severity.WARNING
TITLE = "Quotation not on the page given"


def audit(draft: Draft) -> Iterator[Finding]:
    for held in draft.held_quotations:
        document = draft.sources[held.source].document
        if held.place is None or document is None or not document.pages:
            continue
        cited = [citation.pages for citation in held.citations]
        if not is_elsewhere(document, held.places, cited):
            continue
        stands = ", ".join(inert(label) for label in pages_at(document, held.place.span))
        given = ", ".join(inert(pages) for pages in dict.fromkeys(cited))
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{quoted(draft.quoted_words(held))} stands on page {stands} of {inert(held.source)},"
            f" not on page {given}.",
            "Correct the page in the note.",
            held.quotation.span,
            counterpart=draft.counterpart(held.source, held.place.span),
        )
