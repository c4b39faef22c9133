"""A person writes at the board: questions, statements and sources, in forms, undone and kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Button, Input, Select

from provenance import run
from provenance.tui.app import BoardApp
from provenance.tui.board import Spot
from provenance.tui.deciding import Pen
from provenance.tui.screens.choosing import Choices, ChoiceScreen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.picking import PickScreen
from provenance.tui.screens.reader import ReaderScreen
from provenance.workspace.sources import DESCRIPTION
from tests.tui.driving import notices, press, running, screen_text, settled
from tests.workspace.folders import make

CLERK = "Resolved: the bridge was closed on 14 March 1841.[1] It snowed.\n\n[1] County rolls.\n"
BARE = "# Asked first.\nquestion: When was the bridge closed?\n"
WHEN = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)


def board(root: Path) -> BoardApp:
    if not root.exists():
        make(root, {"seeds/clerk.txt": CLERK, "claims/closed.yaml": BARE}, with_cable=False)
    return BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment={},
        pen=Pen("AB", lambda: WHEN),
    )


def form(app: BoardApp) -> FormScreen:
    assert isinstance(app.screen, FormScreen), app.screen
    return app.screen


def field(app: BoardApp, name: str) -> str:
    return form(app).query_one(f"#field-{name}", Input).value


def fill(app: BoardApp, **values: str) -> None:
    for name, value in values.items():
        box = form(app).query_one(f"#field-{name.replace('_', '-')}")
        assert isinstance(box, Input | Select)
        box.value = value


async def test_marked_words_become_a_statement_and_z_takes_it_back(tmp_path: Path) -> None:
    root = tmp_path / "w"
    app = board(root)
    claim = root / "claims/closed.yaml"
    async with running(app, (80, 24), keys=["3", "v", "V", "enter"]) as pilot:
        assert field(app, "says") == "1841-03-14", "prefilled by what the words show"
        assert field(app, "notes") == "1"
        assert "read as 14 March 1841" in screen_text(app)
        fill(app, says="1841-14")
        await settled(pilot)
        assert form(app).query_one("#form-confirm", Button).disabled
        await press(pilot, "ctrl+s")
        assert claim.read_text(encoding="utf-8") == BARE
        fill(app, says="1841-03", speaker="the clerk", holds="probable")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ReaderScreen), "one goes on reading where one was"
        assert "1 statement" in screen_text(app)
        assert claim.read_text(encoding="utf-8") == BARE + (
            "statements:\n"
            '  - {source: clerk, quote: "Resolved: the bridge was closed on 14 March 1841.[1]", '
            "says: 1841-03, holds: probable, speaker: the clerk, notes: [1]}\n"
        )
        await press(pilot, "escape", "escape", "1", "z")
        assert claim.read_text(encoding="utf-8") == BARE


async def test_words_can_open_a_question_of_their_own(tmp_path: Path) -> None:
    root = tmp_path / "w"
    app = board(root)
    async with running(app, keys=["3", "v", "right", "V", "enter"]) as pilot:
        fill(app, claim="")
        await settled(pilot)
        fill(app, question="When was the bridge shut?")
        await settled(pilot)
        assert field(app, "name") == "bridge-shut"
        assert field(app, "says") == "1841-03-14"
        await press(pilot, "ctrl+s")
        assert run.claims_of(root) == ("bridge-shut", "closed")
        await press(pilot, "1", "z", "z")
    assert run.claims_of(root) == ("closed",)


async def test_a_new_question_is_checked_as_it_is_typed_and_gone_to(tmp_path: Path) -> None:
    root = tmp_path / "w"
    app = board(root)
    async with running(app, (80, 24), keys=["plus", "enter"]) as pilot:
        await press(pilot, "ctrl+s")
        assert "needed" in screen_text(app)
        fill(app, question="How many were drowned?")
        await settled(pilot)
        assert "a number" in screen_text(app)
        fill(app, tolerance="P3D")
        await settled(pilot)
        assert "is not a tolerance for numbers" in " ".join(screen_text(app).split())
        await press(pilot, "ctrl+s")
        assert app.focused is form(app).query_one("#field-tolerance"), "where the mistake is"
        fill(app, tolerance="5%")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.spot == Spot("many-drowned", "")
        await press(pilot, "E")
        assert field(app, "tolerance") == "5%"
        fill(app, tolerance="10")
        await settled(pilot)
        await press(pilot, "ctrl+s")
    text = (root / "claims/many-drowned.yaml").read_text(encoding="utf-8")
    assert text == 'question: "How many were drowned?"\ntolerance: 10\n'


async def test_a_form_that_was_left_is_offered_at_the_next_start(tmp_path: Path) -> None:
    root = tmp_path / "w"
    app = board(root)
    async with running(app, keys=["plus", "enter"]) as pilot:
        fill(app, question="Who [signed]?")
        await settled(pilot)
        form(app)._keep()  # What the timer does; then the process is killed.
        assert (root / "claims").exists()
    again = board(root)
    async with running(again) as pilot:
        assert isinstance(again.screen, ChoiceScreen)
        assert "Who [signed]?" in screen_text(again)
        await press(pilot, "enter")
        assert field(again, "question") == "Who [signed]?"
        await press(pilot, "escape")
        assert "Kept unfinished" in notices(again)[-1]
        await press(pilot, "plus", "down", "down", "enter")
        assert field(again, "question") == "Who [signed]?"
        # A button that was pressed takes no press while it is drawn as pressed.
        form(again).query_one("#form-anew", Button).active_effect_duration = 0
        await pilot.click("#form-anew")
        await settled(pilot)
        assert not field(again, "question")
        await pilot.click("#form-anew")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert run.all_unfinished(root) == ()
    assert "signed" in run.claims_of(root)


class Waiting:
    """A timer that goes off when it is told to."""

    def stop(self) -> None:
        """It has gone off, or is not wanted any more."""


async def test_what_is_typed_without_a_pause_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "w"
    app = board(root)
    set: list[Callable[[], None]] = []

    def set_timer(_: FormScreen, __: float, call: Callable[[], None]) -> Waiting:
        set.append(call)
        return Waiting()

    async with running(app, keys=["plus", "enter"]) as pilot:
        monkeypatch.setattr(FormScreen, "set_timer", set_timer)
        await press(pilot, *"Signed?")
        assert len(set) == 1, "no key puts off what the first one set"
        set[0]()
        (kept,) = run.all_unfinished(root)
        assert ("question", "Signed?") in kept.values
        await press(pilot, "backspace", "!")
        assert len(set) == 2
        await press(pilot, "ctrl+s")
        set[1]()
        assert run.all_unfinished(root) == (), "what was confirmed is not kept again"


async def test_a_source_is_picked_described_from_a_bibliography_and_added(tmp_path: Path) -> None:
    root = tmp_path / "w"
    app = board(root)
    news = tmp_path / "gazette.txt"
    news.write_text("The bridge was closed on 14 May 1841.\n", encoding="utf-8")
    entries = "TY  - NEWS\nAU  - Pike, Ada\nTI  - Harrow Gazette\nDA  - 1841/05/20\nER  - \n"
    (root / "mine.ris").write_text(entries, encoding="utf-8")
    async with running(app, (80, 24), keys=["plus", "down", "enter"]) as pilot:
        assert isinstance(app.screen, PickScreen)
        app.screen.query_one("#path", Input).value = str(tmp_path / "nothing.txt")
        app.screen.query_one("#path", Input).focus()
        await press(pilot, "enter")
        assert "there is no file" in screen_text(app)
        app.screen.query_one("#path", Input).value = str(news)
        await press(pilot, "enter")
        assert (field(app, "id"), field(app, "title")) == ("gazette", "gazette")
        await press(pilot, "ctrl+r")
        app.screen.query_one("#path", Input).value = str(root / "mine.ris")
        app.screen.query_one("#path", Input).focus()
        await press(pilot, "enter", "enter")
        assert field(app, "author") == "Pike, Ada"
        assert "read as 20 May 1841" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert (root / "seeds/gazette.txt").read_bytes() == news.read_bytes()
        await press(pilot, "3", "E")
        assert field(app, "title") == "Harrow Gazette"
        await press(pilot, "escape", "1", "z")
        assert not (root / "seeds/gazette.txt").exists()


async def test_a_board_without_a_pen_writes_nothing(tmp_path: Path) -> None:
    app = board(tmp_path / "w")
    app.pen = None
    async with running(app, keys=["plus", "E", "3", "E", "v", "enter"]):
        assert isinstance(app.screen, ReaderScreen)


async def test_a_list_is_narrowed_by_what_is_typed(tmp_path: Path) -> None:
    from provenance.tui.screens.choosing import Choice

    app = board(tmp_path / "w")
    async with running(app) as pilot:
        chosen: list[str | None] = []
        many = tuple(Choice(str(n), f"entry {n} [b]") for n in range(20))
        await app.push_screen(ChoiceScreen("Which?", many), chosen.append)
        await press(pilot, *"17")
        assert app.screen.query_one(Choices).option_count == 1
        await press(pilot, "enter")
    assert chosen == ["17"]


async def test_the_events_of_a_question_are_checked_and_written(tmp_path: Path) -> None:
    root = tmp_path / "w"
    app = board(root)
    claim = root / "claims/closed.yaml"
    async with running(app, (80, 24), keys=["E"]) as pilot:
        fill(app, events="the flood 1840")
        await settled(pilot)
        assert "an event has no date" in " ".join(screen_text(app).split())
        fill(app, events="the flood = 1840-13")
        await settled(pilot)
        assert form(app).query_one("#form-confirm", Button).disabled
        fill(app, events="the flood = 1840-03; fair = 1841-05-01/1841-05-03")
        await settled(pilot)
        assert "the flood, March 1840; fair" in " ".join(screen_text(app).split())
        await press(pilot, "ctrl+s")
        assert claim.read_text(encoding="utf-8") == (
            f"{BARE}events: {{the flood: 1840-03, fair: 1841-05-01/1841-05-03}}\n"
        )
        await press(pilot, "E")
        assert field(app, "events") == "the flood = 1840-03; fair = 1841-05-01/1841-05-03"
        fill(app, events="the flood = 1840-03")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert claim.read_text(encoding="utf-8") == f"{BARE}events: {{the flood: 1840-03}}\n"
        await press(pilot, "z", "z")
        assert claim.read_text(encoding="utf-8") == BARE


async def test_a_layer_is_told_by_its_first_words_and_changed_and_taken_out(
    tmp_path: Path,
) -> None:
    root = tmp_path / "w"
    app = board(root)
    about = root / ("seeds/clerk.txt" + DESCRIPTION)
    async with running(app, keys=["3"]) as pilot:
        await press(pilot, "L", "enter")
        fill(app, name="rolls", **{"from": "County hall"})
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "describe it first" in " ".join(screen_text(app).split())
        await press(pilot, "escape", "E", "ctrl+s")
        before = about.read_text(encoding="utf-8")
        await press(pilot, "L", "enter")
        assert field(app, "name") == "rolls", "what was left is there again"
        assert "is not in the text" in " ".join(screen_text(app).split())
        fill(app, **{"from": "County rolls."})
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "rolls" in screen_text(app)
        assert app.dossier is not None
        document = app.dossier.source("clerk").document
        assert document is not None
        assert [layer.span.of(document.text).strip() for layer in document.layers] == [
            "County rolls."
        ]
        await press(pilot, "L", "enter")
        fill(app, author="the county")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "{name: rolls, from: County rolls., author: the county}" in about.read_text("utf-8")
        await press(pilot, "L", "enter")
        fill(app, stays="out")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "rolls" not in about.read_text(encoding="utf-8")
        await press(pilot, "z", "z", "z")
        assert about.read_text(encoding="utf-8") == before


async def test_words_that_fit_no_question_are_filed_under_none(tmp_path: Path) -> None:
    root = tmp_path / "w"
    make(
        root,
        {
            "seeds/clerk.txt": CLERK,
            "claims/asked.yaml": "question: When did the cook Samuel Oyston die?\n",
            "claims/closed.yaml": BARE,
        },
        with_cable=False,
    )
    app = board(root)
    async with running(app, (80, 24), keys=["3", "v", "V", "enter"]) as pilot:
        assert form(app).values["claim"] == "closed", "not the first by name: the one they fit"
        await press(pilot, "escape")
    (root / "claims/closed.yaml").unlink()
    again = board(root)
    async with running(again, (80, 24), keys=["escape", "3", "v", "V", "enter"]) as pilot:
        assert "choose a question" in screen_text(again)
        fill(again, says="1841-03-14")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "statements" not in (root / "claims/asked.yaml").read_text(encoding="utf-8")
        fill(again, claim="asked")
        await settled(pilot)
        await press(pilot, "ctrl+s")
    assert "statements" in (root / "claims/asked.yaml").read_text(encoding="utf-8")
