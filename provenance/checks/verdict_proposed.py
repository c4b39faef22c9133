"""The verdict of a claim rests on proposals alone.

What it means: sources speak on it, and no person has confirmed one statement of it yet. The
program read them so; the board shows the verdict in parentheses.

Why it matters: a proposal is where to look, not what was found. Once printed, it is nobody's
judgement.

To put it right: read the proposed passages and confirm or reject them (Accept, Reject).

Bad:  a claim with a question and no statements, and a verdict "(disputed)".

Good: the statements that the verdict rests on are in the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.sources import Role
from provenance.model.verdicts import Row, StatementState, Verdict

CODE = "PV507"
SEVERITY = Severity.NOTE
TITLE = "Verdict rests on proposals alone"


def check(subject: Subject) -> Iterator[Finding]:
    for row in subject.rows:
        if (
            row.on_proposals
            and row.verdict is not Verdict.SILENT
            and _is_all_proposed(subject, row)
        ):
            yield Finding(
                CODE,
                SEVERITY,
                row.claim.place,
                f"The verdict “{row.verdict.value}” on {inert(row.claim.id)} rests on what nobody"
                " has confirmed.",
                "Read the proposed passages, and confirm or reject them.",
                claim=row.claim.id,
            )


def _is_all_proposed(subject: Subject, row: Row) -> bool:
    counted = (c for c in row.cells if subject.by_id[c.source].source.role is not Role.DRAFT)
    states = [placed.state for cell in counted for placed in cell.statements]
    return bool(states) and all(state is StatementState.PROPOSED for state in states)
