"""`provenance add` at a terminal: a source that changed is told, and asked about."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import click
import pytest

from provenance import run
from provenance.cli import exit_codes, main
from tests.workspace.folders import make

BEFORE = "It was on the night of Monday the 14th of March.\n"
NOW = BEFORE.replace("14th", "13th")


def _recorded(text: str) -> str:
    return f"id: letter  # hers\nsha256: {sha256(text.encode()).hexdigest()}\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A source whose file is not what was recorded."""
    root = make(
        tmp_path / "w",
        {"seeds/letter.txt": BEFORE, "seeds/letter.txt.source.yaml": _recorded(BEFORE)},
        with_cable=False,
    )
    run.check(root, lambda _: None)
    letter = root / "seeds/letter.txt"
    letter.write_text(NOW, encoding="utf-8")
    return letter


def _answering(answer: bool, asked: list[str]) -> Callable[..., bool]:
    def confirm(question: str, **_: object) -> bool:
        asked.append(question)
        return answer

    return confirm


@pytest.mark.parametrize(
    ("terminal", "answer", "asked", "recorded"),
    [
        pytest.param(True, True, ["Accept this version?"], NOW, id="accepted"),
        pytest.param(True, False, ["Accept this version?"], BEFORE, id="refused"),
        pytest.param(False, False, [], NOW, id="nobody there to ask"),
    ],
)
def test_a_changed_source_is_asked_about_at_a_terminal(
    terminal: bool,
    answer: bool,
    asked: list[str],
    recorded: str,
    letter: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    questions: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: terminal)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    monkeypatch.setattr(click, "confirm", _answering(answer, questions))
    root = letter.parent.parent
    assert main.run(["-C", str(root), "add", str(letter)]) == exit_codes.CLEAN
    assert "“14th” is now “13th”" in capsys.readouterr().err, "told whoever is asked"
    assert questions == asked
    description = (root / "seeds/letter.txt.source.yaml").read_text("utf-8")
    assert description == _recorded(recorded)
    assert run.check(root, lambda _: None).source("letter").state.value == (
        "read" if recorded == NOW else "changed"
    )
