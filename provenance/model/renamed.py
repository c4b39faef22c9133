"""Findings of a draft whose file has a new name, known again by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from provenance.model.findings import Finding
from provenance.model.names import fold_text

_TELLING = 4
"""Words by which a finding is known again at least; "Ibid." stands in every chapter."""


def taken_over(
    findings: Sequence[Finding],
    listed: Iterable[tuple[str, str]],
    is_gone: Callable[[str], bool],
) -> Mapping[str, Finding]:
    """By a fingerprint in a file that is gone, the finding of another file that it is now.

    `listed` are files, each with a fingerprint in it. The file that takes over is the one that has
    the most of them; where two have as many, neither does.
    """
    gone: dict[str, set[str]] = {}
    for file, fingerprint in listed:
        if file and is_gone(file):
            gone.setdefault(file, set()).add(fingerprint)
    found: dict[str, Finding] = {}
    for file, fingerprints in sorted(gone.items()):
        found |= _known_again(findings, file, fingerprints)
    return found


def _known_again(
    findings: Sequence[Finding], file: str, fingerprints: set[str]
) -> dict[str, Finding]:
    by_file: dict[str, dict[str, Finding]] = {}
    for finding in findings:
        then = finding.fingerprint_in(file)
        if then in fingerprints:
            by_file.setdefault(finding.place.path, {}).setdefault(then, finding)
    ranked = sorted(by_file.values(), key=len, reverse=True)
    if not ranked or (len(ranked) > 1 and len(ranked[0]) == len(ranked[1])):
        return {}
    return ranked[0] if any(map(_is_telling, ranked[0].values())) else {}


def _is_telling(finding: Finding) -> bool:
    return len(fold_text(finding.words or finding.message).split()) >= _TELLING
