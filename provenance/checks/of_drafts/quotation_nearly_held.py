"""A quotation differs from a source that its note does not cite.

What it means: nothing that its note cites is held, so its words were compared with nothing; but a
source that is held has nearly these words.

Why it matters: if the note means that source under another name, the quotation is altered. If it
does not, one of the two may have copied the other, and copied wrongly.

To put it right: where the note means that source, give the source the title that the note has, or
one of `aliases`; then the quotation is held against it. Where not, look which of the two is right.

Bad:  `"hurled a wall of water over the quay"[1]` where note 1 cites "The disaster", and the one
newspaper that is held has "sent a wall of water over the quay".

Good: the same words as the newspaper, or a note that leads to the paper that has them so.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.differences_in_words import told
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV220"
SEVERITY = Severity.WARNING
TITLE = "Quotation differs from a source not cited"


def audit(draft: Draft) -> Iterator[Finding]:
    for near in draft.nearly_held_quotations:
        if near.place is None:
            continue
        text, source = draft.text_of(near.source), inert(near.source)
        yield draft.finding(
            CODE,
            SEVERITY,
            f"Nothing that is cited for {quoted(draft.quoted_words(near))} is held; {source} has"
            f" nearly these words: {told(near.plain, near.quotation.written, text)}.",
            f"If the note means {source}, quote its words and name it so that it is known.",
            near.quotation.span,
            counterpart=draft.counterpart(near.source, near.place.span),
        )
