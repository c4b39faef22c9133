"""What two sources share: choosing the two, waiting for them, and reading their passages."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from provenance.alignment import shared as shared_module
from provenance.alignment.shared import ComparedPassage, shared
from provenance.model.documents import Document
from provenance.model.dossier import Dossier, SourceState
from provenance.tui.app import BoardApp
from provenance.tui.screens.others import OthersScreen
from provenance.tui.screens.shared import SharedScreen
from provenance.tui.screens.sources import SourcesScreen
from provenance.tui.sharing import overlap, part_rows, parts
from tests.factories import CLERK, GAZETTE, document, example_dossier, read_source, source
from tests.tui.driving import board_app, notices, press, running, screen_text, settled

SECOND = "\nHarvest supper was held at the Green Dragon, with singing until past midnight.\n\n"


def two_texts(left: str, right: str) -> Dossier:
    """A board over two sources alone."""
    sources = tuple(
        read_source(source(name), document(text, f"seeds/{name}.txt"))
        for name, text in (("clerk", left), ("gazette", right))
    )
    return replace(example_dossier(), sources=sources, rows=(), findings=())


def shown(app: BoardApp) -> SharedScreen:
    assert isinstance(app.screen, SharedScreen)
    return app.screen


def found_in(left: str, right: str) -> tuple[Document, Document, tuple[ComparedPassage, ...]]:
    return document(left), document(right), tuple(shared(left, right))


# How much, and which rows


def test_the_share_counts_what_two_passages_hold_only_once() -> None:
    ours, _, found = found_in(CLERK, GAZETTE)
    once, twice = overlap(found, ours), overlap((*found, *found), ours)
    assert once.passages == 1
    assert once.words == found[0].passage.left_words
    assert once.share == twice.share == len(found[0].passage.left) / len(CLERK.strip())


def test_no_passage_is_no_share() -> None:
    assert overlap((), document("")).share == 0


def _words(count: int, every: int = 0) -> str:
    """Words that never repeat and do not look alike; each of `every` is another one."""
    other = [count + number if every and number % every == 0 else number for number in range(count)]
    return " ".join(hashlib.sha256(b"%d" % number).hexdigest()[:10] for number in other)


def test_long_stretches_of_the_same_are_shown_by_their_ends() -> None:
    ours, theirs, found = found_in(_words(400), _words(400))
    (part,) = parts(found)
    (row,) = part_rows(part, ours, theirs)
    assert row.left is not None
    text = row.left.parts[0].text
    assert text[:100] == _words(400)[:100]
    assert text[-100:] == _words(400)[-100:]
    assert "characters …]" in text
    assert len(text) < 600


def test_a_very_long_passage_comes_in_pieces_that_leave_nothing_out() -> None:
    ours, theirs, found = found_in(_words(3_000), _words(3_000, every=6))
    pieces = parts(found)
    assert len(pieces) > len(found)
    assert all(len(part.runs) <= 200 for part in pieces)
    for number, each in enumerate(found, 1):
        own = [part for part in pieces if part.passage == number]
        for side, text in (("left", ours.text), ("right", theirs.text)):
            whole = getattr(each.passage, side).of(text)
            assert "".join(getattr(part, side).of(text) for part in own) == whole
        told = [
            (run.left.of(part.left.of(ours.text)), run.right.of(part.right.of(theirs.text)))
            for part in own
            for run in part.runs
        ]
        left, right = each.passage.left.of(ours.text), each.passage.right.of(theirs.text)
        assert told == [(run.left.of(left), run.right.of(right)) for run in each.runs]


async def test_the_pieces_of_a_long_passage_are_stepped_through() -> None:
    app = board_app(two_texts(_words(3_000), _words(3_000, every=6)))
    async with running(app, keys=["3", "enter"]) as pilot:
        assert "passage 1 of 1, part 1 of" in screen_text(app)
        await press(pilot, "n")
        assert "passage 1 of 1, part 2 of" in screen_text(app)


# Choosing two


async def test_opening_a_source_lists_how_much_each_other_shares_with_it() -> None:
    app = board_app()
    async with running(app, keys=["3", "enter"]) as pilot:
        assert isinstance(app.screen, OthersScreen)
        text = screen_text(app)
        row = next(line for line in text.split("\n") if "Harrow Gazette" in line)
        assert row.split()[-5:] == ["1", "28", "76%", "28", "words"]
        assert next(line for line in text.split("\n") if "A diary" in line).split()[-1] == "none"
        assert "3 of 3 compared." in text
        await press(pilot, "enter")
        assert (shown(app).left, shown(app).right) == ("clerk", "gazette")
        await press(pilot, "escape")
        assert isinstance(app.screen, OthersScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, SourcesScreen)


async def test_a_marked_source_is_compared_with_the_next_one_opened() -> None:
    app = board_app()
    async with running(app, keys=["3", "down", "space", "up"]) as pilot:
        assert "* gazette" in screen_text(app)
        await press(pilot, "enter")
        assert (shown(app).left, shown(app).right) == ("gazette", "clerk")
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, SourcesScreen), "escape takes the mark away first"
        assert "* gazette" not in screen_text(app)


async def test_marking_again_takes_the_mark_away() -> None:
    app = board_app()
    async with running(app, keys=["3", "space", "space"]):
        assert "* clerk" not in screen_text(app)


async def test_of_two_sources_opening_one_compares_both() -> None:
    app = board_app(two_texts(CLERK, GAZETTE))
    async with running(app, keys=["3", "enter"]):
        assert (shown(app).left, shown(app).right) == ("clerk", "gazette")


async def test_a_source_that_was_not_read_cannot_be_compared() -> None:
    dossier = example_dossier()
    gone = replace(dossier.sources[0], document=None, state=SourceState.UNREAD, why="it is gone")
    app = board_app(replace(dossier, sources=(gone, *dossier.sources[1:])))
    async with running(app, keys=["3", "enter"]) as pilot:
        assert notices(app) == ["clerk was not read: it is gone"]
        await press(pilot, "space", "down", "enter")
        assert isinstance(app.screen, OthersScreen)
        assert "not read" in screen_text(app)
        await press(pilot, "enter")
        assert notices(app)[-1] == "clerk was not read: it is gone"


async def test_a_source_alone_has_nothing_to_be_compared_with() -> None:
    dossier = two_texts(CLERK, GAZETTE)
    app = board_app(replace(dossier, sources=dossier.sources[:1]))
    async with running(app, keys=["3", "enter"]):
        assert "No other source was read" in notices(app)[-1]


# Reading passages


async def test_the_passages_are_stepped_through_and_copied_with_citations() -> None:
    app = board_app(two_texts(CLERK + SECOND, SECOND + GAZETTE), environment={"TERM": "xterm"})
    async with running(app, keys=["3", "enter"]) as pilot:
        text = screen_text(app)
        assert "passage 1 of 2" in text
        assert "~ date" in text
        await press(pilot, "n")
        text = screen_text(app)
        assert "passage 2 of 2" in text
        assert "no word differs" in text
        assert "Harvest supper" in text
        await press(pilot, "n")
        assert notices(app)[-1] == "That was the last of 2 passages."
        assert shown(app).at == 0
        await press(pilot, "N")
        assert shown(app).at == 1
        await press(pilot, "N", "y")
        assert "seeds/clerk.txt:3" in app.clipboard
        assert "seeds/gazette.txt:4" in app.clipboard
        assert "date: “March 1841” on the left, “May instant” on the right" in app.clipboard


async def test_sharing_nothing_is_a_full_answer() -> None:
    app = board_app(two_texts(CLERK, "Rain all week."), environment={"TERM": "xterm"})
    async with running(app, keys=["3", "enter"]) as pilot:
        said = "share no passage that chance does not explain"
        assert said in screen_text(app)
        await press(pilot, "n", "y")
        assert said in app.clipboard
        assert "There is no passage to step to." in notices(app)


async def test_a_source_that_changed_is_compared_anew_and_one_that_went_closes_the_screen() -> None:
    before = two_texts(CLERK, GAZETTE)
    app = board_app(before)
    async with running(app, keys=["3", "enter"]) as pilot:
        shown(app).renew(two_texts(CLERK, "Rain all week."))
        await settled(pilot)
        assert "share no passage" in screen_text(app)
        shown(app).renew(replace(before, sources=before.sources[:1]))
        await settled(pilot)
        assert isinstance(app.screen, SourcesScreen)


# Waiting


async def test_escape_stops_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def slowly(left: str, right: str) -> Iterator[ComparedPassage]:
        begun.set()
        goes_on.wait(30)
        yield from shared(left, right)

    monkeypatch.setattr(shared_module, "shared", slowly)
    app = board_app(two_texts(CLERK, GAZETTE))
    async with app.run_test(size=(104, 32)) as pilot:
        await settled(pilot)
        await press(pilot, "3")
        await pilot.press("enter")
        while not begun.is_set():
            await pilot.pause(0)
        assert "escape stops waiting" in screen_text(app)
        await pilot.press("n", "escape")
        for _ in range(6):
            await pilot.pause(0)
        assert isinstance(app.screen, SourcesScreen)
        goes_on.set()
        await settled(pilot)
        assert isinstance(app.screen, SourcesScreen)


async def test_a_mistake_of_ours_while_comparing_ends_the_board(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(left: str, right: str) -> Iterator[ComparedPassage]:
        raise RuntimeError("our bug")

    monkeypatch.setattr(shared_module, "shared", broken)
    app = board_app(two_texts(CLERK, GAZETTE))
    with pytest.raises(RuntimeError, match="our bug"):
        async with running(app, keys=["3", "enter"]):
            pass
    assert app.return_code == 1
