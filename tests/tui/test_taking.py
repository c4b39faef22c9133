"""She edits her draft where it lies, comes back to the board, and is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance import run
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens.choosing import ChoiceScreen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.picking import PickScreen
from provenance.workspace.edits import write
from tests.tui.driving import notices, press, running, screen_text, settled
from tests.workspace.folders import make

DRAFT = "# The bridge\n\nThe bridge was closed on 14 March 1841.\n"
LATER = DRAFT.replace("14", "15")
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((200, 60), id="200x60")]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder in which a person keeps her files."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path / "kept"


@pytest.fixture
def root(tmp_path: Path, kept: Path) -> Path:
    root = make(tmp_path / "w", {}, with_cable=False)
    run.init(root)
    run.add_source(root, kept / "draft.md", {"id": "draft", "role": "draft"})
    return root


def board(root: Path) -> BoardApp:
    return BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment={"HOME": str(root.parent)},
        pen=Pen("AB", lambda: datetime(2024, 3, 1, tzinfo=UTC)),
    )


def copy(root: Path) -> str:
    return (root / "seeds/draft.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
async def test_a_draft_that_changed_is_offered_when_the_board_opens(
    root: Path, kept: Path, size: tuple[int, int]
) -> None:
    (kept / "draft.md").write_text(LATER, encoding="utf-8")
    app = board(root)
    async with running(app, size) as pilot:
        assert isinstance(app.screen, ChoiceScreen)
        shown = screen_text(app)
        assert "The draft you took in changed where it lies" in shown
        assert "~/kept/draft.md" in shown
        await press(pilot, "enter")
        assert "“14” is now “15”" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert copy(root) == LATER
        assert "changed where it lies" not in screen_text(app)
        await press(pilot, "z")
        assert copy(root) == DRAFT


async def test_a_draft_that_changes_while_the_board_is_open_is_told_and_stays_in_view(
    root: Path, kept: Path
) -> None:
    app = board(root)
    async with running(app, (80, 24)) as pilot:
        (kept / "draft.md").write_text(LATER, encoding="utf-8")
        app.look_at_files()
        await settled(pilot)
        assert not isinstance(app.screen, ChoiceScreen), "nothing comes in between"
        assert "+ takes the new version" in notices(app)[-1]
        assert "draft.md changed where it lies, + takes it" in screen_text(app)
        await press(pilot, "c")
        assert isinstance(app.screen, ChoiceScreen), "but who asks is answered"
        await press(pilot, "escape", "3")
        assert "It changed where it lies" in screen_text(app)
        await press(pilot, "A", "ctrl+s")
    assert copy(root) == LATER


async def test_a_version_that_is_left_is_offered_no_more(root: Path, kept: Path) -> None:
    (kept / "draft.md").write_text(LATER, encoding="utf-8")
    app = board(root)
    async with running(app, (80, 24), ["down", "enter"]) as pilot:
        assert "changed where it lies" not in screen_text(app)
        await press(pilot, "c")
        assert not isinstance(app.screen, ChoiceScreen)
    assert copy(root) == DRAFT


async def test_a_new_version_is_picked_beginning_at_the_file_it_came_from(
    root: Path, kept: Path
) -> None:
    write(kept, "other.md", b"Else.\n")
    (kept / "draft.md").write_text(LATER, encoding="utf-8")
    app = board(root)
    async with running(app, (80, 24), ["down", "enter", "3", "A"]) as pilot:
        assert isinstance(app.screen, PickScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        assert "“14” is now “15”" in screen_text(app)
        await press(pilot, "escape", "A", "down", "enter")
        assert isinstance(app.screen, FormScreen)
        assert dict(app.screen.design.about)["file"] == str(kept / "other.md")
        await press(pilot, "ctrl+s")
    assert copy(root) == "Else.\n"


OFFERED = [
    pytest.param("kept/draft.md", DRAFT, ["enter"], "The source draft", id="the same: opened"),
    pytest.param("kept/copy.md", DRAFT, ["down", "enter"], "Add copy.md", id="the same bytes"),
    pytest.param("new/draft.md", LATER, ["enter"], "A newer version of draft", id="a new version"),
    pytest.param("new/draft.md", LATER, ["down", "enter"], "seeds/draft-2.md", id="of its own"),
    pytest.param("new/draft.md", LATER, ["end", "enter"], "No claim", id="left"),
]


@pytest.mark.parametrize(("name", "text", "keys", "shows"), OFFERED)
async def test_a_file_that_is_known_is_not_added_unasked(
    root: Path, tmp_path: Path, name: str, text: str, keys: Sequence[str], shows: str
) -> None:
    write(tmp_path, name, text.encode())
    app = board(root)
    async with running(app, (80, 24)) as pilot:
        app._describe((tmp_path / name,))
        await settled(pilot)
        assert isinstance(app.screen, ChoiceScreen)
        await press(pilot, *keys)
        assert shows.casefold() in " ".join(screen_text(app).casefold().split())


async def test_several_files_are_described_a_form_each(root: Path, tmp_path: Path) -> None:
    names = ["one.txt", "two.txt", "three.txt"]
    for name in names:
        write(tmp_path, name, f"Words of {name}.\n".encode())
    app = board(root)
    async with running(app, (80, 24)) as pilot:
        app._describe(tuple(tmp_path / name for name in names))
        await settled(pilot)
        assert "file 1 of 3" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "file 2 of 3" in screen_text(app)
        await press(pilot, *"Mine", "escape")
        assert "1 file is left" in screen_text(app), "what was picked is not lost with the form"
        await press(pilot, "enter")
        assert "file 3 of 3" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert set(run.open_desk(root).sources) == {"draft", "one", "three"}
        (left,) = run.all_unfinished(root)
        assert dict(left.about)["file"].endswith("two.txt")
