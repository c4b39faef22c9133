"""A newer version of a source, looked at and then accepted in place of the recorded one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from provenance.alignment.locate import Locator
from provenance.errors import Place, ProvenanceError, problem_error, quoted
from provenance.evidence.placing import place
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.verdicts import Standing
from provenance.run.sources import read_source
from provenance.run.writing import Change, FileChange, carry_out
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.paths import content_of
from provenance.workspace.sources import DESCRIPTION
from provenance.workspace.splices import set_scalar
from provenance.workspace.yaml_nodes import decoded


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A source whose file changed, and what that takes the words from."""

    entry: ReadSource
    touched: tuple[tuple[str, str], ...]
    """The claims whose quotations are not in the newer version, each with why."""


def new_versions(root: Path, files: Iterable[Path]) -> tuple[NewVersion, ...]:
    """Those of the files that are sources and not what was recorded."""
    workspace = open_workspace(root)
    wanted = {file.resolve() for file in files}
    found = []
    for source in workspace.sources:
        if (root / source.path).resolve() in wanted:
            entry, _ = read_source(workspace.root, source)
            if entry.state is SourceState.CHANGED:
                found.append(NewVersion(entry, _touched(workspace, entry)))
    return tuple(found)


def accept_version(root: Path, id: str, sha256: str) -> Change:
    """Record that a source's file is what is meant, in its description. `sha256` is that of the
    version that was looked at.

    Raises `ProvenanceError`, slug `changed-meanwhile`, where the file is another by now.
    """
    source = next((s for s in open_workspace(root).sources if s.id == id), None)
    if source is None:
        raise problem_error("unknown-source", f"there is no source {quoted(id)} any more")
    entry, problems = read_source(root, source)
    if entry.document is None:
        raise ProvenanceError(*problems)
    if entry.document.sha256 != sha256:
        raise problem_error(
            "changed-meanwhile",
            "the file was changed since, so it is left as it is",
            place=Place(source.path),
            hint="look at what changed again",
        )
    path = source.path + DESCRIPTION
    before = content_of(root, path)
    after = set_scalar(decoded(before, path), ("sha256",), sha256, path).encode("utf-8")
    change = Change(f"the new version of {quoted(id)}", (FileChange(path, before, after),))
    carry_out(root, change)
    return change


def _touched(workspace: Workspace, entry: ReadSource) -> tuple[tuple[str, str], ...]:
    assert entry.document is not None  # What was not read is not known to have changed.
    locator = Locator(entry.document.text, [marker.span for marker in entry.document.markers])
    placed = (
        (claim.id, place(statement, entry.document, changed=True, locator=locator))
        for claim in workspace.claims
        for statement in claim.statements
        if statement.source == entry.source.id
    )
    return tuple((claim, each.why) for claim, each in placed if each.standing is Standing.LOST)
