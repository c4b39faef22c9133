"""A program at a terminal of its own: keys go in, what it draws comes out, and it can be killed."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

SIZE = (104, 32)
_PATIENCE = 90.0
"""Seconds until a program that does not answer is given up: long, for machines that are busy."""
_OURS = Path(__file__).resolve().parents[2]
_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^].*?\x1b\\|[@-Z=>])"
)


class GaveUp(Exception):  # noqa: N818 - what happened
    """What was waited for did not come. Holds what the terminal last showed."""


class Terminal:
    """`provenance` in a folder, in a process of its own at a pseudo-terminal."""

    def __init__(self, folder: Path, *words: str, **environment: str) -> None:
        import fcntl
        import termios

        self._hand, board = os.openpty()
        width, height = SIZE
        fcntl.ioctl(board, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "provenance", *words],
            cwd=folder,
            stdin=board,
            stdout=board,
            stderr=board,
            start_new_session=True,
            # Its own terminal, so that it is told when nobody holds the other end any more.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={
                **os.environ,
                "PYTHONPATH": str(_OURS),
                "TERM": "xterm-256color",
                "COLUMNS": str(width),
                "LINES": str(height),
                # Nobody's own settings, and a home that holds what the folder holds.
                "HOME": str(folder),
                "XDG_CONFIG_HOME": str(folder / ".config"),
                "XDG_STATE_HOME": str(folder / ".state"),
                **environment,
            },
        )
        os.close(board)
        self._drawn = self._text = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def press(self, keys: str) -> None:
        """Send keys as a terminal does."""
        self._drawn = self._text = ""
        os.write(self._hand, keys.encode("utf-8"))

    def waits_for(self, words: str) -> None:
        """Wait until words were drawn since a key was last pressed."""
        self.waits(lambda: words in self._text, words)

    def waits(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds; what is drawn meanwhile is read."""
        end = monotonic() + _PATIENCE
        while not holds():
            if monotonic() > end or self._process.poll() is not None:
                raise GaveUp(f"waited for {what!r}, and saw: {self._text[-3000:]}")
            self.looks(0.02)

    def looks_for(self, seconds: float) -> None:
        """Read what is drawn, for that long."""
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0 and self._process.poll() is None:
            self.looks(left)

    def looks(self, seconds: float) -> None:
        """Read what is drawn, for that long at most."""
        ready, _, _ = select.select([self._hand], [], [], seconds)
        if ready:
            try:
                self._drawn += os.read(self._hand, 65_536).decode("utf-8", "replace")
                self._text = " ".join(_ESCAPE.sub(" ", self._drawn).split())
            except OSError:
                # The other end is gone; the process is about to be.
                self._process.wait(timeout=_PATIENCE)

    def kill(self) -> None:
        """SIGKILL: nothing of the program runs after this."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=_PATIENCE)
        if self._hand >= 0:
            os.close(self._hand)
            self._hand = -1
