"""Files that are to be added, and the sources that they are already or may be a version of."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256 as digest
from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.model.sources import Source
from provenance.workspace.hashes import sha256_of
from provenance.workspace.paths import SEEDS
from provenance.workspace.shelf import read_shelf
from provenance.workspace.sources import DESCRIPTION
from provenance.workspace.taken_from import all_taken


@dataclass(frozen=True, slots=True)
class Likeness:
    """A source that a file is already, or may be a newer version of."""

    source: str
    """The source's id."""
    is_same: bool
    """Whether it has the same bytes; else the same name, or it was taken from this very file."""
    is_same_name: bool
    """Whether its copy has the name that the file's would have."""


def likeness(root: Path, file: Path) -> Likeness | None:
    """The described source that a file outside `seeds/` is already, or may be a version of."""
    here = file.resolve()
    if here.is_relative_to((root / SEEDS).resolve()):
        return None
    came = {taken.path for taken in all_taken(root) if taken.file == here}
    found = None
    with suppress(OSError):
        size, now = here.stat().st_size, ""
        for source in sorted(_described(root), key=lambda source: source.path):
            is_same_name = source.path == f"{SEEDS}/{file.name}"
            if (root / source.path).stat().st_size == size:
                now = now or digest(here.read_bytes()).hexdigest()
                if sha256_of_copy(root, source) == now:
                    return Likeness(source.id, is_same=True, is_same_name=is_same_name)
            if is_same_name or source.path in came:
                found = Likeness(source.id, is_same=False, is_same_name=is_same_name)
    return found


def taken_from(root: Path, source: Source) -> Path | None:
    """The file that a source was taken from; None where that is not known, or it is gone."""
    files = (taken.file for taken in all_taken(root) if taken.path == source.path)
    return next((file for file in files if file.is_file()), None)


def sha256_of_copy(root: Path, source: Source) -> str:
    """The hash of a source's file as it is; "" where it cannot be read."""
    with suppress(ProvenanceError):
        return sha256_of(root, source.path)
    return ""


def _described(root: Path) -> list[Source]:
    """The sources that can be used. One that has no description is one whose adding was cut off."""
    return [
        source
        for source in read_shelf(root).sources
        if not source.unusable and (root / (source.path + DESCRIPTION)).is_file()
    ]
