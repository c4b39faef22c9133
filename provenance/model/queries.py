"""Numbered questions to an author, whose numbers stay whatever becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from provenance.model.audit import Audit
from provenance.model.findings import Finding, Severity
from provenance.model.names import fold_text
from provenance.model.waivers import Waiver

_TELLING = 160
"""Code points of a query's words that tell it from another; fewer than are kept on disk."""


class QueryState(Enum):
    OPEN = "open"
    ANSWERED = "answered"
    """Its finding was set aside, with a reason."""
    MENDED = "mended"
    """Nothing is found there any more."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """What is remembered of a query, so that its number stays."""

    number: int
    """From 1; never given to another."""
    fingerprint: str
    code: str
    file: str
    said: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    numbered: Numbered
    state: QueryState
    findings: tuple[Finding, ...] = ()
    """The places it is about, in order; () where it was mended."""
    waiver: Waiver | None = None
    """Of an answered one."""


def numbers_for(
    audit: Audit, before: Sequence[Numbered], is_gone: Callable[[str], bool]
) -> tuple[Numbered, ...]:
    """The numbers there were, and one for each open finding of a draft that has none, by number.

    A draft whose file `is_gone` has a new name: a finding of the same code and words takes its
    number over. Notes, which ask for nothing, are no queries.
    """
    known = {each.fingerprint: each for each in before}
    renamed = {_about(each): each for each in reversed(before) if is_gone(each.file)}
    last = max((each.number for each in before), default=0)
    for finding in _asked(audit, audit.findings):
        if finding.fingerprint in known:
            continue
        made = _numbered(last + 1, finding)
        then = renamed.pop(_about(made), None)
        if then is None:
            last += 1
        else:
            del known[then.fingerprint]
            made = replace(made, number=then.number)
        known[made.fingerprint] = made
    return tuple(sorted(known.values(), key=lambda each: each.number))


def _about(each: Numbered) -> tuple[str, str]:
    return each.code, fold_text((each.words or each.said)[:_TELLING])


def queries(
    audit: Audit, numbers: Iterable[Numbered], is_in_scope: Callable[[str, str], bool]
) -> tuple[Query, ...]:
    """Every query that this audit can tell the state of, by number."""
    drafts = {draft.document.path for draft in audit.drafts}
    aside = {each.finding.fingerprint: each for each in audit.set_aside}
    made: list[Query] = []
    for each in numbers:
        unheard = (*audit.findings, *audit.known)
        open_ = tuple(f for f in unheard if f.fingerprint == each.fingerprint)
        if open_:
            made.append(Query(each, QueryState.OPEN, open_))
        elif each.fingerprint in aside:
            found = aside[each.fingerprint]
            made.append(Query(each, QueryState.ANSWERED, (found.finding,), found.waiver))
        elif drafts and is_in_scope(each.code, each.file):
            made.append(Query(each, QueryState.MENDED))
    return tuple(made)


def _asked(audit: Audit, findings: Iterable[Finding]) -> Iterable[Finding]:
    drafts = {draft.document.path for draft in audit.drafts}
    return (f for f in findings if f.place.path in drafts and f.severity is not Severity.NOTE)


def _numbered(number: int, finding: Finding) -> Numbered:
    return Numbered(
        number,
        finding.fingerprint,
        finding.code,
        finding.place.path,
        finding.message,
        finding.words,
    )
