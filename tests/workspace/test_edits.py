"""A file is whole before, during and after a write."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from provenance.errors import ProvenanceError
from provenance.workspace import edits
from provenance.workspace.edits import rewrite, write
from provenance.workspace.interrupted import is_leftover, meant_for
from provenance.workspace.report_files import write_reports
from tests.workspace.folders import make
from tests.workspace.golden import assert_golden
from tests.workspace.kill_many import kill_while_writing, torn

KILLS = [round(random.Random(number).uniform(0, 0.06), 4) for number in range(20)]


@pytest.mark.parametrize("delay", KILLS)
def test_a_killed_writer_leaves_every_file_whole(delay: float, tmp_path: Path) -> None:
    kill_while_writing(tmp_path, delay)
    assert torn(tmp_path) == []


def test_mode_is_kept_and_a_new_file_gets_the_usual_one(tmp_path: Path) -> None:
    root = make(tmp_path, {"claims/a.yaml": "question: x\n"})
    (root / "claims/a.yaml").chmod(0o640)
    write(root, "claims/a.yaml", b"question: y\n")
    write(root, "claims/b.yaml", b"question: y\n")
    usual = root / "usual"
    usual.touch()
    assert (root / "claims/a.yaml").stat().st_mode & 0o777 == 0o640
    assert (root / "claims/b.yaml").stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path, {"claims/a.yaml": "question: x\n"})

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync", fail) if step == "fsync" else (Path, "replace", fail)))
    with pytest.raises(ProvenanceError) as raised:
        write(root, "claims/a.yaml", b"question: y\n")
    assert_golden("disk-full", raised.value.problems)
    assert [path.name for path in (root / "claims").iterdir()] == ["a.yaml"]
    assert (root / "claims/a.yaml").read_text() == "question: x\n"


def test_a_link_within_the_workspace_is_written_through(tmp_path: Path) -> None:
    root = make(tmp_path, {"claims/a.yaml": "question: x\n"})
    (root / "claims/b.yaml").symlink_to("a.yaml")
    write(root, "claims/b.yaml", b"question: y\n")
    assert (root / "claims/b.yaml").is_symlink()
    assert (root / "claims/a.yaml").read_bytes() == b"question: y\n"


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("../out.yaml", id="dots"),
        pytest.param("claims/../../out.yaml", id="dots further on"),
        pytest.param("claims/link.yaml", id="link"),
        pytest.param("away/out.yaml", id="link to a folder"),
    ],
)
def test_nothing_is_written_outside_the_workspace(path: str, tmp_path: Path) -> None:
    root = make(tmp_path / "here", {})
    (tmp_path / "there").mkdir()
    (root / "away").symlink_to(tmp_path / "there")
    (root / "claims/link.yaml").symlink_to(tmp_path / "there" / "out.yaml")
    with pytest.raises(ProvenanceError, match="outside-workspace"):
        write(root, path, b"x")
    assert list((tmp_path / "there").iterdir()) == []
    assert not (tmp_path / "out.yaml").exists()


def test_what_someone_else_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    root = make(tmp_path, {"claims/a.yaml": "question: x\n"})

    def edit(text: str) -> str:
        (root / "claims/a.yaml").write_text("question: theirs\n")
        return text.replace("x", "mine")

    with pytest.raises(ProvenanceError) as raised:
        rewrite(root, "claims/a.yaml", edit)
    assert_golden("changed-meanwhile", raised.value.problems)
    assert (root / "claims/a.yaml").read_text() == "question: theirs\n"


def test_an_edit_that_changes_nothing_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path, {"claims/a.yaml": "\ufeffquestion: x\r\n"})
    monkeypatch.setattr(edits, "write", lambda *_: pytest.fail("written"))
    rewrite(root, "claims/a.yaml", lambda text: text)


def test_reports_are_written_as_given(tmp_path: Path) -> None:
    root = make(tmp_path, {"reports/conflicts.md": "old"})
    written = write_reports(root, {"conflicts.md": "é\n", "conflicts.json": "{}\n"})
    assert written == ("reports/conflicts.md", "reports/conflicts.json")
    assert (root / "reports/conflicts.md").read_bytes() == "é\n".encode()


def test_reports_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    root = make(tmp_path, {"reports": "a file where the folder should be"})
    with pytest.raises(ProvenanceError) as raised:
        write_reports(root, {"conflicts.md": "x"})
    assert_golden("unwritable-reports", raised.value.problems)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        pytest.param(".a.yaml.k3j_9xq2.provenance-part", True, id="ours"),
        pytest.param("a.yaml", False, id="the file itself"),
        pytest.param(".gitkeep", False, id="another hidden file"),
        pytest.param("a.yaml.provenance-part", False, id="a visible file of a similar name"),
    ],
)
def test_what_an_interrupted_write_leaves_is_recognised(name: str, left: bool) -> None:
    assert is_leftover(name) is left
    assert meant_for(name) == ("a.yaml" if left else name)
