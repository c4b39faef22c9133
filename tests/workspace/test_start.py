"""Starting a workspace and adding sources: nothing that is there is written over."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from provenance.errors import ProvenanceError
from provenance.model.housekeeping import Adding
from provenance.model.sources import Role
from provenance.readers.read import read
from provenance.workspace.folder import open_workspace
from provenance.workspace.settings import read_settings
from provenance.workspace.start import add, init
from tests.workspace.folders import CABLE, CLAIM, make
from tests.workspace.golden import assert_golden

MADE = ("claims/", "seeds/", "reports/", "provenance.yaml", ".gitignore", "claims/.gitattributes")


def test_an_empty_folder_becomes_a_workspace(tmp_path: Path) -> None:
    root = tmp_path / "new" / "Yalta: who?"
    assert init(root).made == MADE
    workspace = open_workspace(root)
    assert workspace.settings.title == "Yalta: who?"
    assert (workspace.sources, workspace.claims, workspace.problems) == ((), (), ())
    assert (root / ".gitignore").read_text() == ".provenance/\n"
    again = init(root)
    assert (again.made, again.kept) == ((), MADE)


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "provenance.yaml": "title: Mine\r\n",
        ".gitignore": "*.tmp\r\nbuild",
        "claims/a.yaml": CLAIM,
    }
    root = make(tmp_path, files)
    assert init(root).made == ("reports/", ".gitignore", "claims/.gitattributes")
    assert (root / "provenance.yaml").read_bytes() == b"title: Mine\r\n"
    assert (root / ".gitignore").read_bytes() == b"*.tmp\r\nbuild\r\n.provenance/\r\n"
    assert (root / "claims/a.yaml").read_text() == CLAIM


def test_a_file_in_the_way_is_told_of(tmp_path: Path) -> None:
    root = make(tmp_path, {"reports": "not a folder"})
    with pytest.raises(ProvenanceError) as raised:
        init(root)
    problem = raised.value.problems[0]
    assert (problem.slug, (root / "reports").read_text()) == ("unwritable", "not a folder")


def test_every_setting_that_the_guidance_shows_is_a_setting(tmp_path: Path) -> None:
    init(tmp_path)
    guidance = (tmp_path / "provenance.yaml").read_text().split("# A source is")[0]
    shown = re.sub(r"^# ((?:[a-z]+:|  ).*)$", r"\1", guidance, flags=re.MULTILINE)
    settings = read_settings(shown.encode(), "provenance.yaml")
    assert settings.columns == ("harriman-cable", "yalta-essay")
    assert (len(settings.aliases.groups), len(settings.events)) == (1, 1)
    assert (settings.letters, len(settings.tolerances)) == (True, 2)


@pytest.fixture
def cable(tmp_path: Path) -> Path:
    path = tmp_path / "Harriman Cable.txt"
    path.write_bytes(b"\xef\xbb\xbf" + CABLE.replace("\n", "\r\n").encode())
    return path


def test_a_source_is_copied_to_the_byte_and_described(cable: Path, tmp_path: Path) -> None:
    root = make(tmp_path / "w", {}, with_cable=False)
    (added,), problems = add(root, [cable], read)
    assert problems == ()
    assert (added.path, added.id) == ("seeds/Harriman Cable.txt", "harriman-cable")
    assert added.outcome is Adding.ADDED
    assert (root / added.path).read_bytes() == cable.read_bytes()
    (source,) = open_workspace(root).sources
    assert source.title == "Harriman Cable"
    assert source.sha256 == sha256(cable.read_bytes()).hexdigest()
    assert (source.issued, source.authors, source.role) == (None, (), Role.SOURCE)


def test_adding_again_changes_nothing(cable: Path, tmp_path: Path) -> None:
    root = make(tmp_path / "w", {}, with_cable=False)
    add(root, [cable], read)
    before = {path: path.read_bytes() for path in (root / "seeds").iterdir()}
    ((again, inside), problems) = add(root, [cable, root / "seeds" / cable.name], read)
    assert ({again.outcome, inside.outcome}, problems) == ({Adding.UNCHANGED}, ())
    assert {path: path.read_bytes() for path in (root / "seeds").iterdir()} == before


@pytest.mark.parametrize(
    ("description", "becomes"),
    [
        pytest.param(
            "id: c\nsha256: {0}\n# mine\n", "id: c\nsha256: {1}\n# mine\n", id="refreshed"
        ),
        pytest.param("id: c  # mine\r\n", "id: c  # mine\r\nsha256: {1}\r\n", id="put in"),
        pytest.param("id: c\nrole: draft\n", "id: c\nrole: draft\n", id="a draft has none"),
    ],
)
def test_adding_a_changed_source_touches_only_its_hash(
    description: str, becomes: str, tmp_path: Path
) -> None:
    now = sha256(CABLE.encode()).hexdigest()
    about = "seeds/cable.txt.source.yaml"
    root = make(tmp_path, {about: description.format("0" * 64, now)})
    (added,), problems = add(root, [root / "seeds/cable.txt"], read)
    assert (root / about).read_bytes().decode() == becomes.format("0" * 64, now)
    assert (added.id, problems) == ("c", ())
    assert added.outcome is (Adding.UNCHANGED if "draft" in becomes else Adding.RECORDED)


def test_ids_stay_apart(tmp_path: Path) -> None:
    root = make(tmp_path / "w", {}, with_cable=False)
    names = ("note.txt", "note.md", "Note.text")
    for name in names:
        (tmp_path / name).write_text(f"words of {name}")
    added, problems = add(root, [tmp_path / name for name in names], read)
    assert problems == ()
    assert len({one.id for one in added}) == 3
    assert {source.id for source in open_workspace(root).sources} == {one.id for one in added}


def test_a_source_keeps_the_id_claims_already_use(tmp_path: Path) -> None:
    root = make(tmp_path, {"seeds/cable.md": "other", "claims/a.yaml": CLAIM})
    ids = {source.path: source.id for source in open_workspace(root).sources}
    (added,), _ = add(root, [root / "seeds/cable.txt"], read)
    assert added.id == ids["seeds/cable.txt"]


def test_what_cannot_be_added_is_told_of_and_stops_no_other(
    cable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: dict[str, str | bytes] = {
        "seeds/taken.txt": "the other one",
        "seeds/broken.txt": "words",
        "seeds/broken.txt.source.yaml": "id: [\n",
    }
    root = make(tmp_path / "w", files)
    for name, content in {
        "taken.txt": b"mine",
        "scan.pdf": b"%PDF-1.7",
        "a.source.yaml": b"id: a\n",
        ".hidden.txt": b"words",
        "Thumbs.db": b"words",
    }.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "link.txt").symlink_to("nowhere.txt")
    (root / "seeds" / "away.txt").symlink_to(cable)
    monkeypatch.chdir(tmp_path)
    names = ["missing.txt", "w", "scan.pdf", "taken.txt", "a.source.yaml", ".hidden.txt"]
    names += ["Thumbs.db", "link.txt", "w/seeds/away.txt", "w/seeds/broken.txt", cable.name]
    added, problems = add(root, [Path(name) for name in names], read)
    assert [one.path for one in added] == ["seeds/Harriman Cable.txt"]
    assert_golden("cannot-be-added", problems)
    assert (root / "seeds/taken.txt").read_text() == "the other one"
