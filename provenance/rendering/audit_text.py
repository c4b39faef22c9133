"""An audit for a person: the findings, gravest first, and how far the draft is supported."""

from __future__ import annotations

from provenance.model.audit import Audit, AuditedDraft, Support
from provenance.model.findings import Severity
from provenance.rendering.findings_text import finding_lines, problem_lines
from provenance.rendering.statements_in_words import counted
from provenance.rendering.wrapping import Paper, laid_out

_IN_WORDS = {
    Support.SUPPORTED: "supported",
    Support.QUOTED: "quoted",
    Support.NOT_CHECKABLE: "not checkable",
    Support.BARE: "bare",
}


def audit(audit: Audit, *, width: int | None, colour: bool) -> str:
    """Everything that was found, and a summary last."""
    paper = Paper(width, colour)
    lines = finding_lines(audit.findings, paper)
    lines += problem_lines(audit.problems, paper)
    for draft in audit.drafts:
        lines += laid_out(_coverage(draft), paper)
    lines += laid_out(_summary(audit), paper, style="bold")
    return "\n".join(lines) + "\n"


def _coverage(draft: AuditedDraft) -> str:
    counts = ", ".join(f"{n} {_IN_WORDS[support]}" for support, n in draft.coverage.items() if n)
    sentences = counted(len(draft.sentences), "sentence")
    return f"{draft.document.path}: {sentences}" + (f": {counts}" if counts else "")


def _summary(audit: Audit) -> str:
    by_severity = ", ".join(
        counted(len(same), severity.value)
        for severity in Severity
        if (same := [f for f in audit.findings if f.severity is severity])
    )
    return f"Findings: {by_severity}" if by_severity else "No findings."
