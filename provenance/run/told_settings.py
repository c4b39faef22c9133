"""Every setting, what it is now, and where that comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import Place, ProvenanceError
from provenance.workspace.paths import content_of
from provenance.workspace.schema import schema_named
from provenance.workspace.settings import SETTINGS_FILE
from provenance.workspace.yaml_nodes import Mapping as Tree
from provenance.workspace.yaml_nodes import Node, Scalar, Sequence, decoded, parse

_DEFAULTS = {
    "title": "the folder's name",
    "initials": "PROVENANCE_INITIALS, else your user name",
    "columns": "by date",
    "marks": "signs",
    "tolerance": "none",
    "severities": "as each code has it",
    "review": "one signature, open to all",
}
_FROM_OUTSIDE = ("VISUAL", "EDITOR", "PROVENANCE_INITIALS", "NO_COLOR")
_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class ToldSetting:
    name: str
    value: str
    origin: str
    """Where the value is from, in words."""
    place: Place | None
    """In a file; None where it is from none."""
    does: str = ""
    """What the setting is for."""


def settings_told(root: Path, environment: Mapping[str, str]) -> tuple[ToldSetting, ...]:
    """The settings of a workspace in the order of its schema, then those of the environment."""
    try:
        content = content_of(root, SETTINGS_FILE)
        tree = parse(decoded(content, SETTINGS_FILE), SETTINGS_FILE, may_be_empty=True)
        origin = "default"
    except ProvenanceError as error:
        tree = Tree((), Place(SETTINGS_FILE), 0, 0, flow=False)
        origin = f"default: {error.problems[0].message}"
    known = schema_named("settings")["properties"]
    ours = (_told(tree, name, known[name].get("description", ""), origin) for name in known)
    outside = (_of_environment(name, environment) for name in _FROM_OUTSIDE)
    return (*ours, *outside)


def _told(tree: Tree, name: str, does: str, origin: str) -> ToldSetting:
    entry = next((entry for entry in tree.entries if entry.key.text == name), None)
    said = _in_words(entry.value) if entry else ""
    if entry is None or not said:
        return ToldSetting(name, _DEFAULTS.get(name, "none"), origin, None, does)
    place = entry.key.place
    return ToldSetting(name, said, str(place), place, does)


def _of_environment(name: str, environment: Mapping[str, str]) -> ToldSetting:
    is_set = name in environment
    origin = "environment" if is_set else "not set"
    return ToldSetting(name, environment.get(name, ""), origin, None, "of your terminal")


def _in_words(node: Node) -> str:
    """A value on one line: the first few of a list, keys and all."""
    match node:
        case Scalar():
            return "" if node.is_null else node.text
        case Sequence():
            parts = [_in_words(item) for item in node.items]
        case Tree():
            parts = [f"{entry.key.text}: {_in_words(entry.value)}" for entry in node.entries]
    more = f" and {len(parts) - _MOST_SHOWN} more" if len(parts) > _MOST_SHOWN else ""
    return "; ".join(parts[:_MOST_SHOWN]) + more
