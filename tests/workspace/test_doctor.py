"""What `doctor` finds."""

from __future__ import annotations

import importlib.util
import os
from hashlib import sha256
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from provenance.errors import ProvenanceError
from provenance.model.housekeeping import Examined, Health
from provenance.readers.read import read
from provenance.workspace import doctor
from provenance.workspace.doctor import examine
from provenance.workspace.folder import open_workspace
from provenance.workspace.hashes import changed, sha256_of
from tests.workspace.folders import CABLE, CLAIM, make
from tests.workspace.golden import assert_golden

ABOUT = "seeds/cable.txt.source.yaml"
RIGHT = sha256(CABLE.encode()).hexdigest()


def found(root: Path | None, subject: str) -> Examined:
    (one,) = [fact for fact in examine(root, read) if fact.subject == subject]
    return one


def test_a_healthy_workspace_has_nothing_wrong(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {ABOUT: f"id: cable\nsha256: {RIGHT}\n", "claims/a.yaml": CLAIM}
    root = make(tmp_path, {**files, "reports/conflicts.md": "x"})
    assert {fact.health for fact in examine(root, read)} == {Health.WELL}
    assert found(root, "claims").said == "1 read"
    assert found(root, "seeds/cable.txt").said == "unchanged"


def test_without_a_workspace_the_installation_is_looked_at() -> None:
    subjects = [fact.subject for fact in examine(None, read)]
    assert {"Python", "textual", "pyyaml", "cydifflib"} <= set(subjects)


def test_a_missing_library_is_wrong_and_a_missing_accelerator_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "version", version)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    assert found(None, "edtf").health is Health.ILL
    assert found(None, "cydifflib").health is Health.NOTED


def test_a_changed_source_is_told_with_both_hashes(tmp_path: Path) -> None:
    root = make(tmp_path, {ABOUT: f"id: cable\nsha256: {'0' * 64}\n"})
    (source,) = open_workspace(root).sources
    problem = changed(source, sha256_of(root, source.path))
    assert problem is not None
    assert_golden("source-changed", [problem])
    assert found(root, "seeds/cable.txt").health is Health.ILL
    assert changed(source, "0" * 64) is None


@pytest.mark.parametrize(
    ("description", "health", "said"),
    [
        pytest.param("id: cable\n", Health.NOTED, "its hash is not recorded", id="no hash"),
        pytest.param("role: draft\n", Health.WELL, "a draft: it may change", id="draft"),
    ],
)
def test_a_source_without_a_hash_is_told_apart_from_a_draft(
    description: str, health: Health, said: str, tmp_path: Path
) -> None:
    fact = found(make(tmp_path, {ABOUT: description}), "seeds/cable.txt")
    assert (fact.health, fact.said) == (health, said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "nothing of it can be read: the file is empty", id="empty"),
        pytest.param(b"\x89PNG\r\n\0", "this is a PNG picture", id="not text"),
    ],
)
def test_a_source_of_which_nothing_can_be_read_is_wrong(
    content: bytes, said: str, tmp_path: Path
) -> None:
    fact = found(make(tmp_path, {"seeds/scan.txt": content}), "seeds/scan.txt")
    assert (fact.health, fact.said) == (Health.ILL, said)


@pytest.mark.parametrize(
    "folder", ["", "claims/", "claims/decisions/a/", "seeds/1945/", ".provenance/unfinished/"]
)
def test_what_an_interrupted_write_left_is_named(folder: str, tmp_path: Path) -> None:
    left = f"{folder}.a.yaml.k3j_9xq2.provenance-part"
    root = make(tmp_path, {left: "half", "claims/a.yaml": CLAIM})
    assert found(root, left).said == "left by an interrupted write of a.yaml, which is whole"


def test_what_is_wrong_with_files_and_folders_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path, {"reports": "a file", "claims/a.yaml": "question: [\n"})
    assert found(root, "reports/").health is Health.ILL
    assert found(root, "claims/a.yaml:2:1").health is Health.ILL
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert found(root, "seeds/").said == "not readable"


def test_a_source_that_vanished_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ProvenanceError, match="unreadable"):
        sha256_of(make(tmp_path, {}), "seeds/gone.txt")
