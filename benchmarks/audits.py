"""How long an audit of a long manuscript takes: the first time, and again when nothing changed."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from time import perf_counter

from benchmarks.manuscripts import workspace

_DOCS = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_START, _END = "<!-- audit: start -->", "<!-- audit: end -->"


def measure(notes: int, rounds: int) -> str:
    """A table of seconds, the least of some rounds each: by the clock, and of processor time."""
    with tempfile.TemporaryDirectory() as folder:
        root = workspace(Path(folder) / "book", notes)
        lines = [
            f"**A draft of {notes} notes** in .docx, 40 works, eight sources of 60 KB",
            "",
            "| command | seconds | processor |",
            "|---|---|---|",
        ]
        for title, words, forgets in (
            ("`provenance audit`, nothing kept", ["audit"], True),
            ("`provenance audit`, nothing changed", ["audit"], False),
            ("`provenance check`, nothing kept", ["check"], True),
            ("`provenance check`, documents kept", ["check"], False),
        ):
            clock, processor = _least(root, words, rounds, forgets=forgets)
            lines.append(f"| {title} | {clock:.2f} | {processor:.2f} |")
    return "\n".join(lines)


def write(measured: str) -> None:
    """Put the table into the docs, between its marks."""
    before, _, rest = _DOCS.read_text("utf-8").partition(_START)
    _, _, after = rest.partition(_END)
    _DOCS.write_text(f"{before}{_START}\n{measured}\n{_END}{after}", "utf-8")


def _least(root: Path, words: Sequence[str], rounds: int, *, forgets: bool) -> tuple[float, float]:
    if not forgets:
        _timed(root, words)
    seconds = []
    for _ in range(rounds):
        if forgets:
            rmtree(root / ".provenance", ignore_errors=True)
        seconds.append(_timed(root, words))
    return min(clock for clock, _ in seconds), min(processor for _, processor in seconds)


def _timed(root: Path, words: Sequence[str]) -> tuple[float, float]:
    before, start = _processor(), perf_counter()
    command = [sys.executable, "-m", "provenance", "-C", str(root), *words]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{words} ended with {done.returncode}")
    return perf_counter() - start, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
