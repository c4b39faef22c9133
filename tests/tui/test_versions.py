"""A source whose file changed is looked at and accepted at the board."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from provenance import run
from provenance.model.dossier import SourceState
from provenance.tui.screens.form import FormScreen
from tests.tui.driving import press, running, screen_text, settled
from tests.tui.test_writing import BARE, CLERK, board, fill
from tests.workspace.folders import make


def quiet(_: run.Progress) -> None:
    """Progress that nobody watches."""


async def test_a_changed_source_is_accepted_once_what_changed_was_shown(tmp_path: Path) -> None:
    root = tmp_path / "w"
    description = f"id: clerk\nsha256: {sha256(CLERK.encode()).hexdigest()}\n"
    stated = '  - {source: clerk, quote: "closed on 14 March 1841", says: 1841-03-14}\n'
    make(
        root,
        {
            "seeds/clerk.txt": CLERK,
            "seeds/clerk.txt.source.yaml": description,
            "claims/closed.yaml": f"{BARE}statements:\n{stated}",
        },
        with_cable=False,
    )
    run.check(root, quiet)
    (root / "seeds/clerk.txt").write_text(CLERK.replace("14", "13", 1), encoding="utf-8")
    app = board(root)
    async with running(app, (80, 24), keys=["3"]) as pilot:
        assert "“14” is now “13”" in " ".join(screen_text(app).split())
        await press(pilot, "A")
        assert isinstance(app.screen, FormScreen)
        shown = " ".join(screen_text(app).split())
        assert "1 change" in shown
        assert "1 statement lost, until you decide on each" in shown
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen), "not before it was said that it is meant"
        fill(app, accept="yes")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert run.check(root, quiet).source("clerk").state is SourceState.READ
        await press(pilot, "1", "z")
    assert run.check(root, quiet).source("clerk").state is SourceState.CHANGED
