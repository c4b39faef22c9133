"""What a claim rests on, drawn: as text, JSON and SVG, safe and the same every time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from provenance.model.origins import Node, NodeKind
from provenance.model.verdicts import Verdict
from provenance.rendering import origins_json, origins_svg, origins_text, report_html
from provenance.rendering.json_text import dumps
from provenance.rendering.marks import Mark, verdict_mark
from provenance.rendering.origin_trees import node_in_words
from provenance.rendering.statements_in_words import verdict_with_origins
from tests.comparison.networks import Told, Web, dossier, web

KNOT = web({"a": "bD", "b": "c?", "c": "a", "d": [Told("D"), Told("", "1841-05-14")]})
DIAMOND = web({"a": "tu", "b": "t"}, held="tu", derived={"t": "x", "u": "x"})


def test_the_tree_says_what_rests_on_what() -> None:
    lines = origins_text.tree_lines(dossier(DIAMOND), DIAMOND.row, DIAMOND.trail)
    assert [re.sub(r", History.*?(?= over|$)", "", line) for line in lines] == [
        "14 March 1841: 2 sources, at most 1 origin",
        "  - a: “closed on the fourteenth of March 1841”",
        "    - rests on t over note 1: “History of tttland”",
        "      - derives from x, not opened",
        "    - rests on u over note 2: “History of uuuland”",
        "      - derives from x, not opened",
        "  - b: “closed on the fourteenth of March 1841”",
        "    - rests on t over note 1: “History of tttland”",
        "      - derives from x, not opened",
    ]


def test_the_text_says_circle_unknown_and_what_to_pull() -> None:
    told = origins_text.origins(dossier(KNOT), KNOT.row, KNOT.trail)
    for said in (
        "A circle of 3",
        "back where it began: a circle",
        "note 2 of b: unknown, its body is missing",
        "WriterD, Annals of DDDville, not opened",
        "Pull next\n  - WriterD, Annals of DDDville: behind 1 claim (closed)",
    ):
        assert said in told


def test_a_note_that_is_read_and_cannot_be_told_is_not_called_missing() -> None:
    whole = dossier(KNOT)
    missing = node_in_words(whole, Node(NodeKind.UNKNOWN, "b#2"))
    untold = node_in_words(whole, Node(NodeKind.UNKNOWN, "b#1"))
    assert missing == "note 2 of b: unknown, its body is missing"
    assert untold == "note 1 of b: unknown, what it cites could not be told"


def test_the_json_keeps_its_schema() -> None:
    text = files("provenance.schemas").joinpath("origins.schema.json").read_text("utf-8")
    schema = Draft202012Validator(json.loads(text))
    for told in (KNOT, DIAMOND):
        shape = json.loads(dumps(origins_json.origins(dossier(told), told.row, told.trail)))
        schema.validate(shape)
        assert shape["schema"] == "provenance/origins/1"
        assert len(shape["edges"]) == len(told.trail.edges)


def test_offsets_lead_to_the_words_of_the_citation() -> None:
    for edge in origins_json.origins(dossier(KNOT), KNOT.row, KNOT.trail)["edges"]:
        if edge["words"]:
            text = KNOT.grounds.documents[edge["source"]].text
            assert text[edge["start"] : edge["end"]] == edge["words"]


@pytest.mark.parametrize("told", [KNOT, DIAMOND], ids=["knot", "diamond"])
def test_the_drawing_is_sound_and_holds_every_node(told: Web) -> None:
    drawn = origins_svg.graph(dossier(told), told.row, told.trail, 1)
    tree = ElementTree.fromstring(drawn)
    nodes = {node for edge in told.trail.edges for node in (edge.start, edge.end)}
    speaking = {cell.source for cell in told.row.cells if cell.statements}
    boxes = [g for g in tree.iter() if (g.get("class") or "").startswith("node")]
    assert len(boxes) == len({node.id for node in nodes} | speaking)
    between = {(edge.start, edge.end) for edge in told.trail.edges}
    ways = [p for p in tree.iter() if (p.get("class") or "").startswith("way")]
    assert len(ways) == len(between)
    assert tree.find("{http://www.w3.org/2000/svg}title") is not None
    assert drawn == origins_svg.graph(dossier(told), told.row, told.trail, 1)


def test_boxes_do_not_overlap() -> None:
    drawn = origins_svg.graph(dossier(KNOT), KNOT.row, KNOT.trail, 1)
    found = re.findall(r'<rect x="(\d+)" y="(\d+)"', drawn)
    assert len(set(found)) == len(found)


def test_a_hostile_title_does_nothing_in_the_drawing_or_the_page() -> None:
    evil = "<script>alert(1)</script>\x1b[31m\u202e"
    works = tuple(replace(w, title=evil) for w in KNOT.bibliography)
    question = replace(KNOT.row.claim, question=evil)
    row = replace(KNOT.row, claim=question)
    whole = replace(dossier(KNOT), bibliography=works, rows=(row,))
    drawn = origins_svg.graph(whole, row, KNOT.trail, 1)
    page = report_html.report(whole)
    text = origins_text.origins(whole, row, KNOT.trail)
    ElementTree.fromstring(drawn)
    for shown in (drawn, page):
        assert "<script" not in shown
    for shown in (drawn, page, text):
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_nothing_is_drawn_where_nothing_rests_on_anything() -> None:
    told = web({"a": "", "b": ""})
    assert origins_svg.graph(dossier(told), told.row, told.trail, 1) == ""


AGREED = [
    pytest.param(web({"a": "D", "b": "D", "c": "D"}), "agreed, 3 sources, 1 origin", Mark.ALONE,
                 id="one origin"),
    pytest.param(web({"a": "", "b": "", "c": ""}), "agreed, at most 3 origins", Mark.AGREE,
                 id="three origins"),
    pytest.param(web({"a": "D", "b": "D", "c": ""}), "agreed, 3 sources, at most 2 origins",
                 Mark.AGREE, id="two of three"),
    pytest.param(web({"a": "?", "b": ""}), "agreed, at most 2 origins, 1 unknown", Mark.AGREE,
                 id="an unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "said", "mark"), AGREED)
def test_agreement_of_one_origin_is_drawn_apart(told: Web, said: str, mark: Mark) -> None:
    assert told.row.verdict is Verdict.AGREED
    assert (verdict_with_origins(told.row), verdict_mark(told.row)[0]) == (said, mark)


def test_a_chain_of_hundreds_is_told_as_far_as_anybody_reads() -> None:
    names = [chr(0x4E00 + at) for at in range(500)]
    told = web({names[0]: ""}, derived=dict(pairwise(names)),
               held="".join(names))  # fmt: skip
    lines = origins_text.tree_lines(dossier(told), told.row, told.trail)
    assert len(lines) < 60
    assert lines[-1].endswith("and so on, as shown for it")
    assert origins_svg.graph(dossier(told), told.row, told.trail, 1) == ""
