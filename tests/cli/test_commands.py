"""Every command, called as a user calls it: what it prints, where, and its exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from provenance.cli import main as cli
from provenance.model.findings import Severity
from tests.cli.calls import CLOSED, ROOT, call, disputed, workspace

COMMANDS = sorted(cli.COMMANDS)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return disputed(tmp_path_factory.mktemp("bridge") / "bridge")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example workspace, where writing does not touch the repository."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("claims", "seeds", "reports"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "provenance.yaml", folder)
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    answer = CliRunner().invoke(cli.provenance, [name, "--help"])
    assert answer.exit_code == 0
    assert f"Example: provenance {name}" in answer.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"provenance {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_conflicts_that_are_confirmed_make_exit_code_one(board: Path) -> None:
    answer = call("check", cwd=board)
    assert answer.code == 1
    assert "disputed" in answer.out
    assert "14 March 1841" in answer.out
    assert not answer.err


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("error", 1), ("warning", 1), ("note", 1), ("never", 0)],
)
def test_fail_on_sets_what_counts(board: Path, fail_on: str, code: int) -> None:
    assert call("check", "--fail-on", fail_on, cwd=board).code == code


def test_possible_conflicts_alone_leave_exit_code_zero(example: Path) -> None:
    assert call("check", cwd=example).code == 0
    assert call("check", "--fail-on", Severity.NOTE.value, cwd=example).code == 1


def test_check_json_keeps_its_schema_and_its_offsets(example: Path) -> None:
    answer = call("check", "--json", cwd=example)
    told = json.loads(answer.out)
    schema = json.loads((ROOT / "provenance/schemas/check.schema.json").read_text())
    Draft202012Validator(schema).validate(told)
    texts = {
        source["id"]: call("read", source["path"], "--text", cwd=example).out
        for source in told["sources"]
    }
    said = [
        (cell["source"], statement)
        for claim in told["claims"]
        for cell in claim["cells"]
        for statement in cell["statements"]
    ]
    assert len(said) > 30
    for source, statement in said:
        assert texts[source][statement["start"] : statement["end"]] == statement["words"]


def test_check_json_is_the_same_to_the_byte_whatever_the_hash_seed(example: Path) -> None:
    first = call("check", "--json", cwd=example, PYTHONHASHSEED="1")
    second = call("check", "--json", cwd=example, PYTHONHASHSEED="2")
    assert first.out == second.out


def test_the_committed_reports_are_what_the_command_writes(example: Path) -> None:
    shutil.rmtree(example / "reports")
    answer = call("report", cwd=example)
    assert answer.out.splitlines() == [
        "reports/conflicts.md",
        "reports/conflicts.html",
        "reports/conflicts.json",
    ]
    for name in answer.out.splitlines():
        assert (example / name).read_bytes() == (ROOT / name).read_bytes(), name


def test_the_report_lists_conflicts_before_possible_conflicts(board: Path) -> None:
    assert call("report", cwd=board).code == 1
    report = (board / "reports/conflicts.md").read_text(encoding="utf-8")
    assert 0 < report.index("## Conflicts") < report.index("## Possible conflicts")
    assert report.index("14 March 1841") < report.index("## Possible conflicts")


def test_a_partial_report_says_so(example: Path) -> None:
    call("report", "--claim", "talks-began", cwd=example)
    report = (example / "reports/conflicts.md").read_text(encoding="utf-8")
    assert "When did the Moscow talks begin?" in report
    assert "Would Soong accept" not in report
    assert "1 of 27 claims" in report


def test_show_tells_everything_behind_one_claim(example: Path) -> None:
    answer = call("show", "soong-mongolia-clause", cwd=example)
    assert answer.code == 0
    for words in ("prepared to accept the Yalta provision", "possible conflict", "gives a plan"):
        assert words in " ".join(answer.out.split())


def test_base_marks_every_source_against_one(board: Path) -> None:
    def history(*words: str) -> str:
        lines = call("check", "--plain", *words, cwd=board).out.splitlines()
        return next(line.split()[0] for line in lines if line.split()[1:2] == ["history"])

    assert history() == "X"
    assert history("--base", "clerk") == "C"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("chekc",), "check", id="a command mistyped"),
        pytest.param(("show", "closd"), "“closed”", id="a claim mistyped"),
        pytest.param(("check", "--base", "clark"), "“clerk”", id="a source mistyped"),
        pytest.param(("report", "--claim", "closd"), "“closed”", id="a claim of a report mistyped"),
        pytest.param(("explain", "PV999"), "provenance explain", id="a code nobody uses"),
        pytest.param(("read", "seeds/none.txt"), "[missing-file]", id="a file that is not there"),
        pytest.param(("check", "--nonsense"), "--nonsense", id="an option that does not exist"),
    ],
)
def test_bad_usage_says_what_to_do_and_exits_two(
    board: Path, words: tuple[str, ...], said: str
) -> None:
    answer = call(*words, cwd=board)
    assert answer.code == 2
    assert said in answer.err
    assert not answer.out


def test_one_bad_claim_stops_no_other_and_outranks_findings(tmp_path: Path) -> None:
    folder = disputed(tmp_path / "w")
    (folder / "claims/broken.yaml").write_text("question: [", encoding="utf-8")
    answer = call("check", cwd=folder)
    assert answer.code == 2
    assert "disputed" in answer.out
    assert "claims/broken.yaml:1:" in answer.err
    assert "1 file" in answer.err


@pytest.mark.parametrize(
    ("description", "why", "slug"),
    [
        pytest.param(None, "its file is missing", "missing-source", id="file gone"),
        pytest.param("idd: x\n", "its description needs mending", "unknown-key", id="key misspelt"),
    ],
)
def test_a_lost_source_does_not_take_its_conflict_along(
    description: str | None, why: str, slug: str, tmp_path: Path
) -> None:
    root = disputed(tmp_path)
    gone = "gazette"
    if description is None:
        (root / f"seeds/{gone}.txt").unlink()
    else:
        with (root / f"seeds/{gone}.txt.source.yaml").open("a") as file:
            file.write(description)
    answer = call("check", "--json", cwd=root)
    told = json.loads(answer.out)
    claim = told["claims"][0]
    cell = next(cell for cell in claim["cells"] if cell["source"] == gone)
    assert (answer.code, cell["state"], [p["slug"] for p in told["problems"]]) == (
        *(2, "unread"),
        [slug],
    )
    assert why in cell["why"]
    assert [s["why"] for s in cell["statements"]] == [f"It could not be looked up: {why}."]
    assert f"What was quoted from {gone} could not be compared" in claim["why"]
    assert not any(f["path"] == f"seeds/{gone}.txt" for f in told["findings"])
    shown = call("check", cwd=root).out
    assert "1 unread" in shown
    assert f"not looked up: {why}" in shown


def test_adding_the_same_bytes_again_says_so(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", {"diary.txt": "One and the same.\n"}, {})
    (tmp_path / "copy.txt").write_text("One and the same.\n", encoding="utf-8")
    added = call("add", str(tmp_path / "copy.txt"), cwd=root)
    assert "the same bytes as seeds/diary.txt (diary)" in added.out
    assert "2 sources (2 read), at most 1 origin" in call("check", cwd=root).out


def test_a_part_of_an_id_is_enough_for_a_suggestion(example: Path) -> None:
    answer = call("show", "mongolia", cwd=example)
    assert (answer.code, "Did you mean “" in answer.err) == (2, True)
    assert "mongolia" in answer.err.partition("Did you mean")[2]


def test_outside_a_workspace_the_next_step_is_named(tmp_path: Path) -> None:
    answer = call("check", cwd=tmp_path)
    assert answer.code == 2
    assert "provenance init" in answer.err


def test_from_an_empty_folder_to_a_board(tmp_path: Path) -> None:
    empty = call("init", cwd=tmp_path)
    assert "provenance add" in empty.out
    assert "provenance add" in call("check", cwd=tmp_path).out
    (tmp_path / "note.txt").write_text("The bridge was closed on 14 March 1841.\n")
    assert "note" in call("add", "note.txt", cwd=tmp_path).out
    claim = "question: When was it closed?\ntype: date\nstatements:\n"
    claim += "  - {source: note, quote: on 14 March 1841, says: 1841-03-14}\n"
    (tmp_path / "claims/closed.yaml").write_text(claim)
    answer = call("check", cwd=tmp_path)
    assert answer.code == 0
    assert "14 Mar 1841" in answer.out
    assert "one source" in answer.out


def test_the_board_without_a_terminal_is_the_board_as_text(board: Path) -> None:
    bare, plain = call(cwd=board), call("--plain", cwd=board)
    assert bare.out == call("check", cwd=board).out
    assert "provenance check" in bare.err
    assert plain.out == call("check", "--plain", cwd=board).out
    assert bare.code == plain.code == 1


def test_plain_is_ascii_but_for_the_sources_own_words(board: Path) -> None:
    out = call("check", "--plain", cwd=board).out
    assert not set("●◐✗○·") & set(out)
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("words", "found", "code"),
    [
        ("closed on the fourteenth of March", "exact", 0),
        ("CLOSED on the  fourteenth", "folded", 0),
        ("closed on the fourteenth day of March", "near", 0),
        ("nothing of the sort was ever written here", "none", 1),
    ],
)
def test_locate_says_how_words_were_found(board: Path, words: str, found: str, code: int) -> None:
    answer = call("locate", "seeds/clerk.txt", words, "--json", cwd=board)
    told = json.loads(answer.out)
    assert (told["found"], answer.code) == (found, code)
    schema = json.loads((ROOT / "provenance/schemas/locate.schema.json").read_text())
    Draft202012Validator(schema).validate(told)


@pytest.mark.parametrize(
    ("words", "differences"),
    [
        pytest.param(
            "not until June 15. that he was officially", [], id="without the marker of note 29"
        ),
        pytest.param("not until June 15.29 that he was officially", [], id="with the marker"),
        pytest.param("not until June 16. that he was officially", ["date"], id="with another date"),
    ],
)
def test_locate_takes_no_note_marker_for_a_word(
    example: Path, words: str, differences: list[str]
) -> None:
    answer = call("locate", "seeds/003_d6e0b7a1977aff21.txt", words, "--json", cwd=example)
    (place,) = json.loads(answer.out)["places"]
    assert [difference["kind"] for difference in place["differences"]] == differences


def test_read_shows_text_layers_and_hash(example: Path) -> None:
    path = "seeds/000_bf7882e8a4dd9ff4.txt"
    told = json.loads(call("read", path, "--json", cwd=example).out)
    schema = json.loads((ROOT / "provenance/schemas/read.schema.json").read_text())
    Draft202012Validator(schema).validate(told)
    assert {layer["name"] for layer in told["layers"]} >= {"summary", "transcript"}
    assert call("read", path, "--text", cwd=example).out == (ROOT / path).read_text("utf-8")
    assert told["sha256"] in call("read", path, cwd=example).out


def test_control_sequences_never_reach_the_terminal_raw(tmp_path: Path) -> None:
    text = "The bridge \x1b[31mwas\x1b[0m closed\x07 \u202eon 14 March 1841.\n"
    claim = CLOSED.split("statements:")[0] + "statements:\n  - source: clerk\n"
    claim += "    quote: on 14 March 1841\n    says: 1841-03-14\n"
    folder = workspace(tmp_path / "w", {"clerk.txt": text}, {"closed": claim})
    for words in (("check",), ("show", "closed"), ("read", "seeds/clerk.txt")):
        answer = call(*words, cwd=folder)
        assert not set("\x1b\x07\u202e") & set(answer.out + answer.err), words


def test_explain_knows_findings_and_errors() -> None:
    for code in ("PV201", "yaml-syntax"):
        assert len(call("explain", code, cwd=ROOT).out.split()) > 20


def test_doctor_names_a_changed_byte_with_both_hashes(tmp_path: Path) -> None:
    folder = disputed(tmp_path / "w")
    assert call("doctor", cwd=folder).code == 0
    with (folder / "seeds/clerk.txt").open("a") as file:
        file.write(" ")
    answer = call("doctor", cwd=folder)
    assert answer.code == 1
    line = next(line for line in answer.out.splitlines() if "seeds/clerk.txt" in line)
    assert "recorded" in answer.out
    assert line.startswith("wrong")
    assert call("check", cwd=folder).out.count("PV101") >= 1


def test_a_bug_of_ours_exits_seventy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("provenance.run.check", lambda *_: 1 / 0)
    assert cli.run(["check"]) == 70


def test_a_closed_pipe_is_no_error(board: Path) -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m provenance check | head -1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=board, capture_output=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert b"Traceback" not in done.stderr


def test_align_shows_what_two_texts_share(tmp_path: Path) -> None:
    shared = "the bridge at Harrow was closed on the fourteenth of March until the timbers on the "
    (tmp_path / "a.txt").write_text(f"Minutes of the day. {shared}north side had been renewed.\n")
    (tmp_path / "b.txt").write_text(f"We hear from Harrow: {shared}south side had been renewed!\n")
    text = call("align", "a.txt", "b.txt", cwd=tmp_path)
    assert text.code == 0
    assert "“north”" in text.out
    told = json.loads(call("align", "a.txt", "b.txt", "--json", cwd=tmp_path).out)
    schema = json.loads((ROOT / "provenance/schemas/align.schema.json").read_text())
    Draft202012Validator(schema).validate(told)
    assert len(told["passages"]) == 1
    page = call("align", "a.txt", "b.txt", "--html", cwd=tmp_path).out
    assert page.lower().startswith("<!doctype html>")
    (tmp_path / "pairs.tsv").write_text("a.txt\tb.txt\nb.txt\ta.txt\n")
    many = call("align", "--pairs", "pairs.tsv", "--json", cwd=tmp_path).out.splitlines()
    assert [json.loads(line)["left"]["path"] for line in many] == ["a.txt", "b.txt"]


def test_a_bad_list_of_pairs_is_answered_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("a.txt\tb.txt\nonly-one.txt\n")
    answer = call("align", "--pairs", "pairs.tsv", cwd=tmp_path)
    assert answer.code == 2
    assert "pairs.tsv:2" in answer.err
    assert "[bad-pair]" in answer.err
