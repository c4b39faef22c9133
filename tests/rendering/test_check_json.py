from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from provenance.model.dossier import Dossier
from provenance.model.verdicts import CellState
from provenance.rendering.check_json import check, dumps, show
from tests.factories import example_dossier
from tests.golden_files import assert_golden
from tests.rendering.dossiers import crowded_dossier

DOSSIERS = [
    pytest.param(example_dossier(), id="the example"),
    pytest.param(crowded_dossier(), id="a crowded one"),
    pytest.param(Dossier("", (), ()), id="nothing at all"),
]


def schema(name: str) -> Draft202012Validator:
    text = files("provenance.schemas").joinpath(f"{name}.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_it_keeps_its_schema(dossier: Dossier) -> None:
    schema("check").validate(json.loads(dumps(check(dossier))))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("claims", 0, "verdict"), "maybe", id="a verdict nobody knows"),
        pytest.param(("claims", 0, "cells", 0, "mark"), "!", id="a sign for a relation"),
        pytest.param(
            ("claims", 0, "cells", 0, "statements", 0, "start"), None, id="no place yet not lost"
        ),
        pytest.param(("sources", 0, "sha256"), "abc", id="a short hash"),
    ],
)
def test_the_schema_refuses(path: tuple[str | int, ...], value: object) -> None:
    broken: Any = json.loads(dumps(check(example_dossier())))
    inner = broken
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(ValidationError):
        schema("check").validate(broken)


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_offsets_slice_to_exactly_the_words(dossier: Dossier) -> None:
    for claim in check(dossier)["claims"]:
        for cell in claim["cells"]:
            document = dossier.source(cell["source"]).document
            for said in cell["statements"]:
                if said["found"] == "lost":
                    assert (said["start"], said["end"], said["words"]) == (None, None, "")
                else:
                    assert document is not None
                    assert document.text[said["start"] : said["end"]] == said["words"]


def test_indices_of_pairs_name_statements_that_exist() -> None:
    for claim in check(crowded_dossier())["claims"]:
        sizes = {cell["source"]: len(cell["statements"]) for cell in claim["cells"]}
        for pair in claim["pairs"]:
            assert pair["a_index"] < sizes[pair["a"]]
            assert pair["b_index"] < sizes[pair["b"]]


def test_a_cell_that_does_not_speak_has_no_statement_and_no_mark() -> None:
    cells = [cell for claim in check(crowded_dossier())["claims"] for cell in claim["cells"]]
    quiet = [cell for cell in cells if cell["state"] != CellState.SPEAKS.value]
    assert quiet
    assert all(cell["statements"] == [] and cell["mark"] is None for cell in quiet)


def test_a_note_without_a_body_says_so() -> None:
    (closed, *_) = check(example_dossier())["claims"]
    assert closed["cells"][1]["statements"][0]["note_bodies"] == [
        {
            "label": "1",
            "body": "The county rate book, f. 9, gives £41 3s.",
            "cites": ["County rate book, f. 9"],
        }
    ]
    (disputed, *_) = check(crowded_dossier())["claims"]
    said = disputed["cells"][1]["statements"][0]
    assert said["note_bodies"] == [
        {"label": label, "body": None, "cites": []} for label in ("29", "2/30")
    ]


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert dumps(check(crowded_dossier())) == dumps(check(crowded_dossier()))
    assert dumps(check(example_dossier())).endswith("}\n")


def test_a_lone_surrogate_does_not_stop_the_writing() -> None:
    dumps({"text": "\ud800"}).encode("utf-8")


def test_one_claim_carries_its_sources_and_its_findings() -> None:
    dossier = example_dossier()
    told = show(dossier, dossier.row("closed"))
    assert told["schema"] == "provenance/show/1"
    assert told["claim"] == check(dossier)["claims"][0]
    assert [finding["code"] for finding in told["findings"]] == ["PV501"]


def test_golden() -> None:
    assert_golden("rendering/check.json", dumps(check(example_dossier())))
