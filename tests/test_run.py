"""A workspace read as a whole: notes, works and garbles across its sources."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from provenance.model.notes import MarkerKind
from provenance.run import check, read_closely

CABLE = "He accepts the Yalta agreement. He read the Yalta agreement twice. Stalin met Soong.\n"
ESSAY = (
    "He knew of the secret Woalta agreement.[1]\n\n"
    "[1] Herbert Feis, The China Tangle (Princeton: Princeton University Press, 1953), 240.\n"
)
REVIEW = "He says so.[1]\n\n[1] Herbert Feis, The China Tangel (Princeton: PUP, 1953), 12.\n"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for folder in ("seeds", "claims"):
        (tmp_path / folder).mkdir()
    for name, text in (("cable", CABLE), ("essay", ESSAY), ("review", REVIEW)):
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def settings(workspace: Path, text: str) -> None:
    (workspace / "provenance.yaml").write_text(text, encoding="utf-8")


def test_every_source_has_its_notes_works_and_garbles(workspace: Path) -> None:
    dossier = check(workspace)
    essay = dossier.source("essay")
    assert essay.document is not None
    assert [note.label for note in essay.document.notes] == ["1"]
    assert [work.label for work in essay.works] == ["Feis, The China Tangle (1953)"]
    assert [(g.text, g.suggestion) for g in essay.garbles] == [("Woalta", "Yalta")]
    (only,) = dossier.bibliography
    assert [bool(spelling.why) for spelling in only.spellings] == [False, True]


def test_a_citation_leads_to_its_work_and_to_the_source_that_is_it(workspace: Path) -> None:
    (workspace / "seeds" / "feis.txt").write_text("Chiang was told in June.\n", encoding="utf-8")
    (workspace / "seeds" / "feis.txt.source.yaml").write_text(
        "id: feis\ntitle: The China Tangle\nauthor: [Herbert Feis]\nissued: 1953\n",
        encoding="utf-8",
    )
    dossier = check(workspace)
    for source in ("essay", "review"):
        document = dossier.source(source).document
        assert document is not None
        (citation,) = document.notes[0].citations
        (work,) = (work for work in dossier.bibliography if (source, citation.id) in work.cited)
        assert (work.key, work.held) == ("feis-china-tangle", "feis")


@pytest.mark.parametrize(
    ("rules", "at_most"),
    [
        pytest.param("", 1, id="a title misread is the same work"),
        pytest.param("works: {apart: [[feis-china-tangle, feis-china-tangel]]}\n", 2, id="parted"),
    ],
)
def test_origins_are_counted_by_the_bibliography_as_the_settings_have_it(
    workspace: Path, rules: str, at_most: int
) -> None:
    settings(workspace, rules)
    (workspace / "claims" / "told.yaml").write_text(
        "question: Was he told?\ntype: yes-no\nstatements:\n"
        '  - {source: essay, quote: "He knew of the secret", says: yes, notes: ["1"]}\n'
        '  - {source: review, quote: "He says so", says: yes, notes: ["1"]}\n',
        encoding="utf-8",
    )
    (row,) = check(workspace).rows
    assert (row.origins.sources, row.origins.at_most) == (2, at_most)


def test_the_settings_part_what_was_joined(workspace: Path) -> None:
    settings(workspace, "works:\n  apart: [[feis-china-tangle, feis-china-tangel]]\n")
    dossier = check(workspace)
    assert [work.key for work in dossier.bibliography] == ["feis-china-tangel", "feis-china-tangle"]
    assert dossier.problems == ()


def test_a_work_that_nobody_cites_is_a_problem_with_its_place(workspace: Path) -> None:
    settings(workspace, "works:\n  same:\n    - [feis-china-tangle, feis-china-tango]\n")
    (problem,) = check(workspace).problems
    assert (problem.slug, str(problem.place)) == ("unknown-work", "provenance.yaml:3:27")


def test_a_works_bibliography_of_the_users_own_is_matched(workspace: Path) -> None:
    settings(workspace, "bibliography: [mine.bib]\n")
    (workspace / "mine.bib").write_text(
        "@book{f53, author={Feis, Herbert}, title={The China Tangle}, year=1953}\n@book{x, title={",
        encoding="utf-8",
    )
    dossier = check(workspace)
    reference = dossier.bibliography[0].reference
    assert reference is not None
    assert reference.id == "f53"
    assert [p.slug for p in dossier.problems] == ["bad-bibliography"]


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        pytest.param("missing.bib", "missing-file", id="not there"),
        pytest.param("../other.bib", "outside-workspace", id="outside of the workspace"),
    ],
)
def test_a_bibliography_that_cannot_be_read_stops_nothing(
    workspace: Path, path: str, slug: str
) -> None:
    settings(workspace, f"bibliography: [{path}]\n")
    dossier = check(workspace)
    assert [problem.slug for problem in dossier.problems] == [slug]
    assert len(dossier.sources) == 3


def test_a_confirmed_alias_is_suspected_no_more(workspace: Path) -> None:
    settings(workspace, "aliases: [[Yalta, Woalta]]\n")
    assert check(workspace).source("essay").garbles == ()


def test_one_file_is_read_beside_the_others_or_alone(workspace: Path) -> None:
    file = workspace / "seeds" / "essay.txt"
    beside, alone = read_closely(file), read_closely(file, alone=True)
    assert ([g.suggestion for g in beside.garbles], beside.compared_with) == (["Yalta"], 2)
    assert (alone.garbles, alone.compared_with) == ((), 0)
    assert alone.works == beside.works


def test_a_file_outside_of_any_workspace_has_its_notes_too(tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text(ESSAY, encoding="utf-8")
    assert len(read_closely(tmp_path / "essay.txt").works) == 1


def test_the_essay_as_its_first_user_has_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "claims").mkdir()
    (essay,) = (tmp_path / "seeds").glob("003*.txt")
    reading = read_closely(essay)
    kinds = {
        kind: [m.label for m in reading.document.markers if m.kind is kind] for kind in MarkerKind
    }
    assert sorted(kinds[MarkerKind.NOTE]) == ["19", "20", "21", "29", "30"]
    assert sorted(kinds[MarkerKind.PARAGRAPH_NUMBER]) == ["12", "17", "24"]
    (note,) = reading.document.notes
    assert (note.label, note.marker, len(note.citations)) == ("36", None, 3)
    assert len(reading.works) == 3
    assert {g.text: g.suggestion for g in reading.garbles} == dict.fromkeys(
        ("Kanta", "Woalta", "Jaalta"), "Yalta"
    )
    dates = [date.span.of(reading.document.text) for date in reading.dates]
    assert "June 15" in dates
