"""An audit as Markdown: for a comment on a change, a wiki, a mail."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.audit import Audit, Support
from provenance.model.findings import Finding
from provenance.rendering.audit_in_words import (
    SUPPORT_WORDS,
    WITH_ERRORS,
    Group,
    GroupBy,
    Show,
    borne_out_in_words,
    compared_in_words,
    grouped,
    listed,
    mended_in_words,
    rule_of,
    severities_in_words,
    shortfall_in_words,
    standings,
    summary_in_words,
    title_of,
)
from provenance.rendering.audit_places import spot_in_words, spot_of
from provenance.rendering.untrusted import for_markdown as md


def audit(audit: Audit, show: Show = Show.OPEN, by: GroupBy = GroupBy.CODE) -> str:
    """The summary first, then how far each draft is supported, then the findings."""
    lines = [
        f"# Audit of {md(audit.title) or 'the citations'}",
        "",
        md(summary_in_words(audit)),
        "",
    ]
    if mended := mended_in_words(audit):
        lines += [mended, ""]
    lines += [
        line
        for draft in audit.falls_short
        for line in (f"**{md(shortfall_in_words(audit, draft))}**", "")
    ]
    lines += _coverage(audit)
    if audit.problems:
        lines += ["## Left out", ""]
        for problem in audit.problems:
            where = f"{md(str(problem.place))}: " if problem.place else ""
            lines.append(f"- {where}{md(problem.message)} ({md(problem.slug)})")
        lines.append("")
    beside = standings(audit)
    for group in grouped(audit, listed(audit, show), by):
        lines += _group(audit, group, by, beside)
    return "\n".join(lines).rstrip("\n") + "\n"


def _coverage(audit: Audit) -> Iterator[str]:
    if not audit.drafts:
        return
    kinds = list(Support)
    words = [*(SUPPORT_WORDS[kind] for kind in kinds), WITH_ERRORS]
    yield "| draft | " + " | ".join(words) + " | |"
    yield "|---|" + "---:|" * len(words) + "---|"
    for draft in audit.drafts:
        numbers = [*draft.sound.values(), sum(draft.with_errors.values())]
        counts = " | ".join(map(str, numbers))
        share = "nothing checkable"
        if draft.checkable:
            share = f"{borne_out_in_words(draft)}; {compared_in_words(draft)}"
        yield f"| {md(draft.document.path)} | {counts} | {share} |"
    yield ""


def _group(audit: Audit, group: Group, by: GroupBy, beside: dict[Finding, str]) -> Iterator[str]:
    yield f"## {md(group.heading)}: {severities_in_words(group.findings)}"
    yield ""
    rule = rule_of(audit, group.findings[0].code)
    if by is GroupBy.CODE and rule:
        yield md(rule.explanation.partition("\n\n")[0])
        yield ""
    for finding in group.findings:
        named = f"**{md(spot_in_words(spot_of(audit, finding)))}**"
        if by is not GroupBy.CODE:
            named += f" {finding.severity.value}: {md(title_of(audit, finding.code))}."
        yield f"- {named} {md(finding.message)} `#{finding.fingerprint}`"
        if finding.words:
            yield f"  - draft: “{md(finding.words)}”"
        if other := finding.counterpart:
            yield f"  - {md(other.source)} ({md(str(other.place))}): “{md(other.words)}”"
        if finding.hint:
            yield f"  - to put it right: {md(finding.hint)}"
        if finding in beside:
            yield f"  - {md(beside[finding])}"
    yield ""
