"""What is kept in `.provenance/cache`: found again, or counted as not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from provenance.model.asked import Asked
from provenance.workspace import audit_cache, cache
from provenance.workspace.cache import FOLDER, keep, recall
from provenance.workspace.document_cache import Annotated, keep_document, recall_document
from tests.factories import document
from tests.rendering.audits import example_audit, hostile_audit


def test_what_is_kept_is_recalled_and_git_is_told_to_pass_it_over(tmp_path: Path) -> None:
    keep(tmp_path, "a.json", b"one\ntwo")
    assert recall(tmp_path, "a.json") == b"one\ntwo"
    assert recall(tmp_path, "b.json") is None
    assert (tmp_path / ".provenance" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    "damaged",
    [b"", b"no line end", b"\n", b"0" * 64 + b"\n{}", b"\xff\xfe\n{}"],
    ids=["empty", "one line", "no digest", "another digest", "not text"],
)
def test_what_is_damaged_is_not_there(tmp_path: Path, damaged: bytes) -> None:
    keep(tmp_path, "a.json", b"{}")
    (tmp_path / FOLDER / "a.json").write_bytes(damaged)
    assert recall(tmp_path, "a.json") is None
    keep(tmp_path, "a.json", b"{}")
    assert recall(tmp_path, "a.json") == b"{}"


def test_a_link_that_leads_out_is_neither_read_nor_written(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    keep(outside, "a.json", b"{}")
    (inside / ".provenance").mkdir(parents=True)
    (inside / FOLDER).symlink_to(outside / FOLDER)
    assert recall(inside, "a.json") is None
    keep(inside, "b.json", b"{}")
    assert [path.name for path in (outside / FOLDER).iterdir()] == ["a.json"]


def test_a_folder_in_the_way_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".provenance").write_text("a file")
    keep(tmp_path, "a.json", b"{}")
    assert recall(tmp_path, "a.json") is None


def test_what_was_used_longest_ago_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 250)
    for age, name in enumerate(("old.json", "used.json")):
        keep(tmp_path, name, b"x" * 30)
        os.utime(tmp_path / FOLDER / name, (age, age))
    os.utime(tmp_path / FOLDER / "old.json", (5, 5))
    assert recall(tmp_path, "used.json") is not None
    keep(tmp_path, "new.json", b"x" * 30)
    keep(tmp_path, "too-large.json", b"x" * 300)
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {"used.json", "new.json"}


def test_an_audit_is_recalled_as_it_was(tmp_path: Path) -> None:
    audit = example_audit()
    audit_cache.keep_audit(tmp_path, "a.json", audit, ())
    assert audit_cache.recall_audit(tmp_path, "a.json") == audit


def test_half_a_character_is_not_kept_and_stops_nothing(tmp_path: Path) -> None:
    audit_cache.keep_audit(tmp_path, "a.json", hostile_audit(), ())
    assert audit_cache.recall_audit(tmp_path, "a.json") is None


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b'{"bibliographies": [], "audit": {"title": 3}}', b"\xff"]
)
def test_another_shape_is_not_there(tmp_path: Path, content: bytes) -> None:
    keep(tmp_path, "a.json", content)
    assert audit_cache.recall_audit(tmp_path, "a.json") is None
    assert recall_document(tmp_path, "a.json") is None


def test_an_audit_is_not_recalled_when_a_bibliography_changed(tmp_path: Path) -> None:
    (tmp_path / "library.bib").write_text("one")
    audit_cache.keep_audit(tmp_path, "a.json", example_audit(), ["library.bib", "gone.bib"])
    assert audit_cache.recall_audit(tmp_path, "a.json") is not None
    (tmp_path / "library.bib").write_text("two")
    assert audit_cache.recall_audit(tmp_path, "a.json") is None


def test_long_documents_are_kept_and_short_ones_are_not(tmp_path: Path) -> None:
    long, short = Annotated(document("words " * 5_000), ()), Annotated(document("words"), ())
    keep_document(tmp_path, "long.json", long)
    keep_document(tmp_path, "short.json", short)
    assert recall_document(tmp_path, "long.json") == long
    assert recall_document(tmp_path, "short.json") is None


def test_the_name_of_an_audit_tells_of_everything_it_is_made_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.md"
    names = {audit_cache.name_of(tmp_path, [draft], Asked())}

    def changed(why: str, asked: Asked = Asked()) -> None:
        name = audit_cache.name_of(tmp_path, [draft], asked)
        assert name not in names, why
        names.add(name)

    for path in (
        *("draft.md", "provenance.yaml", "audit-baseline.yaml", "seeds/a.txt", "claims/a.yaml"),
        *("seeds/a.txt.source.yaml", "claims/decisions/a/b.yaml", ".provenance/drafts/a.txt"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("one")
        changed(f"{path} is new")
        (tmp_path / path).write_text("two")
        changed(f"{path} has other words")
    changed("another day", Asked(day="2024-01-01"))
    changed("other codes", Asked(select=("PV3",)))
    (tmp_path / "seeds/a.txt").rename(tmp_path / "seeds/b.txt")
    changed("a source has another name")
    monkeypatch.setattr(audit_cache, "program", lambda: "another")
    changed("another program")
    assert audit_cache.name_of(tmp_path, [draft], Asked()) in names, "nothing has changed"
