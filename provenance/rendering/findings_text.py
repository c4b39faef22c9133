"""Findings and problems as lines: `path:line:column CODE message`, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.errors import Problem
from provenance.model.findings import Finding, Severity
from provenance.rendering.statements_in_words import counted
from provenance.rendering.wrapping import Paper, laid_out

_HEADINGS = {
    Severity.ERROR: ("error", "errors", "bold red"),
    Severity.WARNING: ("warning", "warnings", "bold"),
    Severity.NOTE: ("note", "notes", ""),
}


def findings(findings: Iterable[Finding], *, width: int | None, colour: bool) -> str:
    """All of them, gravest first and in file order within; "" where there are none."""
    return _joined(finding_lines(findings, Paper(width, colour)))


def problems(problems: Iterable[Problem], *, width: int | None, colour: bool) -> str:
    """Files that were left out, and why; "" where there are none."""
    return _joined(problem_lines(problems, Paper(width, colour)))


def finding_lines(findings: Iterable[Finding], paper: Paper) -> list[str]:
    """The lines of `findings`, for a page that holds more."""
    every = sorted(findings, key=lambda finding: finding.order)
    lines: list[str] = []
    for severity, (one, many, style) in _HEADINGS.items():
        here = [finding for finding in every if finding.severity is severity]
        if here:
            lines += laid_out(counted(len(here), one, many).capitalize(), paper, style=style)
            for finding in here:
                lines += _finding(finding, paper)
    return lines


def problem_lines(problems: Iterable[Problem], paper: Paper) -> list[str]:
    """The lines of `problems`, for a page that holds more."""
    every = list(problems)
    if not every:
        return []
    heading = f"Left out: {counted(len(every), 'problem')}"
    lines = laid_out(heading, paper, style="bold red")
    for problem in every:
        where = f"{problem.place}: " if problem.place else ""
        lines += laid_out(f"{where}{problem.message} [{problem.slug}]", paper, indent=2)
        lines += _hint(problem.hint, paper)
    return lines


def _finding(finding: Finding, paper: Paper) -> list[str]:
    said = f"{finding.place} {finding.code} {finding.message}"
    return [*laid_out(said, paper, indent=2), *_hint(finding.hint, paper)]


def _hint(hint: str, paper: Paper) -> list[str]:
    return laid_out(hint, paper, lead="hint: ", indent=4) if hint else []


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n" if lines else ""
