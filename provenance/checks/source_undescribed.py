"""A document in `seeds/` has no description beside it.

What it means: there is no `<file>.source.yaml`, so who wrote it, when, and what kind of source it
is are unknown. Its name stands in for an id.

Why it matters: whether a source speaks for itself or reports another, whether it looks back, and
which of two is the earlier cannot be told without author, date and kind.

To put it right: run `provenance add FILE`, and fill in what the document itself says. Leave out
what it does not say.

Bad:  seeds/letter.txt stands alone.

Good: seeds/letter.txt.source.yaml gives title, author, date, kind and hash.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.sources import Source

CODE = "PV104"
SEVERITY = Severity.NOTE
TITLE = "Source without a description"


def check(subject: Subject) -> Iterator[Finding]:
    for entry in subject.sources:
        # What cannot be read at all has a mistake of its own, and `add` would refuse it.
        if entry.document is not None and not is_described(entry.source):
            yield Finding(
                CODE,
                SEVERITY,
                entry.source.place,
                f"{inert(entry.source.path)} has no description.",
                f"Run `provenance add {inert(entry.source.path)}` and fill in what it says itself.",
            )


def is_described(source: Source) -> bool:
    """Whether there is a description: without one, its place is that of the document itself."""
    return source.place.path not in ("", source.path)
