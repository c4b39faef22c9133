"""Getting words to the clipboard: a tool of the machine where there is one, else the terminal."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping

_TOOLS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("pbcopy", ("pbcopy",), ""),
    ("wl-copy", ("wl-copy",), "WAYLAND_DISPLAY"),
    ("xclip", ("xclip", "-selection", "clipboard"), "DISPLAY"),
    ("xsel", ("xsel", "--clipboard", "--input"), "DISPLAY"),
    ("clip.exe", ("clip.exe",), "WSL_DISTRO_NAME"),
    ("clip", ("clip",), "SYSTEMROOT"),
)
"""Name, command, and the variable without which it cannot work here ("" for none)."""

_SECONDS_TO_WAIT = 3

Runner = Callable[[tuple[str, ...], bytes], bool]


def run_tool(command: tuple[str, ...], given: bytes) -> bool:
    """Give the text to a program; whether it took it."""
    try:
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS_TO_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether the reader sits at another machine, where our clipboard is not theirs."""
    return any(environment.get(name) for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"))


def takes_osc52(environment: Mapping[str, str]) -> bool:
    """Whether the terminal may pass OSC 52 on. Only a terminal known to drop it is refused."""
    if environment.get("TERM", "") in ("", "dumb", "linux"):
        return False
    return environment.get("TERM_PROGRAM") != "Apple_Terminal"


def send(
    text: str,
    environment: Mapping[str, str],
    *,
    to_terminal: Callable[[str], None],
    run: Runner = run_tool,
    which: Callable[[str], str | None] = shutil.which,
) -> str | None:
    """Who took the text, in words; None where nobody did.

    A tool that says it took the text is believed. A terminal says nothing, so what it was given
    is only *sent*.
    """
    if not is_remote(environment):
        for name, command, needs in _TOOLS:
            there = (not needs or bool(environment.get(needs))) and which(name) is not None
            if there and run(command, text.encode("utf-8")):
                return f"the clipboard through {name}"
    if takes_osc52(environment):
        to_terminal(text)
        return "the clipboard of your terminal"
    return None
