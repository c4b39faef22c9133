"""What is cited does not say it, or does not say it so.

What it means: the source that a statement rests on was read and says nothing on the claim; or it
says it with a hedge, a condition or a limit that is gone here; or it gives another answer.

While nobody has confirmed one of the two statements it is a note: the program may have misread.

Why it matters: along a chain of citations a guess becomes a fact, and "about 40" becomes "at least
40" (invention in the sense of S. A. Greenberg, BMJ 339, 2009, b2680).

To put it right: read both passages beside each other; restore what was lost, or cite what does say
it.

Bad:  "was told on 15 June", with a note to a letter that says "may have been told".

Good: "may have been told on 15 June", with the same note.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import at_edge, listed, named, quoted
from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Aspect, Edge, NodeKind, Rung, Trail, WordingChange
from provenance.model.verdicts import CellState, Row

CODE = "PV605"
SEVERITY = Severity.WARNING
TITLE = "The cited source does not say it so"


def check(subject: Subject) -> Iterator[Finding]:
    for row, trail in subject.traced:
        for edge in trail.edges:
            if edge.statement is not None and edge.end.kind is NodeKind.SOURCE:
                yield from _silent(subject, row, edge)
        yield from _changed(subject, row, trail)


def _silent(subject: Subject, row: Row, edge: Edge) -> Iterator[Finding]:
    if edge.end.id not in subject.by_id:
        return
    if row.cell(edge.end.id).state is CellState.SILENT:
        message = (
            f"{inert(edge.source)} rests it on {named(subject, edge.end)}, which was read through"
            " and does not say."
        )
        hint = "Read the note again: it may belong to another sentence, or cite another work."
        yield at_edge(subject, row, edge, (CODE, SEVERITY, message, hint))


def _changed(subject: Subject, row: Row, trail: Trail) -> Iterator[Finding]:
    """Once for every hop that lost or changed something, whichever ladders it is part of."""
    edges = {
        (edge.source, edge.statement, edge.end.id): edge
        for edge in reversed(trail.edges)
        if edge.start.id == edge.source
    }
    told: set[tuple[Rung, Rung]] = set()
    for ladder in trail.ladders:
        for before, after in zip(ladder.rungs, ladder.rungs[1:], strict=False):
            edge = edges.get((after.source, after.statement, before.source)) or edges.get(
                (after.source, None, before.source)
            )
            lost = [change for change in after.changes if _matters(change)]
            if not lost or edge is None or (before, after) in told:
                continue
            told.add((before, after))
            message = (
                f"{inert(after.source)} rests on {inert(before.source)} and changes it:"
                f" {listed(_in_words(change) for change in lost)}."
                f" “{quoted(before.words)}” became “{quoted(after.words)}”."
            )
            hint = "Restore what was lost, or cite what says it so."
            ends = (row.cell(r.source).statements[r.statement] for r in (before, after))
            yield at_edge(subject, row, edge, (CODE, SEVERITY, message, hint), ends)


def _matters(change: WordingChange) -> bool:
    """A hedge or a condition that was added makes nobody believe too much."""
    if change.aspect in (Aspect.HEDGE, Aspect.CONDITION):
        return not change.after
    return True


def _in_words(change: WordingChange) -> str:
    aspect = change.aspect.value
    if not change.after:
        return f"{aspect} lost (“{quoted(change.before)}”)"
    if not change.before:
        return f"{aspect} gained (“{quoted(change.after)}”)"
    return f"{aspect} changed (“{quoted(change.before)}” to “{quoted(change.after)}”)"
