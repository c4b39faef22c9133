"""Forms that were begun and not confirmed: kept beside the cache, offered again at the next start.

They are one file each in `.provenance/unfinished/`, written as a person types. Nothing depends on
them: a file that cannot be read is as good as none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from provenance.errors import ProvenanceError
from provenance.workspace.edits import remove, write

FOLDER = ".provenance/unfinished"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A form as it was left."""

    form: str
    """Which form: `claim`, `source`, `statement`, …"""
    about: tuple[tuple[str, str], ...]
    """What it was opened on, by name."""
    title: str
    values: tuple[tuple[str, str], ...]
    """What its fields held, by name."""

    @property
    def path(self) -> str:
        """Its file, from the workspace on: one for each form and what it is on."""
        named = json.dumps([self.form, self.about])
        return f"{FOLDER}/{self.form}-{sha256(named.encode()).hexdigest()[:8]}.json"


def keep_unfinished(root: Path, form: Unfinished) -> None:
    """Write a form down as it stands. Raises `ProvenanceError` where nothing can be written."""
    said = {
        "form": form.form,
        "about": dict(form.about),
        "title": form.title,
        "values": dict(form.values),
    }
    content = json.dumps(said, ensure_ascii=True, indent=1, sort_keys=True)
    write(root, form.path, content.encode("ascii"))


def forget_unfinished(root: Path, form: Unfinished) -> None:
    """A form was confirmed, or is not wanted any more."""
    if (root / form.path).exists():
        with suppress(ProvenanceError):
            remove(root, form.path)


def all_unfinished(root: Path) -> tuple[Unfinished, ...]:
    """Every form that was left unfinished, by the names of their files."""
    folder = root / FOLDER
    found = []
    if folder.is_dir():
        for path in sorted(folder.glob("*.json")):
            with suppress(OSError, ValueError, KeyError, TypeError):
                found.append(_read(json.loads(path.read_text(encoding="utf-8"))))
    return tuple(form for form in found if form.values)


def _read(said: dict[str, Any]) -> Unfinished:
    return Unfinished(
        str(said["form"]), _pairs(said["about"]), str(said["title"]), _pairs(said["values"])
    )


def _pairs(said: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((str(name), str(value)) for name, value in said.items()))
