"""A short reference leads to no work.

What it means: a surname stands alone and no earlier note, and no list of works, has a work of that
author; or a note is named ("Feis, n. 12") that does not cite that author.

Why it matters: the reader cannot find out what is cited.

To put it right: give the full citation, or the number of the note that has it.

Bad:  `Feis, 112.` where nothing of Feis was cited before

Good: `Herbert Feis, The China Tangle (Princeton, 1953), 112.`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.citations.names import fold
from provenance.drafts.back_references import Astray, LostReference, lost_references
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV407"
SEVERITY = Severity.WARNING
TITLE = "Reference that leads nowhere"


def audit(draft: Draft) -> Iterator[Finding]:
    for lost in lost_references(draft):
        citation = lost.use.cited.citation
        author = " and ".join(inert(name) for name in citation.author)
        if lost.how is Astray.NOT_THERE:
            message = (
                f"{quoted(lost.use.words)}: note {inert(lost.label)} cites nothing by {author}."
            )
        elif lost.how is Astray.UNKNOWN and not _is_listed(draft, lost):
            message = f"{quoted(lost.use.words)}: nothing by {author} was cited before."
        else:
            continue
        hint = "Give the full citation, or the right note."
        at = citation.span
        yield draft.finding(CODE, SEVERITY, message, hint, at, words=lost.use.cited.note.span)


def _is_listed(draft: Draft, lost: LostReference) -> bool:
    """Whether a list of works has something of that author, of that year where it gives one."""
    citation = lost.use.cited.citation
    name = fold(citation.author[0])
    in_list = any(
        name in entry.head and (not citation.year or citation.year in entry.years)
        for entry in draft.listed
    )
    return in_list or any(
        fold(person.family) == name
        for reference in draft.references
        for person in (*reference.authors, *reference.editors)
    )
