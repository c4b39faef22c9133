"""A person's own settings at the board: over the workspace's, and never in its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import run
from provenance.errors import Place, ProvenanceError
from provenance.tui.app import BoardApp
from provenance.tui.personal import personal
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.settings import SettingsScreen
from tests.tui.driving import notices, press, running
from tests.workspace.folders import make
from tests.workspace.test_user_settings import at

OURS = {"matrix.next": "f5"}
PLACES = {"matrix.next": Place("provenance.yaml", 2)}


@pytest.mark.parametrize(
    ("text", "keys", "theme", "told"),
    [
        pytest.param("keys: {matrix.next: f6}\n", {"matrix.next": "f6"}, "", "", id="hers win"),
        pytest.param(
            "keys: {matrix.base: f6}\n", {**OURS, "matrix.base": "f6"}, "", "", id="beside others"
        ),
        pytest.param("keys: {matrix.nxt: f6}\n", OURS, "", "matrix.next", id="no such command"),
        pytest.param("keys: {matrix.base: f5}\n", OURS, "", "both have", id="a key that is taken"),
        pytest.param("theme: paper\n", OURS, "paper", "", id="a theme"),
        pytest.param("theme: papyr\n", OURS, "", "paper", id="no such theme"),
        pytest.param("thema: paper\n", OURS, "", "theme", id="no such setting"),
    ],
)
def test_wishes_are_had_or_told(
    text: str, keys: dict[str, str], theme: str, told: str, tmp_path: Path
) -> None:
    wishes = personal(run.load_user_settings(at(tmp_path, text)), OURS, PLACES)
    assert (wishes.keys, wishes.theme) == (keys, theme)
    assert bool(wishes.problems) is bool(told)
    for problem in wishes.problems:
        assert told in f"{problem.message} {problem.hint}"
        assert problem.place is not None
        assert problem.place.path.startswith(str(tmp_path))


def test_the_workspaces_own_mistake_is_still_one() -> None:
    with pytest.raises(ProvenanceError):
        personal(run.UserSettings(), {"matrix.nxt": "f5"}, {})


async def test_the_board_opens_and_says_where_each_value_is_from(tmp_path: Path) -> None:
    root = tmp_path / "w"
    make(root, {"provenance.yaml": "initials: AB\nmarks: letters\n"})
    environment = at(tmp_path, "initials: CD\nmarks: signs\ntheme: papyrus\n") | {"EDITOR": "vi"}
    own = run.load_user_settings(environment)
    wishes = personal(own, {}, {})
    app = BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment=environment,
        letters=wishes.letters,
        theme=wishes.theme,
        problems=wishes.problems,
    )
    async with running(app) as pilot:
        assert isinstance(app.screen, MatrixScreen)
        assert any("papyrus" in said for said in notices(app))
        assert not app.pencil.letters
        await press(pilot, "f2")
        assert isinstance(app.screen, SettingsScreen)
        told = {each.name: each for each in app.screen._told}
        mine = str(tmp_path / "provenance" / "settings.yaml")
        assert (told["initials"].value, told["initials"].origin) == ("CD", f"{mine}:1:1")
        assert (told["marks"].value, told["marks"].origin) == ("signs", f"{mine}:2:1")
        assert (told["theme"].value, told["theme"].origin) == ("ink", "default")
        assert told["your own file"].value == mine
    over = run.settings_told(root, environment | {"PROVENANCE_INITIALS": "EF"})
    assert next(each.value for each in over if each.name == "initials") == "EF"


async def test_o_makes_the_file_and_opens_it(tmp_path: Path) -> None:
    root = tmp_path / "w"
    make(root, {})
    opened: list[list[str]] = []
    app = BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment={"XDG_CONFIG_HOME": str(tmp_path / "c"), "EDITOR": "vi"},
        run_editor=lambda command, _: opened.append(command),
    )
    async with running(app, keys=["f2"]) as pilot:
        screen = app.screen
        assert isinstance(screen, SettingsScreen)
        while screen.told is None or screen.told.name != "your own file":
            await press(pilot, "down")
        await press(pilot, "o")
    mine = tmp_path / "c" / "provenance" / "settings.yaml"
    assert opened == [["vi", "+1", str(mine)]]
    assert mine.read_text("utf-8").startswith("# Your own settings")
