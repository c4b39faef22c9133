"""Some of a source was read, and some of it could not be.

What it means: pages without text, a damaged part, or bytes that are no characters. The places are
named.

Why it matters: a search that finds nothing in half a document has not shown that the document is
silent.

To put it right: transcribe what is missing, or say in the claims whether the missing part matters.

Bad:  pages 12 to 14 of a scanned book have no text layer, and the book is called silent.

Good: the pages are transcribed, or the source stays *not read* for what they might say.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import Place, inert
from provenance.model.dossier import SourceState
from provenance.model.findings import Finding, Severity

CODE = "PV103"
SEVERITY = Severity.WARNING
TITLE = "Source read only in part"


def check(subject: Subject) -> Iterator[Finding]:
    for entry in subject.sources:
        gaps = entry.document.gaps if entry.document else ()
        if not gaps or entry.state is SourceState.UNREAD:
            continue
        missing = "; ".join(f"{gap.where}: {gap.reason}".removeprefix(": ") for gap in gaps)
        yield Finding(
            CODE,
            SEVERITY,
            Place(entry.source.path),
            f"{inert(entry.source.id)} was read only in part: {missing}.",
            "It cannot be called silent on what the missing part might say.",
        )
