"""An item taken out of a list in a YAML file; every other byte of it stays as it was."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from provenance.workspace.splices import end_of, item_end, refused, verified
from provenance.workspace.yaml_nodes import Mapping, Node, Sequence, parse, plain


def remove_item(text: str, key: str, index: int, path: str) -> str:
    """The text of a YAML file without one item of a list that its top level has under `key`.

    A list that is empty then says nothing. Comments that are indented under the item go with it.
    Raises `ProvenanceError`, slug `edit-refused`, where more than the item would go.
    """
    root = parse(text, path)
    found = root.get(key)
    if not isinstance(found, Sequence) or index >= len(found.items):
        raise refused(path, "what is to be taken out is not there")
    changed = _without(text, found, index)
    return verified(changed, _expected(root, key, index, flow=found.flow), path)


def _without(text: str, found: Sequence, index: int) -> str:
    item = found.items[index]
    if found.flow:
        start, end = _between_commas(text, found.items, index)
        return text[:start] + text[end:]
    # From its dash's line on; a dash on a line of its own is refused by what is read again.
    start = max(text.rfind(sign, 0, item.start) for sign in "\r\n") + 1
    end = item_end(text, item, found.place.column - 1)
    return text[:start] + text[_next_line(text, end) :]


def _next_line(text: str, end: int) -> int:
    """Where the line behind the one that ends at an offset begins."""
    if text.startswith("\r\n", end):
        return end + 2
    return min(end + 1, len(text))


def _between_commas(text: str, items: tuple[Node, ...], index: int) -> tuple[int, int]:
    """The item with the comma that goes with it."""
    if index + 1 < len(items):
        return items[index].start, items[index + 1].start
    before = end_of(text, items[index - 1]) if index else items[index].start
    return before, end_of(text, items[index])


def without_entry(text: str, holder: Mapping, key: str) -> str:
    """The text without one key of a mapping and its value; what is left is not looked at."""
    index = next(n for n, entry in enumerate(holder.entries) if entry.key.text == key)
    entry = holder.entries[index]
    end = end_of(text, entry.value)
    if not holder.flow:
        start = max(text.rfind(sign, 0, entry.key.start) for sign in "\r\n") + 1
        return (
            text[:start]
            + text[_next_line(text, item_end(text, entry.value, entry.key.place.column - 1)) :]
        )
    if index + 1 < len(holder.entries):
        return text[: entry.key.start] + text[holder.entries[index + 1].key.start :]
    start = end_of(text, holder.entries[index - 1].value) if index else entry.key.start
    return text[:start] + text[end:]


def _expected(root: Mapping, key: str, index: int, *, flow: bool) -> Any:
    whole: Any = deepcopy(plain(root))
    del whole[key][index]
    if not whole[key] and not flow:
        whole[key] = None
    return whole
