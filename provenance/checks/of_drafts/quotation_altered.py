"""A quotation has other words than the source it is credited to.

What it means: words were changed, left out, put in or put in another order, and neither an
ellipsis nor brackets own up to it. The words that differ are shown.

Why it matters: quotation marks promise the source's own words. A changed number, name or "not"
changes what is said, and the next writer will quote the quotation.

To put it right: copy the words from the source; mark what you leave out with an ellipsis and what
you put in with brackets; or take the marks away and say it in your own words.

Bad:  `“would be ready to start operating in the first half of August”` where the source has "last
half".

Good: `“would be ready to start operating in the last half of August”`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.differences_in_words import told
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV211"
SEVERITY = Severity.ERROR
TITLE = "Quotation altered"


def audit(draft: Draft) -> Iterator[Finding]:
    for held in draft.held_quotations:
        if held.place is None or not held.altered or held.elsewhere:
            continue
        text = draft.text_of(held.source)
        words = draft.quoted_words(held)
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{quoted(words)} is not word for word in {inert(held.source)}:"
            f" {told(held.plain, held.quotation.written, text)}.",
            "Quote the source's own words, or mark what was left out or put in.",
            held.quotation.span,
            counterpart=draft.counterpart(held.source, held.place.span),
        )
