"""What forms write: files that can be read, changed in one field, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.workspace.unfinished import FOLDER
from tests.workspace.folders import make

CLERK = "Resolved: the bridge was closed on 14 March 1841.\n"
CLAIM = "question: When was the bridge closed?  # ask\ntolerance: P1D\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {
        "seeds/clerk.txt": CLERK,
        "seeds/clerk.txt.source.yaml": "id: clerk\nauthor: [{family: Hale, given: Jane}]  # ?\n",
        "claims/closed.yaml": CLAIM,
    }
    return make(tmp_path / "workspace", files, with_cable=False)


def files(root: Path) -> dict[str, bytes]:
    """What is shared, by path: without what the program remembers for one person."""
    paths = (p for p in root.rglob("*") if p.is_file() and ".provenance" not in p.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_a_new_claim_is_read_by_the_next_run_and_can_be_taken_back(root: Path) -> None:
    before = files(root)
    change = run.add_claim(root, "signed", {"question": "Who signed?", "type": "name"})
    assert "signed" in run.claims_of(root)
    run.carry_out(root, change.reversed)
    assert files(root) == before
    run.carry_out(root, change)
    assert "signed" in run.claims_of(root)


def test_a_claim_keeps_its_comment_when_its_question_changes(root: Path) -> None:
    change = run.edit_claim(root, "closed", {"question": "When was it shut?", "tolerance": "P1D"})
    text = (root / "claims/closed.yaml").read_text(encoding="utf-8")
    assert text == CLAIM.replace("When was the bridge closed?", '"When was it shut?"')
    (root / "claims/closed.yaml").write_text(text + "# mine\n", encoding="utf-8")
    with pytest.raises(ProvenanceError) as refused:
        run.carry_out(root, change.reversed)
    assert refused.value.problems[0].slug == "changed-meanwhile"
    assert (root / "claims/closed.yaml").read_text(encoding="utf-8").endswith("# mine\n")


def test_a_name_that_is_taken_is_refused_whatever_its_case(root: Path) -> None:
    (root / "claims/Shut.yaml").write_text("broken: [\n", encoding="utf-8")
    with pytest.raises(ProvenanceError) as refused:
        run.add_claim(root, "shut", {"question": "Shut?"})
    assert refused.value.problems[0].slug == "name-taken"


def test_a_source_is_copied_described_and_taken_back(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "Harrow Gazette.txt"
    outside.write_text("The bridge was closed on 14 May 1841.\n", encoding="utf-8")
    before = files(root)
    entries: run.Entries = {"id": "gazette", "issued": "1841-05-20", "author": ["A. Pike"]}
    change = run.add_source(root, outside, entries)
    source = run.open_desk(root).sources["gazette"]
    assert source.issued is not None
    assert (source.path, source.issued.edtf) == ("seeds/Harrow Gazette.txt", "1841-05-20")
    assert source.sha256
    run.carry_out(root, change.reversed)
    assert files(root) == before
    assert outside.exists()


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        pytest.param({"id": "clerk"}, "id", id="an id that another has"),
        pytest.param({"id": "a b"}, "id", id="an id with a space"),
        pytest.param({"id": "x", "issued": "the spring"}, "issued", id="no date"),
        pytest.param({"id": "x", "type": "scroll"}, "type", id="no such type"),
    ],
)
def test_what_is_wrong_with_a_description_is_said_of_its_field(
    root: Path, entries: run.Entries, field: str
) -> None:
    wrong = run.open_desk(root).wrong_with_source("", entries, "seeds/new.txt")
    assert [each.field for each in wrong] == [field]
    assert wrong[0].hint


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        pytest.param({"question": "When?", "tolerance": "3 days"}, "tolerance", id="no duration"),
        pytest.param({"question": "When?", "silent": ["clark"]}, "silent", id="no such source"),
        pytest.param({"question": "Why?", "type": "reason"}, "type", id="no such type"),
    ],
)
def test_what_is_wrong_with_a_claim_is_said_of_its_field(
    root: Path, entries: run.Entries, field: str
) -> None:
    wrong = run.open_desk(root).wrong_with_claim("new", entries)
    assert [each.field for each in wrong] == [field]


def test_what_is_wrong_with_a_statement_is_said_of_its_field(root: Path) -> None:
    desk = run.open_desk(root)
    words: dict[str, str | list[str]] = {"source": "clerk", "quote": CLERK.strip()}
    wrong = desk.statement("closed", words | {"says": "in spring", "as-of": "then"})
    assert isinstance(wrong, tuple)
    assert {each.field for each in wrong} == {"says", "as-of"}
    right = desk.statement("closed", words | {"says": "1841-03-14", "as-of": "1841", "layer": "x"})
    assert not isinstance(right, tuple)
    act = run.confirm(root, "closed", right, run.Signed("AB", "2024-03-01T09:30:00Z"))
    assert act.after == CLAIM + (
        f'statements:\n  - {{source: clerk, quote: "{CLERK.strip()}", '
        "says: 1841-03-14, layer: x, as-of: 1841}\n"
    )


def test_authors_that_stay_keep_the_parts_of_their_names(root: Path) -> None:
    names = run.open_desk(root).people("clerk", "author", "Hale, Jane; A. Pike")
    run.edit_source(root, "clerk", {"author": names})
    text = (root / "seeds/clerk.txt.source.yaml").read_text(encoding="utf-8")
    assert text == "id: clerk\nauthor: [{family: Hale, given: Jane}, A. Pike]  # ?\n"


def test_a_form_left_unfinished_is_kept_until_it_is_forgotten(root: Path) -> None:
    form = run.Unfinished("claim", (), "A new question", (("question", "When… “ü”\x1b"),))
    run.keep_unfinished(root, form)
    (root / FOLDER / "broken.json").write_text("{", encoding="utf-8")
    (root / FOLDER / "other.json").write_text(json.dumps({"form": 1}), encoding="utf-8")
    assert run.all_unfinished(root) == (form,)
    run.forget_unfinished(root, form)
    assert run.all_unfinished(root) == ()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("16 March 1842", "1842-03-16", id="a day in words"),
        pytest.param("1 May 2027", "2027-05-01", id="a day to come"),
        pytest.param("about 1842", "1842~", id="about a year"),
        pytest.param("1842-03~", "1842-03~", id="as files have it"),
        pytest.param("3/4/1842", "3/4/1842", id="two days it could be are not chosen between"),
        pytest.param("31 February 1842", "31 February 1842", id="a day that never came"),
        pytest.param("soon", "soon", id="no date"),
    ],
)
def test_a_date_in_words_is_taken_where_it_can_mean_only_one(typed: str, written: str) -> None:
    assert run.date_meant(typed) == written
