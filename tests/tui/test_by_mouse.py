"""Every screen is opened and left with the mouse alone: by the line of keys and the palette."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.screen import Screen

from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens.audit import AuditScreen
from provenance.tui.screens.choosing import ChoiceScreen
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.decisions import DecisionsScreen
from provenance.tui.screens.exporting import ExportScreen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.help import HelpScreen
from provenance.tui.screens.notes import NotesScreen
from provenance.tui.screens.origins import OriginsScreen
from provenance.tui.screens.others import OthersScreen
from provenance.tui.screens.reader import ReaderScreen
from provenance.tui.screens.settings import SettingsScreen
from provenance.tui.screens.sources import SourcesScreen
from tests.factories import example_dossier
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import CLAIM
from tests.tui.clicking import click_on
from tests.tui.driving import running, screen_lines
from tests.tui.test_audit import whole_dossier

TALL = (104, 120)
"""So high that nobody need turn the wheel to see all of the palette."""
TO_CLAIM = ("Next conflict", "enter Open")


@pytest.mark.parametrize(
    ("kind", "clicked", "left"),
    [
        pytest.param(ClaimScreen, TO_CLAIM, "esc Back", id="claim"),
        pytest.param(NotesScreen, (*TO_CLAIM, "Commands", "Notes (m)"), "esc Back", id="notes"),
        pytest.param(OriginsScreen, (*TO_CLAIM, "g Origins"), "esc Back", id="origins"),
        pytest.param(FormScreen, (*TO_CLAIM, "r Review"), "Leave", id="review"),
        pytest.param(ChoiceScreen, ("Commands", "Add (+)"), "esc Leave", id="adding"),
        pytest.param(FormScreen, ("Commands", "Add (+)", "question"), "Leave", id="question"),
        pytest.param(ExportScreen, ("Commands", "Export (e)"), "Close", id="export"),
        pytest.param(SettingsScreen, ("Commands", "Settings (f2)"), "esc Back", id="settings"),
        pytest.param(HelpScreen, ("? Help",), "esc Close", id="help"),
        pytest.param(AuditScreen, ("2 Audit",), "1 Matrix", id="audit"),
        pytest.param(FormScreen, ("2 Audit", "s Set aside"), "Leave", id="setting aside"),
        pytest.param(SourcesScreen, ("3 Sources",), "1 Matrix", id="sources"),
        pytest.param(OthersScreen, ("3 Sources", "enter Open"), "esc Back", id="others"),
        pytest.param(ReaderScreen, ("3 Sources", "v Read"), "esc Back", id="reader"),
        pytest.param(DecisionsScreen, ("4 Decisions",), "1 Matrix", id="decisions"),
    ],
)
async def test_a_screen_is_opened_and_left_by_clicks(
    tmp_path: Path, kind: type[Screen[Any]], clicked: tuple[str, ...], left: str
) -> None:
    whole = whole_dossier()
    app = BoardApp(
        root=bridge(tmp_path, CLAIM),
        dossier=replace(example_dossier(), findings=whole.findings, decided=whole.decided),
        environment={},
        pen=Pen("EF", chosen=True),
    )
    async with running(app, TALL) as pilot:
        below = app.screen
        for words in clicked:
            if not isinstance(app.screen, CommandPalette | ChoiceScreen):
                below = app.screen
            await click_on(pilot, words)
        assert isinstance(app.screen, kind), "\n".join(screen_lines(app))
        await click_on(pilot, left)
        assert app.screen is below
