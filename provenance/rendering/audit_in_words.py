"""What an audit came to, in the phrases that every output shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from provenance.model.audit import Audit, AuditedDraft, Support
from provenance.model.decided import SetAside
from provenance.model.findings import Finding, Rule, Severity
from provenance.rendering.audit_places import draft_of, spot_of
from provenance.rendering.statements_in_words import counted

SUPPORT_WORDS = {
    Support.SUPPORTED: "supported",
    Support.QUOTED: "quoted",
    Support.NOT_CHECKABLE: "not checkable",
    Support.BARE: "bare",
}


class Show(Enum):
    """Which findings are listed."""

    OPEN = "open"
    SET_ASIDE = "set-aside"
    KNOWN = "known"
    ALL = "all"


class GroupBy(Enum):
    """What findings are put together by."""

    CODE = "code"
    FILE = "file"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Group:
    heading: str
    """Not safe for a terminal: it may name a file."""
    findings: tuple[Finding, ...]


def listed(audit: Audit, show: Show) -> tuple[Finding, ...]:
    """The findings to list, by file, line, column and code."""
    aside = tuple(each.finding for each in audit.set_aside)
    chosen = {
        Show.OPEN: audit.findings,
        Show.SET_ASIDE: aside,
        Show.KNOWN: audit.known,
        Show.ALL: (*audit.findings, *aside, *audit.known),
    }[show]
    return tuple(sorted(chosen, key=lambda finding: finding.order))


def grouped(audit: Audit, findings: Sequence[Finding], by: GroupBy) -> tuple[Group, ...]:
    """The findings put together: by code with the gravest first, else in the order of places."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_heading(audit, finding, by), []).append(finding)
    made = [Group(heading, tuple(found)) for heading, found in groups.items()]
    if by is GroupBy.CODE:
        made.sort(key=lambda g: (min(f.severity.rank for f in g.findings), g.findings[0].code))
    return tuple(made)


def rule_of(audit: Audit, code: str) -> Rule | None:
    """What a code means; None where it was not looked for."""
    return next((rule for rule in audit.rules if rule.code == code), None)


def title_of(audit: Audit, code: str) -> str:
    """`PV302 Marker without a note`."""
    rule = rule_of(audit, code)
    return f"{code} {rule.title}" if rule else code


def severities_in_words(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`; "" where there are none."""
    return ", ".join(
        counted(number, severity.value)
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in findings))
    )


def summary_in_words(audit: Audit) -> str:
    """`7 open (2 errors, 5 warnings), 3 set aside, 12 known`, or that there are none."""
    parts = []
    if audit.findings:
        parts.append(f"{len(audit.findings)} open ({severities_in_words(audit.findings)})")
    elif audit.set_aside or audit.known:
        parts.append("0 open")
    parts += [f"{len(audit.set_aside)} set aside"] if audit.set_aside else []
    parts += [f"{len(audit.known)} known"] if audit.known else []
    return f"Findings: {', '.join(parts)}" if parts else "No findings."


WITH_ERRORS = "with errors"


def coverage_in_words(draft: AuditedDraft) -> str:
    """`40 sentences: 20 supported, 13 not checkable, 7 bare; 20 of 27 checkable ones …`."""
    wrong = sum(draft.with_errors.values())
    named = [f"{n} {SUPPORT_WORDS[kind]}" for kind, n in draft.sound.items() if n]
    counts = ", ".join([*named, *([f"{wrong} {WITH_ERRORS}"] if wrong else [])])
    sentences = counted(len(draft.sentences), "sentence")
    told = f"{sentences}: {counts}" if counts else sentences
    if not draft.checkable:
        return told
    return f"{told}; {borne_out_in_words(draft)}; {compared_in_words(draft)}"


def borne_out_in_words(draft: AuditedDraft) -> str:
    """`20 of 27 checkable sentences are supported or quoted (74 %)`."""
    verb = "is" if draft.borne_out == 1 else "are"
    share = percent(draft.borne_out, draft.checkable)
    sentences = counted(draft.checkable, "checkable sentence")
    return f"{draft.borne_out} of {sentences} {verb} supported or quoted ({share})"


def compared_in_words(draft: AuditedDraft) -> str:
    """`6 of these 20 rest on sources that are held, the others were compared with nothing`."""
    if not draft.borne_out:
        return "nothing could be held against a source"
    if draft.compared == draft.borne_out:
        return "all of these rest on sources that are held"
    if not draft.compared:
        return "none of these rests on a source that is held, so none was compared"
    return (
        f"{draft.compared} of these {draft.borne_out} rest on sources that are held, "
        "the others were compared with nothing"
    )


def percent(part: int, whole: int) -> str:
    """A share, cut and never rounded up: 100 % is all of them, 0 % none. `whole` is not 0."""
    tenths = part * 1000 // whole
    if part and not tenths:
        return "under 0.1 %"
    return f"{tenths // 10}.{tenths % 10} %" if tenths % 10 else f"{tenths // 10} %"


def shortfall_in_words(audit: Audit, draft: AuditedDraft) -> str:
    """That a draft is supported less than is required."""
    return (
        f"{draft.document.path} falls short: {borne_out_in_words(draft)}, and"
        f" {audit.require_coverage} % must be."
    )


def set_aside_in_words(aside: SetAside) -> str:
    """`set aside by AB on 2024-03-01 until 2024-12-31: the archive was asked`."""
    waiver = aside.waiver
    until = f" until {waiver.expires}" if waiver.expires else ""
    return f"set aside by {waiver.by} on {waiver.at[:10]}{until}: {waiver.why}"


def lapsed_in_words(aside: SetAside) -> str:
    """That a finding counts again."""
    return f"counts again: {set_aside_in_words(aside)}"


def standings(audit: Audit) -> dict[Finding, str]:
    """What is to be said of a finding beside itself; most have nothing."""
    said = {each.finding: set_aside_in_words(each) for each in audit.set_aside}
    said |= {each.finding: lapsed_in_words(each) for each in audit.lapsed}
    return said | dict.fromkeys(audit.known, "known: the baseline lists it")


def mended_in_words(audit: Audit) -> str:
    """How many findings of the baseline are gone; "" where none are."""
    number = sum(known.count for known in audit.mended)
    if not number:
        return ""
    were, them = ("was", "it") if number == 1 else ("were", "them")
    return (
        f"{counted(number, 'finding')} of the baseline {were} mended:"
        f" `provenance audit --write-baseline` takes {them} off the list."
    )


def _heading(audit: Audit, finding: Finding, by: GroupBy) -> str:
    if by is GroupBy.CODE:
        return title_of(audit, finding.code)
    if by is GroupBy.FILE or draft_of(audit, finding) is None:
        return finding.place.path
    note = spot_of(audit, finding).note
    return f"{finding.place.path}, note {note}" if note else f"{finding.place.path}, in the text"
