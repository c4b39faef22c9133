"""The files that a check looks at, and whether they are what they were at another one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from provenance.workspace.baseline_file import BASELINE_FILE
from provenance.workspace.cache import hash_of_file
from provenance.workspace.draft_copies import FOLDER as COPIES
from provenance.workspace.interrupted import is_leftover
from provenance.workspace.paths import CLAIMS, SEEDS, SETTINGS_FILE, is_seen


@dataclass(frozen=True, slots=True)
class Look:
    """How a file stood when somebody looked, without reading it."""

    size: int
    changed: int
    """In nanoseconds, as are the next."""
    touched: int
    """When its place, name or rights changed: what a copy that keeps its time cannot fake."""
    target: str = ""
    """Where a link leads."""
    is_file: bool = True


Looks = Mapping[str, Look]
"""By path from the workspace on. What is not there, or cannot be looked at, is not in it."""


def look(root: Path, named: Iterable[str] = ()) -> Looks:
    """How everything stands that a check reads of a workspace; `named` are files besides."""
    paths = [SETTINGS_FILE, BASELINE_FILE, *named]
    for folder in (SEEDS, CLAIMS, COPIES):
        paths += _below(root, folder)
    looks = ((path, _look(root / path)) for path in sorted(set(paths)))
    return {path: found for path, found in looks if found is not None}


def hashes(root: Path, looks: Looks) -> dict[str, str]:
    """The hash of every file that was looked at."""
    return {path: hash_of_file(root / path) for path in looks}


def are_same(root: Path, before: Looks, known: Mapping[str, str], now: Looks) -> bool:
    """Whether files hold what they held: a file that was only moved, copied or touched does."""
    if before.keys() != now.keys():
        return False
    other = [path for path, each in now.items() if each != before[path]]
    return all(
        before[path].target == now[path].target
        and now[path].is_file
        and hash_of_file(root / path) == known.get(path)
        for path in other
    )


def _below(root: Path, folder: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(root / folder) as entries:
        for entry in entries:
            if not is_seen(entry.name) or is_leftover(entry.name):
                continue
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _below(root, path)
            else:
                yield path


def _look(path: Path) -> Look | None:
    try:
        status = path.lstat()
        target = str(path.readlink()) if stat.S_ISLNK(status.st_mode) else ""
        status = path.stat() if target else status
    except (OSError, ValueError):
        return None
    is_file = stat.S_ISREG(status.st_mode)
    return Look(status.st_size, status.st_mtime_ns, status.st_ctime_ns, target, is_file)
