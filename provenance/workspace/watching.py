"""Which files of a workspace were saved since somebody last looked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from provenance.workspace.interrupted import is_leftover
from provenance.workspace.paths import CLAIMS, SEEDS
from provenance.workspace.settings import SETTINGS_FILE

Snapshot = frozenset[tuple[str, int, int]]
"""Every file that is read, with the moment it was changed and its size."""


def snapshot(root: Path) -> Snapshot:
    """How the files of a workspace stand now. What cannot be looked at counts as absent."""
    found: set[tuple[str, int, int]] = set()
    with suppress(OSError):
        status = (root / SETTINGS_FILE).stat()
        found.add((SETTINGS_FILE, status.st_mtime_ns, status.st_size))
    for folder in (SEEDS, CLAIMS):
        found.update(_below(root / folder))
    return frozenset(found)


def _below(folder: Path) -> Iterator[tuple[str, int, int]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or is_leftover(entry.name):
                continue
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _below(Path(entry.path))
                else:
                    status = entry.stat()
                    yield entry.path, status.st_mtime_ns, status.st_size
