"""Findings that were there when an old manuscript was adopted: counted, but no reason to fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.model.findings import Finding


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding of a baseline, or several that nobody could tell apart."""

    fingerprint: str
    code: str
    file: str
    """The finding's file, when the baseline was written."""
    said: str
    """What the finding said then."""
    count: int = 1


def told_apart(
    findings: Iterable[Finding], baseline: Iterable[KnownFinding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The new findings and the known ones. Of several alike, the first are the known ones."""
    left = {known.fingerprint: known.count for known in baseline}
    new: list[Finding] = []
    old: list[Finding] = []
    for finding in findings:
        remaining = left.get(finding.fingerprint, 0)
        left[finding.fingerprint] = remaining - 1
        (old if remaining > 0 else new).append(finding)
    return tuple(new), tuple(old)


def mended(
    baseline: Iterable[KnownFinding],
    findings: Iterable[Finding],
    is_in_scope: Callable[[str, str], bool],
) -> tuple[KnownFinding, ...]:
    """What a baseline lists and nobody finds any more, with how many of it are gone.

    `is_in_scope` tells of a code and a file whether this audit would have found it.
    """
    found = Counter(finding.fingerprint for finding in findings)
    gone = (
        replace(known, count=known.count - found[known.fingerprint])
        for known in baseline
        if is_in_scope(known.code, known.file)
    )
    return tuple(known for known in gone if known.count > 0)


def baseline_of(
    findings: Iterable[Finding],
    before: Sequence[KnownFinding],
    is_in_scope: Callable[[str, str], bool],
) -> tuple[KnownFinding, ...]:
    """The baseline that lists these findings, by file, code and what they say.

    What the last one lists and this audit would not have found stays.
    """
    every = tuple(findings)
    counts = Counter(finding.fingerprint for finding in every)
    listed = {
        finding.fingerprint: KnownFinding(
            finding.fingerprint,
            finding.code,
            finding.place.path,
            finding.message,
            counts[finding.fingerprint],
        )
        for finding in reversed(every)
    }
    kept = (known for known in before if not is_in_scope(known.code, known.file))
    whole = {known.fingerprint: known for known in kept} | listed
    return tuple(sorted(whole.values(), key=lambda k: (k.file, k.code, k.said, k.fingerprint)))
