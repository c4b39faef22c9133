"""A work is newer than the draft, or than the work it is quoted in.

What it means: the draft's own description gives a date, and a work it cites appeared in a later
year; or a note says that one work is quoted in another that is older.

Why it matters: one of the two years is wrong, and with it perhaps the edition and the pages.

To put it right: look at the title page, and correct the year.

Bad:  `Hasegawa, Racing the Enemy (2050), 142.` in a manuscript of 2024

Good: `Hasegawa, Racing the Enemy (2005), 142.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from provenance.drafts.draft import Draft
from provenance.drafts.forms import Use, is_published, uses
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity

CODE = "PV413"
SEVERITY = Severity.WARNING
TITLE = "Work newer than what cites it"

_QUOTED_IN = re.compile(
    r"\b(?:(?:quoted|cited) (?:in|by|from)|zit\. (?:n\.|nach|bei)|zitiert nach|cité par)\Z",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:forthcoming|in press|im Erscheinen|im Druck|à paraître)\b", re.I)


def audit(draft: Draft) -> Iterator[Finding]:
    issued = draft.source.issued.latest if draft.source.issued else None
    written = issued.year if issued else None
    for use in uses(draft):
        year = _year(use)
        if written and year > written and not _TO_COME.search(use.words):
            message = f"{quoted(use.words)} is of {year}; the draft is of {written}."
            yield _finding(draft, use, message)
    for use, other in pairwise(uses(draft)):
        is_beside = use.cited.note is other.cited.note
        is_quoted = is_beside and _QUOTED_IN.search(other.cited.citation.signal)
        year, citing = _year(use), _year(other)
        if is_quoted and citing and year > citing:
            message = f"{quoted(use.words)} is of {year}, and what quotes it is of {citing}."
            yield _finding(draft, use, message)


def _year(use: Use) -> int:
    """The year a citation gives as that of publication; 0 where it gives none."""
    citation = use.cited.citation
    return int(citation.year) if citation.year and is_published(use.words, citation.year) else 0


def _finding(draft: Draft, use: Use, message: str) -> Finding:
    return draft.finding(
        CODE, SEVERITY, message, "Look at the title page.", use.cited.citation.span
    )
