"""A work that was cited in full is cited in full once more.

What it means: an earlier note gives author, title, place and year of the same work. A draft that
always cites in full is left alone.

Why it matters: the reader takes it for another work, and the notes are longer than they need be.

To put it right: cite in short from the second time on, if that is your house's manner.

Bad:  `Herbert Feis, The China Tangle (Princeton, 1953), 3.` in notes 2 and 9

Good: the full citation in note 2, and `Feis, China Tangle, 3.` in note 9
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.forms import PRINTED, Use, uses_of_works
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity
from provenance.model.notes import CitationKind

CODE = "PV404"
SEVERITY = Severity.NOTE
TITLE = "Full form repeated"

_MANNER = 0.5
"""A draft that repeats the full form in a larger share of later citations does so on purpose."""
_FEW = 4
"""Among fewer later citations no manner can be told."""


def audit(draft: Draft) -> Iterator[Finding]:
    later: list[tuple[Use, Use | None]] = []
    printed = {work.id for work in draft.works if work.kind in PRINTED}
    for id_, found in uses_of_works(draft).items():
        is_shortened = id_ in printed
        first: Use | None = None
        for use in found:
            if first:
                is_repeated = is_shortened and use.is_full and _is_same_part(use, first)
                later.append((use, first if is_repeated else None))
            elif use.is_full:
                first = use
            # A file is cited in full each time, unless the draft has given it a short form.
            is_shortened = is_shortened or use.cited.citation.kind is CitationKind.SHORT
    repeated = [(use, first) for use, first in later if first]
    if len(later) >= _FEW and len(repeated) > _MANNER * len(later):
        return
    for use, first in repeated:
        label = inert(first.cited.note.label)
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{quoted(use.words)} is given in full in note {label} already.",
            "Cite it in short.",
            use.cited.citation.span,
        )


def _is_same_part(use: Use, first: Use) -> bool:
    """Whether both cite the same volume of a work, as far as they say."""
    volumes = {use.cited.citation.volume, first.cited.citation.volume} - {""}
    return len(volumes) < 2
