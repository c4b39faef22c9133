"""Every setting, what it is now, and where that comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from provenance.errors import Place, ProvenanceError
from provenance.workspace.paths import content_of
from provenance.workspace.schema import schema_named
from provenance.workspace.settings import SETTINGS_FILE
from provenance.workspace.user_settings import UserSettings, load_user_settings, user_file
from provenance.workspace.yaml_nodes import Mapping as Tree
from provenance.workspace.yaml_nodes import Node, Scalar, Sequence, decoded, parse

_DEFAULTS = {
    "title": "the folder's name",
    "initials": "your user name",
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
    is_to_be_made: bool = False
    """Whether it is a file that is not there yet."""


def settings_told(root: Path, environment: Mapping[str, str]) -> tuple[ToldSetting, ...]:
    """The settings of a workspace in the order of its schema, each as it counts for this person,
    then her own file, then the environment."""
    try:
        content = content_of(root, SETTINGS_FILE)
        tree = parse(decoded(content, SETTINGS_FILE), SETTINGS_FILE, may_be_empty=True)
        origin = "default"
    except ProvenanceError as error:
        tree = Tree((), Place(SETTINGS_FILE), 0, 0, flow=False)
        origin = f"default: {error.problems[0].message}"
    known = schema_named("settings")["properties"]
    ours = [_told(tree, name, known[name].get("description", ""), origin) for name in known]
    user = load_user_settings(environment)
    outside = (_of_environment(name, environment) for name in _FROM_OUTSIDE)
    counted = (_outranked(told, user, environment) for told in ours)
    return (*counted, _of_user_file(user, environment), *outside)


def _outranked(
    told: ToldSetting, user: UserSettings, environment: Mapping[str, str]
) -> ToldSetting:
    """A setting as it counts: the person's own file outranks the workspace's, and the
    environment both."""
    if told.name == "initials" and environment.get("PROVENANCE_INITIALS", "").strip():
        by = environment["PROVENANCE_INITIALS"].strip()
        return replace(told, value=by, origin="environment: PROVENANCE_INITIALS", place=None)
    place = dict(user.places).get(told.name)
    if place is None:
        return told
    own = {"initials": user.initials, "marks": "letters" if user.letters else "signs"}
    return replace(told, value=own[told.name], origin=str(place), place=place)


def _of_user_file(user: UserSettings, environment: Mapping[str, str]) -> ToldSetting:
    path = user_file(environment)
    does = "your own settings for every workspace: initials, marks, theme, keys"
    if path is None:
        return ToldSetting("your own file", "none", "HOME is not set", None, does)
    place = Place(str(path), 1)
    if user.problems:
        said = f"left aside: {user.problems[0].message}"
        return ToldSetting("your own file", str(path), said, user.problems[0].place or place, does)
    is_there = path.exists()
    said = "it is there" if is_there else "not there yet; o makes it"
    return ToldSetting("your own file", str(path), said, place, does, not is_there)


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
