"""The origins screen: the chains of a claim, walked by keys and mouse, and level with its twin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets.tree import TreeNode

from provenance import run
from provenance.model.dossier import Dossier
from provenance.model.origins import (
    Direction,
    Evidence,
    FamilyEvidence,
    FamilyProposal,
    Kinship,
)
from provenance.model.spans import Span
from provenance.rendering.origin_trees import Branch
from provenance.rendering.origins_text import line_of, origins
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.origins import OriginsScreen
from provenance.tui.screens.shared import SharedScreen
from provenance.tui.widgets.outline import Outline
from tests.comparison.networks import Told, Web, dossier, web
from tests.golden_files import assert_golden
from tests.run.test_kinship import papers
from tests.tui.driving import board_app, notices, press, running, screen_text, settled

HEDGED = "perhaps closed on the fourteenth of March 1841"
KNOT = web({"a": "bD", "b": "c?", "c": "a", "d": [Told("D"), Told("", "1841-05-14")]})
CHAIN = web({"a": Told(words=HEDGED), "b": "a", "c": "bDE", "e": "?"})
KIN = FamilyProposal(
    ("a", "b"),
    (Kinship("a", "b", (FamilyEvidence(Evidence.PASSAGES, Span(0, 20), Span(0, 20), 4, 4),),
             Direction.LEFT_FIRST, "a is dated before b"),),
)  # fmt: skip
ONE_ORIGIN = web({"a": "D", "b": "D", "c": "D"})
THREE_ORIGINS = web({"a": "", "b": "", "c": ""})


def whole(told: Web = CHAIN) -> Dossier:
    return dossier(told, proposed_families=(KIN,))


def two_claims() -> Dossier:
    first = whole()
    claim = replace(KNOT.row.claim, id="second", question="Who signed it?")
    other = replace(KNOT.row, claim=claim, cells=first.rows[0].cells)
    trail = replace(first.trails[0], claim="second")
    return replace(first, rows=(*first.rows, other), trails=(*first.trails, trail))


def shown(app: BoardApp) -> OriginsScreen:
    assert isinstance(app.screen, OriginsScreen)
    return app.screen


def lines_of(app: BoardApp) -> list[str]:
    """What every line of the tree stands for, whole, in order."""

    def below(node: TreeNode[Branch]) -> Iterator[str]:
        for child in node.children:
            if child.data is not None:
                yield line_of(child.data)
            yield from below(child)

    return list(below(shown(app).query_one(Outline).root))


async def go_to(app: BoardApp, words: str) -> None:
    """Put the cursor on the first line that says so."""
    tree = shown(app).query_one(Outline)
    waiting = list(tree.root.children)
    while waiting:
        node = waiting.pop(0)
        if node.data is not None and words in line_of(node.data):
            tree.move_cursor(node)
            return
        waiting += node.children
    raise AssertionError(f"no line says {words}")


@pytest.mark.parametrize("told", [CHAIN, KNOT, ONE_ORIGIN], ids=["chain", "knot", "one origin"])
async def test_the_screen_says_what_the_command_prints_line_by_line(told: Web) -> None:
    board = whole(told)
    printed = origins(board, board.rows[0], board.trails[0]).split("\n")
    app = board_app(board)
    async with running(app, keys=["g"]):
        text = screen_text(app)
        assert lines_of(app) == [line.lstrip(" -") for line in printed[3:] if line.strip()]
        for head in printed[:3]:
            assert head.partition(": ")[2] in text


async def test_agreement_of_one_origin_looks_other_than_that_of_three() -> None:
    seen = []
    for told in (ONE_ORIGIN, THREE_ORIGINS):
        app = board_app(dossier(told))
        async with running(app) as pilot:
            table = screen_text(app)
            await press(pilot, "g")
            seen.append((" ".join(table.split()), screen_text(app).split("\n")[0].strip()))
    (one, one_head), (three, three_head) = seen
    assert "1 agreed" in one
    assert " 1 origin " in one
    assert "● agreed" in three
    assert " max 3 origins " in three
    assert one_head.endswith("1 agreed, 3 sources, 1 origin")
    assert three_head.endswith("● agreed, at most 3 origins")


BEHIND = [
    pytest.param("a, an origin", ["seeds/a.txt:1", "says", "confirmed"], id="a statement"),
    pytest.param("rests on b", ["rests on b, History of bbb", "seeds/c.txt:2", "note  [1] 1 See"],
                 id="a citation, with its note"),
    pytest.param("WriterD, Annals of DDDville, not opened", ["nobody has opened"], id="a work"),
    pytest.param("note 1 of e: unknown", ["no independence"], id="a missing note"),
    pytest.param("hop 1, b", ["origin, a", "▸ first change of meaning: hedge lost"], id="a rung"),
    pytest.param("WriterE, Annals of EEEville: ", ["cited in c note 3", "note  [3]"], id="a pull"),
    pytest.param("Without ", ["Without "], id="a pivot"),
    pytest.param("Perhaps one family", ["not confirmed and not counted", "4 of 4 words the same"],
                 id="a proposed family"),
]  # fmt: skip


async def test_the_pane_says_what_stands_behind_each_line() -> None:
    app = board_app(whole())
    async with running(app, keys=["g"]) as pilot:
        for case in BEHIND:
            line, expected = case.values
            assert isinstance(line, str)
            await go_to(app, line)
            await settled(pilot)
            pane = screen_text(app).partition("Behind this line")[2]
            for words in expected:  # type: ignore[union-attr]
                assert words in pane, (case.id, pane)


async def test_what_is_copied_carries_its_citation() -> None:
    app = board_app(whole(), environment={"TERM": "xterm"})
    async with running(app, keys=["g"]) as pilot:
        await go_to(app, "rests on b")
        await press(pilot, "y")
        assert app.clipboard.startswith("rests on b, History of bbbland")
        assert "“History of bbbland” (" in app.clipboard
        assert "seeds/c.txt:2; sha256" in app.clipboard
        await go_to(app, "a, an origin")
        await press(pilot, "y")
        assert "seeds/a.txt:1" in app.clipboard
        await press(pilot, "Y")
        board = app.dossier
        assert board is not None
        assert app.clipboard == origins(board, board.rows[0], board.trails[0]).rstrip("\n")


async def test_enter_opens_the_claim_and_g_and_escape_lead_back() -> None:
    app = board_app(whole())
    async with running(app, keys=["g", "down", "enter"]) as pilot:
        assert isinstance(app.screen, ClaimScreen)
        assert app.screen.left is not None
        await press(pilot, "g")
        assert isinstance(app.screen, OriginsScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, MatrixScreen)
        await press(pilot, "enter", "g")
        assert isinstance(app.screen, OriginsScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ClaimScreen)


async def test_the_mouse_goes_to_a_line_and_opens_it() -> None:
    app = board_app(whole())
    async with running(app, keys=["g"]) as pilot:
        await pilot.click("#outline", offset=(8, 2))
        await settled(pilot)
        assert not isinstance(app.screen, ClaimScreen), "the first click goes to the line"
        await pilot.click("#outline", offset=(8, 2))
        await settled(pilot)
        assert isinstance(app.screen, ClaimScreen)


async def test_headings_fold_and_stay_folded_when_the_window_changes() -> None:
    app = board_app(whole())
    async with running(app, keys=["g", "space"]) as pilot:
        assert "over note" not in screen_text(app)
        folded = screen_text(app)
        assert "note 1: b" not in folded
        await pilot.resize_terminal(90, 30)
        await settled(pilot)
        assert "note 1: b" not in screen_text(app)
        await press(pilot, "enter")
        assert "note 1: b" in screen_text(app)


async def test_the_claims_are_walked_one_after_the_other() -> None:
    app = board_app(two_claims())
    async with running(app, keys=["g", "n"]) as pilot:
        assert (shown(app).claim, "claim 2 of 2" in screen_text(app)) == ("second", True)
        await press(pilot, "n")
        assert notices(app)[-1] == "That was the last claim."
        assert shown(app).claim == "closed"
        await press(pilot, "N")
        assert shown(app).claim == "second"


EMPTY = [
    pytest.param(dossier(web({}, held="a")), "No source speaks, so nothing rests on anything.",
                 id="nobody speaks"),
    pytest.param(replace(whole(), trails=()), "was not traced", id="not traced"),
]  # fmt: skip


@pytest.mark.parametrize(("board", "said"), EMPTY)
async def test_a_claim_without_chains_says_so(board: Dossier, said: str) -> None:
    app = board_app(board)
    async with running(app, (80, 24), keys=["g", "enter", "space", "y", "Y", "o"]):
        assert said in screen_text(app)


async def test_a_claim_that_is_gone_closes_the_screen() -> None:
    app = board_app(two_claims())
    async with running(app, keys=["g", "n"]) as pilot:
        shown(app).renew(whole())
        await settled(pilot)
        assert isinstance(app.screen, MatrixScreen)


async def test_a_read_only_board_decides_nothing() -> None:
    app = board_app(whole())
    async with running(app, keys=["g"]) as pilot:
        await go_to(app, "Perhaps one family")
        await press(pilot, "a", "x")
        assert notices(app) == []
        assert "Accept" not in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SharedScreen)


async def test_a_family_is_confirmed_at_the_board_and_taken_back(tmp_path: Path) -> None:
    root = papers(tmp_path)
    pen = Pen("AB", lambda: datetime(2024, 3, 1, tzinfo=UTC))
    app = BoardApp(root=root, load=lambda tell: run.check(root, tell), pen=pen, environment={})

    def counts() -> tuple[int, int]:
        assert app.dossier is not None
        origins = app.dossier.row("closed").origins
        return origins.families, origins.at_most

    async with running(app, keys=["g"]) as pilot:
        await settled(pilot)
        assert counts() == (3, 3)
        await go_to(app, "gazette and herald")
        await press(pilot, "a")
        await settled(pilot)
        assert "Confirmed: gazette, herald are one family. z undoes it." in notices(app)
        assert counts() == (2, 2)
        assert "gazette: gazette, herald" in "\n".join(lines_of(app))
        await press(pilot, "z")
        await settled(pilot)
        assert counts() == (3, 3)
        await press(pilot, "Z")
        await settled(pilot)
        assert counts() == (2, 2)
        await press(pilot, "z")
        await settled(pilot)
        assert counts() == (3, 3)
        await go_to(app, "Perhaps one family")
        await press(pilot, "x")
        await settled(pilot)
        assert not any("family" in line for line in lines_of(app))
        assert counts() == (3, 3)


async def test_the_sources_screen_decides_on_the_family_of_the_source(tmp_path: Path) -> None:
    root = papers(tmp_path)
    pen = Pen("AB", lambda: datetime(2024, 3, 1, tzinfo=UTC))
    app = BoardApp(root=root, load=lambda tell: run.check(root, tell), pen=pen, environment={})
    async with running(app, keys=["3"]) as pilot:
        said = " ".join(screen_text(app).split())
        assert "(kin of herald?) proposed, counted nowhere" in said
        assert "a confirms the family, x rejects it." in said
        await press(pilot, "a")
        await settled(pilot)
        said = " ".join(notices(app))
        assert "Confirmed: gazette, herald are one family." in said
        assert "family gazette" in screen_text(app)
        await press(pilot, "z")
        await settled(pilot)
        said = "Undone: the confirmation of gazette, herald as one family. Z does it again."
        assert said in notices(app)


SIZES = [
    pytest.param((80, 24), False, id="80x24"),
    pytest.param((104, 32), False, id="104x32"),
    pytest.param((200, 60), False, id="200x60"),
    pytest.param((80, 24), True, id="letters"),
]


@pytest.mark.parametrize(("size", "letters"), SIZES)
async def test_the_screen_reads_as_it_did(size: tuple[int, int], letters: bool) -> None:
    app = board_app(whole(), letters=letters)
    async with running(app, size, keys=["g", "down", "down", "down"]):
        text = screen_text(app)
        kind = "-letters" if letters else ""
        assert_golden(f"screens/origins{kind}-{size[0]}x{size[1]}.txt", text)
        assert not letters or not set("✗●◐○▸▶▼") & set(text)


async def test_without_colour_the_words_say_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = []
    for colourless in (False, True):
        monkeypatch.delenv("NO_COLOR", raising=False)
        if colourless:
            monkeypatch.setenv("NO_COLOR", "1")
        app = board_app(whole())
        async with running(app, keys=["g"]):
            assert app.no_color is colourless
            texts.append(screen_text(app))
    assert texts[0] == texts[1]
