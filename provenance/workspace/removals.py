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
    while end < len(text) and text[end] in "\r\n":
        end += 1
        if text[end - 1] == "\n" or text[end : end + 1] != "\n":
            break
    return text[:start] + text[end:]


def _between_commas(text: str, items: tuple[Node, ...], index: int) -> tuple[int, int]:
    """The item with the comma that goes with it."""
    if index + 1 < len(items):
        return items[index].start, items[index + 1].start
    before = end_of(text, items[index - 1]) if index else items[index].start
    return before, end_of(text, items[index])


def _expected(root: Mapping, key: str, index: int, *, flow: bool) -> Any:
    whole: Any = deepcopy(plain(root))
    del whole[key][index]
    if not whole[key] and not flow:
        whole[key] = None
    return whole
