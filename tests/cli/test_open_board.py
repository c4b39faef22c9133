"""The board as the command line opens it, and what is left when it breaks."""

from __future__ import annotations

from functools import partialmethod
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from provenance import run
from provenance.cli import board_commands, exit_codes, main
from provenance.errors import ProvenanceError, problem_error
from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from tests.factories import example_dossier


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and a terminal that nobody sees."""
    run.init(tmp_path)
    monkeypatch.setattr(board_commands, "on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(BoardApp, "run", partialmethod(App.run, headless=True))
    return tmp_path


def _open(folder: Path) -> int:
    return main.run(["-C", str(folder)])


def test_a_mistake_of_ours_ends_the_board_with_its_own_code_and_says_so(
    terminal: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(root: Path, tell: object, **_: object) -> Dossier:
        raise RuntimeError("not as we thought")

    monkeypatch.setattr(run, "board", broken)
    assert _open(terminal) == exit_codes.OUR_BUG
    told = capfd.readouterr().err
    assert "not as we thought" in told
    assert told.rstrip().endswith(exit_codes.OUR_BUG_IN_WORDS)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(None, id="left with ctrl+q"),
        pytest.param(problem_error("no-workspace", "none here"), id="nothing could be read"),
    ],
)
def test_leaving_the_board_is_no_mistake(
    error: ProvenanceError | None,
    terminal: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def checked(root: Path, tell: object, **_: object) -> Dossier:
        if error:
            raise error
        return example_dossier()

    monkeypatch.setattr(run, "board", checked)
    monkeypatch.setattr(BoardApp, "run", partialmethod(App.run, headless=True, auto_pilot=_leave))
    assert _open(terminal) == exit_codes.CLEAN
    assert exit_codes.OUR_BUG_IN_WORDS not in capfd.readouterr().err


async def _leave(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+q")
