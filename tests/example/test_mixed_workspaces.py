"""Marks and verdicts of small workspaces, against what was worked out by hand in `mixed.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance.model.dossier import Dossier
from provenance.model.findings import Severity
from provenance.rendering.marks import mark_of
from provenance.run import check
from tests.cli.calls import call

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "mixed.yaml").read_text(encoding="utf-8")
)
NOT_TEXT = b"\x00\x01\x02\xff\xfe" * 60


@pytest.fixture(params=sorted(CASES))
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    return CASES[str(request.param)]


@pytest.fixture
def root(case: dict[str, Any], tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "claims").mkdir()
    for id_, text in case["sources"].items():
        path = tmp_path / "seeds" / f"{id_}.txt"
        path.write_bytes(NOT_TEXT if text is None else text.encode())
        described = {"id": id_, "title": f"The {id_}", "type": "report", "role": "source"}
        described["kind"] = "secondary"
        path.with_suffix(".txt.source.yaml").write_text(yaml.safe_dump(described))
    (tmp_path / "claims" / "closed.yaml").write_text(yaml.safe_dump(case["claim"]))
    return tmp_path


def shown(dossier: Dossier) -> dict[str, str]:
    (row,) = dossier.rows
    marks = {cell.source: (mark_of(cell).value, cell.is_proposed) for cell in row.cells}
    return {source: f"({mark})" if mine else mark for source, (mark, mine) in marks.items()}


def test_marks_and_verdict_are_those_worked_out_by_hand(case: dict[str, Any], root: Path) -> None:
    dossier = check(root)
    (row,) = dossier.rows
    assert shown(dossier) == case["cells"], [cell.why for cell in row.cells]
    assert row.verdict.value == case["verdict"], row.why
    assert row.on_proposals is case["on-proposals"]
    clashes = {f.code for f in dossier.findings if f.code.startswith("PV50")}
    assert sorted(clashes) == case.get("findings", [])


def test_without_proposals_only_what_a_person_confirmed_counts(
    case: dict[str, Any], root: Path
) -> None:
    dossier = check(root, confirmed_only=True)
    (row,) = dossier.rows
    assert row.verdict.value == case["without-proposals"], row.why
    assert not any(cell.is_proposed for cell in row.cells)
    assert not row.on_proposals


def test_only_a_confirmed_conflict_is_an_error(case: dict[str, Any], root: Path) -> None:
    graves = [f for f in check(root).findings if f.severity is Severity.ERROR]
    assert {f.code for f in graves} == ({"PV501"} if case.get("exit") == 1 else set())


def test_the_exit_code_says_so() -> None:
    assert {case.get("exit", 0) for case in CASES.values()} == {0, 1, 2}


@pytest.mark.parametrize("name", ["bare-question-two-days", "both-confirmed", "one-cannot-be-read"])
def test_check_leaves_with_the_code(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    case = CASES[name]
    (folder / "seeds").mkdir()
    (folder / "claims").mkdir()
    for id_, text in case["sources"].items():
        (folder / "seeds" / f"{id_}.txt").write_bytes(NOT_TEXT if text is None else text.encode())
        described = {"id": id_, "title": id_, "kind": "secondary"}
        (folder / "seeds" / f"{id_}.txt.source.yaml").write_text(yaml.safe_dump(described))
    (folder / "claims" / "closed.yaml").write_text(yaml.safe_dump(case["claim"]))
    answer = call("check", "--plain", cwd=folder)
    assert answer.code == case["exit"], answer.out + answer.err
