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
from provenance.drafts.listing import has_list, is_name_and_year
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV407"
SEVERITY = Severity.WARNING
TITLE = "Reference that leads nowhere"


_MANY = 4
"""From so many on, names that are not known are told together: a list may stand elsewhere."""


def audit(draft: Draft) -> Iterator[Finding]:
    unknown: list[LostReference] = []
    for lost in lost_references(draft):
        if lost.how is Astray.NOT_THERE:
            label = inert(lost.label)
            message = f"{quoted(lost.use.words)}: note {label} cites nothing by {_author(lost)}."
            yield _finding(draft, lost, message)
        elif lost.how is Astray.UNKNOWN and not _is_listed(draft, lost):
            unknown.append(lost)
    if len(unknown) >= _MANY:
        names = ", ".join(dict.fromkeys(_author(lost) for lost in unknown))
        message = f"{len(unknown)} references are to works that are nowhere cited: {names}."
        yield _finding(draft, unknown[0], message)
    else:
        for lost in unknown:
            message = f"{quoted(lost.use.words)}: nothing by {_author(lost)} was cited before."
            yield _finding(draft, lost, message)


def _author(lost: LostReference) -> str:
    return " and ".join(inert(name) for name in lost.use.cited.citation.author)


def _finding(draft: Draft, lost: LostReference, message: str) -> Finding:
    hint = "Give the full citation, or the right note."
    cited = lost.use.cited
    return draft.finding(CODE, SEVERITY, message, hint, cited.citation.span, words=cited.note.span)


def _is_listed(draft: Draft, lost: LostReference) -> bool:
    """Whether a list of works has something of that author."""
    if is_name_and_year(lost.use) and has_list(draft):
        return True  # Whether the list has it is another finding.
    name = fold(lost.use.cited.citation.author[0])
    return any(name in entry.head for entry in draft.listed) or any(
        fold(person.family) == name
        for reference in draft.references
        for person in (*reference.authors, *reference.editors)
    )
