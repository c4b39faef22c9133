"""Who is kin to whom, as every output says it: confirmed, declared, or only proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.geometry import Size

from provenance.model.decisions import Action, Decision
from provenance.model.dossier import Dossier
from provenance.model.origins import (
    Direction,
    Evidence,
    FamilyEvidence,
    FamilyProposal,
    Kinship,
)
from provenance.model.sources import Role
from provenance.model.spans import Span
from provenance.rendering import board_text, claim_text
from provenance.rendering.decisions_in_words import what
from provenance.rendering.kin_in_words import kin_of
from provenance.tui.board import Board, Spot
from provenance.tui.drawing import Pencil
from provenance.tui.grid import grid_of
from provenance.tui.peek import peek_at
from tests import factories
from tests.comparison.networks import Web, dossier, source, web
from tests.tui.driving import board_app, running, screen_text

PROPOSED = FamilyProposal(
    ("a", "b"),
    (Kinship("a", "b", (FamilyEvidence(Evidence.PASSAGES, Span(0, 20), Span(0, 20), 61, 64),),
             Direction.OPEN, "nothing tells which came first"),),
)  # fmt: skip
SAID = "a and b: 61 words the same; nothing tells which came first"
PLAIN = web({"a": "", "b": "", "c": ""})


def board(told: Web = PLAIN, *, proposed: bool = False) -> Dossier:
    return dossier(told, proposed_families=(PROPOSED,) if proposed else ())


KIN = [
    pytest.param(board(), "a", "", id="alone"),
    pytest.param(board(web({"a": "", "b": ""}, families={"a": "wire", "b": "wire"})), "a",
                 "family wire", id="a confirmed family"),
    pytest.param(board(web({"a": "", "b": ""}, derived={"b": "a"})), "b", "from a",
                 id="declared to rest on a source that is held"),
    pytest.param(board(web({"a": "", "b": ""}, derived={"b": "W"})), "b", "",
                 id="declared to rest on what nobody holds"),
    pytest.param(board(proposed=True), "a", "(kin of b?)", id="a proposal, in parentheses"),
    pytest.param(board(proposed=True), "c", "", id="no part of the proposal"),
]  # fmt: skip


@pytest.mark.parametrize(("whole", "id_", "mark"), KIN)
def test_kin_stands_beside_a_name(whole: Dossier, id_: str, mark: str) -> None:
    assert kin_of(whole, whole.source(id_)).mark == mark


def test_the_same_bytes_are_said_but_not_of_a_draft() -> None:
    same = factories.document("The same.")
    entries = [factories.read_source(source(id_), same) for id_ in "ab"]
    whole = Dossier("t", tuple(entries), ())
    assert kin_of(whole, entries[1]).mark == "same bytes as a"
    draft = replace(entries[0], source=source("a", role=Role.DRAFT))
    assert kin_of(replace(whole, sources=(draft, entries[1])), entries[1]).mark == ""


@pytest.mark.parametrize("turned", [False, True], ids=["upright", "turned"])
def test_the_matrix_marks_the_columns_of_kin(turned: bool) -> None:
    told = web({"a": "", "b": "", "c": ""}, families={"b": "wire", "c": "wire"})
    whole = replace(board(told, proposed=True))
    grid = grid_of(Board(whole, turned=turned), Pencil(), Size(104, 20))
    heads = (
        [row.cells[0].plain for row in grid.rows]
        if turned
        else [column.label.plain for column in grid.columns]
    )
    marked = {head.split("\n")[0]: head.split("\n")[-1] for head in heads if "\n" in head}
    assert marked["a"] == "(kin of b?)"
    assert marked["b"] == marked["c"] == "family wire"


def test_the_words_under_the_cursor_give_the_evidence_of_a_proposal() -> None:
    peek = peek_at(Board(board(proposed=True)), Spot("closed", "a"), Pencil()).plain
    assert f"(kin of b?) proposed, counted nowhere: {SAID}" in peek


async def test_the_claim_screen_says_it_beside_the_name() -> None:
    app = board_app(board(proposed=True))
    async with running(app, keys=["enter"]):
        assert "a (kin of b?)" in screen_text(app)


def test_the_plain_twins_say_it_too() -> None:
    told = web({"a": "", "b": "", "c": ""}, families={"b": "wire", "c": "wire"})
    whole = board(told, proposed=True)
    printed = board_text.board(whole, width=None, colour=False, letters=False)
    assert "One family, confirmed, with one voice: wire: b, c" in printed
    assert f"Perhaps one family, not confirmed and not counted: a, b – {SAID}" in printed
    shown = claim_text.show(whole, whole.rows[0])
    assert "kin: family wire" in shown
    assert f"kin: (kin of b?) proposed, counted nowhere: {SAID}" in shown


def test_a_decision_on_a_family_names_its_members() -> None:
    made = Decision("family of a", Action.REJECTED, "AB", "", members=("a", "b"))
    assert what(made, {}) == "rejected as kin: a, b"
    back = Decision("family of a", Action.WITHDRAWN, "AB", "", withdraws="x")
    assert what(back, {"x": made}) == "withdrew: rejected as kin: a, b"


def test_a_proposal_changes_no_count() -> None:
    assert board().rows[0].origins == board(proposed=True).rows[0].origins
    said = board_text.board(board(proposed=True), width=None, colour=False, letters=False)
    assert "at most 3 origins" in said
