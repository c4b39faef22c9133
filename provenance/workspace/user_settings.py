"""A person's own settings, for every workspace: one file in her configuration folder.

What it says outranks `provenance.yaml`, and the environment outranks it. Nothing depends on it: a
file with a mistake is left aside as a whole, and what is wrong with it is told.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from provenance.errors import Place, Problem, ProvenanceError, inert, problem_error
from provenance.workspace.edits import rewrite, write
from provenance.workspace.fields import Fields
from provenance.workspace.quoting import scalar_text
from provenance.workspace.schema import check
from provenance.workspace.settings import keys_in
from provenance.workspace.splices import set_scalar
from provenance.workspace.yaml_nodes import Mapping, Scalar, decoded, parse

_NAME = Path("provenance") / "settings.yaml"
_START = """\
# Your own settings, for every workspace. They outrank provenance.yaml and count from the next
# start of the board on; lines that begin with # do nothing.

# The initials you sign decisions with.
# initials: AB

# Draw marks as letters, where your terminal or its font draws signs badly.
# marks: letters

# The colours of the board: ink, paper, plain, or another that ctrl+p lists.
# theme: paper

# Keys for commands of the board, by the ids that its settings (f2) list.
# keys:
#   matrix.next: f5
"""


@dataclass(frozen=True, slots=True)
class UserSettings:
    initials: str = ""
    letters: bool | None = None
    """Whether marks are letters; None leaves it to the workspace."""
    theme: str = ""
    keys: tuple[tuple[str, str, Place], ...] = ()
    """A command of the board by its id, the keys it is to have, and where that is set."""
    places: tuple[tuple[str, Place], ...] = ()
    """Each setting that says something, and where."""
    problems: tuple[Problem, ...] = ()
    """Why the file was left aside; then the settings say nothing."""


def user_file(environment: AnyMapping[str, str]) -> Path | None:
    """Where a person's own settings are, or would be; None where she has no folder of her own."""
    for name, below in (("XDG_CONFIG_HOME", ""), ("APPDATA", ""), ("HOME", ".config")):
        folder = Path(environment.get(name, ""))
        # A relative path would mean another file in every folder.
        if folder.is_absolute():
            return folder / below / _NAME
    return None


def start_user_file(environment: AnyMapping[str, str]) -> None:
    """Write the file, all of it comments, unless it is there. Raises `ProvenanceError`."""
    path = user_file(environment)
    if path is not None and not path.exists():
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        write(path.parent.parent, _NAME.as_posix(), _START.encode("utf-8"))


def keep_initials(environment: AnyMapping[str, str], by: str) -> None:
    """Have a person sign with these initials from now on, in every workspace: one field of her file
    is set, which is made if need be. Raises `ProvenanceError`."""
    path = user_file(environment)
    if path is None:
        raise problem_error(
            "unwritable",
            "you have no folder for settings of your own",
            hint="set HOME, or choose initials for this session",
        )
    start_user_file(environment)
    rewrite(path.parent.parent, _NAME.as_posix(), partial(_signed_by, by=by, path=str(path)))


def _signed_by(text: str, by: str, path: str) -> str:
    if parse(text, path, may_be_empty=True).entries:
        return set_scalar(text, ("initials",), by, path)
    # All of it comments, as the file begins.
    return f"{text.rstrip()}\n\ninitials: {scalar_text(by)}\n".lstrip("\n")


def load_user_settings(environment: AnyMapping[str, str]) -> UserSettings:
    """A person's own settings; those that say nothing where there is no file, or a bad one."""
    path = user_file(environment)
    if path is None or not path.exists():
        return UserSettings()
    try:
        return _read(path.read_bytes(), str(path))
    except ProvenanceError as error:
        return UserSettings(problems=error.problems)
    except OSError as error:
        problem = Problem("unreadable", inert(str(error.strerror)), Place(inert(str(path))))
        return UserSettings(problems=(problem,))


def _read(content: bytes, path: str) -> UserSettings:
    root = parse(decoded(content, path), path, may_be_empty=True)
    problems = list(check(root, "user"))
    fields = Fields(root, problems)
    marks = fields.text("marks")
    settings = UserSettings(
        initials=fields.text("initials").strip(),
        letters=marks == "letters" if marks else None,
        theme=fields.text("theme").strip(),
        keys=keys_in(fields.inner("keys")),
        places=tuple(_places(root)),
    )
    if problems:
        raise ProvenanceError(*problems)
    return settings


def _places(root: Mapping) -> list[tuple[str, Place]]:
    return [
        (entry.key.text, entry.key.place)
        for entry in root.entries
        if isinstance(entry.value, Scalar) and entry.value.text.strip() and not entry.value.is_null
    ]
