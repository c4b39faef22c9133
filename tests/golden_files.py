"""Golden files: what a program wrote once, read by a person, and compared to the byte ever after.

A mismatch writes what came out beside the file, as `NAME.out`, and prints the difference. Read
it; if it is right, run the tests again with `ACCEPT_GOLDEN=1` and commit the changed files.
"""

from __future__ import annotations

import difflib
import os
from itertools import islice
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
_ACCEPT = "ACCEPT_GOLDEN"
_MOST_LINES = 80


def assert_golden(name: str, came_out: str) -> None:
    """Compare with `tests/golden/NAME`, as UTF-8 with line feeds."""
    path = GOLDEN / name
    beside = path.with_name(path.name + ".out")
    written = came_out.encode("utf-8")
    if os.environ.get(_ACCEPT):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
        beside.unlink(missing_ok=True)
        return
    expected = path.read_bytes() if path.exists() else b""
    if expected == written:
        return
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.write_bytes(written)
    difference = difflib.unified_diff(
        expected.decode("utf-8").splitlines(),
        came_out.splitlines(),
        f"golden/{name}",
        f"golden/{beside.name}",
        lineterm="",
    )
    shown = "\n".join(islice(difference, _MOST_LINES))
    pytest.fail(f"{shown}\n\nIf what came out is right: {_ACCEPT}=1 pytest …", pytrace=False)
