"""Where a workspace is, what lies in it, and what only seems to."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from provenance.errors import Place, Problem, ProvenanceError, inert, problem_error
from provenance.workspace.yaml_nodes import MOST_BYTES

CLAIMS, SEEDS, REPORTS = "claims", "seeds", "reports"
SETTINGS_FILE = "provenance.yaml"

_NOT_OURS = frozenset({"thumbs.db", "desktop.ini"})
"""What file managers leave in folders, in lower case."""


def find_root(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that is a workspace.

    It has a `provenance.yaml`, or both `claims/` and `seeds/`. Raises with slug `no-workspace`.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if is_workspace(folder):
            return folder
    raise problem_error(
        "no-workspace",
        "there is no workspace here, nor in any folder above",
        place=Place(inert(str(start))),
        hint="`provenance init` starts one",
    )


def is_workspace(folder: Path) -> bool:
    if (folder / SETTINGS_FILE).is_file():
        return True
    return (folder / CLAIMS).is_dir() and (folder / SEEDS).is_dir()


def shown(root: Path, path: Path) -> str:
    """A path as the user would type it: relative to the workspace, with forward slashes."""
    return path.relative_to(root).as_posix()


def inside(root: Path, relative: str) -> Path:
    """The file at a path relative to the workspace. Raises where it leads out of it.

    `..` and links are followed first, so that what counts is where one would arrive.
    """
    path = root / relative
    if not _is_below(path, root):
        raise problem_error(
            "outside-workspace",
            "this leads out of the workspace, and is left alone",
            place=Place(inert(relative)),
            hint="copy the file itself into the workspace, with `provenance add` if it is a source",
        )
    return path


def _is_below(path: Path, root: Path) -> bool:
    try:
        target = os.path.realpath(path)
        if Path(target).is_symlink():
            # Links in a circle lead nowhere.
            return False
        # Most roots have no link in them, and need not be followed for each file again.
        return _begins(target, str(root)) or _begins(target, os.path.realpath(root))
    except (OSError, ValueError):
        return False


def _begins(target: str, root: str) -> bool:
    return target == root or target.startswith(root.rstrip(os.sep) + os.sep)


def content_of(root: Path, relative: str) -> bytes:
    """The bytes of a YAML file; no more of them than show that there are too many."""
    try:
        with inside(root, relative).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise problem_error(
            "unreadable",
            f"the file cannot be read: {error.strerror}",
            place=Place(relative),
            hint="check who may read it",
        ) from None


def listing(root: Path, folder: str, *, deep: bool) -> tuple[list[str], list[Problem]]:
    """The files of a folder, relative to the workspace, by name, and those that may not be read.

    Hidden files, files that a file manager or an interrupted write left behind, and (unless
    `deep`) folders are passed over. A folder that is not there has no files.
    """
    found = list(_files(root, folder, deep=deep))
    names = [entry for entry in found if isinstance(entry, str)]
    return names, [entry for entry in found if isinstance(entry, Problem)]


def is_seen(name: str) -> bool:
    """Whether a file of this name is looked at, in `claims/` and in `seeds/`."""
    return not name.startswith(".") and name.casefold() not in _NOT_OURS


def misnamed(name: str, suffix: str) -> tuple[Problem, ...]:
    """A problem for a file whose name ends nearly in `suffix`: `.yml`, or in capitals."""
    for ending in (suffix, suffix.removesuffix(".yaml") + ".yml"):
        if name.casefold().endswith(ending) and not name.endswith(suffix):
            right = PurePosixPath(name[: -len(ending)] + suffix).name
            message = f"the file is not read: its name does not end in {suffix}"
            return (Problem("bad-name", message, Place(name), f"rename it to {right}"),)
    return ()


def _files(root: Path, folder: str, *, deep: bool) -> Iterator[str | Problem]:
    try:
        if not inside(root, folder).is_dir():
            return
        names = sorted(entry.name for entry in (root / folder).iterdir())
    except ProvenanceError as error:
        yield from error.problems
        return
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        yield Problem("unreadable", message, Place(f"{folder}/"), "check who may read it")
        return
    for name in names:
        if is_seen(name):
            yield from _file(root, f"{folder}/{name}", deep=deep)


def _file(root: Path, relative: str, *, deep: bool) -> Iterator[str | Problem]:
    place = Place(inert(relative))
    if not relative.isprintable():
        message = "the file's name holds characters that do not print"
        yield Problem("bad-name", message, place, "rename it")
        return
    try:
        mode = inside(root, relative).stat().st_mode
    except ProvenanceError as error:
        yield from error.problems
        return
    except OSError as error:
        yield Problem("unreadable", f"this cannot be read: {error.strerror}", place)
        return
    if stat.S_ISREG(mode):
        yield relative
    elif not stat.S_ISDIR(mode):
        message = "this is not a regular file, so it is not read"
        yield Problem("not-a-file", message, place, "move it out of the workspace")
    elif deep and not (root / relative).is_symlink():
        # A link to a folder is not walked into: two of them can make an endless path.
        yield from _files(root, relative, deep=True)
