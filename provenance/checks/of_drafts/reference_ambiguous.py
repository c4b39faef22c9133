"""A reference back may mean one of several works.

What it means: *ibid.* stands behind a note that cites several works, or a surname or short title
fits more than one work cited before.

Why it matters: the reader has to guess, and so does the next editor.

To put it right: name the author and a short title.

Bad:  note 4 cites Feis and Hasegawa; note 5 is `Ibid., 112.`

Good: note 5 is `Feis, China Tangle, 112.`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.forms import uses
from provenance.errors import in_marks, inert, quoted
from provenance.model.findings import Finding, Severity
from provenance.model.notes import CitationKind, Resolution

CODE = "PV408"
SEVERITY = Severity.WARNING
TITLE = "Reference to one of several works"

_SHOWN = 3


def audit(draft: Draft) -> Iterator[Finding]:
    labels = {work.id: work.label for work in draft.works}
    for use in uses(draft):
        citation = use.cited.citation
        # "See note 5" means the whole of note 5.
        is_whole_note = citation.kind is CitationKind.CROSS_REFERENCE and not citation.author
        if citation.resolution is not Resolution.AMBIGUOUS or is_whole_note:
            continue
        named = [in_marks(inert(labels[id_])) for id_ in citation.candidates[:_SHOWN]]
        more = len(citation.candidates) - len(named)
        several = "; ".join(named) + (f" or {more} more" if more else "")
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{quoted(use.words)} may be {several}.",
            "Name the author and a short title.",
            citation.span,
            words=use.cited.note.span,
        )
