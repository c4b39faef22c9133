"""Export with the file itself as preview; settings with where each comes from; the user's keys."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, Select

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.dossier import Dossier
from provenance.rendering import report_markdown
from provenance.tui.app import BoardApp
from provenance.tui.keymap import checked_keymap
from provenance.tui.screens.exporting import ExportScreen
from provenance.tui.screens.settings import SettingsScreen
from tests.factories import example_dossier
from tests.golden_files import assert_golden
from tests.tui.driving import board_app, notices, press, running, screen_text, settled
from tests.workspace.folders import make


def choose(app: BoardApp, name: str, value: str) -> None:
    box = app.screen.query_one(f"#export-{name}")
    assert isinstance(box, Input | Select)
    box.value = value


async def test_what_is_written_is_what_was_shown(tmp_path: Path) -> None:
    app = board_app()
    app.root = tmp_path
    dossier = example_dossier()
    async with running(app, keys=["e"]) as pilot:
        assert isinstance(app.screen, ExportScreen)
        choose(app, "claims", "open")
        await settled(pilot)
        only = app.screen.only
        assert 0 < len(only) < len(dossier.rows)
        text = report_markdown.report(dossier, only)
        assert text.split("\n")[0].lstrip("# ") in screen_text(app)
        await press(pilot, "ctrl+s")
        assert (tmp_path / "reports/conflicts.md").read_text(encoding="utf-8") == text
        assert "Wrote reports/conflicts.md" in notices(app)[-1]
        await press(pilot, "e")
        assert "exists: will be replaced" in screen_text(app)
        choose(app, "format", "bibtex")
        await settled(pilot)
        assert "reports/cited.bib" in screen_text(app)
        choose(app, "path", "../outside.bib")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ExportScreen)
        await press(pilot, "escape")
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["conflicts.md"]
    assert not (tmp_path.parent / "outside.bib").exists()


async def test_a_slow_preview_leaves_the_old_one_and_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slowly(_: Dossier, __: Sequence[str]) -> str:
        begun.set()
        may_end.wait(timeout=30)
        return "the slow one"

    slow = run.Export("slow", "slow", "slow.txt", False, slowly)
    monkeypatch.setattr(run, "EXPORTS", (*run.EXPORTS, slow))
    app = board_app()
    app.root = tmp_path
    async with running(app, keys=["e"]) as pilot:
        before = report_markdown.report(example_dossier()).split("\n")[0].lstrip("# ")
        choose(app, "format", "slow")
        while not begun.is_set():
            await pilot.pause(0)
        while "being made again" not in screen_text(app):
            await pilot.pause(0)
        assert before in screen_text(app)
        app.post_message(events.Key("ctrl+s", None))
        while not notices(app):
            await pilot.pause(0)
        assert "still being made" in notices(app)[-1], "the old one is not written for the new"
        may_end.set()
        await settled(pilot)
        assert "the slow one" in screen_text(app)
        assert "being made" not in screen_text(app).replace("still being made", "")
        await press(pilot, "ctrl+s")
    assert (tmp_path / "reports/slow.txt").read_text("utf-8") == "the slow one"


async def test_a_report_as_filtered_names_the_filter() -> None:
    app = board_app()
    async with running(app, keys=["f", "e"]) as pilot:
        assert isinstance(app.screen, ExportScreen)
        choose(app, "claims", "filtered")
        await settled(pilot)
        assert "as filtered" in screen_text(app)
        assert app.screen.only


async def test_settings_say_where_they_come_from_and_o_opens_the_place(tmp_path: Path) -> None:
    make(tmp_path, {"provenance.yaml": "title: Bridge\nkeys:\n  matrix.next: f5\n"})
    opened: list[list[str]] = []
    keys, places = run.keys_of(tmp_path)
    app = BoardApp(
        root=tmp_path,
        dossier=run.check(tmp_path),
        keys=keys,
        key_places=places,
        environment={"EDITOR": "vi"},
        run_editor=lambda command, _: opened.append(command),
    )
    async with running(app, (104, 32), keys=["f2"]) as pilot:
        assert isinstance(app.screen, SettingsScreen)
        text = screen_text(app)
        assert "provenance.yaml:1:1" in text
        assert "by date" in text
        await press(pilot, "enter")
        told = {told.name: told for told in app.screen._told}
        assert (told["keys: matrix.next"].value, told["EDITOR"].origin) == ("f5", "environment")
        assert told["keys: matrix.next"].origin == "provenance.yaml:3:3"
        assert told["keys: matrix.base"].origin == "default"
    assert opened == [["vi", "+1", str(tmp_path / "provenance.yaml")]]


@pytest.mark.parametrize(
    ("keys", "slug"),
    [
        pytest.param("  matrix.nxt: f5", "unknown-command", id="no such command"),
        pytest.param("  matrix.next: f5\n  matrix.base: f5", "key-clash", id="one key for two"),
        pytest.param("  matrix.next: ctrl+s", "forbidden-key", id="a key that is taken"),
    ],
)
def test_keys_that_cannot_work_are_refused_with_their_place(
    tmp_path: Path, keys: str, slug: str
) -> None:
    make(tmp_path, {"provenance.yaml": f"title: Test\nkeys:\n{keys}\n"})
    with pytest.raises(ProvenanceError) as refused:
        checked_keymap(*run.keys_of(tmp_path))
    problem = refused.value.problems[0]
    assert problem.slug == slug
    assert str(problem.place).startswith("provenance.yaml:")


@pytest.mark.parametrize("size", [(80, 24), (104, 32)], ids=["80x24", "104x32"])
async def test_the_export_screen_reads_as_it_did(size: tuple[int, int]) -> None:
    app = board_app()
    async with running(app, size, keys=["e"]) as pilot:
        await settled(pilot)
        assert_golden(f"screens/export-{size[0]}x{size[1]}.txt", screen_text(app))
