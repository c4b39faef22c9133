"""Is everything installed, readable and unchanged? Looks, and changes nothing."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import yaml

from provenance.errors import ProvenanceError, inert
from provenance.model.documents import Document
from provenance.model.housekeeping import Examined, Health
from provenance.model.sources import Role, Source
from provenance.workspace.doctor_decisions import examine_decisions
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.hashes import changed
from provenance.workspace.interrupted import is_leftover, meant_for
from provenance.workspace.paths import CLAIMS, REPORTS, SEEDS

LIBRARIES = ("textual", "rich", "click", "pyyaml", "jinja2", "edtf", "numpy")
OLDEST_PYTHON = (3, 11)
_WRITTEN = (CLAIMS, SEEDS, REPORTS, ".provenance")


Read = Callable[[Path, str], Document]
"""Reads a file under the name that messages call it by; raises `ProvenanceError`."""


def examine(root: Path | None, read: Read) -> tuple[Examined, ...]:
    """What was found, installation first; None where there is no workspace to look at."""
    found = list(_installation())
    if root is not None:
        found += _folders(root)
        found += _leftovers(root)
        try:
            found += _content(open_workspace(root), read)
        except ProvenanceError as error:
            found += [Examined("workspace", Health.ILL, p.message, p.hint) for p in error.problems]
    return tuple(found)


def _installation() -> Iterator[Examined]:
    state = Health.WELL if sys.version_info >= OLDEST_PYTHON else Health.ILL
    yield Examined("Python", state, platform.python_version())
    for library in LIBRARIES:
        try:
            yield Examined(library, Health.WELL, version(library))
        except PackageNotFoundError:
            hint = f"install it: pip install {library}"
            yield Examined(library, Health.ILL, "not installed", hint)
    yield _optional("cydifflib", "cydifflib", "compares texts several times faster")
    compiled = hasattr(yaml, "CSafeLoader")
    yield Examined(
        "YAML reader",
        Health.WELL if compiled else Health.NOTED,
        "compiled" if compiled else "in Python: slower, and the same otherwise",
    )


def _optional(module: str, package: str, use: str) -> Examined:
    if find_spec(module) is not None:
        return Examined(package, Health.WELL, f"{version(package)}; optional: {use}")
    hint = f"pip install {package}"
    return Examined(package, Health.NOTED, f"not installed; optional: {use}", hint)


def _folders(root: Path) -> Iterator[Examined]:
    for name, needed in ((CLAIMS, os.R_OK), (SEEDS, os.R_OK), (REPORTS, os.R_OK | os.W_OK)):
        folder, subject = root / name, f"{name}/"
        wanted = "readable and writable" if needed & os.W_OK else "readable"
        if not folder.exists():
            yield Examined(subject, Health.NOTED, "not there", "`provenance init` makes it")
        elif not folder.is_dir():
            yield Examined(subject, Health.ILL, "a file, not a folder", "rename or delete it")
        elif os.access(folder, needed | os.X_OK):
            yield Examined(subject, Health.WELL, wanted)
        else:
            yield Examined(subject, Health.ILL, f"not {wanted}", "check who may use the folder")


def _leftovers(root: Path) -> Iterator[Examined]:
    """What interrupted writes left in the folders we write to."""
    in_root = root.iterdir() if root.is_dir() else ()
    below = (path for name in _WRITTEN for path in (root / name).rglob("*"))
    for path in sorted(path for path in (*in_root, *below) if is_leftover(path.name)):
        where = path.relative_to(root).as_posix()
        said = f"left by an interrupted write of {inert(meant_for(path.name))}, which is whole"
        yield Examined(inert(where), Health.NOTED, said, "it may be deleted")


def _content(workspace: Workspace, read: Read) -> Iterator[Examined]:
    for problem in workspace.problems:
        subject = str(problem.place) if problem.place else "workspace"
        yield Examined(subject, Health.ILL, problem.message, problem.hint)
    yield Examined("claims", Health.WELL, f"{len(workspace.claims)} read")
    yield from examine_decisions(workspace.root, workspace.decisions)
    for source in (each for each in workspace.sources if not each.unusable):
        yield _source(workspace.root, source, read)


def _source(root: Path, source: Source, read: Read) -> Examined:
    try:
        document = read(root / source.path, source.path)
    except ProvenanceError as error:
        return Examined(source.path, Health.ILL, error.problems[0].message, error.problems[0].hint)
    problem = changed(source, document.sha256)
    if problem:
        return Examined(source.path, Health.ILL, problem.message, problem.hint)
    if not document.text.strip():
        why = "; ".join(gap.reason for gap in document.gaps) or "it holds no text"
        hint = "add a transcription, or take the file out of the workspace"
        return Examined(source.path, Health.ILL, f"nothing of it can be read: {why}", hint)
    if source.sha256:
        return Examined(source.path, Health.WELL, "unchanged")
    if source.role is Role.DRAFT:
        return Examined(source.path, Health.WELL, "a draft: it may change")
    hint = f"`provenance add {source.path}` records its hash"
    return Examined(source.path, Health.NOTED, "its hash is not recorded", hint)
