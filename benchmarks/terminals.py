"""The board in a terminal of its own, as a person starts it: how soon she sees what."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path
from time import perf_counter

_ROWS, _COLUMNS = 32, 104
_CONTROL = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")
_ENOUGH = 120.0
"""Seconds after which nobody waits any longer."""


def until_seen(root: Path, *wanted: str) -> list[dict[str, float]]:
    """Start the board on a workspace and wait until each pattern was drawn, one after another:
    seconds, and seconds of the processor, since the command was given. The board is ended then."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    start = perf_counter()
    board = subprocess.Popen(
        [sys.executable, "-m", "provenance", "-C", str(root)],
        stdin=its,
        stdout=its,
        stderr=its,
        env={**os.environ, "TERM": "xterm-256color", "PROVENANCE_INITIALS": "AB"},
        start_new_session=True,
    )
    os.close(its)
    try:
        return _seen(ours, board.pid, start, list(wanted))
    finally:
        board.kill()
        board.wait()
        os.close(ours)


def _seen(terminal: int, process: int, start: float, wanted: list[str]) -> list[dict[str, float]]:
    told: list[dict[str, float]] = []
    drawn = b""
    while wanted and perf_counter() - start < _ENOUGH:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        drawn += os.read(terminal, 1 << 16)
        words = _CONTROL.sub("", drawn.decode("utf-8", "ignore"))
        while wanted and re.search(wanted[0], words):
            told.append({"clock": perf_counter() - start, "processor": _processor(process)})
            wanted.pop(0)
    return told


def _processor(process: int) -> float:
    """Seconds that a process has used the processor for."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
