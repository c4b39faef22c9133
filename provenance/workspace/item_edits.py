"""Changes to keys of a mapping within a YAML file: of one statement, of a claim's events.

One key after another; every other byte of the file stays.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from copy import deepcopy
from typing import Any

from provenance.errors import quoted
from provenance.workspace.quoting import as_flow, scalar_text
from provenance.workspace.removals import without_entry
from provenance.workspace.splices import (
    Key,
    refused,
    replaced,
    set_scalar,
    verified,
    with_entry,
)
from provenance.workspace.yaml_nodes import Mapping, Node, Scalar, Sequence, parse, plain

Entries = AnyMapping[str, str | list[str]]
"""What keys are to say; "" and [] for nothing, whereupon the key goes."""


def with_keys(text: str, at: tuple[Key, ...], entries: Entries, path: str) -> str:
    """The text of a YAML file with keys changed in the mapping that `at` leads to.

    `("statements", 0)` leads to the first statement, `("events",)` to the events, which need not
    be there yet. Raises `ProvenanceError`, slug `edit-refused`, where more than these would
    change, or where comments within a list would be lost.
    """
    for key, value in entries.items():
        holder = _holder(text, at, path)
        found = holder.get(key) if holder is not None else None
        before = plain(found) if found is not None else None
        if before == value or (not before and not value):
            continue
        if holder is None:
            text = _with_first(text, at, key, value, path)
        elif not value:
            changed = without_entry(text, holder, key)
            text = verified(changed, _expected(text, at, key, None, path), path)
        elif isinstance(value, str):
            text = set_scalar(text, (*at, key), value, path)
        else:
            changed = (
                replaced(text, holder, key, as_flow(value), path)
                if found is not None
                else with_entry(text, holder, key, [f"{scalar_text(key)}: {as_flow(value)}"])
            )
            text = verified(changed, _expected(text, at, key, value, path), path)
    return text


def _holder(text: str, at: tuple[Key, ...], path: str) -> Mapping | None:
    """The mapping that a path leads to; None where nothing stands there."""
    node: Node | None = parse(text, path)
    for key in at:
        if isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
        else:
            node = node.get(key) if isinstance(node, Mapping) and isinstance(key, str) else None
    if isinstance(node, Mapping):
        return node
    if node is None or (isinstance(node, Scalar) and node.is_null):
        return None
    raise refused(path, f"{quoted(str(at[-1]))} does not hold keys")


def _with_first(text: str, at: tuple[Key, ...], key: str, value: str | list[str], path: str) -> str:
    """A mapping of one key, where there was none."""
    root, name = parse(text, path), at[0]
    if len(at) != 1 or not isinstance(name, str):
        raise refused(path, "what is to be changed is not there")
    written = as_flow({key: value})
    if root.get(name) is not None:
        changed = replaced(text, root, name, written, path)
    else:
        changed = with_entry(text, root, name, [f"{scalar_text(name)}: {written}"])
    whole: Any = deepcopy(plain(root))
    whole[name] = {key: value}
    return verified(changed, whole, path)


def _expected(text: str, at: tuple[Key, ...], key: str, value: list[str] | None, path: str) -> Any:
    whole: Any = deepcopy(plain(parse(text, path)))
    holder = whole
    for step in at:
        holder = holder[step]
    if value is not None:
        holder[key] = value
        return whole
    del holder[key]
    if not holder and len(at) == 1 and not _is_flow(text, at, path):
        whole[at[0]] = None
    return whole


def _is_flow(text: str, at: tuple[Key, ...], path: str) -> bool:
    holder = _holder(text, at, path)
    return holder is not None and holder.flow
