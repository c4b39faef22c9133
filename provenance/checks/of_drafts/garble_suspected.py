"""A name in the draft looks corrupted.

What it means: it stands seldom, no other text has it, and a name that others have fits in its
place: by its letters, and by the words it goes with or the way scanners misread. Or it is one
letter off a name that the draft itself spells otherwise all over.

Why it matters: a name that no search finds loses its fact, and the slip is copied with it.

To put it right: compare the source. Where the name is right, list it under `aliases` in
`provenance.yaml`; within a quotation keep it, with [sic].

Bad:  `the secret Jaalta agreement`

Good: `the secret Yalta agreement`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV705"
SEVERITY = Severity.WARNING
TITLE = "Name that looks corrupted"


def audit(draft: Draft) -> Iterator[Finding]:
    # Within a quotation its words are the source's, and held against it.
    given = [each.span for each in (*draft.quotations.found, *draft.quoted_in_notes)]
    for garble in draft.garbles:
        if any(span.covers(garble.span) for span in given):
            continue
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{quoted(garble.text)} may stand for {quoted(garble.suggestion)}:"
            f" {inert(garble.evidence)}.",
            "Compare the source.",
            garble.span,
            words=draft.around(garble.span),
        )
