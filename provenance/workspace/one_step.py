"""A claim's file and the decision on it, written as one step: both, or neither.

Each of the two is whole at any moment (`workspace.edits`), but a program can be killed between
them. So the claim's file is noted down as it was, in `.provenance/steps/`, until both are there: a
note that is found later tells of a step that was not finished, and the file is put back.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from provenance.errors import ProvenanceError
from provenance.workspace.edits import remove, rewrite, write
from provenance.workspace.paths import CLAIMS, content_of
from provenance.workspace.yaml_nodes import decoded

FOLDER = ".provenance/steps"
AT_MOST = 2.0
"""Seconds that a step takes, by far: what is older was not finished by whoever began it."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A step that is under way, or was when its program ended."""

    note: str
    """Where it is noted down, from the workspace on."""
    path: str
    """The file that is changed."""
    before: str
    after: str
    """The SHA-256 of what the step makes of the file."""


class Step:
    """Changes to files of a workspace that stand or fall together."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._begun: list[_Begun] = []

    def rewrite(self, path: str, edit: Callable[[str], str]) -> None:
        """As `edits.rewrite`; what it changed is put back where the step is not finished."""

        def noted(text: str) -> str:
            after = edit(text)
            begun = _Begun(f"{FOLDER}/{uuid4().hex}.json", path, text, _hash(after))
            self._begun.append(begun)
            # A folder that takes no notes may still take the change itself.
            with suppress(ProvenanceError):
                write(self._root, begun.note, _written(begun))
            return after

        rewrite(self._root, path, noted)

    def finish(self) -> None:
        for begun in self._begun:
            _forget(self._root, begun.note)

    def put_back(self) -> None:
        for begun in reversed(self._begun):
            _put_back(self._root, begun)


@contextmanager
def in_one_step(root: Path) -> Iterator[Step]:
    """What is written within is written whole: an error within puts the files back."""
    step = Step(root)
    try:
        yield step
    except BaseException:
        step.put_back()
        raise
    step.finish()


def put_back_unfinished(root: Path) -> tuple[str, ...]:
    """Put back what a step changed that was not finished; the paths of what was put back.

    A file that was changed since is left as it is. Waits for as long as a step may be under way.
    """
    folder = root / FOLDER
    if not folder.is_dir() or not any(folder.glob("*.json")):
        return ()
    time.sleep(AT_MOST)
    put_back = []
    for begun in _noted(root):
        if _put_back(root, begun):
            put_back.append(begun.path)
    return tuple(put_back)


def _put_back(root: Path, begun: _Begun) -> bool:
    is_ours = False

    def edit(text: str) -> str:
        nonlocal is_ours
        is_ours = _hash(text) == begun.after and text != begun.before
        return begun.before if is_ours else text

    try:
        rewrite(root, begun.path, edit)
    except ProvenanceError:
        return False
    _forget(root, begun.note)
    return is_ours


def _noted(root: Path) -> Iterator[_Begun]:
    folder = root / FOLDER
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        relative = f"{FOLDER}/{path.name}"
        with suppress(OSError, ValueError, KeyError, TypeError, ProvenanceError):
            if time.time() - path.stat().st_mtime < AT_MOST:
                continue
            said: dict[str, Any] = json.loads(decoded(content_of(root, relative), relative))
            begun = _Begun(relative, str(said["path"]), str(said["before"]), str(said["after"]))
            # Nothing but a step writes there; a folder from elsewhere may hold anything.
            if begun.path.startswith(f"{CLAIMS}/"):
                yield begun


def _written(begun: _Begun) -> bytes:
    said = {"path": begun.path, "before": begun.before, "after": begun.after}
    return json.dumps(said, ensure_ascii=True, sort_keys=True).encode("ascii")


def _forget(root: Path, note: str) -> None:
    if (root / note).exists():
        with suppress(ProvenanceError):
            remove(root, note)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
