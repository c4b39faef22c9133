"""What a person decides on a proposed family, recorded as a decision; no other file changes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from provenance.errors import problem_error, quoted
from provenance.model.decisions import Action, Decision, in_force
from provenance.model.kin_decisions import family_subject, refused_kin
from provenance.run.deciding import Act, Signed, recorded
from provenance.run.sources import families_of
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.hashes import sha256_of


def confirm_family(root: Path, members: Collection[str], signed: Signed, why: str = "") -> Act:
    """Record that sources copy one another: from now on they speak with one voice.

    `why` is the evidence in words. Raises `ProvenanceError`, slug `decided-already`, where they
    are one family already, or where one is no source any more.
    """
    workspace = open_workspace(root)
    _known(workspace, members)
    names = {families_of(workspace).get(member, "") for member in members}
    if len(names) == 1 and names != {""}:
        raise problem_error(
            "decided-already",
            f"{_listed(members)} are one family already",
            hint="check again to see it",
        )
    return _recorded(workspace, members, Action.CONFIRMED, signed, why)


def reject_family(root: Path, members: Collection[str], signed: Signed, why: str = "") -> Act:
    """Record that no two of these sources are to be proposed as kin again.

    Raises `ProvenanceError`, slug `decided-already`, where that was said before.
    """
    workspace = open_workspace(root)
    _known(workspace, members)
    if any(set(members) <= refused for refused in refused_kin(in_force(workspace.decisions))):
        raise problem_error(
            "decided-already",
            f"it was rejected before that {_listed(members)} are kin",
            hint="check again",
        )
    return _recorded(workspace, members, Action.REJECTED, signed, why)


def _known(workspace: Workspace, members: Collection[str]) -> None:
    for id_ in sorted(members):
        if not any(source.id == id_ for source in workspace.sources):
            raise problem_error(
                "decided-already",
                f"there is no source {quoted(id_)} any more",
                hint="check again",
            )


def _recorded(
    workspace: Workspace, members: Collection[str], action: Action, signed: Signed, why: str
) -> Act:
    paths = sorted(source.path for source in workspace.sources if source.id in members)
    decision = Decision(
        subject=family_subject(members),
        action=action,
        by="",
        at="",
        members=tuple(sorted(members)),
        why=why,
        on=tuple((path, sha256_of(workspace.root, path)) for path in paths),
    )
    return Act(recorded(workspace, decision, signed))


def _listed(members: Collection[str]) -> str:
    return ", ".join(map(quoted, sorted(members)))
