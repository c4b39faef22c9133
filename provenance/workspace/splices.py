"""Changes to one field of a YAML file that leave every other byte of it as it was.

Comments, order, quotation marks, indentation and line ends are the user's. So the text is cut at
the place where the field stands, and the result is read again: unless exactly that field changed,
the edit is refused.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any

from provenance.errors import Place, ProvenanceError, inert, problem_error, quoted
from provenance.workspace.quoting import Item, as_flow, as_line, scalar_text
from provenance.workspace.yaml_nodes import Mapping, Node, Plain, Scalar, Sequence, parse, plain

Key = str | int
"""A mapping's key, or an index into a list, from 0."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_COMMENT_LINE = re.compile(r"(?:\r\n|\n|\r)([ ]*)#[^\r\n]*")


def set_scalar(text: str, keys: tuple[Key, ...], new: str | None, path: str) -> str:
    """The text of a YAML file with one scalar changed; None makes it null.

    `("statements", 0, "says")` leads to the first statement's value. A key that its mapping does
    not have yet is added at its end. `path` is for the message: raises `ProvenanceError`, slug
    `edit-refused`, where the field is no scalar or more than the field would change.
    """
    root = parse(text, path)
    holder, key = _holder(root, keys, path)
    found = holder.get(key)
    if found is None:
        changed = with_entry(text, holder, key, [f"{scalar_text(key)}: {_written(new, '', path)}"])
    elif isinstance(found, Scalar):
        changed = _with_scalar(text, found, _written(new, found.style, path))
    else:
        raise refused(path, f"{quoted(key)} is not one value")
    return verified(changed, _expected(root, keys, new), path)


def append_item(text: str, keys: tuple[Key, ...], item: Item, path: str) -> str:
    """The text of a YAML file with an item added at the end of a list.

    The list may be empty, null or missing. Raises as `set_scalar` does.
    """
    root = parse(text, path)
    holder, key = _holder(root, keys, path)
    found = holder.get(key)
    if found is None:
        indent = "  " if not holder.flow else ""
        lines = [f"{scalar_text(key)}:", as_line(item, indent)]
        if holder.flow:
            lines = [f"{scalar_text(key)}: [{as_flow(item)}]"]
        changed = with_entry(text, holder, key, lines)
    elif isinstance(found, Sequence) and found.items:
        changed = _with_item(text, found, item)
    elif isinstance(found, Sequence) or (isinstance(found, Scalar) and found.is_null):
        changed = _with_first_item(text, holder, found, item)
    else:
        raise refused(path, f"{quoted(key)} is not a list")
    before = plain(found) if found is not None else None
    items = [*before, item] if isinstance(before, list) else [item]
    return verified(changed, _expected(root, keys, items), path)


def replace_item(text: str, key: str, index: int, item: Item, path: str) -> str:
    """The text of a YAML file with one item written anew in a list that its top level has under
    `key`. Raises as `set_scalar` does, and where comments within the item would be lost."""
    root = parse(text, path)
    found = root.get(key)
    if not isinstance(found, Sequence) or index >= len(found.items):
        raise refused(path, "what is to be changed is not there")
    node = found.items[index]
    end = end_of(text, node)
    if "#" in _outside_scalars(text, node, node.start, end):
        raise refused(path, f"the comments in {quoted(key)} would be lost")
    expected: Any = deepcopy(plain(root))
    expected[key][index] = item
    return verified(text[: node.start] + as_flow(item) + text[end:], expected, path)


def _holder(root: Mapping, keys: tuple[Key, ...], path: str) -> tuple[Mapping, str]:
    """The mapping that has the last key, or is to have it, and that key."""
    node: Node | None = root
    for key in keys[:-1]:
        if isinstance(node, Mapping) and isinstance(key, str):
            node = node.get(key)
        elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
        else:
            node = None
    last = keys[-1]
    if not isinstance(node, Mapping) or not isinstance(last, str):
        raise refused(path, f"there is no field {quoted('.'.join(map(str, keys)))}")
    return node, last


def _with_scalar(text: str, found: Scalar, written: str) -> str:
    old = text[found.start : found.end]
    if not old:
        # An empty value ends with its key's colon.
        return f"{text[: found.start]} {written}{text[found.end :]}"
    tail = old[len(old.rstrip()) :] if found.style in ("|", ">") else ""
    return text[: found.start] + written + tail + text[found.end :]


def with_entry(text: str, holder: Mapping, key: str, lines: list[str]) -> str:
    """A key added to a mapping, its lines given without the mapping's own indentation."""
    if holder.flow:
        if not holder.entries:
            return text[: holder.start + 1] + lines[0] + text[holder.start + 1 :]
        end = end_of(text, holder.entries[-1].value)
        return f"{text[:end]}, {lines[0]}{text[end:]}"
    column = holder.place.column - 1
    # At the end of the file the new key comes last of all, below whatever comments close it.
    at = _line_end(text, len(text.rstrip())) if not column else item_end(text, holder, column - 1)
    return _inserted(text, at, [" " * column + line for line in lines])


def _with_item(text: str, found: Sequence, item: Item) -> str:
    if found.flow:
        end = end_of(text, found.items[-1])
        return f"{text[:end]}, {as_flow(item)}{text[end:]}"
    column = found.place.column - 1
    return _inserted(text, item_end(text, found, column), [as_line(item, " " * column)])


def _with_first_item(text: str, holder: Mapping, found: Node, item: Item) -> str:
    old = text[found.start : found.end]
    if old.startswith("[") and (holder.flow or old[1:-1].strip(" ")):
        return text[: found.start + 1] + as_flow(item) + text[found.start + 1 :]
    if holder.flow:
        before = text[: found.start].rstrip(" ")
        return f"{before} [{as_flow(item)}]{text[found.end :]}"
    before, after = text[: found.start].rstrip(" "), text[found.end :]
    indent = " " * (holder.place.column + 1)
    at = _line_end(before + after, len(before))
    return _inserted(before + after, at, [as_line(item, indent)])


def _inserted(text: str, at: int, lines: list[str]) -> str:
    """Lines put in behind the line that ends at an offset."""
    first = _LINE_END.search(text)
    line_end = first.group() if first else "\n"
    return text[:at] + "".join(line_end + line for line in lines) + text[at:]


def item_end(text: str, node: Node, column: int) -> int:
    """The end of a block's last line, and of the comments below it that are indented further."""
    at = _line_end(text, end_of(text, node))
    while (comment := _COMMENT_LINE.match(text, at)) and len(comment.group(1)) > column:
        at = comment.end()
    return at


def end_of(text: str, node: Node) -> int:
    """Where the last thing said in a node ends; the parser puts a block's end further on."""
    while not isinstance(node, Scalar) and not node.flow:
        node = node.items[-1] if isinstance(node, Sequence) else node.entries[-1].value
    return node.start + len(text[node.start : node.end].rstrip())


def _line_end(text: str, offset: int) -> int:
    found = _LINE_END.search(text, offset)
    return found.start() if found else len(text)


def _written(value: str | None, style: str, path: str) -> str:
    try:
        return scalar_text(value, style)
    except ValueError:
        raise refused(path, "the text holds half a character, which no file can") from None


def _expected(root: Mapping, keys: tuple[Key, ...], new: Any) -> Plain:
    """What the file is to say after the edit."""
    whole = deepcopy(plain(root))
    holder: Any = whole
    for key in keys[:-1]:
        holder = holder[key]
    holder[keys[-1]] = new
    return whole


def verified(changed: str, expected: Plain, path: str) -> str:
    """The text after an edit, if it says what is expected; raises where it says anything else."""
    try:
        says = plain(parse(changed, path))
    except ProvenanceError:
        says = None
    # As text, so that the order of the keys counts.
    if json.dumps(says) != json.dumps(expected):
        raise refused(path, "more than the field would change")
    return changed


def refused(path: str, why: str) -> ProvenanceError:
    """The error of an edit that is not made."""
    return problem_error(
        "edit-refused",
        f"the file was left as it is: {why}",
        place=Place(inert(path)),
        hint="edit it by hand",
    )


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
