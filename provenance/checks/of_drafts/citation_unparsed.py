"""A note cites something in a form that could not be taken apart.

What it means: a sentence of a note has the signs of a citation (pages, volumes, a year in brackets)
and no author or title was found in it. A place held open ("[source?]", "p. 00", "TK") is one too.

Why it matters: what was not understood was not checked: neither the reference nor a quotation
from it.

To put it right: fill in what is missing, or write the citation in the form of the others. Where it
is right as it stands, set the finding aside.

Bad:  `Vol. 3, pp. 00–00 [check].`

Good: `Feis, The China Tangle (1953), 112.`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.unparsed import unparsed
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity

CODE = "PV401"
SEVERITY = Severity.NOTE
TITLE = "Citation not understood"


def audit(draft: Draft) -> Iterator[Finding]:
    for part in unparsed(draft.document):
        words = " ".join(part.span.of(draft.document.text).split())
        message = (
            f"{quoted(words)} holds a place open."
            if part.is_open
            else f"{quoted(words)} looks like a citation and could not be taken apart."
        )
        hint = "Fill it in." if part.is_open else "Write it in the form of the others, or check it."
        yield draft.finding(CODE, SEVERITY, message, hint, part.span)
