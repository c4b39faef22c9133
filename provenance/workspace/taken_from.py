"""Where sources were taken from: files that a person keeps elsewhere, and goes on writing at.

This stands in `.provenance/`, which is one person's: no shared file names a place on her machine.
Nothing depends on it: what cannot be read or written is as good as never remembered.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.workspace.edits import write

FILE = ".provenance/taken.json"


@dataclass(frozen=True, slots=True)
class Taken:
    """A source that is a copy of a file elsewhere."""

    path: str
    """The copy's, from the workspace on."""
    file: Path
    """Where the file lies, from the root of the file system on."""
    sha256: str
    """Of the file as it was when it was taken."""
    left: str = ""
    """Of a later version, which a person said to leave."""


def remember_taken(root: Path, taken: Taken) -> None:
    """Remember where a source was taken from, in place of what was remembered of it."""
    others = {each.path: each for each in all_taken(root)}
    every = others | {taken.path: taken}
    said = {
        path: {"file": str(each.file), "sha256": each.sha256, "left": each.left}
        for path, each in sorted(every.items())
    }
    content = json.dumps(said, ensure_ascii=True, indent=1) + "\n"
    with suppress(ProvenanceError):
        write(root, FILE, content.encode("ascii"))


def all_taken(root: Path) -> tuple[Taken, ...]:
    """What is remembered, by the paths of the copies."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        said = json.loads((root / FILE).read_text(encoding="utf-8"))
        return tuple(
            Taken(str(path), Path(each["file"]), str(each["sha256"]), str(each["left"]))
            for path, each in sorted(said.items())
        )
    return ()
