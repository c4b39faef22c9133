"""What the matrix shows: order, filter, stops, search and counts. No screen is started."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.errors import Problem
from provenance.model.dossier import Dossier
from provenance.model.sources import Role
from provenance.model.spans import Span
from provenance.model.verdicts import Relation, Row, Verdict
from provenance.rendering.marks import Mark
from provenance.tui.board import QUESTION, Board, Filter, Order, Spot, counts, following
from tests.factories import (
    GAZETTE,
    cell,
    document,
    example_dossier,
    placed,
    read_source,
    source,
    statement,
)

BOARD = Board(example_dossier())


def _shown(board: Board) -> list[str]:
    return [row.claim.id for row in board.rows]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        pytest.param(Filter.ALL, ["closed", "cost", "signed"], id="all shows all"),
        pytest.param(Filter.CONFLICTS, ["closed", "signed"], id="conflicts, firm and possible"),
        pytest.param(Filter.OPEN, ["closed", "signed"], id="open: disputed or undecided"),
        pytest.param(Filter.SINGLE, [], id="no question here rests on one source"),
        pytest.param(Filter.GAPS, ["closed", "cost", "signed"], id="somebody is silent on each"),
    ],
)
def test_a_filter_shows_the_questions_it_names(wanted: Filter, shown: list[str]) -> None:
    assert _shown(replace(BOARD, filter=wanted)) == shown


def test_one_source_is_a_filter_of_its_own() -> None:
    dossier = example_dossier()
    alone = replace(dossier.rows[1], verdict=Verdict.SINGLE)
    board = Board(replace(dossier, rows=(dossier.rows[0], alone)), filter=Filter.SINGLE)
    assert _shown(board) == ["cost"]


def test_every_filter_comes_round_again() -> None:
    seen, here = [], Filter.ALL
    for _ in Filter:
        seen.append(here)
        here = here.next
    assert seen == list(Filter)
    assert here is Filter.ALL


def test_what_conflicts_comes_first_when_asked() -> None:
    backwards = replace(BOARD.dossier, rows=BOARD.dossier.rows[::-1])
    assert _shown(Board(backwards)) == ["signed", "cost", "closed"]
    assert _shown(Board(backwards, wanted=Order.GRAVEST)) == ["closed", "signed", "cost"]


def _drafted() -> Dossier:
    """The example with a draft that speaks of the cost first, then of the closing."""
    draft = source("piece", role=Role.DRAFT)

    def says(row: Row, start: int) -> Row:
        said = replace(placed(statement("piece")), span=Span(start, start + 3))
        return replace(row, cells=(cell(said, source_id="piece"), *row.cells))

    dossier = BOARD.dossier
    closed, cost, signed = dossier.rows
    rows = (says(closed, 90), says(cost, 20), signed)
    return replace(dossier, sources=(read_source(draft), *dossier.sources), rows=rows)


def test_a_board_with_a_draft_can_be_followed_beside_it() -> None:
    board = Board(_drafted())
    assert _shown(board) == ["cost", "closed", "signed"], "what it does not speak of comes last"
    seen = []
    for _ in range(4):
        seen.append((board.order.value, _shown(board)[0]))
        board = replace(board, wanted=board.next_order)
    assert seen == [
        ("as in the draft", "cost"),
        ("conflicts first", "closed"),
        ("by file name", "closed"),
        ("as in the draft", "cost"),
    ]


def test_a_board_without_a_draft_is_in_the_order_of_its_files() -> None:
    seen, board = [], BOARD
    for _ in range(3):
        seen.append(board.order)
        board = replace(board, wanted=board.next_order)
    assert seen == [Order.FILED, Order.GRAVEST, Order.FILED]


def test_stops_are_conflicts_then_possible_ones_each_question_once() -> None:
    assert BOARD.stops() == (Spot("closed", "clerk"), Spot("signed", "gazette"))


def test_a_base_column_is_compared_with_and_not_stopped_at() -> None:
    against = replace(BOARD, base="clerk")
    assert against.stops()[0] == Spot("closed", "gazette")
    marks = against.marks(against.rows[0])
    assert marks["gazette"] is Mark.CONFLICT
    assert marks["history"] is Mark.COMPATIBLE, "against the clerk alone, less precise is not wrong"
    assert BOARD.marks(BOARD.rows[0])["history"] is Mark(Relation.CONFLICT.value)


def test_unread_cells_are_listed_and_silent_ones_are_not() -> None:
    assert BOARD.unread() == (Spot("signed", "clerk"),)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("HARROW", [Spot("closed", QUESTION)], id="a question, whatever the case"),
        pytest.param("hearsay", [Spot("signed", "history")], id="a speaker"),
        pytest.param("14 May", [Spot("closed", "gazette")], id="a value as it is shown"),
        pytest.param("1841-05-14", [Spot("closed", "gazette")], id="a value as it was written"),
        pytest.param("old bridge", [Spot("closed", "history")], id="the words of a source"),
        pytest.param("dragon", [], id="nothing"),
    ],
)
def test_search_looks_in_questions_words_and_values(words: str, found: list[Spot]) -> None:
    assert list(BOARD.found(words)) == found


A, B, C = (Spot(claim, "s") for claim in "abc")


@pytest.mark.parametrize(
    ("here", "step", "index"),
    [
        pytest.param(A, 1, 1, id="from a stop to the next one"),
        pytest.param(C, 1, 0, id="past the last one round to the first"),
        pytest.param(A, -1, 2, id="back past the first round to the last"),
        pytest.param(Spot("a", QUESTION), 1, 0, id="from the question to the stop in its row"),
        pytest.param(Spot("a2", QUESTION), 1, 1, id="from between two to the one ahead"),
        pytest.param(Spot("a2", QUESTION), -1, 0, id="from between two to the one behind"),
        pytest.param(Spot("d", QUESTION), 1, 0, id="from behind all round to the first"),
    ],
)
def test_the_next_stop(here: Spot, step: int, index: int) -> None:
    assert following((A, B, C), here, step, ["a", "a2", "b", "c", "d"]) == index


def test_without_stops_there_is_no_next_one() -> None:
    assert following((), A, 1, ["a"]) is None


def test_the_head_line_counts_what_matters_and_leaves_out_what_is_nought() -> None:
    dossier = example_dossier()
    bodiless = replace(dossier.sources[1], document=document(GAZETTE, "seeds/gazette.txt"))
    sources = (dossier.sources[0], bodiless, *dossier.sources[2:])
    assert counts(replace(dossier, sources=sources)) == (
        "3 claims",
        "4 sources, at most 4 origins",
        "1 note unread",
        "1 finding",
    )
    bare = replace(example_dossier(), rows=(), findings=(), problems=(Problem("x", "bad"),))
    assert counts(bare)[0] == "0 claims"
    assert counts(bare)[-1] == "1 file left out"
    assert not any("unknown" in said for said in counts(bare))


def test_two_sources_of_one_family_are_one_origin_at_most() -> None:
    dossier = example_dossier()
    copied = tuple(replace(entry, family="f1") for entry in dossier.sources[:2])
    counted = counts(replace(dossier, sources=(*copied, *dossier.sources[2:])))
    assert counted[1] == "4 sources, at most 3 origins"
