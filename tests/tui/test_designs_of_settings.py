"""The settings are changed at the board: in a form, one field of the file each, and undone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Button

from provenance import run
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.designs_of_settings import SettingsDesign
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.settings import SettingsScreen
from tests.tui.clicking import click_on
from tests.tui.driving import press, running, screen_text, settled
from tests.tui.test_writing import fill, form
from tests.workspace.folders import CLAIM, make

SETTINGS = "# Ours.\ntitle: Bridge   # at Harrow\nx-own: 1\n"
WHEN = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)


def board(root: Path, *, pen: bool = True, settings: str = SETTINGS) -> BoardApp:
    make(root, {"provenance.yaml": settings, "claims/met.yaml": CLAIM})
    return BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment={},
        pen=Pen("AB", lambda: WHEN) if pen else None,
    )


async def test_title_and_sign_off_hold_at_once_and_z_takes_them_back(tmp_path: Path) -> None:
    app = board(tmp_path)
    file = tmp_path / "provenance.yaml"
    async with running(app, (80, 24), keys=["f2", "E"]) as pilot:
        fill(app, title="Yalta", review_signatures="2")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, SettingsScreen)
        changed = SETTINGS.replace("Bridge", "Yalta") + "review: {signatures: 2}\n"
        assert file.read_text("utf-8") == changed
        assert "Settings · Yalta" in screen_text(app)
        assert "signatures: 2" in screen_text(app)
        assert app.dossier is not None
        assert app.dossier.decided.review("met").wanted == 2
        await press(pilot, "z")
        assert file.read_text("utf-8") == SETTINGS
        assert "Settings · Bridge" in screen_text(app)
        assert app.dossier.decided.review("met").wanted == 1


async def test_what_is_wrong_is_said_where_it_was_typed(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app, (104, 40), keys=["f2", "E"]) as pilot:
        fill(app, columns="cabel", tolerance_date="soon", severities="PV999 = off", aliases="Pike")
        await settled(pilot)
        assert form(app).query_one("#form-confirm", Button).disabled
        assert "Pike stands alone" in screen_text(app)
        fill(app, aliases="Pike = A. Pike; Hale, Jane = J. Hale")
        await settled(pilot)
        text = " ".join(screen_text(app).split())
        assert "is not a duration" in text
        assert "no finding has the code" in text
        fill(app, tolerance_date="P3D", severities="PV201 = note")
        await settled(pilot)
        assert "no source is called" in screen_text(app)
        fill(app, columns="cable")
        await settled(pilot)
        assert not form(app).query_one("#form-confirm", Button).disabled
        await press(pilot, "ctrl+s")
    assert (tmp_path / "provenance.yaml").read_text("utf-8") == SETTINGS + (
        "columns:\n  - cable\n"
        'aliases:\n  - [Pike, A. Pike]\n  - ["Hale, Jane", J. Hale]\n'
        "tolerance: {date: P3D}\nseverities: {PV201: note}\n"
    )


async def test_the_mouse_opens_the_form_and_a_board_to_be_read_has_none(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app, (80, 24), keys=["f2"]) as pilot:
        await click_on(pilot, "E Change")
        assert isinstance(app.screen, FormScreen)
    reading = board(tmp_path, pen=False)
    async with running(reading, (80, 24), keys=["f2"]) as pilot:
        assert "Change" not in screen_text(reading)
        await press(pilot, "E")
        assert isinstance(reading.screen, SettingsScreen)


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        pytest.param("title: A\nreview: {blind: true}\n", {"review-blind": "true"}, id="true"),
        pytest.param("review: {signatures: 5}\n", {"review-signatures": "5"}, id="five"),
        pytest.param("marks: signs\nreview: {signatures: 1}\n", {"marks": ""}, id="defaults"),
        pytest.param(
            "aliases: {Pike: [A. Pike], Ott: Otto}\n",
            {"aliases": "Pike = A. Pike; Ott = Otto"},
            id="aliases under names",
        ),
    ],
)
def test_a_form_that_is_only_opened_would_change_nothing(
    tmp_path: Path, settings: str, shown: Mapping[str, str]
) -> None:
    make(tmp_path, {"provenance.yaml": settings})
    design = SettingsDesign(run.open_desk(tmp_path))
    begun = design.begin()
    assert {name: begun[name] for name in shown} == shown
    assert not design._wishes(begun)
    assert not design.wrong(begun)


def test_what_has_no_room_on_a_line_is_left_to_the_file(tmp_path: Path) -> None:
    make(tmp_path, {"provenance.yaml": 'aliases: [["A; B", C]]\n'})
    design = SettingsDesign(run.open_desk(tmp_path))
    assert "aliases" not in {field.name for field in design.fields}
    assert "Aliases can only be changed there" in design.intro().plain
