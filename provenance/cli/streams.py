"""Results to stdout, talk to stderr; and what the terminal can show."""

from __future__ import annotations

import os
import shutil
import sys

from provenance.rendering.untrusted import for_terminal

NARROWEST = 40
WIDTH_WHEN_PIPED = 100


def put(text: str) -> None:
    """Write a result to stdout as UTF-8, whatever the locale says."""
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="\n")
    stream.write(text if text.endswith("\n") else text + "\n")


def say(text: str) -> None:
    """Write talk to stderr, with what could steer the terminal made visible."""
    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stderr.write("\n".join(for_terminal(line) for line in text.splitlines()) + "\n")


def on_terminal() -> bool:
    """Whether a person at a terminal reads stdout."""
    return sys.stdout.isatty()


def wants_colour(*, plain: bool) -> bool:
    """Colour only for a terminal, and never against NO_COLOR or a dumb terminal."""
    unwanted = plain or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return on_terminal() and not unwanted


def width() -> int:
    """Columns to fill: the terminal's; a fixed number when piped, so that output is the same."""
    if not on_terminal():
        return WIDTH_WHEN_PIPED
    return max(NARROWEST, shutil.get_terminal_size().columns)


def put_exactly(text: str) -> None:
    """Write a text to stdout as UTF-8, to the byte; only what could steer a terminal is shown."""
    if on_terminal():
        put("\n".join(for_terminal(line) for line in text.split("\n")))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
