"""What a finding is known by while its file changes around it: its words, and not its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from provenance.alignment.tokens import words
from provenance.model.findings import Finding
from provenance.model.spans import Span

AROUND = 8
"""Words on either side that tell one place of a text from another that says the same."""
_LONGEST = 600
"""Characters looked at for them."""
_DIGITS = 32


def fingerprinted(findings: Iterable[Finding], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings, each with its fingerprint: 32 hexadecimal digits.

    `texts` are canonical texts by path. A finding with a stretch of one of them is known by code,
    path and the folded words of the stretch and around it; any other by code, path, claim and
    message. Those that would be known alike are told apart by their number among one another.
    """
    seen: Counter[str] = Counter()
    found: list[Finding] = []
    for finding in findings:
        known_by = _known_by(finding, texts)
        seen[known_by] += 1
        number = seen[known_by]
        numbered = f"{known_by}\0{number}" if number > 1 else known_by
        digest = sha256(numbered.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        found.append(replace(finding, fingerprint=digest))
    return tuple(found)


def _known_by(finding: Finding, texts: Mapping[str, str]) -> str:
    text = texts.get(finding.place.path)
    if finding.span is None or text is None:
        said = [finding.claim, " ".join(words(finding.message).words)]
    else:
        said = [finding.claim, *_surroundings(text, finding.span)]
    return "\0".join([finding.code, finding.place.path, *said])


def _surroundings(text: str, span: Span) -> tuple[str, str, str]:
    before = words(text[max(0, span.start - _LONGEST) : span.start]).words[-AROUND:]
    after = words(text[span.end : span.end + _LONGEST]).words[:AROUND]
    return " ".join(before), " ".join(words(span.of(text)).words), " ".join(after)
