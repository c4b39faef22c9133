"""A folder on disk as one value, in the order of the board."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from provenance.errors import ProvenanceError
from provenance.model.claims import ClaimType
from provenance.model.sources import Kind
from provenance.workspace.folder import open_catalogue, open_workspace
from provenance.workspace.paths import find_root
from tests.workspace.folders import CABLE, CLAIM, make
from tests.workspace.golden import assert_golden

YALTA = Path(__file__).parents[3] / "shared" / "data" / "yalta_dev"


def description(id: str, *lines: str) -> str:
    return "\n".join((f"id: {id}", *lines, ""))


def test_sources_stand_in_the_order_of_the_board(tmp_path: Path) -> None:
    told = {
        "a": description("late", "issued: 1990"),
        "b": description("undated-b"),
        "c": description("undated-a"),
        "d": description("early", "issued: 1945-07"),
        "e": description("first", "issued: 2001"),
        "f": description("second"),
        "g": description("draft", "role: draft", "issued: 2024"),
        "h": description("same-day", "issued: 1945-07-01"),
    }
    files: dict[str, str | bytes] = {"provenance.yaml": "columns: [first, second]\n"}
    for name, text in told.items():
        files[f"seeds/{name}.txt"] = CABLE
        files[f"seeds/{name}.txt.source.yaml"] = text
    workspace = open_workspace(make(tmp_path, files, with_cable=False))
    assert workspace.problems == ()
    assert [source.id for source in workspace.sources] == [
        *("draft", "first", "second", "early", "same-day", "late", "undated-a", "undated-b")
    ]


def test_claims_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ("b", "a", "10", "9", "é")
    workspace = open_workspace(make(tmp_path, {f"claims/{name}.yaml": CLAIM for name in names}))
    assert [claim.id for claim in workspace.claims] == ["10", "9", "a", "b", "é"]


def test_a_document_without_description_is_a_source(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "seeds/My_Cable (1945).txt": CABLE,
        "seeds/1945/note.txt": CABLE,
        "seeds/note.md": CABLE,
        "seeds/蒋介石.txt": CABLE,
        "seeds/---.txt": CABLE,
        "seeds/other.txt": CABLE,
        "seeds/other.txt.source.yaml": description("my-cable-1945"),
    }
    workspace = open_workspace(make(tmp_path, files, with_cable=False))
    assert workspace.problems == ()
    assert {source.path: (source.id, source.title) for source in workspace.sources} == {
        "seeds/---.txt": ("source", "---"),
        "seeds/1945/note.txt": ("note-txt", "note"),
        "seeds/note.md": ("note-md", "note"),
        "seeds/My_Cable (1945).txt": ("my-cable-1945-txt", "My Cable (1945)"),
        "seeds/other.txt": ("my-cable-1945", "other"),
        "seeds/蒋介石.txt": ("蒋介石", "蒋介石"),
    }


def test_what_is_no_source_and_no_claim_is_passed_over(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "seeds/.DS_Store": b"\x00",
        "seeds/Thumbs.db": b"\x00",
        "seeds/.cable.txt.k3j_9xq2.provenance-part": "half of a write",
        "claims/README.md": "how we write claims",
        "claims/.a.yaml.k3j_9xq2.provenance-part": "question: [",
    }
    workspace = open_workspace(make(tmp_path, files))
    assert (workspace.claims, workspace.problems) == ((), ())
    assert [source.id for source in workspace.sources] == ["cable"]


def test_links_that_lead_out_are_refused_by_name(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (outside / "claim.yaml").write_text(CLAIM)
    root = make(tmp_path / "here", {"claims/good.yaml": CLAIM, "seeds/real.txt": CABLE})
    (root / "seeds/secret.txt").symlink_to(outside / "secret.txt")
    (root / "seeds/secret.txt.source.yaml").write_text(description("secret"))
    (root / "seeds/up.txt").symlink_to("../../outside/secret.txt")
    (root / "seeds/folder").symlink_to(outside)
    (root / "seeds/round.txt").symlink_to("round.txt")
    (root / "seeds/within.txt").symlink_to("real.txt")
    (root / "claims/bad.yaml").symlink_to(outside / "claim.yaml")
    workspace = open_workspace(root)
    assert_golden("links-that-lead-out", workspace.problems)
    assert [claim.id for claim in workspace.claims] == ["good"]
    usable = [source.id for source in workspace.sources if not source.unusable]
    assert usable == ["cable", "real", "within"]


@pytest.mark.parametrize("name", ["claims", "seeds", "provenance.yaml"])
def test_a_whole_part_that_leads_out_is_refused(name: str, tmp_path: Path) -> None:
    root = make(tmp_path / "here", {})
    (root / name).rename(tmp_path / name)
    (root / name).symlink_to(tmp_path / name)
    problems = open_workspace(root).problems
    assert [(p.slug, str(p.place)) for p in problems] == [("outside-workspace", name)]


def test_a_workspace_that_is_itself_a_link_is_followed(tmp_path: Path) -> None:
    root = make(tmp_path / "real", {"claims/a.yaml": CLAIM})
    (tmp_path / "link").symlink_to(root)
    workspace = open_workspace(tmp_path / "link")
    assert (workspace.root, workspace.problems, len(workspace.claims)) == (root, (), 1)


def test_a_pipe_among_the_sources_is_not_opened(tmp_path: Path) -> None:
    root = make(tmp_path, {})
    os.mkfifo(root / "seeds" / "pipe.txt")
    assert_golden("pipe-among-sources", open_workspace(root).problems)


@pytest.mark.parametrize(
    ("document", "description", "slug", "why"),
    [
        pytest.param(
            *(CABLE, 'id: "the-essay"\nissued: [\n'),
            *("yaml-syntax", "its description needs mending"),
            id="no YAML",
        ),
        pytest.param(
            *(CABLE, "id: the-essay\nissued: 1990\nauhtor: x\n"),
            *("unknown-key", "its description needs mending"),
            id="key misspelt",
        ),
        pytest.param(
            None, "id: the-essay\n", "missing-source", "its file is missing", id="no document"
        ),
    ],
)
def test_a_source_that_cannot_be_used_keeps_its_column_and_its_statements(
    document: str | None, description: str, slug: str, why: str, tmp_path: Path
) -> None:
    files: dict[str, str | bytes] = {
        "seeds/essay.txt.source.yaml": description,
        "claims/a.yaml": CLAIM + CLAIM[CLAIM.index("  - source") :].replace("cable", "the-essay"),
        "claims/b.yaml": "question: When?\ntype: date\nsilent: [the-essay, cable]\n",
    }
    if document is not None:
        files["seeds/essay.txt"] = document
    workspace = open_workspace(make(tmp_path, files))
    both, silent = workspace.claims
    assert [statement.source for statement in both.statements] == ["cable", "the-essay"]
    assert silent.silent == ("the-essay", "cable")
    assert [p.slug for p in workspace.problems] == [slug]
    assert {s.id: s.unusable for s in workspace.sources} == {"cable": "", "the-essay": why}
    assert {s.path for s in workspace.sources} == {"seeds/cable.txt", "seeds/essay.txt"}


def test_two_sources_with_one_id_are_one_column_that_cannot_be_used(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": CABLE,
        "seeds/a.txt.source.yaml": description("same"),
        "seeds/b.txt": CABLE,
        "seeds/b.txt.source.yaml": description("same"),
    }
    workspace = open_workspace(make(tmp_path, files))
    assert [(s.id, s.path, bool(s.unusable)) for s in workspace.sources] == [
        ("cable", "seeds/cable.txt", False),
        ("same", "seeds/a.txt", True),
    ]


def test_settings_with_a_mistake_leave_the_defaults(tmp_path: Path) -> None:
    root = make(tmp_path, {"provenance.yaml": "title: Yalta\nmarks: runes\n"})
    workspace = open_workspace(root)
    assert workspace.settings.title == ""
    assert [problem.slug for problem in workspace.problems] == ["bad-choice"]


def test_the_same_folder_gives_the_same_value(tmp_path: Path) -> None:
    root = make(tmp_path, {"claims/a.yaml": CLAIM, "claims/b.yaml": "a: ["})
    assert open_workspace(root) == open_workspace(root)


def test_the_nearest_workspace_above_is_found(tmp_path: Path) -> None:
    outer = make(tmp_path, {"claims/decisions/x": ""})
    inner = tmp_path / "seeds" / "inner"
    (inner / "claims").mkdir(parents=True)
    assert find_root(outer / "claims" / "decisions") == outer
    assert find_root(inner) == outer
    (inner / "seeds").mkdir()
    assert find_root(inner / "claims") == inner


def test_where_there_is_no_workspace_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProvenanceError) as raised:
        find_root(Path())
    assert_golden("no-workspace", raised.value.problems)
    with pytest.raises(ProvenanceError, match="no-workspace"):
        open_workspace(tmp_path)


def test_the_example_is_in_order() -> None:
    workspace = open_workspace(Path(__file__).parents[2])
    assert workspace.problems == ()
    assert [source.id for source in workspace.sources] == ["harriman-cable", "yalta-essay"]
    assert {claim.type for claim in workspace.claims} == set(ClaimType)


@pytest.mark.skipif(not YALTA.exists(), reason="the shared development data is not here")
@pytest.mark.parametrize(("claims", "statements"), [("claims-stated", 25), ("claims-open", 0)])
def test_the_development_data_loads_unchanged(claims: str, statements: int, tmp_path: Path) -> None:
    folder = YALTA / claims
    files = {f"claims/{path.name}": path.read_bytes() for path in folder.glob("*.yaml")}
    for path in (YALTA / "seeds").iterdir():
        files[f"seeds/{path.name}"] = path.read_bytes()
    workspace = open_workspace(make(tmp_path, {**files}, with_cable=False))
    assert workspace.problems == ()
    assert (len(workspace.claims), len(workspace.sources)) == (11, 16)
    assert sum(len(claim.statements) for claim in workspace.claims) == statements
    potsdam = next(s for s in workspace.sources if s.id == "milestones-potsdam-conf")
    assert potsdam.authors == ("Office of the Historian, U.S. Department of State",)
    assert (potsdam.kind, potsdam.issued) == (Kind.SECONDARY, None)
    assert potsdam.described_as("archive").startswith("HistoryAtState/milestones")


def test_a_catalogue_finds_the_claims_that_the_whole_workspace_holds(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "claims/a.yaml": CLAIM,
        "claims/Twin.yaml": CLAIM,
        "claims/twin.yaml": CLAIM.replace("When", "On what day"),
        "claims/Broken-twin.yaml": "question: [\n",
        "claims/broken-twin.yaml": CLAIM,
        "claims/bad.yaml": "question: [\n",
        "claims/README.md": "",
    }
    root = make(tmp_path, files)
    whole, catalogue = open_workspace(root), open_catalogue(root)
    assert catalogue.settings == whole.settings
    assert catalogue.sources == whole.sources
    assert tuple(catalogue.claims.values()) == whole.claims
    assert [claim.id for claim in whole.claims] == ["Twin", "a", "broken-twin"]
    assert len(catalogue.claims) == len(whole.claims)
    assert "bad" in catalogue.names
    for none in ("bad", "twin", "Broken-twin", "README", ""):
        assert none not in catalogue.claims


def test_a_catalogue_reads_the_claim_that_is_asked_for_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path, {f"claims/{id}.yaml": f"# {tmp_path} {id}\n{CLAIM}" for id in "abc"})
    read: list[str] = []

    def told(root: Path, name: str) -> bytes:
        read.append(name)
        return (root / name).read_bytes()

    catalogue = open_catalogue(root)
    monkeypatch.setattr("provenance.workspace.folder.content_of", told)
    assert catalogue.claims["b"].id == "b"
    assert catalogue.claims["b"].question
    assert read == ["claims/b.yaml"]
