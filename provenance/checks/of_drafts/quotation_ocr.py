"""A quotation differs from its source in spelling or punctuation alone.

What it means: the words are the same, but some letters or signs between them are not: a slip of
the pen, a spelling made modern, or a fault of the scan that one of the two was taken from.

Why it matters: seldom much. But a careful reader finds it, and then doubts the rest.

To put it right: compare the place in the source. Where the source itself has the slip, keep it and
write [sic]; where our copy of the source is a bad scan, leave the quotation as it is.

Bad:  `“the secret Yalta agrement”`

Good: `“the secret Yalta agreement”`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.differences_in_words import told
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV212"
SEVERITY = Severity.NOTE
TITLE = "Quotation differs in spelling"


def audit(draft: Draft) -> Iterator[Finding]:
    for held in draft.held_quotations:
        if held.place is None or held.altered or not held.plain:
            continue
        text = draft.text_of(held.source)
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{quoted(draft.quoted_words(held))} is spelt otherwise in {inert(held.source)}:"
            f" {told(held.plain, held.quotation.written, text)}.",
            "Compare the two; keep a slip of the source's own, with [sic].",
            held.quotation.span,
            counterpart=draft.counterpart(held.source, held.place.span),
        )
