"""The one list of checks and explanations; the commands and screens read it."""

from __future__ import annotations

from provenance.checks.subject import Subject
from provenance.model.findings import Finding


def run_checks(subject: Subject) -> tuple[Finding, ...]:
    """Every finding of every check, by file, line, column and code."""
    raise NotImplementedError


def explain(code: str) -> str:
    """What `provenance explain CODE` prints; KeyError for a code or slug nobody uses."""
    raise NotImplementedError


def explained() -> tuple[tuple[str, str], ...]:
    """Every code and slug with its title, sorted."""
    raise NotImplementedError
