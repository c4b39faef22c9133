"""A quotation is not in the source cited, and stands in another.

What it means: no work its note cites has these words, and another source that is held has them
word for word.

Why it matters: often the words were taken from a book that quotes them and the note names what
that book cites; or two notes were swapped. Either way the reader is sent to the wrong place.

To put it right: cite the source that has the words; write "quoted in" where it quotes them itself.

Bad:  `“to put concrete proposals for Japan's surrender on the agenda.”[4]` where note 4 cites the
cable, and the words are the essay's.

Good: the same words with the essay in the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV216"
SEVERITY = Severity.ERROR
TITLE = "Quotation from another source than cited"


def audit(draft: Draft) -> Iterator[Finding]:
    for held in draft.held_quotations:
        if held.elsewhere is None:
            continue
        other, span = held.elsewhere
        missing = "is altered" if held.place else "is not"
        yield draft.finding(
            CODE,
            SEVERITY if held.quotation.is_near else Severity.WARNING,
            f"{quoted(draft.quoted_words(held))} {missing} in {inert(held.source)}, which is cited;"
            f" the words are those of {inert(other)}.",
            f"Cite {inert(other)}, or quote what {inert(held.source)} has.",
            held.quotation.span,
            counterpart=draft.counterpart(other, span),
        )
