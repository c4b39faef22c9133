"""Newer versions of sources, where these are kept outside the workspace: seen, looked at, taken in.

What lies in `seeds/` is a copy. Who goes on writing at the file it was taken from is told so, and
decides whether the copy is to follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256 as digest
from pathlib import Path

from provenance.alignment.locate import Locator
from provenance.comparison.revisions import revisions
from provenance.errors import Place, inert, problem_error, quoted
from provenance.evidence.placing import place
from provenance.model.documents import Document
from provenance.model.revisions import Revision
from provenance.model.sources import Role, Source
from provenance.model.verdicts import Standing
from provenance.readers.read import read
from provenance.run.known_files import sha256_of_copy
from provenance.run.writing import Change, FileChange, carry_out
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.paths import content_of, inside
from provenance.workspace.shelf import read_shelf
from provenance.workspace.sources import DESCRIPTION
from provenance.workspace.splices import set_scalar
from provenance.workspace.start import bytes_of
from provenance.workspace.taken_from import Taken, all_taken, remember_taken
from provenance.workspace.yaml_nodes import decoded


@dataclass(frozen=True, slots=True)
class Newer:
    """A file that was taken in as a source, and is not what it was then."""

    source: str
    """The source's id."""
    is_draft: bool
    file: Path
    """Where it lies."""
    sha256: str
    """Of what it is now."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What would change if a file took the place of a source's copy."""

    sha256: str
    """Of the file as it was looked at."""
    revised: tuple[Revision, ...] | None
    """What changes in the text; None where so much does that it is not told one by one."""
    lost: tuple[tuple[str, str], ...]
    """The questions on which statements would lose their words, each with why."""
    is_copy_edited: bool
    """Whether the copy was changed in `seeds/` since it was taken, which would be replaced too."""


class Elsewhere:
    """Looks at the files that sources were taken from. What did not change since is not read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: dict[Path, tuple[tuple[int, int], str]] = {}

    def newer(self) -> tuple[Newer, ...]:
        """Those that are other than when they were taken, and than their copies; drafts first."""
        changed = [(taken, now) for taken in all_taken(self._root) if (now := self._changed(taken))]
        if not changed:
            return ()
        sources = {source.path: source for source in read_shelf(self._root).sources}
        found = [
            Newer(source.id, source.role is Role.DRAFT, taken.file, now)
            for taken, now in changed
            if (source := sources.get(taken.path)) and now != sha256_of_copy(self._root, source)
        ]
        return tuple(sorted(found, key=lambda each: (not each.is_draft, each.source)))

    def _changed(self, taken: Taken) -> str:
        """The hash of what a file is now; "" where it is as it was, or cannot be looked at."""
        with suppress(OSError):
            status = taken.file.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            if self._seen.get(taken.file, (None, ""))[0] != stamp:
                self._seen[taken.file] = (stamp, digest(taken.file.read_bytes()).hexdigest())
            now = self._seen[taken.file][1]
            return now if now not in (taken.sha256, taken.left) else ""
        return ""


def look_at_version(root: Path, id: str, file: Path) -> Looked:
    """What would change if a file took the place of a source's copy. Raises `ProvenanceError`."""
    workspace = open_workspace(root)
    source = _source(workspace, id)
    _refuse_other_kind(source, file)
    new = read(file, inert(str(file)))
    old = read(inside(root, source.path), source.path)
    known = (taken.sha256 for taken in all_taken(root) if taken.path == source.path)
    return Looked(
        new.sha256,
        revisions(old.text, new.text),
        tuple(_lost(workspace, source, old, new)),
        next(known, old.sha256) != old.sha256,
    )


def take_version(root: Path, id: str, file: Path, sha256: str) -> Change:
    """Put a file in the place of a source's copy, and record its hash. `sha256` is that of the
    version that was looked at.

    Raises `ProvenanceError`, slug `changed-meanwhile`, where the file is another by now.
    """
    source = _source(open_workspace(root), id)
    _refuse_other_kind(source, file)
    content = bytes_of(file)
    if digest(content).hexdigest() != sha256:
        raise problem_error(
            "changed-meanwhile",
            "the file was changed since you looked, so it was not taken in",
            place=Place(inert(str(file))),
            hint="look at what changed again",
        )
    files = [FileChange(source.path, bytes_of(inside(root, source.path)), content)]
    if source.sha256:
        path = source.path + DESCRIPTION
        before = content_of(root, path)
        after = set_scalar(decoded(before, path), ("sha256",), sha256, path).encode("utf-8")
        files.append(FileChange(path, before, after))
    change = Change(f"the new version of {quoted(id)}", tuple(files))
    carry_out(root, change)
    remember_taken(root, Taken(source.path, file.resolve(), sha256))
    return change


def leave_version(root: Path, file: Path, sha256: str) -> None:
    """Say no more of what a file is now; what it becomes after that is told again."""
    for taken in all_taken(root):
        if taken.file == file.resolve():
            remember_taken(root, replace(taken, left=sha256))


def _source(workspace: Workspace, id: str) -> Source:
    source = next((each for each in workspace.sources if each.id == id), None)
    if source is None or source.unusable:
        raise problem_error("unknown-source", f"there is no source {quoted(id)} any more")
    return source


def _refuse_other_kind(source: Source, file: Path) -> None:
    ours, theirs = Path(source.path).suffix.casefold(), file.suffix.casefold()
    if ours != theirs:
        raise problem_error(
            "bad-name",
            f"a {theirs or 'nameless'} file cannot take the place of a {ours} file",
            place=Place(inert(str(file))),
            hint=f"save it as {ours}, or add it as a source of its own",
        )


def _lost(
    workspace: Workspace, source: Source, old: Document, new: Document
) -> Iterator[tuple[str, str]]:
    """The statements that stand in the old text and not in the new one."""
    before, after = (
        Locator(each.text, [marker.span for marker in each.markers]) for each in (old, new)
    )
    for claim in workspace.claims:
        for statement in claim.statements:
            if statement.source == source.id:
                was = place(statement, old, changed=False, locator=before)
                now = place(statement, new, changed=True, locator=after)
                if now.standing is Standing.LOST and was.standing is not Standing.LOST:
                    yield claim.question, now.why
