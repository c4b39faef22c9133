"""What the board remembers for a person from one session to the next: conveniences, no settings.

Nothing depends on it: what cannot be read or written is as good as never remembered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.workspace.edits import write

_NAME = Path("provenance") / "state.json"
_FOLDER = "folder"


def last_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder from which a file was picked last; None where none was, or it is gone."""
    path = _state_file(environment)
    if path is None:
        return None
    with suppress(OSError, ValueError, KeyError, TypeError):
        folder = Path(json.loads(path.read_text(encoding="utf-8"))[_FOLDER])
        return folder if folder.is_dir() else None
    return None


def remember_folder(environment: Mapping[str, str], folder: Path) -> None:
    """Have the next picking begin in this folder."""
    path = _state_file(environment)
    if path is None:
        return
    home = path.parent.parent
    content = json.dumps({_FOLDER: str(folder)}, ensure_ascii=True) + "\n"
    with suppress(OSError, ProvenanceError):
        home.mkdir(parents=True, exist_ok=True)
        write(home, _NAME.as_posix(), content.encode("ascii"))


def _state_file(environment: Mapping[str, str]) -> Path | None:
    for name, below in (("XDG_STATE_HOME", ""), ("APPDATA", ""), ("HOME", ".local/state")):
        folder = Path(environment.get(name, ""))
        if folder.is_absolute():
            return folder / below / _NAME
    return None
