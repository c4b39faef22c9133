"""A source that is listed could not be read at all.

What it means: the file is missing, empty, not text, of a format that is not read yet, or only
pictures of pages. The reason is given.

Why it matters: a source nobody could read is a gap, not silence. Its cells show *not read*, and no
verdict may lean on them.

To put it right: follow the reason given; where the pages are pictures, add a transcription as a
source of its own and say in its description what it was made from.

Bad:  seeds/scan.pdf holds photographs of pages and not one letter of text.

Good: seeds/scan.txt, a transcription, with `derived-from: [scan]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import Place, inert
from provenance.model.dossier import SourceState
from provenance.model.findings import Finding, Severity

CODE = "PV102"
SEVERITY = Severity.WARNING
TITLE = "Source could not be read"


def check(subject: Subject) -> Iterator[Finding]:
    for entry in subject.sources:
        if entry.state is SourceState.UNREAD and not entry.source.unusable:
            yield Finding(
                CODE,
                SEVERITY,
                Place(entry.source.path),
                f"{inert(entry.source.id)} could not be read: {entry.why or 'no reason is known'}.",
                "What it says is unknown; it is not silent.",
            )
