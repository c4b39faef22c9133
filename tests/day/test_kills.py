"""The board is killed at ten points of a day, also while somebody types: nothing told is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="there are no pseudo-terminals here to kill a board at")
if not hasattr(os, "openpty"):
    pytest.skip("there are no pseudo-terminals here to kill a board at", allow_module_level=True)

from tests.day.kills import kill_once, wrong


@pytest.mark.parametrize("seed", range(10))
def test_a_killed_board_loses_at_most_what_was_being_typed(seed: int, tmp_path: Path) -> None:
    killed = kill_once(tmp_path, seed)
    assert wrong(tmp_path / "bridge", killed) == []
