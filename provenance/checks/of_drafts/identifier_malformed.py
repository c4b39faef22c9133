"""A DOI, ISBN, ISSN, arXiv number or web address is not well formed.

What it means: its check digit does not fit, or it does not have the form that all of its kind have.
Nothing is looked up: an identifier that is well formed may still be another work's.

Why it matters: it leads nowhere, or to something else.

To put it right: copy it again from the work itself.

Bad:  `ISBN 978-0-674-01693-5`

Good: `ISBN 978-0-674-01693-4`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.identifiers import bad_identifiers
from provenance.errors import inert
from provenance.model.findings import Finding, Severity

CODE = "PV412"
SEVERITY = Severity.ERROR
TITLE = "Identifier that is not well formed"


def audit(draft: Draft) -> Iterator[Finding]:
    for bad in bad_identifiers(draft.document.text):
        said = inert(" ".join(bad.span.of(draft.document.text).split()))
        yield draft.finding(
            CODE,
            SEVERITY,
            f"The {bad.kind} {said} {bad.why}.",
            "Copy it again from the work itself.",
            bad.span,
        )
