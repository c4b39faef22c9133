"""Which command opens a file at a line, in the reader's own editor."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import PurePath

_PLUS_LINE = frozenset(
    (
        *("vi", "vim", "nvim", "view", "gvim", "mvim", "nano", "pico", "emacs", "emacsclient"),
        *("micro", "joe", "jed", "jove", "mg", "ne", "kak", "mcedit", "gedit", "ed", "ex"),
    )
)
_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"))
_COLON = frozenset(("subl", "sublime_text", "hx", "helix", "zed", "atom", "pulsar"))
_DASH_LINE = frozenset(("kate", "idea", "pycharm"))


def chosen_editor(environment: Mapping[str, str]) -> str:
    """The reader's editor as a command; "" where none is set."""
    return (environment.get("VISUAL") or environment.get("EDITOR") or "").strip()


def editor_command(editor: str, path: str, line: int) -> list[str]:
    """The command and its arguments. An editor we do not know gets the file without the line.

    Raises `ValueError` where the editor's own command cannot be split (an open quotation mark).
    """
    words = shlex.split(editor)
    name = PurePath(words[0]).name.lower().removesuffix(".exe")
    if line < 1:
        return [*words, path]
    if name in _PLUS_LINE:
        return [*words, f"+{line}", path]
    if name in _GOTO:
        return [*words, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    if name in _DASH_LINE:
        return [*words, "--line", str(line), path]
    return [*words, path]
