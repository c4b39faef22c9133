"""A work is cited in short before it is cited in full.

What it means: a surname and a short title stand in a note, and the full citation comes in a later
note, or nowhere: neither in a note nor in a list of works. Where several works have no full form,
they are told together: the full forms may stand in another chapter.

Why it matters: at the short form the reader cannot tell which work it is.

To put it right: give the full citation where the work is first cited.

Bad:  `Feis, China Tangle, 3.` in note 2, and the full citation in note 9

Good: the full citation in note 2, and `Feis, China Tangle, 3.` in note 9
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.forms import PRINTED, Use, gives_in_full, uses, uses_of_works
from provenance.drafts.listing import is_listed
from provenance.drafts.unparsed import is_sound
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity
from provenance.model.notes import Work, WorkKind

CODE = "PV403"
SEVERITY = Severity.WARNING
TITLE = "Short form before the full form"

_MANY = 4
"""From so many on, works without a full form are told together."""
_SHOWN = 3


def audit(draft: Draft) -> Iterator[Finding]:
    cited = uses_of_works(draft)
    every = tuple(uses(draft))
    place = {use.cited.citation.id: at for at, use in enumerate(every)}
    never: list[tuple[Work, Use]] = []
    for work in draft.works:
        found = cited.get(work.id, ())
        if not found or work.kind not in PRINTED | {WorkKind.UNKNOWN}:
            continue
        if not found[0].is_short or not is_sound(found[0].cited.citation):
            continue
        full = next((use for use in every if gives_in_full(use, work)), None)
        if full and place[full.cited.citation.id] < place[found[0].cited.citation.id]:
            continue
        if full:
            label = inert(full.cited.note.label)
            message = f"{quoted(found[0].words)} is short for what note {label} gives in full."
            yield _finding(draft, found[0], message)
        elif not is_listed(draft, work):
            never.append((work, found[0]))
    if len(never) >= _MANY:
        names = "; ".join(inert(work.label) for work, _ in never[:_SHOWN])
        more = f" and {len(never) - _SHOWN} more"
        message = f"{len(never)} works are cited in short and never in full: {names}{more}."
        yield _finding(draft, never[0][1], message)
    else:
        for work, use in never:
            yield _finding(draft, use, f"{quoted(work.label)} is cited in short and never in full.")


def _finding(draft: Draft, use: Use, message: str) -> Finding:
    hint = "Give the full citation where the work is first cited."
    at = use.cited.citation.span
    return draft.finding(CODE, SEVERITY, message, hint, at)
