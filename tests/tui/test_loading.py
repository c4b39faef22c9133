"""Reading and comparing behind the screen: progress, stopping, failing, and doing it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from provenance.errors import Place, ProvenanceError, problem_error
from provenance.model.dossier import Dossier
from provenance.run import KeptDossier, Tell
from provenance.run import Progress as Step
from provenance.tui import checking
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens import loading
from provenance.tui.screens.loading import LoadingScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.warming import is_cold, warm
from tests.factories import example_dossier
from tests.tui.driving import drawn, notices, running, screen_text, send, settled


def _app(load: Callable[[Tell], Dossier]) -> BoardApp:
    return BoardApp(root=Path("workspace"), load=load, environment={})


async def test_the_board_opens_when_all_is_read() -> None:
    def load(tell: Tell) -> Dossier:
        tell(Step("reading seeds/clerk.txt", 0, 4))
        return example_dossier()

    app = _app(load)
    async with running(app):
        assert isinstance(app.screen, MatrixScreen)
        assert "3 claims" in screen_text(app)


async def test_progress_is_told_and_escape_stops_before_the_next_step() -> None:
    told, go_on = Event(), Event()
    steps: list[int] = []

    def load(tell: Tell) -> Dossier:
        for number in range(9):
            tell(Step("reading seeds/[bold]clerk.txt", number, 9))
            steps.append(number)
            if number == 3:
                told.set()
                assert go_on.wait(30)
        return example_dossier()

    app = _app(load)
    async with app.run_test(size=(80, 24)) as pilot:
        while not told.is_set():
            await pilot.pause()
        await pilot.pause()
        assert "reading seeds/[bold]clerk.txt" in screen_text(app)
        assert "3 of 9" in screen_text(app)
        await pilot.press("escape")
        go_on.set()
        await settled(pilot)
        assert isinstance(app.screen, LoadingScreen)
        assert "Stopped" in screen_text(app)
        assert steps == [0, 1, 2, 3]
        await pilot.press("c")
        await settled(pilot)
        assert isinstance(app.screen, MatrixScreen)


async def test_an_error_is_a_screen_with_place_and_advice() -> None:
    def load(tell: Tell) -> Dossier:
        raise problem_error(
            "no-workspace",
            "There is no workspace [here].",
            place=Place("provenance.yaml", 3, 1),
            hint="Begin with: provenance init",
        )

    app = _app(load)
    async with running(app, (80, 24), keys=["escape", "1", "2"]):
        text = screen_text(app)
        assert "The board could not be opened" in text
        assert "There is no workspace [here]." in text
        assert "provenance.yaml:3:1" in text
        assert "Begin with: provenance init" in text
        assert "provenance explain no-workspace" in text


async def test_a_file_that_cannot_be_read_is_no_bug() -> None:
    def load(tell: Tell) -> Dossier:
        raise PermissionError("not allowed: seeds")

    app = _app(load)
    async with running(app):
        assert "not allowed: seeds" in screen_text(app)


async def test_checking_again_keeps_the_place_and_shows_what_changed() -> None:
    dossiers = iter([example_dossier(), replace(example_dossier(), title="After the mending")])

    def load(tell: Tell) -> Dossier:
        tell(Step("reading", 0, 1))
        return next(dossiers)

    app = _app(load)
    async with running(app, keys=["n", "n"]) as pilot:
        await pilot.press("c")
        await settled(pilot)
        assert "After the mending" in screen_text(app)
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.spot is not None
        assert app.screen.spot.claim == "signed"


async def test_a_failed_second_check_leaves_the_first_one_on_the_screen() -> None:
    outcomes: list[Dossier | ProvenanceError] = [
        example_dossier(),
        problem_error("no-workspace", "The folder is gone."),
    ]

    def load(tell: Tell) -> Dossier:
        tell(Step("reading", 0, 1))
        outcome = outcomes.pop(0)
        if isinstance(outcome, ProvenanceError):
            raise outcome
        return outcome

    app = _app(load)
    async with running(app, keys=["c"]):
        assert isinstance(app.screen, MatrixScreen)
        assert "3 claims" in screen_text(app)
        assert "The folder is gone." in notices(app)[-1]


async def test_while_a_check_runs_the_old_results_stay_and_say_that_they_are_older() -> None:
    reached, go_on = Event(), Event()
    runs: list[int] = []

    def load(tell: Tell) -> Dossier:
        runs.append(1)
        if len(runs) == 2:
            tell(Step("reading seeds/a.txt", 1, 5))
            reached.set()
            assert go_on.wait(30)
            tell(Step("reading seeds/b.txt", 2, 5))
        return example_dossier()

    app = _app(load)
    async with running(app) as pilot:
        await pilot.press("c")
        while not reached.is_set():
            await pilot.pause()
        await pilot.pause()
        assert "reading seeds/a.txt: 1 of 5 · escape stops · older: 3 claims" in screen_text(app)
        await pilot.press("n", "c")
        assert isinstance(app.screen, MatrixScreen)
        await pilot.press("escape")
        go_on.set()
        await settled(pilot)
        assert "older" not in screen_text(app)
        assert notices(app)[-1] == "Stopped. What you see is from the check before."
        assert len(runs) == 2, "a check under way is not started twice"


async def test_a_bug_is_not_hidden() -> None:
    def load(tell: Tell) -> Dossier:
        raise ZeroDivisionError("ours")

    app = _app(load)
    with pytest.raises(ZeroDivisionError):
        async with running(app):
            pass


class _Left:
    """A board as it was left, and how often one was kept."""

    def __init__(self, *, is_current: bool) -> None:
        self.board = KeptDossier(replace(example_dossier(), title="As it was left"), is_current)
        self.kept = 0

    def recall(self) -> KeptDossier:
        return self.board

    def keep(self) -> None:
        self.kept += 1


@pytest.mark.parametrize(
    ("is_current", "title", "checks"),
    [
        pytest.param(True, "As it was left", 0, id="nothing changed, so nothing is checked"),
        pytest.param(False, "Checked anew", 1, id="something changed, and is checked and kept"),
    ],
)
async def test_the_board_opens_as_it_was_left(is_current: bool, title: str, checks: int) -> None:
    runs: list[int] = []

    def load(tell: Tell) -> Dossier:
        runs.append(1)
        return replace(example_dossier(), title="Checked anew")

    left = _Left(is_current=is_current)
    app = BoardApp(root=Path("workspace"), load=load, kept=left, environment={})
    async with running(app):
        assert title in screen_text(app)
        assert (len(runs), left.kept) == (checks, checks)


async def test_a_board_that_was_left_before_a_change_says_that_it_is_older() -> None:
    reached, go_on = Event(), Event()

    def load(tell: Tell) -> Dossier:
        tell(Step("reading seeds/a.txt", 1, 5, "reading"))
        reached.set()
        assert go_on.wait(30)
        return example_dossier()

    left = _Left(is_current=False)
    app = BoardApp(root=Path("workspace"), load=load, kept=left, environment={})
    async with app.run_test(size=(104, 32)) as pilot:
        while not reached.is_set():
            await pilot.pause()
        await pilot.pause()
        text = screen_text(app)
        assert "As it was left" in text
        assert "reading: 1 of 5 · escape stops · older" in " ".join(text.split())
        go_on.set()
        await settled(pilot)
        assert "older" not in screen_text(app)


async def test_what_is_confirmed_is_shown_while_the_rest_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checking, "_PATIENCE", -1.0)
    reached, go_on = Event(), Event()
    half = replace(example_dossier(), is_searched=False)
    runs: list[int] = []

    def load(tell: Tell) -> Dossier:
        runs.append(1)
        looking = "still looking for passages"
        if len(runs) == 1:
            tell(Step("comparing signed", 132, 5100, looking, lambda: half))
            tell(Step("comparing told", 152, 5100, looking, lambda: half))
            reached.set()
            assert go_on.wait(30)
            tell(Step("comparing told", 172, 5100, looking, lambda: half))
        return example_dossier()

    app = _app(load)
    async with app.run_test(size=(104, 32)) as pilot:
        while not reached.is_set():
            await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, MatrixScreen)
        said = " ".join(screen_text(app).split())
        assert "still looking for passages: 152 of 5,100 · escape stops · so far" in said
        await pilot.press("e")
        assert isinstance(app.screen, MatrixScreen)
        assert "Not yet" in notices(app)[-1]
        await pilot.press("escape")
        go_on.set()
        await settled(pilot)
        assert "not all searched, c goes on" in " ".join(screen_text(app).split())
        await pilot.press("c")
        await settled(pilot)
        assert app.dossier == example_dossier()
        assert "so far" not in screen_text(app)


async def test_names_of_what_is_compared_are_told_to_whoever_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    step = Step("comparing clerk with diary", 3, 9, "comparing sources")
    app = _app(lambda tell: example_dossier())
    async with running(app) as pilot:
        screen = LoadingScreen(Path("workspace"))
        await app.push_screen(screen)
        screen.tell(step)
        await settled(pilot)
        assert "comparing sources" in screen_text(app)
        assert "diary" not in screen_text(app)
        monkeypatch.setattr(loading, "_GLANCE", -1.0)
        screen.tell(step)
        await settled(pilot)
        assert "comparing clerk with diary" in screen_text(app)


async def test_the_questions_are_shown_before_anything_is_read() -> None:
    reached, go_on = Event(), Event()
    example = example_dossier()
    waits = "Nothing is compared so far: the check has only begun."
    rows = tuple(replace(row, why=waits) for row in example.rows)
    outline = replace(example, rows=rows, findings=(), is_searched=False, is_compared=False)

    def load(tell: Tell) -> Dossier:
        tell(Step("reading the questions", 0, 0, so_far=lambda: outline))
        reached.set()
        assert go_on.wait(30)
        return example

    app = BoardApp(root=Path("workspace"), load=load, pen=Pen("AB"), environment={})
    async with app.run_test(size=(104, 32)) as pilot:
        while not reached.is_set():
            await pilot.pause()
        await drawn(pilot)
        assert isinstance(app.screen, MatrixScreen)
        said = " ".join(screen_text(app).split())
        assert "reading the questions" in said
        assert "so far" in said
        assert "? not compared" in said
        assert "finding" not in said
        for key in ("2", "4", "enter", "g", "r"):
            app.clear_notifications()
            send(pilot, key)
            await pilot.pause(0)
            await drawn(pilot)
            assert isinstance(app.screen, MatrixScreen), key
            assert "nothing was read and compared so far" in notices(app)[-1], key
        go_on.set()
        await settled(pilot)
        assert "not compared" not in screen_text(app)
        assert app.dossier == example


async def test_what_the_first_keys_need_is_made_ready_once_the_board_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    warmed: list[int] = []
    monkeypatch.setattr(checking, "is_cold", lambda: True)
    monkeypatch.setattr(checking, "warm", lambda: warmed.append(1))
    left = _Left(is_current=True)
    app = BoardApp(
        root=Path("workspace"), load=lambda _: example_dossier(), kept=left, environment={}
    )
    async with running(app) as pilot:
        await settled(pilot)
        assert warmed == [1]


def test_all_that_is_made_ready_is_there() -> None:
    warm()
    assert not is_cold()
