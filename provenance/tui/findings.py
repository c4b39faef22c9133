"""Findings as the audit shows them: in groups, and one with its words and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import groupby

from textual.content import Content

from provenance.errors import Problem
from provenance.model.audit import Audit
from provenance.model.decided import Decided, SetAside
from provenance.model.findings import Finding, Severity
from provenance.model.waivers import waivers
from provenance.rendering.audit_in_words import lapsed_in_words, set_aside_in_words
from provenance.rendering.audit_places import draft_of, spot_in_words, spot_of, within_file
from provenance.rendering.untrusted import for_terminal, on_one_line

_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_LETTERS = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "N"}


class Order(Enum):
    """What findings are grouped by, as the screen says it."""

    CODE = "code"
    FILE = "file"
    CLAIM = "claim"


class Chosen(Enum):
    """Which findings are listed, as the screen says it."""

    OPEN = "open"
    ERRORS = "errors"
    DRAFTS = "in drafts"
    OTHERS = "in claims and sources"
    SET_ASIDE = "set aside"

    @property
    def next(self) -> Chosen:
        members = list(Chosen)
        return members[(members.index(self) + 1) % len(members)]

    @property
    def takes_problems(self) -> bool:
        """Whether files that were left out are listed with them."""
        return self in (Chosen.OPEN, Chosen.ERRORS)


def chosen(audit: Audit, which: Chosen) -> tuple[Finding, ...]:
    """The findings to list, in the order of the audit."""
    if which is Chosen.SET_ASIDE:
        return tuple(each.finding for each in audit.set_aside)
    return tuple(finding for finding in audit.findings if _passes(audit, finding, which))


def _passes(audit: Audit, finding: Finding, which: Chosen) -> bool:
    if which is Chosen.ERRORS:
        return finding.severity is Severity.ERROR
    return which is Chosen.OPEN or (draft_of(audit, finding) is not None) == (
        which is Chosen.DRAFTS
    )


def standings(audit: Audit, decided: Decided) -> dict[Finding, str]:
    """What people decided on findings: who set one aside, why and until when, also where that is
    over. Most have nothing.
    """
    once = {each.fingerprint: each for each in reversed(waivers(decided.decisions))}
    said = {
        finding: lapsed_in_words(SetAside(finding, once[finding.fingerprint]))
        for finding in (audit.findings if once else ())
        if finding.fingerprint in once
    }
    return said | {each.finding: set_aside_in_words(each) for each in audit.set_aside}


def speaks_of(entry: Finding | Problem, words: str) -> bool:
    """Whether some words, in whatever case, are in what is said of a finding or a problem."""
    code = entry.code if isinstance(entry, Finding) else entry.slug
    said = [code, _titles().get(code, ""), entry.message, entry.hint, str(entry.place or "")]
    if isinstance(entry, Finding):
        beside = entry.counterpart
        said += [entry.claim, entry.words, *((beside.source, beside.words) if beside else ())]
    return words.casefold() in on_one_line(" ".join(said)).casefold()


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that have something in common."""

    name: str
    findings: tuple[Finding, ...]
    by: Order

    @property
    def gravest(self) -> Severity:
        return min((f.severity for f in self.findings), key=lambda severity: severity.rank)

    def label(self, finding: Finding, audit: Audit) -> str:
        """What tells one of them from the others: its code, or where it is."""
        return (finding.claim or where(finding, audit)) if self.by is Order.CODE else finding.code

    def said(self, finding: Finding, audit: Audit) -> str:
        """One of them on a line of its own."""
        return f"{self.label(finding, audit)}: {finding.message}"


def grouped(findings: Iterable[Finding], by: Order) -> Iterator[Group]:
    """Findings in groups: by code, the gravest first; else by the name of file or claim."""
    titles = _titles()

    def key(finding: Finding) -> tuple[int, str]:
        if by is Order.CODE:
            return finding.severity.rank, finding.code
        return 0, finding.place.path if by is Order.FILE else finding.claim

    ordered = sorted(findings, key=lambda finding: (key(finding), finding.order))
    for (_, name), group in groupby(ordered, key=key):
        told = f"{name} {titles.get(name, '')}".strip() if by is Order.CODE else name
        yield Group(told or "no claim", tuple(group), by)


@cache
def _titles() -> dict[str, str]:
    from provenance.checks.registry import explained

    return dict(explained())


def where(finding: Finding, audit: Audit) -> str:
    """Where a finding stands, as a reader of its file would say it."""
    spot = spot_of(audit, finding)
    several = len(audit.drafts) > 1 or draft_of(audit, finding) is None
    return spot_in_words(spot) if several else within_file(spot) or spot.path


def sign_of_severity(severity: Severity, *, letters: bool) -> str:
    """The one sign that stands for how grave something is."""
    return (_LETTERS if letters else _SIGNS)[severity]


def group_in_full(group: Group, audit: Audit) -> Iterator[Content]:
    """A group and every finding of it, so that what the list cuts off can be read."""
    yield Content.styled(on_one_line(group.name), "bold")
    for finding in group.findings:
        yield Content("")
        yield Content(on_one_line(group.said(finding, audit)))


def finding_in_full(
    entry: Finding | Problem, code: str, audit: Audit, standing: str, asked: str = ""
) -> Iterator[Content]:
    """One finding or problem: place, message, hint, both sides' words, and what its code means.

    `standing` is what people decided on it, `asked` the question it is about; "" where there is
    none.
    """
    if isinstance(entry, Finding):
        yield Content.styled(on_one_line(spot_in_words(spot_of(audit, entry))), "$muted")
    elif entry.place:
        yield Content.styled(on_one_line(str(entry.place)), "$muted")
    if asked:
        yield Content.styled(on_one_line(asked), "$muted")
    yield Content.styled(on_one_line(entry.message), "bold")
    if standing:
        yield Content.styled(on_one_line(standing), "bold $primary")
    if entry.hint:
        yield Content.styled(on_one_line(entry.hint), "$accent")
    if isinstance(entry, Finding):
        yield from _words(entry)
    yield Content("")
    yield from _explained(code, entry.severity if isinstance(entry, Finding) else None)


def _explained(code: str, severity: Severity | None) -> Iterator[Content]:
    """What a code means. `severity` is how grave it is here, None for a file left out."""
    from provenance.checks.registry import checks, explain

    try:
        heading, *paragraphs = for_terminal(explain(code)).split("\n\n")
        if severity is not None and severity is not (usual := checks()[code].severity):
            heading = f"{code}: {checks()[code].title} ({severity.value}; otherwise {usual.value})"
        for paragraph in (heading, *paragraphs):
            yield Content(" ".join(paragraph.split()))
            yield Content("")
    except KeyError:
        yield Content.styled(f"provenance explain {on_one_line(code)} says more.", "$muted")


def finding_to_paste(entry: Finding | Problem, code: str, standing: str) -> str:
    """One finding or problem for a letter: place, code, message, both sides' words with places."""
    place = f"{entry.place}: " if entry.place else ""
    lines = [f"{place}{code} {entry.message}", standing, entry.hint]
    if isinstance(entry, Finding):
        lines += [line.plain for line in _words(entry)]
    return "\n".join(on_one_line(line) for line in lines if line)


def _words(finding: Finding) -> Iterator[Content]:
    """The draft's words, and beneath them the source's."""
    if finding.words:
        yield Content("")
        yield Content.assemble(("here    ", "$muted"), on_one_line(finding.words))
    beside = finding.counterpart
    if beside is not None:
        place = on_one_line(f"{beside.source}, {beside.place}")
        yield Content.assemble(("source  ", "$muted"), on_one_line(beside.words))
        yield Content.assemble(("        ", ""), (place, "$muted"))
