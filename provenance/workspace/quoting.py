"""Any text as YAML, so that reading it gives the same text back."""

from __future__ import annotations

import re

Item = str | list[str] | dict[str, str | list[str]]
"""What a list may be given: text, texts, or keys with texts and lists of texts."""

# Far narrower than YAML allows: what needs no quotation marks under any reader's rules.
_NEEDS_NO_MARKS = re.compile(r"[^\W_](?:[\w ./()+%~-]*[\w./()+%~-])?")
_NULLS = frozenset({"null", "Null", "NULL"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar_text(value: str | None, style: str = "") -> str:
    """A scalar as it is written in YAML, on one line; None is null.

    `style` is the quotation mark to keep where the text allows it. Raises ValueError for half a
    surrogate pair, which no file can hold.
    """
    if value is None:
        return "null"
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError("half a surrogate pair")
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _NEEDS_NO_MARKS.fullmatch(value) and value not in _NULLS:
        return value if value.isprintable() else _double(value)
    return _double(value)


def as_flow(item: Item) -> str:
    """An item on one line, in braces or brackets if it has parts."""
    if isinstance(item, str):
        return scalar_text(item)
    if isinstance(item, list):
        return "[" + ", ".join(scalar_text(each) for each in item) + "]"
    return "{" + ", ".join(f"{scalar_text(k)}: {as_flow(v)}" for k, v in item.items()) + "}"


def as_line(item: Item, indent: str) -> str:
    """An item of a list on a line of its own, with its dash.

    One line even if it has parts: two people who each add an item change no line in common, so
    that git can keep both (`merge=union`) and never takes half of one for half of the other.
    """
    return f"{indent}- {as_flow(item)}"


def _double(value: str) -> str:
    return '"' + "".join(_ESCAPES.get(char) or _raw_or_escaped(char) for char in value) + '"'


def _raw_or_escaped(char: str) -> str:
    if char.isprintable():
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
