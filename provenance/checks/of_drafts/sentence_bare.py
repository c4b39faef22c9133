"""A sentence states a fact and names nothing that it rests on.

What it means: it gives a date, a number, another's words or what somebody named did; it has no
note, no note further on in its paragraph covers it, and it is no confirmed statement of a claim.

Why it matters: the reader cannot check it, and neither can you the evening before it goes to press.

To put it right: add a note; or confirm it as a statement of a claim; or leave it, where everybody
knows it.

Bad:  `Truman landed at Antwerp on 15 July 1945.` without a note in its paragraph.

Good: `Truman landed at Antwerp on 15 July 1945.[4]`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.errors import quoted
from provenance.model.audit import Support
from provenance.model.findings import Finding, Severity

CODE = "PV704"
SEVERITY = Severity.NOTE
TITLE = "Statement without a source"


def audit(draft: Draft) -> Iterator[Finding]:
    for sentence in draft.sentences:
        if sentence.support is Support.BARE:
            said = " ".join(sentence.span.of(draft.document.text).split())
            yield draft.finding(
                CODE,
                SEVERITY,
                f"{quoted(said)} {sentence.why.removeprefix('It ')}",
                "Add a note, or confirm it as a statement of a claim.",
                sentence.span,
            )
