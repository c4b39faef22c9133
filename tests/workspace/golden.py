"""Error texts are the interface: each is kept whole in `tests/golden/errors`, and compared so."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

import pytest

from provenance.errors import Problem

GOLDEN = Path(__file__).parent.parent / "golden" / "errors"


def assert_golden(case: str, problems: Iterable[Problem]) -> None:
    """Compare what a user would read. A mismatch is written beside what was expected (`.out`)."""
    came_out = "\n".join(str(problem) for problem in problems) + "\n"
    expected = GOLDEN / f"{case}.txt"
    known = expected.read_bytes().decode("utf-8") if expected.exists() else ""
    beside = expected.with_suffix(".out")
    if came_out == known:
        beside.unlink(missing_ok=True)
        return
    beside.write_bytes(came_out.encode("utf-8"))
    difference = unified_diff(known.splitlines(), came_out.splitlines(), "expected", "came out")
    pytest.fail("\n".join([f"{beside} is not {expected.name}:", *difference]), pytrace=False)
