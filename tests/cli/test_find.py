from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import CLERK, GAZETTE, Answer, call, workspace

BARE = "question: When was the bridge closed?\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources = {"clerk.txt": CLERK, "gazette.txt": GAZETTE, "diary.txt": "Rain all week.\n"}
    return workspace(tmp_path_factory.mktemp("find"), sources, {"closed": BARE})


@pytest.fixture(scope="module")
def found(folder: Path) -> Answer:
    return call("find", "closed", "--json", cwd=folder)


def test_every_source_is_answered_for_best_first(found: Answer) -> None:
    assert found.code == 0
    told = json.loads(found.out)
    assert (told["schema"], told["type"]) == ("provenance/find/1", "date")
    assert told["type_proposed"] == "“When” asks for a date"
    by_source = {each["source"]: each["passages"] for each in told["sources"]}
    assert [p["rank"] for p in by_source["clerk"]] == [1]
    assert by_source["diary"] == []


def test_a_bare_question_is_checked_and_its_proposals_are_no_error(folder: Path) -> None:
    answer = call("check", "--json", cwd=folder)
    assert answer.code == 0
    (row,) = json.loads(answer.out)["claims"]
    states = {cell["source"]: cell["state"] for cell in row["cells"]}
    assert states == {"clerk": "speaks", "gazette": "speaks", "diary": "proposed-silent"}
    assert {s["state"] for cell in row["cells"] for s in cell["statements"]} == {"proposed"}
    assert row["on_proposals"] is True


def test_confirmed_only_leaves_them_out(folder: Path) -> None:
    answer = call("check", "--json", "--confirmed-only", cwd=folder)
    (row,) = json.loads(answer.out)["claims"]
    assert {cell["state"] for cell in row["cells"]} == {"unread"}


def test_an_unknown_claim_names_the_nearest(folder: Path) -> None:
    answer = call("find", "closd", cwd=folder)
    assert answer.code == 2
    assert "closed" in answer.err
