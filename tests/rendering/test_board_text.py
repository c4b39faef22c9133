from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from provenance.model.dossier import Dossier
from provenance.model.verdicts import Relation
from provenance.rendering.board_text import board
from provenance.rendering.claim_text import show
from tests.factories import example_dossier, read_source, source
from tests.golden_files import assert_golden
from tests.rendering.dossiers import COUNTING, IDS, crowded_dossier


def drawn(dossier: Dossier, width: int | None = 80) -> str:
    return board(dossier, width=width, colour=False, letters=False)


@pytest.mark.parametrize("width", [40, 60, 80, 104, 132])
def test_every_line_fits_and_no_word_is_cut(width: int) -> None:
    shown = board(crowded_dossier(), width=width, colour=False, letters=False)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    words = {word.strip(":") for word in drawn(crowded_dossier(), None).split()}
    cut = {word for word in shown.split() if word.strip(":") not in words}
    assert cut <= {"travels-of-the-president-in-1945"[:width] + "…"}


@pytest.mark.parametrize("width", [40, 80])
def test_a_claim_shown_fits_too(width: int) -> None:
    dossier = crowded_dossier()
    for row in dossier.rows:
        lines = show(dossier, row, width=width).splitlines()
        assert all(cell_len(line) <= width for line in lines)


def test_nothing_acts_on_a_terminal() -> None:
    dossier = crowded_dossier()
    shown = drawn(dossier) + "".join(show(dossier, row) for row in dossier.rows)
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert not any(character in shown for character in "\u202e\u202c\x07")


def test_colour_adds_escapes_and_changes_no_word() -> None:
    import re

    dossier = crowded_dossier()
    painted = board(dossier, width=80, colour=True, letters=False)
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == drawn(dossier)
    assert painted != drawn(dossier)


@pytest.mark.parametrize(
    ("hers", "the_workspaces", "are_letters"),
    [
        pytest.param(None, True, True, id="the workspace's, where she wishes nothing"),
        pytest.param(False, True, False, id="her signs outrank the workspace's letters"),
        pytest.param(True, False, True, id="her letters outrank the workspace's signs"),
    ],
)
def test_a_persons_marks_outrank_the_workspaces(
    hers: bool | None, the_workspaces: bool, are_letters: bool
) -> None:
    dossier = replace(example_dossier(), letters=the_workspaces)
    told = [
        board(dossier, width=80, colour=False, letters=hers),
        *(show(dossier, row, width=80, letters=hers) for row in dossier.rows[:1]),
    ]
    for text in told:
        assert ("✗" not in text) is are_letters


def test_letters_draw_marks_in_ascii() -> None:
    shown = board(example_dossier(), width=80, colour=False, letters=True)
    assert "X  clerk    conflict  14 Mar 1841" in shown
    assert not any(sign in shown for sign in "✗●◐○·")


def test_against_a_base_every_mark_is_the_one_to_that_column() -> None:
    marks = {"closed": {"clerk": Relation.COMPATIBLE, "gazette": Relation.CONFLICT}}
    shown = board(example_dossier(), width=80, colour=False, letters=False, base=marks)
    assert " ◐  clerk    compatible  14 Mar 1841" in shown
    assert " ✗  gazette  conflict    14 May 1841 [1]" in shown


def test_what_is_proposed_stands_in_parentheses() -> None:
    shown = drawn(example_dossier())
    assert "(!) history  possible conflict, proposed  yes (planned)" in shown
    assert "(·) silent, proposed: diary – Searched, nothing found." in shown


def test_the_next_step_is_the_gravest_claim() -> None:
    example = example_dossier()
    assert "Next: provenance show closed" in drawn(example)
    calm = Dossier("", example.sources, example.rows[1:2])
    assert "Next: provenance show cost" in drawn(calm)


@pytest.mark.parametrize(
    ("dossier", "said"),
    [
        pytest.param(Dossier("x", (), ()), "provenance add FILE", id="no sources"),
        pytest.param(
            Dossier("x", (read_source(source()),), ()),
            "Ask the first question at the board",
            id="no claims",
        ),
    ],
)
def test_an_empty_workspace_says_what_to_do(dossier: Dossier, said: str) -> None:
    assert said in drawn(dossier)


@pytest.mark.parametrize(
    ("dossier", "width", "name"),
    [
        pytest.param(example_dossier(), 80, "board-80", id="the example"),
        pytest.param(example_dossier(), 44, "board-44", id="the example, narrow"),
        pytest.param(crowded_dossier(), 80, "board-crowded-80", id="twelve sources"),
    ],
)
def test_golden(dossier: Dossier, width: int, name: str) -> None:
    assert_golden(f"rendering/{name}.txt", drawn(dossier, width))


@pytest.mark.parametrize(
    ("dossier", "claim"),
    [
        pytest.param(example_dossier(), "closed", id="a conflict"),
        pytest.param(example_dossier(), "signed", id="a proposal, a gap and a proposed silence"),
        pytest.param(crowded_dossier(), "mongolia", id="two statements, one of them lost"),
    ],
)
def test_claims_golden(dossier: Dossier, claim: str) -> None:
    assert_golden(f"rendering/show-{claim}.txt", show(dossier, dossier.row(claim), width=80))


def test_a_claim_shows_every_word_and_place_behind_it() -> None:
    dossier = crowded_dossier()
    for row in dossier.rows:
        shown = show(dossier, row)
        for cell in row.cells:
            entry = dossier.source(cell.source)
            for placed in cell.statements:
                if placed.span and entry.document:
                    line = entry.document.line_of(placed.span.start)
                    assert f"{entry.source.path}:{line}:" in shown
                for label in placed.statement.notes:
                    assert f"note {label}: body not in this file: unknown" in shown
        assert all(pair.why in shown for pair in row.pairs)
    assert set(COUNTING) < set(IDS)
