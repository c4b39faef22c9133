"""Picking files: by what is typed, pasted or dropped, in the list, several at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Button

from provenance import run
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.folders import completed, first_folder, listing, paths_in, typed
from provenance.tui.screens.picking import Picked, PickScreen, Sought
from provenance.tui.widgets.folder_list import FolderList, PathLine
from tests.tui.driving import board_app, notices, press, running, screen_text, settled
from tests.workspace.folders import make

TEXTS = Sought("Which?", frozenset({".txt", ".pdf"}), several=True)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    words = {
        "My notes (1).txt": "a",
        "harriman cable.pdf": "b",
        "harriman diary.txt": "c",
        "provenance.yaml": "d",
        "older/ledger.txt": "e",
        ".hidden.txt": "f",
    }
    for name, text in words.items():
        path = tmp_path / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "papers"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("{0}/My notes (1).txt", id="as it is"),
        pytest.param("  '{0}/My notes (1).txt' ", id="in single quotation marks"),
        pytest.param('"{0}/My notes (1).txt"', id="in double quotation marks"),
        pytest.param(r"{0}/My\ notes\ \(1\).txt", id="with escaped signs"),
        pytest.param("file://{0}/My%20notes%20(1).txt", id="as an address"),
        pytest.param("My notes (1).txt", id="from the folder on"),
    ],
)
def test_a_path_is_understood_as_terminals_give_it(papers: Path, written: str) -> None:
    assert paths_in(written.format(papers), papers) == (papers / "My notes (1).txt",)


def test_several_dropped_files_are_told_apart(papers: Path) -> None:
    both = (papers / "My notes (1).txt", papers / "harriman diary.txt")
    quoted = " ".join(f"'{path}'" for path in both)
    assert paths_in(quoted, Path("/")) == both
    assert paths_in("\n".join(f"file://{p}".replace(" ", "%20") for p in both), papers) == both


def test_a_folder_offers_what_can_be_read_and_counts_the_rest(papers: Path) -> None:
    found = listing(papers, TEXTS.endings)
    names = [each.path.name for each in found.offered]
    assert names == ["older", "harriman cable.pdf", "harriman diary.txt", "My notes (1).txt"]
    assert found.hidden == 1
    assert [e.path.name for e in listing(papers, TEXTS.endings, "DIARY").offered] == [
        "harriman diary.txt"
    ]
    assert listing(papers / "nowhere", frozenset()).wrong


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("harr", "harriman ", id="as far as all agree"),
        pytest.param("harriman d", "harriman diary.txt", id="to the end of the only one"),
        pytest.param("diary", "harriman diary.txt", id="the only one that holds it"),
        pytest.param("old", "older/", id="a folder"),
        pytest.param("older/l", "older/ledger.txt", id="in another folder"),
        pytest.param("nothing", "nothing", id="what is not there"),
    ],
)
def test_what_is_typed_is_completed(papers: Path, text: str, whole: str) -> None:
    place, rest = typed(text, papers)
    assert completed(text, papers, listing(place, TEXTS.endings, rest).offered) == whole


def test_picking_begins_where_it_ended_or_where_the_board_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, root = {"HOME": str(tmp_path)}, tmp_path / "w"
    root.mkdir()
    monkeypatch.chdir(root)
    assert first_folder(run.last_folder(home)) == root
    (tmp_path / "papers").mkdir()
    run.remember_folder(home, tmp_path / "papers")
    assert first_folder(run.last_folder(home)) == tmp_path / "papers"
    (tmp_path / "papers").rmdir()
    assert first_folder(run.last_folder(home)) == root


PICKED = [
    pytest.param([*"diary", "enter"], ["harriman diary.txt"], id="by a part of its name"),
    pytest.param(
        [*"harr", "tab", "c", "tab", "enter"], ["harriman cable.pdf"], id="completed by tab"
    ),
    pytest.param([*"old", "enter", "down", "enter"], ["older/ledger.txt"], id="in a folder"),
    pytest.param(
        ["down", "down", "space", "down", "space", "enter"],
        ["harriman cable.pdf", "harriman diary.txt"],
        id="several, ticked with space",
    ),
    pytest.param(["ctrl+t", *"prov", "enter"], ["provenance.yaml"], id="one that was hidden"),
]


@pytest.mark.parametrize(("keys", "names"), PICKED)
async def test_files_are_picked_by_keyboard(
    papers: Path, keys: Sequence[str], names: list[str]
) -> None:
    picked: list[Picked | None] = []
    app = board_app()
    async with running(app, (80, 24)) as pilot:
        await app.push_screen(PickScreen(TEXTS, papers), picked.append)
        await settled(pilot)
        assert "1 file that cannot be read hidden" in screen_text(app)
        await press(pilot, *keys)
    assert picked == [tuple(papers / name for name in names)]


@pytest.mark.parametrize(
    ("folder", "keys", "said"),
    [
        pytest.param("empty", [], "This folder is empty.", id="nothing is there"),
        pytest.param("data", [], "No file here can be read", id="nothing that can be read"),
        pytest.param("older", ["q"], "has “q” in its name", id="nothing of that name"),
    ],
)
async def test_an_empty_list_says_why_it_is_empty(
    papers: Path, folder: str, keys: list[str], said: str
) -> None:
    (papers / "empty").mkdir()
    (papers / "data").mkdir()
    (papers / "data/table.csv").write_text("1", encoding="utf-8")
    app = board_app()
    async with running(app, (80, 24)) as pilot:
        await app.push_screen(PickScreen(TEXTS, papers / folder))
        await settled(pilot)
        await press(pilot, *keys)
        assert said in screen_text(app)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, PickScreen), "what is said cannot be picked"


async def test_picking_can_begin_at_a_file(papers: Path) -> None:
    picked: list[Picked | None] = []
    app = board_app()
    async with running(app, (80, 24)) as pilot:
        file = papers / "harriman diary.txt"
        await app.push_screen(PickScreen(TEXTS, papers, file), picked.append)
        await settled(pilot)
        await press(pilot, "enter")
    assert picked == [(file,)]


async def test_files_are_picked_by_mouse_alone(papers: Path) -> None:
    picked: list[Picked | None] = []
    app = board_app()
    async with running(app, (80, 24)) as pilot:
        await app.push_screen(PickScreen(TEXTS, papers / "older"), picked.append)
        await settled(pilot)
        await pilot.click("#pick-above")
        await settled(pilot)
        await pilot.click(FolderList, offset=(1, 1 + 1))
        await settled(pilot)
        await pilot.click(FolderList, offset=(1, 1 + 2))
        await settled(pilot)
        assert "Pick 2 files" in str(app.screen.query_one("#pick-take", Button).label)
        await pilot.click("#pick-take")
        await settled(pilot)
    assert picked == [(papers / "harriman cable.pdf", papers / "harriman diary.txt")]


async def test_dropped_files_are_taken_up(papers: Path) -> None:
    picked: list[Picked | None] = []
    app = board_app()
    async with running(app, (80, 24)) as pilot:
        await app.push_screen(PickScreen(TEXTS, papers), picked.append)
        await settled(pilot)
        names = "'harriman diary.txt' 'harriman cable.pdf'"
        app.screen.query_one(PathLine).post_message(events.Paste(names))
        await settled(pilot)
        assert "2 files ticked" in screen_text(app)
        await press(pilot, "enter")
    assert picked == [(papers / "harriman diary.txt", papers / "harriman cable.pdf")]


def board(root: Path, papers: Path, *, with_cable: bool = True) -> BoardApp:
    make(root, {}, with_cable=with_cable)
    run.init(root)
    environment = {"HOME": str(papers.parent)}
    run.remember_folder(environment, papers)
    return BoardApp(
        root=root, load=lambda tell: run.board(root, tell), pen=Pen("AB"), environment=environment
    )


async def test_many_files_are_added_at_once_and_taken_back_at_once(
    papers: Path, tmp_path: Path
) -> None:
    root = tmp_path / "w"
    (papers / "harriman cable.pdf").unlink()
    (papers / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (papers / "harriman diary.txt").write_text("# Diary of a flood\n\nWords.\n", encoding="utf-8")
    app = board(root, papers)
    async with running(app, (80, 24), ["plus", "down", "enter", "down", "down"]) as pilot:
        await press(pilot, "space", "down", "space", "down", "space", "enter", "enter")
        told = " ".join(notices(app))
        assert "Added: 2 of 3 files" in told
        assert "bad.txt" in told
        found = {s.id: s.title for s in run.open_desk(root).sources.values()}
        assert found == {
            "cable": found["cable"],
            "harriman-diary": "Diary of a flood",
            "my-notes-1": "My notes (1)",
        }
        await press(pilot, "z")
        assert set(run.open_desk(root).sources) == {"cable"}


async def test_what_the_workspace_lacks_is_offered_first(papers: Path, tmp_path: Path) -> None:
    root = tmp_path / "w"
    app = board(root, papers, with_cable=False)
    async with running(app, (80, 24), ["plus"]) as pilot:
        assert screen_text(app).index("A source:") < screen_text(app).index("A question")
        await press(pilot, "escape")
        run.add_source(root, papers / "harriman diary.txt", {"id": "diary"})
        await press(pilot, "plus")
        shown = screen_text(app)
        assert shown.index("A question") < shown.index("A source:"), "before it is read again"
