"""Files that a person asks for by name."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from provenance.errors import Place, inert, problem_error
from provenance.workspace.edits import write


def write_beside(file: Path, content: bytes, kept: Collection[Path]) -> None:
    """Write a file, whole or not at all, but over none of `kept`, which were read.

    Raises `ProvenanceError` where it cannot be written.
    """
    whole = file.resolve()
    if whole in {each.resolve() for each in kept}:
        raise problem_error(
            "unwritable",
            "this was audited, and is not written over",
            place=Place(inert(str(file))),
            hint="choose another name",
        )
    if not whole.parent.is_dir():
        raise problem_error(
            "unwritable",
            "its folder is not there",
            place=Place(inert(str(file))),
            hint="make the folder first",
        )
    write(whole.parent, whole.name, content)
