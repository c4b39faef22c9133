"""Keys as hints name them: those that the commands have now, whatever the user set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.keys import format_key

from provenance.tui.bindings import key_by_id

_COMMAND = re.compile(r"\{([a-z-]+(?:\.[a-z-]+)?)\}")
_NAMED = {"escape": "escape", "enter": "enter", "up": "up", "down": "down", "left": "left"}
_NAMED |= {"right": "right", "pageup": "page up", "pagedown": "page down"}


def with_keys(app: App[Any], words: str) -> str:
    """Words with the key of every command in braces: `{matrix.next}` by its id, `{undo}` the undo
    of the screen that is shown.
    """
    return _COMMAND.sub(lambda found: key_of(app, found[1]) or found[0], words)


def key_of(app: App[Any], command: str) -> str:
    """The key that a command has now, the first of several; "" for a command nobody knows."""
    return key_in(getattr(app, "keymap", {}), command if "." in command else _here(app, command))


def key_in(keymap: Mapping[str, str] = MappingProxyType({}), id: str = "") -> str:
    """The same by the keys that a user set, from ids to Textual's names of keys."""
    known = key_by_id(id)
    if known is None:
        return ""
    *modifiers, key = keymap.get(id, known.keys).partition(",")[0].strip().split("+")
    return "+".join([*modifiers, _NAMED.get(key) or format_key(key)])


def _here(app: App[Any], name: str) -> str:
    """The id of a command as the screen that is shown has it, else one below it."""
    for screen in reversed(app.screen_stack):
        for binding in screen.BINDINGS:
            id = binding.id if isinstance(binding, Binding) else None
            if id and id.partition(".")[2] == name:
                return id
    return f"matrix.{name}"
