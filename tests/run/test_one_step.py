"""A claim's file and the decision on it stand or fall together, whatever comes between."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.workspace import one_step
from provenance.workspace.decisions import read_decisions
from tests.run.test_deciding import bridge, proposed
from tests.run.test_reviewing import AB

_KILLED = """
import os, sys
from pathlib import Path
from provenance import run
from provenance.run import deciding
deciding.write_decision = lambda *_: os._exit(9)
signed = run.Signed("AB", "2024-03-01T09:30:00Z", chosen=True)
run.confirm_silence(Path(sys.argv[1]), "closed", "diary", signed)
"""


def claim(root: Path) -> str:
    return (root / "claims/closed.yaml").read_text("utf-8")


def notes(root: Path) -> list[Path]:
    return list((root / one_step.FOLDER).glob("*"))


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_step, "AT_MOST", 0.0)


def killed(root: Path) -> Path:
    """A workspace in which a program was killed between a claim's file and its decision."""
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(root)], check=False)
    assert ended.returncode == 9
    return root


@pytest.mark.usefixtures("no_wait")
def test_what_a_kill_left_half_done_is_put_back(tmp_path: Path) -> None:
    before = claim(bridge(tmp_path))
    assert claim(killed(tmp_path)) != before, "nothing was written before the program was killed"
    assert read_decisions(tmp_path)[0] == ()
    assert run.put_back_unfinished(tmp_path) == ("claims/closed.yaml",)
    assert claim(tmp_path) == before
    assert notes(tmp_path) == []


@pytest.mark.usefixtures("no_wait")
def test_what_somebody_wrote_since_is_left(tmp_path: Path) -> None:
    killed(bridge(tmp_path))
    theirs = claim(tmp_path) + "# seen by CD\n"
    (tmp_path / "claims/closed.yaml").write_text(theirs, "utf-8")
    assert run.put_back_unfinished(tmp_path) == ()
    assert claim(tmp_path) == theirs
    assert notes(tmp_path) == []


@pytest.mark.usefixtures("no_wait")
@pytest.mark.parametrize(
    "note",
    [
        pytest.param('{"path": "claims/closed.yaml", "before": "x"}', id="half of a note"),
        pytest.param("not a note", id="no note"),
        pytest.param('{"path": "../closed.yaml", "before": "x", "after": "y"}', id="outside"),
        pytest.param('{"path": "seeds/clerk.txt", "before": "x", "after": "y"}', id="a source"),
    ],
)
def test_a_note_that_no_step_wrote_changes_nothing(tmp_path: Path, note: str) -> None:
    before = claim(bridge(tmp_path))
    (tmp_path / one_step.FOLDER).mkdir(parents=True)
    (tmp_path / one_step.FOLDER / "0.json").write_text(note, "utf-8")
    assert run.put_back_unfinished(tmp_path) == ()
    assert claim(tmp_path) == before


def _confirm(root: Path) -> object:
    return run.confirm(root, "closed", proposed(root, "clerk"), AB)


def _silence(root: Path) -> object:
    return run.confirm_silence(root, "closed", "diary", AB)


@pytest.mark.parametrize(
    "act",
    [pytest.param(_confirm, id="a statement"), pytest.param(_silence, id="a silence")],
)
def test_a_decision_that_cannot_be_written_leaves_the_claim_as_it_was(
    tmp_path: Path, act: Callable[[Path], object]
) -> None:
    before = claim(bridge(tmp_path))
    # Where the folder of decisions belongs there is a file.
    (tmp_path / "claims/decisions").write_text("", "utf-8")
    with pytest.raises(ProvenanceError):
        act(tmp_path)
    assert claim(tmp_path) == before
    assert notes(tmp_path) == []


def test_a_step_that_was_finished_leaves_no_note(tmp_path: Path) -> None:
    _silence(bridge(tmp_path))
    assert notes(tmp_path) == []
    assert len(read_decisions(tmp_path)[0]) == 1
