"""An audit for a person: the findings, gravest first, and how far the draft is supported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.audit import Audit
from provenance.model.findings import Finding, Severity
from provenance.rendering.audit_in_words import (
    Group,
    GroupBy,
    Show,
    coverage_in_words,
    grouped,
    listed,
    mended_in_words,
    severities_in_words,
    shortfall_in_words,
    standings,
    summary_in_words,
    title_of,
)
from provenance.rendering.audit_places import spot_in_words, spot_of
from provenance.rendering.findings_text import problem_lines
from provenance.rendering.wrapping import Paper, laid_out

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold", Severity.NOTE: ""}
_MOST_WORDS = 400
"""Code points of quoted words that are shown of one side."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is listed, and how."""

    show: Show = Show.OPEN
    group: GroupBy = GroupBy.CODE


def audit(audit: Audit, *, width: int | None, colour: bool, choice: Choice = Choice()) -> str:
    """Everything that was found, and a summary last."""
    paper = Paper(width, colour)
    beside = standings(audit)
    lines: list[str] = []
    for group in grouped(audit, listed(audit, choice.show), choice.group):
        lines += [*_group(audit, group, choice.group, beside, paper), ""]
    lines += problem_lines(audit.problems, paper)
    for draft in audit.drafts:
        lines += laid_out(f"{draft.document.path}: {coverage_in_words(draft)}", paper)
    for draft in audit.falls_short:
        lines += laid_out(shortfall_in_words(audit, draft), paper, style="bold red")
    if mended := mended_in_words(audit):
        lines += laid_out(mended, paper)
    lines += laid_out(summary_in_words(audit), paper, style="bold")
    return "\n".join(lines) + "\n"


def _group(
    audit: Audit, group: Group, by: GroupBy, beside: dict[Finding, str], paper: Paper
) -> Iterator[str]:
    gravest = min((finding.severity for finding in group.findings), key=lambda each: each.rank)
    heading = f"{group.heading}: {severities_in_words(group.findings)}"
    yield from laid_out(heading, paper, style=_STYLES[gravest])
    for finding in group.findings:
        named = spot_in_words(spot_of(audit, finding))
        if by is not GroupBy.CODE:
            named += f" {finding.severity.value} {title_of(audit, finding.code)}"
        yield from laid_out(f"{named}  #{finding.fingerprint}", paper, indent=2)
        yield from _told(finding, beside.get(finding, ""), paper)


def _told(finding: Finding, beside: str, paper: Paper) -> Iterator[str]:
    yield from laid_out(finding.message, paper, indent=4)
    if finding.words:
        yield from laid_out(_shown(finding.words), paper, lead="draft: ", indent=4)
    if other := finding.counterpart:
        lead = f"{other.source} ({other.place}): "
        yield from laid_out(_shown(other.words), paper, lead=lead, indent=4)
    if finding.hint:
        yield from laid_out(finding.hint, paper, lead="hint: ", indent=4)
    if beside:
        yield from laid_out(beside, paper, indent=4)


def _shown(words: str) -> str:
    return f"“{words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + '…'}”"
