"""A statement that stands in a claim's file: changed, or taken out, in a way that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from provenance.errors import Place, inert, problem_error
from provenance.model.claims import Claim, Statement
from provenance.model.decisions import Action, Decision, in_force
from provenance.run.deciding import (
    Act,
    Signed,
    claim_of,
    decision_on,
    place_in,
    recorded_on,
    source_of,
)
from provenance.run.undoing import withdraw_decision
from provenance.workspace.claims import read_claim
from provenance.workspace.folder import open_workspace
from provenance.workspace.item_edits import Entries, with_keys
from provenance.workspace.one_step import Step, in_one_step
from provenance.workspace.removals import remove_item


def change_statement(
    root: Path, claim: str, before: Statement, entries: Entries, signed: Signed, why: str = ""
) -> Act:
    """Change keys of a statement in its claim's file, and record that a person confirmed it so.

    Nothing else in the file changes, and it is read as the next run will read it before it is
    written. Raises `ProvenanceError`, also where the statement does not stand there any more.
    """
    workspace = open_workspace(root)
    known = claim_of(workspace, claim)
    index = _index(known, before)
    path = known.place.path
    made: list[Statement] = []

    def edit(text: str) -> str:
        after = with_keys(text, ("statements", index), entries, path)
        read = read_claim(after.encode("utf-8"), path, claim, workspace.settings)
        made[:] = [read.statements[index]]
        return after

    with in_one_step(workspace.root) as step:
        texts = _rewritten(step, path, edit)
        source = source_of(workspace, made[0].source)
        decision = replace(decision_on(known, source, Action.CONFIRMED, made[0]), why=why)
        recorded = recorded_on(workspace, known, source, decision, signed)
    return Act(recorded, *texts, path)


def take_out(root: Path, claim: str, statement: Statement, why: str, signed: Signed) -> Act:
    """Take a statement out of its claim's file.

    The decision that put it there is taken back; where there is none, it is recorded as rejected,
    so that it is not proposed again. Raises `ProvenanceError`.
    """
    workspace = open_workspace(root)
    known = claim_of(workspace, claim)
    index = _index(known, statement)
    confirmed = [each for each in in_force(workspace.decisions) if _put(each, claim, statement)]
    if len(confirmed) == 1:
        return withdraw_decision(root, confirmed[0].path, why, signed)
    path = known.place.path
    source = source_of(workspace, statement.source)
    decision = replace(decision_on(known, source, Action.REJECTED, statement), why=why)
    with in_one_step(workspace.root) as step:
        texts = _rewritten(step, path, lambda text: remove_item(text, "statements", index, path))
        recorded = recorded_on(workspace, known, source, decision, signed)
    return Act(recorded, *texts, path)


def _put(decision: Decision, claim: str, statement: Statement) -> bool:
    """Whether a decision put a statement into its claim's file."""
    said = (decision.subject, decision.source, decision.words, decision.says)
    wanted = (claim, statement.source, statement.quote, statement.says.strip())
    return decision.action is Action.CONFIRMED and said == wanted


def _index(claim: Claim, statement: Statement) -> int:
    index = place_in(claim, statement)
    if index is None:
        raise problem_error(
            "changed-meanwhile",
            "the statement does not stand in the claim's file as it did",
            place=Place(inert(claim.place.path)),
            hint="check again",
        )
    return index


def _rewritten(step: Step, path: str, edit: Callable[[str], str]) -> tuple[str, str]:
    """A file's text before and after an edit that was written."""
    texts: list[str] = []

    def edited(text: str) -> str:
        texts[:] = [text, edit(text)]
        return texts[1]

    step.rewrite(path, edited)
    return texts[0], texts[1]
