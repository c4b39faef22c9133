"""A source's bytes are no longer those whose SHA-256 its description records.

What it means: the file was edited, saved anew, downloaded again or replaced. Every quotation from
it was looked up afresh: one that still stands there once is marked *moved*, all others *lost*.

Why it matters: a quotation is evidence only as long as the words it was taken from stay put.
Whoever checks it next must see the same document.

To put it right: put the recorded file back; or, if the change is meant, read what changed and
accept it, with Accept among the sources of the board or with `provenance add FILE`; both say what
changed and record the new hash. Then look at each quotation that is lost.

Bad:  seeds/cable.txt was opened in an editor, which turned its quotation marks into curly ones.

Good: seeds/cable.txt stays as received; corrections go into the description or a new file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.checks.subject import Quotation, Subject
from provenance.errors import inert
from provenance.model.dossier import SourceState
from provenance.model.findings import Finding, Severity
from provenance.model.revisions import Revision, revisions_in_words
from provenance.model.verdicts import Standing

CODE = "PV101"
SEVERITY = Severity.ERROR
TITLE = "Source changed since it was recorded"
_SHOWN = 8
"""Digits of a hash that a person can compare."""


def check(subject: Subject) -> Iterator[Finding]:
    for entry in subject.sources:
        if entry.state is not SourceState.CHANGED or entry.document is None:
            continue
        source, was, now = entry.source, entry.source.sha256, entry.document.sha256
        lost = [q for q in subject.quotations if q.entry is entry and _is_lost(q)]
        yield Finding(
            CODE,
            SEVERITY,
            source.sha256_place if source.sha256_place.path else source.place,
            f"{inert(source.path)} is not what was recorded (SHA-256 {was[:_SHOWN]}…,"
            f" now {now[:_SHOWN]}…){_told(entry.revised, lost)}",
            "Put the recorded file back; or read what changed and accept it, with Accept"
            " among the sources or with `provenance add`.",
        )


def _told(revised: tuple[Revision, ...] | None, lost: Sequence[Quotation]) -> str:
    """What changed, and which statements it took the words from."""
    changed = f": {revisions_in_words(revised)}" if revised is not None else ""
    if not lost:
        return f"{changed}."
    claims = ", ".join(dict.fromkeys(inert(q.claim.id) for q in lost))
    whys = (
        "" if changed else "".join(f" {why}" for why in dict.fromkeys(q.placed.why for q in lost))
    )
    return f"{changed}. Words quoted are no longer there: {claims}.{whys}"


def _is_lost(quotation: Quotation) -> bool:
    return quotation.placed.standing is Standing.LOST
