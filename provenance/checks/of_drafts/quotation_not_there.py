"""The source that a quotation is credited to does not have it.

What it means: every work its note cites is held and was read, and these words stand in none of
them, nor words near them. Where the note only follows further on in the paragraph it is a warning.

Why it matters: either the note is wrong, or the words are. Readers who look it up will find
nothing.

To put it right: find where the words come from and cite that; or quote what the source has; or
take the quotation marks away.

Bad:  `“a solemn and binding promise to China.”[4]` where the cable of note 4 says nothing of a
promise.

Good: `“accept the Yalta provision on Outer Mongolia as worded.”[4]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV214"
SEVERITY = Severity.ERROR
TITLE = "Quotation not in the source cited"


def audit(draft: Draft) -> Iterator[Finding]:
    for held in draft.held_quotations:
        if held.place is not None or held.elsewhere:
            continue
        yield draft.finding(
            CODE,
            SEVERITY if held.quotation.is_near else Severity.WARNING,
            f"{quoted(draft.quoted_words(held))} is not in {inert(held.source)}.",
            "Find where the words come from, and cite that.",
            held.quotation.span,
        )
