"""Fields of a YAML file as a form fills them: new files, and files changed field by field.

A field that a form leaves as it was is not touched, so its comments and its layout stay.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from typing import Any

from provenance.workspace.item_edits import with_keys
from provenance.workspace.quoting import as_flow, scalar_text
from provenance.workspace.splices import append_item, replaced, set_scalar, verified
from provenance.workspace.yaml_nodes import Mapping, Plain, Scalar, parse, plain

Item = str | dict[str, str | list[str]]
Entry = str | list[Item] | dict[str, str] | None
"""What a field says: text, a list, keys with texts, or nothing."""


def new_text(entries: AnyMapping[str, Entry]) -> str:
    """A YAML file that says the entries, those that say nothing left out.

    Raises ValueError for text that no file can hold.
    """
    lines: list[str] = []
    for key, value in entries.items():
        if isinstance(value, list) and value:
            lines.append(f"{key}: [{', '.join(as_flow(item) for item in value)}]")
        elif isinstance(value, dict) and value:
            lines.append(f"{key}: {as_flow({**value})}")
        elif isinstance(value, str) and value:
            lines.append(f"{key}: {scalar_text(value)}")
    return "\n".join(lines) + "\n"


def with_entries(text: str, entries: AnyMapping[str, Entry], path: str) -> str:
    """The text of a YAML file with the entries that differ from it changed, one after another.

    Raises `ProvenanceError`, slug `edit-refused`, where more than these would change, or where
    comments within a list would be lost.
    """
    for key, value in entries.items():
        root = parse(text, path)
        found = root.get(key)
        before = plain(found) if found is not None else None
        if _same(before, value):
            continue
        if isinstance(value, dict):
            gone = dict.fromkeys(before, "") if isinstance(before, dict) else {}
            text = with_keys(text, (key,), {**gone, **value}, path)
        elif isinstance(value, list):
            text = _with_list(text, root, key, value, path)
        elif found is None or isinstance(found, Scalar):
            text = set_scalar(text, (key,), value, path)
        else:
            text = _with_value(text, root, key, scalar_text(value), value, path)
    return text


def _same(before: Plain, after: Entry) -> bool:
    return before == after or (not before and not after)


def _with_list(text: str, root: Mapping, key: str, items: list[Item], path: str) -> str:
    found = root.get(key)
    before = plain(found) if found is not None else None
    known = before if isinstance(before, list) else []
    if len(items) > len(known) and items[: len(known)] == known:
        for item in items[len(known) :]:
            text = append_item(text, (key,), item, path)
        return text
    written = "[" + ", ".join(as_flow(item) for item in items) + "]"
    return _with_value(text, root, key, written, items, path)


def _with_value(text: str, root: Mapping, key: str, written: str, new: Entry, path: str) -> str:
    expected: dict[str, Any] = {each.key.text: plain(each.value) for each in root.entries}
    expected[key] = new
    return verified(replaced(text, root, key, written, path), expected, path)
