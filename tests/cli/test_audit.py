"""`provenance audit` as an editor calls it: what is told, what is written, the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from provenance.cli import main as cli
from provenance.cli.audit_command import Wanted
from tests.workspace.folders import make

DRAFT = """\
The bridge was closed on 14 March 1841.[^1] It was told in the city that day.[^4]

In May 1842 it was opened again. Nobody minded.

[^1]: John Smith, *A History of Harrow* (London: Cass, 1901), p. 12.
[^3]: Mary Jones, *The River* (Oxford: OUP, 1950), 3.
"""
CODES = ("--select", "PV302,PV303")
"""Two kinds of findings that this draft has for certain, whatever else is looked for."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make(tmp_path, {"draft.md": DRAFT}, with_cable=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def audit(*words: str, file: str = "draft.md") -> Result:
    return CliRunner().invoke(
        cli.provenance, ["audit", file, *CODES, *words], standalone_mode=False
    )


def told(*words: str, file: str = "draft.md") -> dict[str, list[dict[str, str]]]:
    whole: dict[str, list[dict[str, str]]] = json.loads(audit("--json", *words, file=file).stdout)
    return whole


def fingerprint(code: str) -> str:
    return next(f["fingerprint"] for f in told()["findings"] if f["code"] == code)


def test_every_option_is_known_to_the_command() -> None:
    named = {param.name for param in cli.provenance.get_command(None, "audit").params}  # type: ignore[arg-type, union-attr]
    assert named == set(Wanted.__dataclass_fields__)


def test_a_sentence_with_an_error_is_not_told_to_be_supported(here: Path) -> None:
    # The body of its note 4 is missing.
    assert ", 1 with errors; 1 of 3 checkable" in " ".join(audit().stdout.split())
    assert "; 2 of 3 checkable" in audit("--ignore", "PV302,PV303").stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param((), 1, id="errors"),
        pytest.param(("--fail-on", "never"), 0, id="never"),
        pytest.param(("--ignore", "PV302,PV303"), 0, id="all ignored"),
        pytest.param(("--fail-on", "never", "--require-coverage", "0"), 0, id="no share"),
        pytest.param(("--fail-on", "never", "--require-coverage", "100"), 1, id="falls short"),
    ],
)
def test_the_exit_code_says_whether_it_passed(
    here: Path, words: tuple[str, ...], code: int
) -> None:
    assert audit(*words).return_value == code


def test_the_settings_say_the_same_and_the_command_outranks_them(here: Path) -> None:
    (here / "provenance.yaml").write_text("audit: {fail-on: never, require-coverage: 0}\n")
    assert audit().return_value == 0
    assert audit("--fail-on", "error").return_value == 1
    assert audit("--require-coverage", "100%").return_value == 1


def test_what_is_set_aside_does_not_count_until_its_day_is_over(here: Path) -> None:
    name = fingerprint("PV302")
    said = ("--why", "known", "--until", "2030-01-31", "--by", "AB", "--today", "2029-12-01")
    answer = audit("--set-aside", name[:5], *said)
    assert answer.return_value == 1
    assert "1 open (1 error), 1 set aside" in answer.stdout
    assert "Recorded in claims/decisions/" in answer.stderr
    (aside,) = told("--today", "2030-01-31")["set_aside"]
    assert (aside["by"], aside["why"], aside["until"]) == ("AB", "known", "2030-01-31")
    after = told("--today", "2030-02-01")
    assert (after["set_aside"], len(after["findings"])) == ([], 2)
    assert [each["fingerprint"] for each in after["lapsed"]] == [name]
    assert "counts again: set aside by AB" in audit("--today", "2030-02-01").stdout


def test_what_is_set_aside_follows_its_words_and_can_be_brought_back(here: Path) -> None:
    name = fingerprint("PV302")
    audit("--set-aside", name, "--why", "known")
    (here / "draft.md").write_text("A new beginning.\n\n" + DRAFT)
    assert [each["fingerprint"] for each in told()["set_aside"]] == [name]
    assert "#" + name in audit("--show", "set-aside").stdout
    assert "#" + name not in audit().stdout
    assert "2 open" in audit("--bring-back", name).stdout
    assert told()["set_aside"] == []


def test_what_is_set_aside_or_known_follows_its_words_into_a_renamed_file(here: Path) -> None:
    audit("--set-aside", fingerprint("PV302"), "--why", "known")
    audit("--write-baseline")
    shutil.copy(here / "draft.md", here / "second.md")
    assert len(told(file="second.md")["findings"]) == 2, "a copy is another draft"
    (here / "draft.md").unlink()
    after = told(file="second.md")
    assert (after["findings"], after["mended"]) == ([], [])
    ((aside,), (known,)) = (after["set_aside"], after["known"])
    assert (aside["code"], known["code"]) == ("PV302", "PV303")
    back = audit("--bring-back", aside["fingerprint"], file="second.md")
    assert "1 open" in back.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--set-aside", "0000"), "needs a reason"),
        (("--set-aside", "zz", "--why", "x"), "no finding is called “zz”"),
        (("--bring-back", "0000"), "no finding is called “0000”"),
        (("--why", "x"), "belong to --set-aside"),
        (("--queries", "queries.pdf"), ".md or .docx"),
        (("--json", "--format", "html"), "exclude each other"),
        (("--until", "soon"), "“soon” is no day"),
        (("--select", "PV3O2"), "did you mean PV302?"),
        (("--csv", "nowhere/list.csv"), "its folder is not there"),
        (("--csv", "draft.md"), "is not written over"),
    ],
)
def test_what_cannot_be_meant_is_refused(here: Path, words: tuple[str, ...], message: str) -> None:
    answer = audit(*words)
    assert answer.exception is not None
    assert message in str(answer.exception)
    assert (here / "draft.md").read_text() == DRAFT


def test_with_a_baseline_only_new_findings_fail_and_mended_ones_are_told(here: Path) -> None:
    answer = audit("--write-baseline")
    assert (answer.return_value, "0 open, 2 known" in answer.stdout) == (0, True)
    first = (here / "audit-baseline.yaml").read_bytes()
    assert audit("--no-baseline").return_value == 1
    changed = DRAFT.replace("[^3]: Mary", "Mary").replace("minded.", "minded.[^9]")
    (here / "draft.md").write_text(changed)
    after = told()
    assert [each["message"] for each in after["findings"]] == ["Marker 9 has no note."]
    assert [each["code"] for each in after["mended"]] == ["PV303"]
    assert "1 finding of the baseline was mended" in audit().stdout
    audit("--write-baseline")
    assert told()["mended"] == []
    (here / "draft.md").write_text(DRAFT)
    audit("--write-baseline")
    assert (here / "audit-baseline.yaml").read_bytes() == first


def test_a_baseline_that_cannot_be_read_is_told_and_hides_nothing(here: Path) -> None:
    (here / "audit-baseline.yaml").write_text("findings: {}\n")
    answer = audit()
    assert answer.return_value == 2
    assert "2 open" in answer.stdout


def test_queries_keep_their_numbers_between_runs(here: Path) -> None:
    audit("--queries", "first.md")
    (here / "draft.md").write_text(DRAFT.replace("[^1] It was", "[^0] It was"))
    audit("--queries", "second.md")
    audit("--queries", "third.docx")
    second = (here / "second.md").read_text("utf-8")
    assert "## Query 1 (open)" in (here / "first.md").read_text("utf-8")
    headings = [line for line in second.splitlines() if line.startswith("## ")]
    assert headings == [f"## Query {n} (open)" for n in (1, 2, 3, 4)]
    assert second.index("## Query 3") < second.index("Marker 0 has no note")
    again = (here / "third.docx").read_bytes()
    audit("--queries", "third.docx")
    assert (here / "third.docx").read_bytes() == again


def test_everything_can_be_written_at_once(here: Path) -> None:
    names = ("a.xlsx", "a.csv", "a.md", "a.sarif")
    audit(
        "--xlsx",
        names[0],
        "--csv",
        names[1],
        "--queries",
        names[2],
        "--format",
        "sarif",
        "-o",
        names[3],
    )
    assert all((here / name).stat().st_size for name in names)
    assert json.loads((here / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_annotations_name_files_from_the_folder_the_job_runs_in(here: Path) -> None:
    shutil.copytree(here, here / "book")
    (here / "draft.md").unlink()
    words = ["-C", "book", "audit", "book/draft.md", *CODES, "--format", "github"]
    answer = CliRunner().invoke(cli.provenance, words, standalone_mode=False)
    assert "::error file=book/draft.md,line=1," in answer.stdout
