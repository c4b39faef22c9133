"""One work is cited with two years, two titles or two spellings of its author's name.

What it means: two notes, or a note and the list of works, cite what is by all other signs one work,
and differ. Years of editions that are named as such ("2nd ed.", "repr.") are no conflict.

Why it matters: one of the two is wrong; and if the editions differ, so may the pages.

To put it right: look at the title page, and make both the same.

Bad:  `Hasegawa, Racing the Enemy (2005)` in note 3 and `(2006)` in note 9

Good: the same year in both
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.conflicts import conflicts
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV406"
SEVERITY = Severity.WARNING
TITLE = "One work, cited in two ways"


def audit(draft: Draft) -> Iterator[Finding]:
    for found in conflicts(draft):
        words = quoted(found.use.words)
        ours, theirs = quoted(found.here), quoted(found.there)
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{words}: {found.what} is {ours} here and {theirs} in {inert(found.where)}.",
            "Look at the title page, and make both the same.",
            found.use.cited.citation.span,
            words=found.use.cited.note.span,
        )
