"""Is everything installed, readable and unchanged? Looks, and changes nothing."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import yaml

from provenance.errors import ProvenanceError, inert
from provenance.model.sources import Role, Source
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.hashes import changed, sha256_of
from provenance.workspace.interrupted import is_leftover, meant_for
from provenance.workspace.paths import CLAIMS, REPORTS, SEEDS

LIBRARIES = ("textual", "rich", "click", "pyyaml", "jinja2", "edtf", "numpy")
OLDEST_PYTHON = (3, 11)


class State(Enum):
    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was looked at."""

    subject: str
    state: State
    said: str
    hint: str = ""


def examine(root: Path | None) -> tuple[Fact, ...]:
    """What was found, installation first; None where there is no workspace to look at."""
    facts = list(_installation())
    if root is not None:
        facts += _folders(root)
        facts += _leftovers(root)
        try:
            facts += _content(open_workspace(root))
        except ProvenanceError as error:
            facts += [Fact("workspace", State.ERROR, p.message, p.hint) for p in error.problems]
    return tuple(facts)


def _installation() -> Iterator[Fact]:
    state = State.OK if sys.version_info >= OLDEST_PYTHON else State.ERROR
    yield Fact("Python", state, platform.python_version())
    for library in LIBRARIES:
        try:
            yield Fact(library, State.OK, version(library))
        except PackageNotFoundError:
            hint = f"install it: pip install {library}"
            yield Fact(library, State.ERROR, "not installed", hint)
    yield _optional("cydifflib", "cydifflib", "compares texts several times faster")
    compiled = hasattr(yaml, "CSafeLoader")
    yield Fact(
        "YAML reader",
        State.OK if compiled else State.WARNING,
        "compiled" if compiled else "in Python: slower, and the same otherwise",
    )


def _optional(module: str, package: str, use: str) -> Fact:
    if find_spec(module) is not None:
        return Fact(package, State.OK, f"{version(package)}; optional: {use}")
    hint = f"pip install {package}"
    return Fact(package, State.WARNING, f"not installed; optional: {use}", hint)


def _folders(root: Path) -> Iterator[Fact]:
    for name, needed in ((CLAIMS, os.R_OK), (SEEDS, os.R_OK), (REPORTS, os.R_OK | os.W_OK)):
        folder, subject = root / name, f"{name}/"
        wanted = "readable and writable" if needed & os.W_OK else "readable"
        if not folder.exists():
            yield Fact(subject, State.WARNING, "not there", "`provenance init` makes it")
        elif not folder.is_dir():
            yield Fact(subject, State.ERROR, "a file, not a folder", "rename or delete it")
        elif os.access(folder, needed | os.X_OK):
            yield Fact(subject, State.OK, wanted)
        else:
            yield Fact(subject, State.ERROR, f"not {wanted}", "check who may use the folder")


def _leftovers(root: Path) -> Iterator[Fact]:
    """What interrupted writes left in the folders we write to."""
    for folder in (root, *(root / name for name in (CLAIMS, SEEDS, REPORTS))):
        names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
        for name in filter(is_leftover, names):
            where = (folder / name).relative_to(root).as_posix()
            said = f"left by an interrupted write of {inert(meant_for(name))}, which is whole"
            yield Fact(inert(where), State.WARNING, said, "it may be deleted")


def _content(workspace: Workspace) -> Iterator[Fact]:
    for problem in workspace.problems:
        subject = str(problem.place) if problem.place else "workspace"
        yield Fact(subject, State.ERROR, problem.message, problem.hint)
    yield Fact("claims", State.OK, f"{len(workspace.claims)} read")
    for source in workspace.sources:
        yield _unchanged(workspace.root, source)


def _unchanged(root: Path, source: Source) -> Fact:
    try:
        actual = sha256_of(root, source.path)
    except ProvenanceError as error:
        return Fact(source.path, State.ERROR, error.problems[0].message, error.problems[0].hint)
    problem = changed(source, actual)
    if problem:
        return Fact(source.path, State.ERROR, problem.message, problem.hint)
    if source.sha256:
        return Fact(source.path, State.OK, "unchanged")
    if source.role is Role.DRAFT:
        return Fact(source.path, State.OK, "a draft: it may change")
    hint = f"`provenance add {source.path}` records its hash"
    return Fact(source.path, State.WARNING, "its hash is not recorded", hint)
