"""Taking decisions back, in the session they were made in and after it; and making them again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from provenance.errors import Place, problem_error, quoted
from provenance.model.claims import Claim, Statement
from provenance.model.decisions import Action, Decision, in_force
from provenance.run.deciding import Act, Signed, recorded
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.one_step import Step, in_one_step
from provenance.workspace.removals import remove_item


def withdraw(root: Path, act: Act, signed: Signed) -> Act:
    """Undo an act: the claim's file as it was, and a decision that takes the first one back.

    Nothing is deleted: others may have seen it. An act that itself took a decision back is undone
    by making that decision again. Raises `ProvenanceError`, slug `changed-meanwhile`, where the
    file was changed since; then nothing is undone.
    """
    workspace = open_workspace(root)
    with in_one_step(workspace.root) as step:
        _put_back(step, act.claim_path, act.after, act.before)
        if act.withdrawn is not None:
            return Act(recorded(workspace, _anew(act.withdrawn), signed))
        return Act(_taken_back(workspace, act.decision, "", signed))


def redo(root: Path, act: Act, signed: Signed) -> Act:
    """Do again what was undone. Raises as `withdraw` does; then nothing is done."""
    workspace = open_workspace(root)
    with in_one_step(workspace.root) as step:
        _put_back(step, act.claim_path, act.before, act.after)
        if act.withdrawn is not None:
            # What undoing made anew is what is now taken back.
            again = _like(workspace, act.withdrawn)
            made = _taken_back(workspace, again, act.decision.why, signed)
            return replace(act, decision=made, withdrawn=again)
        return replace(act, decision=recorded(workspace, _anew(act.decision), signed))


def withdraw_decision(root: Path, path: str, why: str, signed: Signed) -> Act:
    """Take back any decision that is in force, by its path, and say why.

    A statement or a silence that it put into its claim's file is taken out again, if it still
    stands there as it was put; nothing else in the file changes. Raises `ProvenanceError`.
    """
    workspace = open_workspace(root)
    decision = next((d for d in in_force(workspace.decisions) if d.path == path), None)
    if decision is None:
        raise problem_error(
            "decided-already",
            "this decision was taken back already, or is gone",
            place=Place(path),
            hint="check again",
        )
    seen: list[str] = []
    claim = next((c for c in workspace.claims if c.id == decision.subject), None)
    item = _item_of(claim, decision) if claim and decision.action is Action.CONFIRMED else None
    claim_path = claim.place.path if claim and item else ""

    def edit(text: str) -> str:
        assert item is not None
        seen[:] = [text, remove_item(text, *item, claim_path)]
        return seen[1]

    with in_one_step(workspace.root) as step:
        if item is not None:
            step.rewrite(claim_path, edit)
        made = _taken_back(workspace, decision, why, signed)
    before, after = seen or (None, None)
    return Act(made, before, after, claim_path, withdrawn=decision)


def _item_of(claim: Claim, decision: Decision) -> tuple[str, int] | None:
    """The list and the number of what a confirmation put into its claim's file."""
    if not decision.words:
        silent = [n for n, id in enumerate(claim.silent) if id == decision.source]
        return ("silent", silent[0]) if silent else None

    def is_it(statement: Statement) -> bool:
        said = statement.source, statement.quote, statement.says.strip()
        return said == (decision.source, decision.words, decision.says)

    found = [number for number, each in enumerate(claim.statements) if is_it(each)]
    return ("statements", found[0]) if len(found) == 1 else None


def _taken_back(workspace: Workspace, made: Decision, why: str, signed: Signed) -> Decision:
    taken_back = Decision(
        subject=made.subject,
        action=Action.WITHDRAWN,
        by="",
        at="",
        source=made.source,
        why=why,
        withdraws=made.path,
    )
    return recorded(workspace, taken_back, signed)


def _anew(decision: Decision) -> Decision:
    """A decision as it was before it was signed and written."""
    return replace(decision, by="", at="", path="", seen=(), sha256="")


def _like(workspace: Workspace, decision: Decision) -> Decision:
    """The newest decision in force that says the same as another one."""
    alike = [each for each in in_force(workspace.decisions) if _bare(each) == _bare(decision)]
    if not alike:
        message = f"the decision on {quoted(decision.subject)} is not there any more"
        raise problem_error("decided-already", message, hint="check again")
    return max(alike, key=lambda each: (each.at, each.path))


def _bare(decision: Decision) -> Decision:
    return replace(_anew(decision), blind=False)


def _put_back(step: Step, path: str, now: str | None, then: str | None) -> None:
    if now is None or then is None:
        return

    def edit(text: str) -> str:
        if text != now:
            raise problem_error(
                "changed-meanwhile",
                "the file was changed since, so this is left as it is",
                place=Place(path),
                hint="change the claim by hand",
            )
        return then

    step.rewrite(path, edit)
