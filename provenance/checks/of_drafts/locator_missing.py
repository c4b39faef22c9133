"""A citation that bears out a statement names a work and no place in it.

What it means: a book, article, chapter or volume of documents is cited as evidence without a page,
chapter or number of a document. A work that is recommended ("see generally …"), spoken of, or
listed with others needs none; nor does a newspaper, a web page or an archival file.

Why it matters: the reader would have to read the whole book to check one sentence.

To put it right: add the page, or the number of the document.

Bad:  `Feis, The China Tangle (1953).`

Good: `Feis, The China Tangle (1953), 112.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.citations.traits import CONGRESS
from provenance.drafts.draft import Draft
from provenance.drafts.forms import PAGED, lacks_locator, stands_for_a_statement, uses
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity
from provenance.model.notes import CitationKind

CODE = "PV402"
SEVERITY = Severity.WARNING
TITLE = "Citation without a page"

_SPOKEN = re.compile(
    r"\b(?:interviews?|conversations?|e-?mails?|personal communication|telephone|Gespräch|Interview"
    r"|Mitteilung|Auskunft|Telefonat)\b",
    re.IGNORECASE,
)
"""What was said to the author has no pages."""
_LISTED = 3
"""So many works without a page in one note are a list of what there is to read."""


def audit(draft: Draft) -> Iterator[Finding]:
    kinds = {work.id: work.kind for work in draft.works}
    found = []
    for use in uses(draft):
        citation = use.cited.citation
        kind = kinds.get(citation.work or "", citation.work_kind)
        is_named = citation.kind in (CitationKind.FULL, CitationKind.SHORT) and citation.title
        # A paper of the Congress is cited by its number, as a whole.
        is_paged = (
            kind in PAGED and not CONGRESS.search(use.words) and not _SPOKEN.search(use.words)
        )
        if is_named and is_paged and lacks_locator(draft, use):
            found.append(use)
    for use in found:
        beside = sum(other.cited.note is use.cited.note for other in found)
        if beside < _LISTED and stands_for_a_statement(draft, use):
            yield draft.finding(
                CODE,
                SEVERITY,
                f"{quoted(use.words)} gives no page.",
                "Add the page, chapter or number of the document.",
                use.cited.citation.span,
                words=use.cited.note.span,
            )
