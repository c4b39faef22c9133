"""A source's description records no SHA-256.

What it means: if the file changes, nothing will tell.

Why it matters: quotations rest on bytes. Without the hash a silent edit looks like the original.

To put it right: run `provenance add FILE`, which records it.

Bad:  seeds/letter.txt.source.yaml has an id and a title, and no `sha256`.

Good: `sha256:` stands there with the 64 digits that `provenance add` wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.source_undescribed import is_described
from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.sources import Role

CODE = "PV105"
SEVERITY = Severity.NOTE
TITLE = "Source without a recorded hash"


def check(subject: Subject) -> Iterator[Finding]:
    for entry in subject.sources:
        source = entry.source
        if source.role is Role.DRAFT or source.sha256 or not is_described(source):
            continue
        if entry.document is None:
            continue  # there are no bytes to record
        yield Finding(
            CODE,
            SEVERITY,
            source.place,
            f"No hash of {inert(source.path)} is recorded.",
            f"Run `provenance add {inert(source.path)}`, which records it.",
        )
