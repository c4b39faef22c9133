"""What is kept outside the workspace is seen when it changes, looked at, taken in, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.workspace.taken_from import FILE
from tests.workspace.folders import make

DRAFT = "The bridge was closed on 14 March 1841.\n"
LATER = "The bridge was closed on 15 March 1841.\n"
CLAIM = (
    "question: When was it closed?\n"
    "statements:\n"
    '  - {source: draft, quote: "closed on 14 March 1841", says: 1841-03-14}\n'
    '  - {source: letter, quote: "closed on 14 March 1841", says: 1841-03-14}\n'
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder in which a person keeps her files."""
    folder = tmp_path / "kept"
    folder.mkdir()
    for name in ("draft.md", "letter.txt"):
        (folder / name).write_text(DRAFT, encoding="utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path, kept: Path) -> Path:
    root = make(tmp_path / "w", {}, with_cable=False)
    run.init(root)
    run.add_source(root, kept / "draft.md", {"id": "draft", "role": "draft"})
    run.add_source(root, kept / "letter.txt", {"id": "letter"})
    (root / "claims/closed.yaml").write_text(CLAIM, encoding="utf-8")
    return root


def seen(root: Path) -> list[tuple[str, bool]]:
    return [(each.source, each.is_draft) for each in run.Elsewhere(root).newer()]


def test_what_changed_where_it_lies_is_seen_drafts_first(root: Path, kept: Path) -> None:
    assert seen(root) == []
    for name in ("letter.txt", "draft.md"):
        (kept / name).write_text(LATER, encoding="utf-8")
    assert seen(root) == [("draft", True), ("letter", False)]
    (root / "seeds/letter.txt").write_text(LATER, encoding="utf-8")
    assert seen(root) == [("draft", True)], "a copy made by hand is up to date"
    (kept / "draft.md").unlink()
    assert seen(root) == []


def test_no_shared_file_names_a_place_on_the_machine(root: Path, kept: Path) -> None:
    shared = [p for p in root.rglob("*") if p.is_file() and ".provenance" not in p.parts]
    assert not [path for path in shared if str(kept).encode() in path.read_bytes()]
    (root / FILE).write_text("{broken", encoding="utf-8")
    assert seen(root) == [], "what cannot be read was never remembered"


@pytest.mark.parametrize(
    ("id", "name"),
    [
        pytest.param("draft", "draft.md", id="draft"),
        pytest.param("letter", "letter.txt", id="source"),
    ],
)
def test_a_newer_version_is_looked_at_taken_in_and_taken_back(
    root: Path, kept: Path, id: str, name: str
) -> None:
    file = kept / name
    file.write_text(LATER, encoding="utf-8")
    looked = run.look_at_version(root, id, file)
    assert looked.revised is not None
    assert [each.said for each in looked.revised] == ["“14” is now “15”"]
    assert [question for question, _ in looked.lost] == ["When was it closed?"]
    assert not looked.is_copy_edited
    change = run.take_version(root, id, file, looked.sha256)
    assert (root / "seeds" / name).read_text(encoding="utf-8") == LATER
    assert seen(root) == []
    dossier = run.check(root)
    assert dossier.source(id).state.value == "read", "its hash is recorded with it"
    run.carry_out(root, change.reversed)
    assert (root / "seeds" / name).read_text(encoding="utf-8") == DRAFT


def test_what_was_changed_in_the_workspace_too_is_said(root: Path, kept: Path) -> None:
    (kept / "draft.md").write_text(LATER, encoding="utf-8")
    (root / "seeds/draft.md").write_text(DRAFT + "Mine.\n", encoding="utf-8")
    assert run.look_at_version(root, "draft", kept / "draft.md").is_copy_edited


def test_what_is_left_is_told_again_only_when_it_changes_again(root: Path, kept: Path) -> None:
    (kept / "draft.md").write_text(LATER, encoding="utf-8")
    (newer,) = run.Elsewhere(root).newer()
    run.leave_version(root, newer.file, newer.sha256)
    assert seen(root) == []
    assert not run.look_at_version(root, "draft", newer.file).is_copy_edited
    (kept / "draft.md").write_text(LATER + "More.\n", encoding="utf-8")
    assert seen(root) == [("draft", True)]


def test_what_changed_since_it_was_looked_at_is_not_taken_in(root: Path, kept: Path) -> None:
    (kept / "draft.md").write_text(LATER, encoding="utf-8")
    looked = run.look_at_version(root, "draft", kept / "draft.md")
    (kept / "draft.md").write_text("Else.\n", encoding="utf-8")
    with pytest.raises(ProvenanceError) as refused:
        run.take_version(root, "draft", kept / "draft.md", looked.sha256)
    assert refused.value.problems[0].slug == "changed-meanwhile"
    assert (root / "seeds/draft.md").read_text(encoding="utf-8") == DRAFT


def test_a_file_of_another_kind_takes_no_place(root: Path, kept: Path) -> None:
    (kept / "draft.txt").write_text(LATER, encoding="utf-8")
    with pytest.raises(ProvenanceError) as refused:
        run.look_at_version(root, "draft", kept / "draft.txt")
    assert "cannot take the place" in refused.value.problems[0].message


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        pytest.param("letter.txt", DRAFT, ("draft", True, False), id="the bytes of another"),
        pytest.param("draft.md", DRAFT, ("draft", True, True), id="the same file"),
        pytest.param("draft.md", "New.\n", ("draft", False, True), id="the same name"),
        pytest.param("else.md", "New.\n", None, id="unknown"),
    ],
)
def test_a_file_that_is_here_already_is_known(
    root: Path, tmp_path: Path, name: str, text: str, known: tuple[str, bool, bool] | None
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    found = run.likeness(root, file)
    said = (found.source, found.is_same, found.is_same_name) if found else None
    assert said == known


def test_a_file_that_is_added_again_keeps_its_id_and_undoing_keeps_it(
    root: Path, kept: Path
) -> None:
    about = root / "seeds/letter.txt.source.yaml"
    before = about.read_bytes()
    change = run.add_source(root, kept / "letter.txt", {"id": "letter-2"})
    assert "letter-2" not in run.open_desk(root).sources
    run.carry_out(root, change.reversed)
    assert about.read_bytes() == before


def test_another_file_of_the_same_name_is_put_beside_it(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Another letter.\n", encoding="utf-8")
    assert run.seed_path(root, other) == "seeds/letter-2.txt"
    run.add_source(root, other, {"id": "letter-2"}, is_beside=True)
    assert run.open_desk(root).sources["letter-2"].path == "seeds/letter-2.txt"
    assert (root / "seeds/letter.txt").read_text(encoding="utf-8") == DRAFT
