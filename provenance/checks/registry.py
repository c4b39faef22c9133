"""The one list of checks and explanations; the commands and screens read it."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import chain

import provenance.checks
from provenance.checks.slugs import SLUGS
from provenance.checks.subject import Subject
from provenance.checks.words import WORDS
from provenance.drafts.draft import Draft
from provenance.model.findings import Finding, Rule, Severity

_TOLD = SLUGS | WORDS


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of finding, as its module declares it."""

    code: str
    severity: Severity
    title: str
    explanation: str
    """What it means, why it matters, how to put it right, a bad and a good example."""
    run: Callable[[Subject], Iterable[Finding]] | None = None
    """For a check of the board; None for one of a draft."""
    audit: Callable[[Draft], Iterable[Finding]] | None = None
    """For a check of a draft."""


@lru_cache(maxsize=1)
def checks() -> Mapping[str, Check]:
    """Every check by its code, in the order of codes. A module that has a CODE is a check: its
    function `check` looks at the board, `audit` at a draft.
    """
    found: dict[str, Check] = {}
    for entry in pkgutil.walk_packages(provenance.checks.__path__, "provenance.checks."):
        module = import_module(entry.name)
        code: str | None = getattr(module, "CODE", None)
        if code is None:
            continue
        if code in found:
            raise RuntimeError(f"two checks are called {code}")
        explanation = inspect.getdoc(module) or ""
        found[code] = Check(
            code,
            module.SEVERITY,
            module.TITLE,
            explanation,
            getattr(module, "check", None),
            getattr(module, "audit", None),
        )
    return dict(sorted(found.items()))


def run_checks(subject: Subject) -> tuple[Finding, ...]:
    """Every finding of every check of the board, by file, line, column and code."""
    every = (check.run(subject) for check in checks().values() if check.run)
    return tuple(sorted(chain.from_iterable(every), key=lambda finding: finding.order))


def audit_draft(draft: Draft) -> tuple[Finding, ...]:
    """Every finding of every check of a draft, by file, line, column and code."""
    every = (check.audit(draft) for check in checks().values() if check.audit)
    return tuple(sorted(chain.from_iterable(every), key=lambda finding: finding.order))


def rules() -> tuple[Rule, ...]:
    """What every code means, in the order of codes."""
    return tuple(Rule(c.code, c.severity, c.title, c.explanation) for c in checks().values())


def explain(code: str) -> str:
    """What `provenance explain CODE` prints; KeyError for what nobody uses."""
    wanted = code.strip()
    if check := checks().get(wanted.upper()):
        return f"{check.code}: {check.title} ({check.severity.value})\n\n{check.explanation}\n"
    slug = wanted.casefold()
    title, text = _TOLD[slug]
    return f"{slug}: {title}\n\n{inspect.cleandoc(text)}\n"


def explained() -> tuple[tuple[str, str], ...]:
    """Every code, slug and word with its title, sorted."""
    codes = [(check.code, check.title) for check in checks().values()]
    return (*codes, *sorted((slug, title) for slug, (title, _) in _TOLD.items()))
