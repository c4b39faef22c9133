"""Settings as a form fills them, put into `provenance.yaml` field by field."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from typing import Any

from provenance.workspace.field_edits import new_text, with_entries
from provenance.workspace.item_edits import with_keys
from provenance.workspace.removals import remove_item
from provenance.workspace.splices import append_item, replace_item
from provenance.workspace.yaml_nodes import Mapping, Plain, parse, plain

Groups = list[list[str]]
"""Names of one bearer each, the one to show first."""
Wish = str | list[str] | Groups | dict[str, str]
"""What a setting is to say; empty for nothing."""

ALIASES = "aliases"
HOLDERS = frozenset({"review", "tolerance", "audit"})
"""Settings that hold others. `review.blind` names one of those."""


def settings_written(text: str, path: str) -> dict[str, Plain]:
    """What a settings file says, by the name of the setting; aliases as groups, however written."""
    found: dict[str, Plain] = {}
    for entry in parse(text, path, may_be_empty=True).entries:
        key, value = entry.key.text, plain(entry.value)
        if key in HOLDERS and isinstance(value, dict):
            found |= {f"{key}.{inner}": said for inner, said in value.items()}
        elif key == ALIASES and isinstance(value, dict):
            found[key] = [[name, *_listed(others)] for name, others in value.items()]
        else:
            found[key] = value
    return found


def with_settings(text: str, wishes: AnyMapping[str, Wish], path: str) -> str:
    """The text of a settings file with these settings changed; every other byte stays.

    Raises `ProvenanceError`, slug `edit-refused`, where more than these would change or comments
    would be lost; ValueError for text that no file can hold.
    """
    if not parse(text, path, may_be_empty=True).entries:
        said = _new_text(wishes)
        # All of it comments, as a file may begin.
        return f"{text.rstrip()}\n\n{said}" if text.strip() else said
    for name, wish in wishes.items():
        outer, _, inner = name.partition(".")
        if inner and isinstance(wish, str):
            text = with_keys(text, (outer,), {inner: wish}, path)
        elif name == ALIASES and isinstance(wish, list):
            text = _with_groups(text, [list(each) for each in wish], path)
        elif isinstance(wish, dict):
            text = with_entries(text, {name: wish}, path)
        elif isinstance(wish, list):
            text = with_entries(text, {name: [str(each) for each in wish]}, path)
        else:
            text = with_entries(text, {name: wish or None}, path)
    return text


def _new_text(wishes: AnyMapping[str, Wish]) -> str:
    held: dict[str, dict[str, str]] = {}
    for name, wish in wishes.items():
        outer, _, inner = name.partition(".")
        if inner and wish and isinstance(wish, str):
            held.setdefault(outer, {})[inner] = wish
    flat: dict[str, Any] = {name: wish for name, wish in wishes.items() if "." not in name}
    return new_text(flat | held)


def _with_groups(text: str, groups: Groups, path: str) -> str:
    """The aliases as these groups. Those that stay are not touched, nor is how they are kept."""
    found = parse(text, path).get(ALIASES)
    if isinstance(found, Mapping):
        before = {name: _listed(others) for name, others in _entries(plain(found))}
        wanted = {group[0]: group[1:] for group in groups}
        gone: dict[str, list[str]] = {name: [] for name in before if name not in wanted}
        changed = {name: each for name, each in wanted.items() if before.get(name) != each}
        return with_keys(text, (ALIASES,), {**gone, **changed}, path)
    value = plain(found) if found is not None else None
    known = [_listed(each) for each in value] if isinstance(value, list) else []
    for index in reversed(range(len(groups), len(known))):
        # Of several that go, each is looked for where it stands, so that the others stay put.
        gone_at = next((n for n, each in enumerate(known) if each not in groups), index)
        text = remove_item(text, ALIASES, gone_at, path)
        del known[gone_at]
    for index, group in enumerate(groups):
        if index >= len(known):
            text = append_item(text, (ALIASES,), group, path)
        elif known[index] != group:
            text = replace_item(text, ALIASES, index, group, path)
    return text


def _entries(value: Plain) -> list[tuple[str, Plain]]:
    return list(value.items()) if isinstance(value, dict) else []


def _listed(value: Plain) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]
