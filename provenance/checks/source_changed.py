"""A source's bytes are no longer those whose SHA-256 its description records.

What it means: the file was edited, saved anew, downloaded again or replaced. Every quotation from
it was looked up afresh: one that still stands there once is marked *moved*, all others *lost*.

Why it matters: a quotation is evidence only as long as the words it was taken from stay put.
Whoever checks it next must see the same document.

To put it right: put the recorded file back; or, if the change is meant, read what changed, run
`provenance add FILE`, which records the new hash, and look at each quotation again.

Bad:  seeds/cable.txt was opened in an editor, which turned its quotation marks into curly ones.

Good: seeds/cable.txt stays as received; corrections go into the description or a new file.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.dossier import SourceState
from provenance.model.findings import Finding, Severity

CODE = "PV101"
SEVERITY = Severity.ERROR
TITLE = "Source changed since it was recorded"


def check(subject: Subject) -> Iterator[Finding]:
    for entry in subject.sources:
        if entry.state is not SourceState.CHANGED or entry.document is None:
            continue
        source, now = entry.source, entry.document.sha256
        yield Finding(
            CODE,
            SEVERITY,
            source.sha256_place if source.sha256_place.path else source.place,
            f"{inert(source.path)} is not what was recorded:"
            f" its SHA-256 was {source.sha256} and is now {now}.",
            "Put the recorded file back, or read what changed and run `provenance add` on it.",
        )
