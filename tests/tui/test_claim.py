"""The claim screen: which two are looked at, what differs, and what is said about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.alignments import Difference, DifferenceKind
from provenance.model.dossier import Dossier
from provenance.model.spans import Span
from provenance.model.verdicts import Cell, Row, Standing
from provenance.tui.app import BoardApp
from provenance.tui.pairing import Seat, first_pair, next_seat, seats
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.notes import NotesScreen
from provenance.tui.widgets.passages import Passages
from tests.factories import CLERK, cell, claim, example_dossier, placed, row, statement
from tests.tui.driving import board_app, notices, press, running, screen_text, settled

CLOSED, _, SIGNED = example_dossier().rows
CLERK_SEAT, GAZETTE, HISTORY = (Seat(id, 0) for id in ("clerk", "gazette", "history"))


def open_claim(app: BoardApp) -> ClaimScreen:
    assert isinstance(app.screen, ClaimScreen)
    return app.screen


@pytest.mark.parametrize(
    ("shown", "source", "base", "pair"),
    [
        pytest.param(CLOSED, "", None, (CLERK_SEAT, GAZETTE), id="the firmest pair of the row"),
        pytest.param(CLOSED, "history", None, (GAZETTE, HISTORY), id="its firmest relation"),
        pytest.param(CLOSED, "history", "clerk", (CLERK_SEAT, HISTORY), id="the base asked for"),
        pytest.param(CLOSED, "clerk", "history", (HISTORY, CLERK_SEAT), id="the base on the left"),
        pytest.param(CLOSED, "diary", None, (CLERK_SEAT, GAZETTE), id="a silent source"),
        pytest.param(SIGNED, "history", None, (GAZETTE, HISTORY), id="a proposal too"),
    ],
)
def test_the_pair_a_claim_opens_with(
    shown: Row, source: str, base: str | None, pair: tuple[Seat, Seat]
) -> None:
    assert first_pair(shown, source, base) == pair


def test_a_claim_on_which_one_source_speaks_has_no_other_side() -> None:
    lone = row(claim(), (cell(placed()), cell(source_id="diary")))
    assert first_pair(lone, "clerk", None) == (CLERK_SEAT, None)
    assert next_seat(lone, None, CLERK_SEAT, 1) is None


def test_stepping_passes_over_the_other_side_and_comes_round() -> None:
    assert next_seat(CLOSED, GAZETTE, CLERK_SEAT, 1) == HISTORY
    assert next_seat(CLOSED, HISTORY, CLERK_SEAT, 1) == GAZETTE
    assert next_seat(CLOSED, CLERK_SEAT, GAZETTE, -1) == HISTORY


def test_a_source_with_two_statements_takes_two_steps() -> None:
    first, second = placed(), placed(statement(says="1841-03-15"))
    twice = row(
        claim(), (cell(first, second), cell(placed(statement("gazette")), source_id="gazette"))
    )
    assert seats(twice) == (CLERK_SEAT, Seat("clerk", 1), GAZETTE)
    assert next_seat(twice, CLERK_SEAT, GAZETTE, 1) == Seat("clerk", 1)


async def test_keys_change_either_side_and_the_reason_follows() -> None:
    app = board_app()
    async with running(app, keys=["enter"]) as pilot:
        assert "✗ conflict: 14 March 1841 against 14 May 1841" in screen_text(app)
        await press(pilot, "right_square_bracket")
        await settled(pilot)
        assert (open_claim(app).left, open_claim(app).right) == (CLERK_SEAT, HISTORY)
        assert "◐ compatible: 14 March 1841 lies inside March 1841" in screen_text(app)
        assert "[R ✗ history]" in screen_text(app)
        await press(pilot, "comma", "greater_than_sign")
        await settled(pilot)
        assert (open_claim(app).left, open_claim(app).right) == (HISTORY, GAZETTE)
        await press(pilot, "left_curly_bracket")
        assert open_claim(app).left == CLERK_SEAT


async def test_a_click_on_a_source_puts_it_on_the_right() -> None:
    app = board_app()
    async with running(app, keys=["enter"]) as pilot:
        strip = screen_text(app).split("\n")[1]
        await pilot.click(offset=(strip.index("history"), 1))
        await settled(pilot)
        assert open_claim(app).right == HISTORY
        await pilot.click(offset=(screen_text(app).split("\n")[1].index("diary"), 1))
        await settled(pilot)
        assert "[· diary]" in screen_text(app)
        assert "diary  silent. A person read it through" in screen_text(app)
        assert open_claim(app).right == HISTORY, "the two stay"
        await pilot.click(offset=(screen_text(app).split("\n")[1].index("clerk"), 1))
        assert (open_claim(app).left, open_claim(app).right) == (HISTORY, CLERK_SEAT)


async def test_differences_are_told_by_sign_bracket_and_word_without_colour() -> None:
    app = board_app(letters=True)
    async with running(app, (80, 40), keys=["enter"]):
        text = screen_text(app)
        assert "~ date" in text
        assert "[[March 1841]]<<" in text
        assert "[[May instant]]<<" in text
        assert "+ only" in text
        assert "{{as our correspondent" in text


@pytest.mark.parametrize(
    "size", [pytest.param((104, 32), id="side by side"), pytest.param((80, 24), id="one column")]
)
async def test_n_goes_from_difference_to_difference(size: tuple[int, int]) -> None:
    app = board_app()
    async with running(app, size, keys=["enter", "n", "n"]) as pilot:
        assert "▸~ date" in screen_text(app)
        await press(pilot, "N")
        await settled(pilot)
        assert "▸~ name" in screen_text(app)
        await press(pilot, "N")
        assert notices(app)[-1].startswith("That was the first of")
        await settled(pilot)
        assert "▸+ number" in screen_text(app), "it came round to the last and scrolled there"


async def test_two_texts_that_share_nothing_are_not_made_to() -> None:
    app = board_app()
    async with running(app, keys=["n", "n", "enter", "n"]):
        assert "no difference to step to" in notices(app)[-1]
        text = screen_text(app)
        assert "In March 1841 the old bridge" in text
        assert "~ speaker " in text
        assert "hearsay, reported" in text
        assert "~ firmness " in text


async def test_what_sources_say_never_acts_on_the_screen() -> None:
    app = board_app()
    async with running(app, keys=["n", "n", "enter"]):
        text = screen_text(app)
        assert "<b>signed</b>" in text
        assert "␛[31mhimself␛[0m" in text
        assert "\x1b" not in app.export_screenshot()


async def test_the_whole_passage_is_there_at_every_width() -> None:
    app = board_app()
    async with running(app, (150, 50), keys=["n", "n", "enter"]) as pilot:
        for width in (150, 99, 60):
            await pilot.resize_terminal(width, 50)
            await settled(pilot)
            words = " ".join(screen_text(app).replace("│", " ").split())
            for piece in ("correspondent", "himself", "sign the order", "hearsay"):
                assert piece in words, (width, piece)


async def test_notes_are_shown_and_a_missing_body_is_unknown() -> None:
    app = board_app(_with_note("30"))
    async with running(app, keys=["enter"]) as pilot:
        assert "gazette [1]  The county rate book" in screen_text(app)
        assert "clerk [30]  body not in this file: what it rests on is unknown" in screen_text(app)
        await press(pilot, "m")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen)
        assert "[30] body not in this file" in screen_text(app)
        await press(pilot, "down")
        assert "seeds/gazette.txt:5" in screen_text(app)
        await press(pilot, "escape")
        await settled(pilot)
        assert open_claim(app)


def _changed(**changes: object) -> Dossier:
    """The example with the clerk's statement on the closing changed."""
    dossier = example_dossier()
    clerk = dossier.rows[0].cells[0]
    changed = replace(clerk.statements[0], **changes)  # type: ignore[arg-type]
    cells: tuple[Cell, ...] = (replace(clerk, statements=(changed,)), *dossier.rows[0].cells[1:])
    return replace(dossier, rows=(replace(dossier.rows[0], cells=cells), *dossier.rows[1:]))


def _with_note(label: str) -> Dossier:
    original = example_dossier().rows[0].cells[0].statements[0].statement
    return _changed(statement=replace(original, notes=(label,)))


async def test_a_quotation_that_departs_from_its_source_says_where() -> None:
    at = CLERK.index("March")
    quote = "closed on the fourteenth of March 1841"
    difference = Difference(
        DifferenceKind.DATE, Span(quote.index("March"), len(quote)), Span(at, at + 10)
    )
    near = _changed(
        standing=Standing.NEAR, why="all but one word is the same", differences=(difference,)
    )
    app = board_app(near)
    async with running(app, keys=["enter"]):
        text = screen_text(app)
        assert "near: all but one word is the same" in text
        assert "date: quoted “March 1841”, the source has “March 1841”" in text


async def test_a_lost_quotation_is_shown_as_recorded() -> None:
    app = board_app(_changed(standing=Standing.LOST, span=None, words="", why="it is nowhere"))
    async with running(app, keys=["enter"]):
        text = screen_text(app)
        assert "recorded, but not" in text
        assert "lost: it is nowhere" in text


async def test_scrolling_apart_gives_each_side_a_pane_of_its_own() -> None:
    app = board_app()
    async with running(app, keys=["enter", "equals_sign"]) as pilot:
        passages = app.screen.query_one(Passages)
        assert not passages.locked
        assert app.focused is not None
        assert app.focused.id == "apart-left"
        await press(pilot, "n")
        await settled(pilot)
        assert passages.locked, "differences are stepped through level"
        assert "▸~ name" in screen_text(app)


async def test_unwrapped_lines_run_on_and_can_be_scrolled_to() -> None:
    app = board_app()
    async with running(app, (100, 30), keys=["n", "n", "enter", "w"]) as pilot:
        together = app.screen.query_one("#together")
        assert together.max_scroll_x > 0
        await press(pilot, *"l" * 10)
        assert together.scroll_x > 0


async def test_copying_takes_both_citations_the_reason_and_brackets() -> None:
    app = board_app(environment={"TERM": "xterm"})
    async with running(app, keys=["enter", "y"]):
        lines = app.clipboard.split("\n")
        assert lines[0] == "When was the bridge at Harrow closed?"
        assert "seeds/clerk.txt:3" in lines[1]
        assert "seeds/gazette.txt:1" in lines[2]
        assert (
            lines[3] == "conflict: 14 March 1841 against 14 May 1841: the days lie 61 days apart."
        )
        assert any("⟦March 1841⟧" in line and "⟦May instant⟧" in line for line in lines[4:])


async def test_o_opens_the_right_source() -> None:
    opened: list[list[str]] = []
    app = board_app(
        environment={"EDITOR": "nano"}, run_editor=lambda command, _: opened.append(command)
    )
    async with running(app, keys=["enter", "o"]):
        assert opened == [["nano", "+1", "workspace/seeds/gazette.txt"]]


async def test_why_stays_in_view_at_every_size() -> None:
    app = board_app()
    async with running(app, (60, 16), keys=["enter"]) as pilot:
        for size in ((60, 16), (80, 24), (160, 40)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert "conflict: 14 March 1841" in screen_text(app)


async def test_a_claim_that_is_gone_after_a_check_is_left() -> None:
    dossier = example_dossier()
    app = board_app(dossier)
    async with running(app, keys=["enter"]) as pilot:
        open_claim(app).renew(replace(dossier, rows=dossier.rows[1:]))
        await settled(pilot)
        assert isinstance(app.screen, MatrixScreen)


async def test_two_texts_that_are_not_compared_stand_in_halves_without_a_gutter() -> None:
    app = board_app()
    async with running(app, (104, 40), keys=["n", "n", "enter"]):
        assert open_claim(app).compared() == ()
        lines = screen_text(app).split("\n")
        words = next(line for line in lines if "HARROW. We learn" in line)
        assert words.index("1 HARROW") < 8, "the words begin at the left edge"
        head = next(line for line in lines if "history · seeds/history.txt:1" in line)
        said = next(line for line in lines if "~ says" in line)
        assert said.index("yes") == head.index("history"), "facts stand under their source"
