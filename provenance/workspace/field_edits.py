"""Fields of a YAML file as a form fills them: new files, and files changed field by field.

A field that a form leaves as it was is not touched, so its comments and its layout stay.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from typing import Any

from provenance.errors import quoted
from provenance.workspace.quoting import as_flow, scalar_text
from provenance.workspace.splices import append_item, end_of, refused, set_scalar, verified
from provenance.workspace.yaml_nodes import Mapping, Plain, Scalar, Sequence, parse, plain

Item = str | dict[str, str | list[str]]
Entry = str | list[Item] | None
"""What a field says: text, a list, or nothing."""


def new_text(entries: AnyMapping[str, Entry]) -> str:
    """A YAML file that says the entries, those that say nothing left out.

    Raises ValueError for text that no file can hold.
    """
    lines: list[str] = []
    for key, value in entries.items():
        if isinstance(value, list) and value:
            lines.append(f"{key}: [{', '.join(as_flow(item) for item in value)}]")
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
        if isinstance(value, list):
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


def replaced(text: str, holder: Mapping, key: str, written: str, path: str) -> str:
    """One value of a mapping written anew, on its key's line; what it says is not looked at.

    Raises `ProvenanceError`, slug `edit-refused`, where comments within the value would be lost.
    """
    entry = next(entry for entry in holder.entries if entry.key.text == key)
    end = end_of(text, entry.value)
    start = entry.key.end + text[entry.key.end : entry.value.start + 1].index(":") + 1
    if "#" in _outside_scalars(text, entry.value, start, end):
        raise refused(path, f"the comments in {quoted(key)} would be lost")
    return f"{text[:start]} {written}{text[end:]}"


def _with_value(text: str, root: Mapping, key: str, written: str, new: Entry, path: str) -> str:
    expected: dict[str, Any] = {each.key.text: plain(each.value) for each in root.entries}
    expected[key] = new
    return verified(replaced(text, root, key, written, path), expected, path)


def _outside_scalars(text: str, node: Scalar | Sequence | Mapping, start: int, end: int) -> str:
    """What stands between the values of a node, where comments may."""
    between, at = [], start
    for scalar in _scalars(node):
        between.append(text[at : scalar.start])
        at = scalar.end
    return "".join((*between, text[at:end]))


def _scalars(node: Scalar | Sequence | Mapping) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in _scalars(item)]
    return [s for entry in node.entries for s in (entry.key, *_scalars(entry.value))]
