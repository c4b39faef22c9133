"""Writing files: the only module that does. A file is whole before, during and after."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from provenance.errors import Place, ProvenanceError, inert, problem_error
from provenance.workspace.interrupted import SUFFIX, part_prefix
from provenance.workspace.paths import content_of, inside
from provenance.workspace.yaml_nodes import decoded


def write(root: Path, relative: str, content: bytes) -> None:
    """Write a file of the workspace, whole or not at all, making the folders it lies in.

    Whoever looks, at whatever moment, sees the old file or the new one. Raises `ProvenanceError`
    with slug `unwritable` or `outside-workspace`.
    """
    target = inside(root, relative).resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, content)
    except OSError as error:
        raise _unwritable(relative, error) from None


def rewrite(root: Path, relative: str, edit: Callable[[str], str]) -> None:
    """Write what `edit` makes of a YAML file's text. Line ends and byte order mark are its own.

    Raises as `write` does; also whatever `edit` raises, and slug `changed-meanwhile` where someone
    else wrote to the file in between: theirs is kept.
    """
    before = content_of(root, relative)
    after = edit(decoded(before, relative)).encode("utf-8")
    if after == before:
        return
    if content_of(root, relative) != before:
        raise problem_error(
            "changed-meanwhile",
            "the file was changed by someone else, and left as it is",
            place=Place(relative),
            hint="do it again",
        )
    write(root, relative, after)


def remove(root: Path, relative: str) -> None:
    """Take away a file of the workspace that we made. Raises as `write` does."""
    target = inside(root, relative)
    try:
        target.unlink()
    except OSError as error:
        raise _unwritable(relative, error) from None
    _settle(target.parent)


def _replace(target: Path, content: bytes) -> None:
    """Write beside the file, then put it in its place: the one step is the file system's own."""
    handle, name = tempfile.mkstemp(SUFFIX, part_prefix(target.name), target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(target))
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _settle(target.parent)


def _mode(target: Path) -> int:
    """The permissions a file has, or those that a new file gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Have the folder's new entry written out, where the system can do that for folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(relative: str, error: OSError) -> ProvenanceError:
    message = f"this cannot be written: {error.strerror}"
    hint = "check who may write to the folder, and whether the disk is full"
    if isinstance(error, FileExistsError | NotADirectoryError):
        message = f"{inert(str(PurePosixPath(relative).parent))} is a file, not a folder"
        hint = "rename it or move it away"
    return problem_error(
        "unwritable",
        message,
        place=Place(inert(relative)),
        hint=hint,
    )
