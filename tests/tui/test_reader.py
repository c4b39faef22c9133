"""A source read whole: moving, marking, finding, going to notes and back, and where it opens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from provenance.model.dossier import Dossier
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span
from provenance.tui.app import BoardApp
from provenance.tui.designs_of_layers import LayerDesign, ends_of
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.reader import ReaderScreen
from provenance.tui.widgets.source_text import SourceText
from tests.factories import document, example_dossier, read_source, source
from tests.golden_files import assert_golden
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import CLAIM
from tests.tui.driving import board_app, notices, press, running, screen_text, settled
from tests.tui.test_decisions import board


def reader(app: BoardApp) -> ReaderScreen:
    assert isinstance(app.screen, ReaderScreen)
    return app.screen


def marked(app: BoardApp) -> str:
    text = reader(app).text
    return text.marked.of(text.document.text) if text.marked else ""


def here(app: BoardApp) -> str:
    return reader(app).text.at.of(reader(app).document.text)


async def test_it_opens_at_the_words_of_the_cell_and_goes_back() -> None:
    app = board_app()
    async with running(app, keys=["right"]) as pilot:
        assert isinstance(app.screen, MatrixScreen)
        placed = app.screen.placed
        assert placed is not None
        assert placed.span is not None
        await press(pilot, "v")
        assert reader(app).text.at.start == placed.span.start
        assert reader(app).claim == "closed"
        assert "statement of closed" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, MatrixScreen)


async def test_words_are_marked_by_shift_by_v_by_sentence_and_by_mouse() -> None:
    app = board_app()
    async with running(app, keys=["3", "v"]) as pilot:
        first = here(app)
        await press(pilot, "shift+right", "L")
        assert len(marked(app).split()) == 3
        assert marked(app).startswith(first)
        await press(pilot, "escape")
        assert not marked(app), "escape leaves the mark before the screen"
        await press(pilot, "home", "v", "right", "right", "right")
        assert len(marked(app).split()) == 4
        await press(pilot, "v", "home", "V")
        assert marked(app) == reader(app).text.steps.sentence_at(0).of(reader(app).document.text)
        text = app.screen.query_one(SourceText)
        await pilot.mouse_down(text, offset=(9, 1))
        await pilot.hover(text, offset=(25, 1))
        await pilot.mouse_up(text, offset=(25, 1))
        await settled(pilot)
        assert len(marked(app).split()) > 1


async def test_words_are_found_and_n_goes_on_to_the_next() -> None:
    app = board_app()
    async with running(app, keys=["3", "v"]) as pilot:
        await press(pilot, "slash", *"bridge", "enter")
        assert here(app).casefold() == "bridge"
        assert "× “bridge”" in screen_text(app)
        places = len(reader(app)._sought)
        await press(pilot, *["n"] * places)
        assert here(app).casefold() == "bridge"
        assert any("Round the end" in said for said in notices(app)) or places == 1
        await press(pilot, "slash", *"zzz", "enter")
        assert "stands nowhere" in notices(app)[-1]


async def test_a_marker_that_only_the_files_format_has_is_seen_and_gone_to() -> None:
    app = board_app(with_footnote())
    async with running(app, keys=["3", "v"]) as pilot:
        assert "closed.[1] The ferry ran." in screen_text(app)
        assert "[1] Minutes, p. 4." in screen_text(app), "it is in view"
        await press(pilot, "right_square_bracket")
        assert here(app) == "closed", "the word it stands behind"
        await press(pilot, "m")
        assert here(app) == "Minutes"
        await press(pilot, "m")
        assert here(app) == "closed"


async def test_marked_words_become_a_layer(tmp_path: Path) -> None:
    described = {"seeds/clerk.txt.source.yaml": "id: clerk\ntitle: Minutes\n"}
    app = board(bridge(tmp_path, CLAIM, **described))
    async with running(app, keys=["3", "v", "V", "p"]) as pilot:
        assert isinstance(app.screen, FormScreen)
        assert isinstance(app.screen.design, LayerDesign)
        assert app.screen.values["from"]
        assert app.screen.values["to"]
        await press(pilot, *"letter", "ctrl+s")
        assert "Layer: letter." in " ".join(notices(app))
        assert "name: letter" in next(tmp_path.glob("seeds/*.yaml")).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        pytest.param("one two", ("one two", "one two"), id="few words are both"),
        pytest.param(
            "a b c d e f g h i\nj k",
            ("a b c d e f g h", "d e f g h i\nj k"),
            id="eight of each end",
        ),
        pytest.param(" ", ("", ""), id="no words"),
    ],
)
def test_the_ends_of_a_part_are_verbatim(words: str, ends: tuple[str, str]) -> None:
    assert ends_of(words) == ends


def with_footnote() -> Dossier:
    """A file whose footnote has its marker in the format alone, not in the text."""
    text = "The bridge was closed. The ferry ran.\n\nMinutes, p. 4.\n"
    at, body = text.index(" The ferry"), text.index("Minutes")
    note = Note("n1", "1", Span(body, len(text) - 1), "m1")
    marker = Marker("m1", Span(at, at), "1", MarkerKind.NOTE, MarkerEvidence.LINK, "n1")
    read = read_source(source(), document(text, markers=(marker,), notes=(note,)))
    return Dossier("Bridge", (read,), ())


async def test_m_goes_to_the_note_and_back_to_its_marker() -> None:
    app = board_app()
    async with running(app, keys=["3", "down", "v"]) as pilot:
        while not reader(app).document.notes:
            await press(pilot, "escape", "down", "v")
        await press(pilot, "m")
        marker = reader(app).text.at
        await press(pilot, "m")
        note = reader(app).document.notes[0]
        assert note.span.overlaps(reader(app).text.at)
        await press(pilot, "m")
        assert reader(app).text.at == marker


def of_length(dossier: Dossier, characters: int) -> Dossier:
    """The same, its first source as long as a book."""
    entry = dossier.sources[0]
    whole = "The bridge was closed on 14 March 1841, for repairs to the piers.\n"
    long = replace(document(whole * (characters // len(whole))), path=entry.source.path)
    return replace(dossier, sources=(replace(entry, document=long), *dossier.sources[1:]))


async def test_of_a_book_only_what_is_in_view_is_drawn() -> None:
    drawn: list[int] = []

    app = board_app(of_length(example_dossier(), 900_000))
    async with running(app, (80, 24), keys=["3", "v"]) as pilot:
        text = reader(app).text
        words = text._words
        text._words = lambda line: drawn.append(line) or words(line)  # type: ignore[method-assign, func-returns-value]
        await press(pilot, "end", "pageup")
        assert text.at.start > 890_000
        assert len(drawn) < 10 * app.size.height
        assert "line 13," in screen_text(app)


async def test_a_source_that_was_not_read_says_so() -> None:
    entry = replace(example_dossier().sources[0], document=None, why="it is a scan")
    dossier = replace(example_dossier(), sources=(entry, *example_dossier().sources[1:]))
    app = board_app(dossier)
    async with running(app, keys=["3", "v"]):
        assert not isinstance(app.screen, ReaderScreen)
        assert "it is a scan" in notices(app)[-1]


async def test_keys_in_one_burst_reach_the_search_box_they_opened() -> None:
    app = board_app()
    async with running(app) as pilot:
        for key in ("slash", *"bcn"):
            app.post_message(events.Key(key, key if len(key) == 1 else "/"))
        await settled(pilot)
        assert app.screen.query_one("#search", Input).value == "bcn"
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.board.base is None, "b was a letter, no command"


async def test_keys_in_one_burst_never_act_on_the_screen_that_a_key_left() -> None:
    app = board_app()
    async with running(app) as pilot:
        for key in ("f2", "o", "b", "escape", "f", "question_mark", "n"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settled(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.board.base is None
        assert app.screen.board.filter is not app.screen.board.filter.ALL


@pytest.mark.parametrize("size", [(80, 24), (104, 32)], ids=["80x24", "104x32"])
async def test_the_reader_reads_as_it_did(size: tuple[int, int]) -> None:
    app = board_app()
    async with running(app, size, keys=["n", "v", "shift+right", "shift+right"]) as pilot:
        await settled(pilot)
        assert_golden(f"screens/reader-{size[0]}x{size[1]}.txt", screen_text(app))
