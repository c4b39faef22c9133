"""Reading and comparing behind the screen: progress, stopping, failing, and doing it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

import pytest

from provenance.errors import Place, ProvenanceError, problem_error
from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from provenance.tui.screens.loading import LoadingScreen
from provenance.tui.screens.matrix import MatrixScreen
from tests.factories import example_dossier
from tests.tui.driving import notices, running, screen_text, settled


@dataclass(frozen=True)
class Step:
    doing: str
    done: int
    total: int


Tell = Callable[[Step], None]


def _app(load: Callable[[Tell], Dossier]) -> BoardApp:
    return BoardApp(root=Path("workspace"), load=load, environment={})  # type: ignore[arg-type]


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
        assert "reading seeds/a.txt, 1 of 5 · esc stops · older: 3 claims" in screen_text(app)
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
