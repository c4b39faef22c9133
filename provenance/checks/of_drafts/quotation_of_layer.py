"""A quotation is given as the source's, and stands in a part of it by another hand.

What it means: the source has parts with authors of their own (an archive's summary above a cable,
an editor's note), and the words stand in such a part alone. The sentence names neither.

Why it matters: the archive's reading of a cable is not the cable. Quoted as the cable, it puts
words into its writer's mouth.

To put it right: quote the source's own text, or say whose words these are: "in the archive's
summary".

Bad:  `Soong “promises to … adhere to the Yalta agreement,” Harriman reported.[4]`

Good: `In the archive's summary Soong “promises to … adhere to the Yalta agreement.”[4]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.layers import other_hand
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV217"
SEVERITY = Severity.ERROR
TITLE = "Quotes a part by another hand as the source"


def audit(draft: Draft) -> Iterator[Finding]:
    for held in draft.held_quotations:
        entry = draft.sources[held.source]
        sentence = held.quotation.sentence.of(draft.document.text)
        if held.place is None or entry.document is None:
            continue
        layer = other_hand(entry.source, entry.document, held.places, sentence)
        if layer is None:
            continue
        words = quoted(draft.quoted_words(held))
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{words} stands in the part “{inert(layer.name)}” of {inert(held.source)}, by"
            f" {inert(layer.author)}.",
            "Quote the source's own text, or say whose words these are.",
            held.quotation.span,
            counterpart=draft.counterpart(held.source, held.place.span),
        )
