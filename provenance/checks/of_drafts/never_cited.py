"""A work stands in the list of works and is never cited.

What it means: no note and no sentence names the entry's author together with its year or title.

Why it matters: a list of works cited that has more than was cited tells the reader that something
was used for the text, and he cannot see for what; often the sentence was cut and the entry stayed.

To put it right: delete the entry, or cite the work where it was used. A list of further reading may
keep it.

Bad:  the list has `Kimball, Forged in War. 1997.`, and no note names Kimball.

Good: every entry is cited in a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.listing import uncited
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity

CODE = "PV411"
SEVERITY = Severity.NOTE
TITLE = "In the bibliography and never cited"


def audit(draft: Draft) -> Iterator[Finding]:
    for entry in uncited(draft):
        words = " ".join(entry.span.of(draft.document.text).split())
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{quoted(words)} is never cited.",
            "Delete the entry, or cite it.",
            entry.span,
        )
