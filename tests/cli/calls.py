"""Calling the program as a user does, and folders to call it in."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


def call(*words: str, cwd: Path, **environment: str) -> Answer:
    """Run `provenance` in a folder, in a process of its own, without a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "provenance", *words],
        cwd=cwd,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **environment},
        timeout=120,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def workspace(folder: Path, sources: dict[str, str], claims: dict[str, str]) -> Path:
    """A workspace made with the program's own commands, and claims written by hand."""
    assert call("init", str(folder), cwd=ROOT).code == 0
    for name, text in sources.items():
        (folder / name).write_text(text, encoding="utf-8")
        assert call("add", name, cwd=folder).code == 0
        (folder / name).unlink()
    for name, text in claims.items():
        (folder / "claims" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


CLERK = "Resolved: the bridge was closed on the fourteenth of March 1841.\n"
GAZETTE = "We learn that the bridge was closed on the fourteenth of May 1841.\n"
HISTORY = "In March 1841 the bridge was closed to wagons and to foot alike.\n"
CLOSED = """\
question: When was the bridge closed?
type: date
statements:
  - source: clerk
    quote: closed on the fourteenth of March 1841
    says: 1841-03-14
  - source: gazette
    quote: closed on the fourteenth of May 1841
    says: 1841-05-14
  - source: history
    quote: In March 1841 the bridge was closed
    says: 1841-03
"""


def disputed(folder: Path) -> Path:
    """A workspace whose one claim is answered in ways that exclude each other: clerk and history
    against gazette."""
    sources = {"clerk.txt": CLERK, "gazette.txt": GAZETTE, "history.txt": HISTORY}
    return workspace(folder, sources, {"closed": CLOSED})
