"""A work is cited and stands neither in the list of works nor in the bibliography.

What it means: the draft ends in a list of works, or the workspace has a bibliography, and a book,
article or chapter cited in full is not in it. A list that has less than half of what is cited is a
selection, and nothing is told.

Why it matters: the list promises to be complete, and a short form in the notes leads nowhere.

To put it right: add the entry, or correct the citation where the entry has another author or
title.

Bad:  a note cites `Hasegawa, Racing the Enemy (2005)`; the list goes from Feis to Kimball.

Good: the list has an entry for every book that is cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.forms import Use, uses_of_works
from provenance.drafts.listing import listing, unlisted_years
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity

CODE = "PV410"
SEVERITY = Severity.WARNING
TITLE = "Cited and not in the bibliography"


def audit(draft: Draft) -> Iterator[Finding]:
    for use in unlisted_years(draft):
        message = f"{quoted(use.words)} is not in the list of works."
        yield _finding(draft, use, message)
    listed = listing(draft)
    if listed is None:
        return
    cited = uses_of_works(draft)
    for work in listed.missing:
        for use in cited.get(work.id, ())[:1]:
            yield _finding(draft, use, f"{quoted(work.label)} is not in {listed.name}.")


def _finding(draft: Draft, use: Use, message: str) -> Finding:
    at = use.cited.citation.span
    return draft.finding(CODE, SEVERITY, message, "Add the entry, or correct the citation.", at)
