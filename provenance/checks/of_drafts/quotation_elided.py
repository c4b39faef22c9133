"""An ellipsis or brackets in a quotation turn its sense.

What it means: the words left out deny what is kept, or two sentences were cut so that they read as
one; or brackets put another number, date or name in the place of the source's.

Why it matters: ellipsis and brackets are allowed because they leave the sense as it was. Here they
may not.

To put it right: quote enough that the sense is the source's; end a sentence with a full stop
before the ellipsis (". . . ."); let brackets explain and never replace what the source states.

Bad:  `“the Generalissimo … agree to do so”` where the source has "the Generalissimo cannot agree to
do so".

Good: `“the Generalissimo cannot agree to do so”`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.omissions import beyond
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV213"
SEVERITY = Severity.ERROR
TITLE = "Ellipsis or brackets turn the sense"


def audit(draft: Draft) -> Iterator[Finding]:
    for held in draft.held_quotations:
        if held.place is None:
            continue
        text = draft.text_of(held.source)
        for each in beyond(held, text, draft.aliases):
            words = quoted(draft.quoted_words(held))
            yield draft.finding(
                CODE,
                SEVERITY if each.is_grave else Severity.WARNING,
                f"In {words} {inert(each.why)}, by {inert(held.source)}.",
                "Quote enough that the sense is the source's.",
                held.quotation.span,
                counterpart=draft.counterpart(held.source, held.place.span),
            )
