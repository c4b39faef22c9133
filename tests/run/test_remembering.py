"""What was proposed and what texts share is recalled while it holds, and found anew where not."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

import pytest

from provenance import run
from provenance.alignment.align import align
from provenance.comparison import families
from provenance.model.dossier import Dossier
from provenance.model.values import AnswerValue, DateValue, NameValue, NumberValue, TextValue
from provenance.run import proposals
from provenance.workspace.cache import FOLDER
from tests.workspace.folders import make

SIGNED = run.Signed("AB", "2024-03-01T09:30:00Z")
DIARY = (
    "The bridge at Harrow was closed on 14 March 1841. The toll at Harrow was raised to 40 pounds. "
    "The Harrow bridge was inspected by John Garth. "
    "The clerk did not sign the order to close the Harrow bridge. "
    "The notice on the Harrow bridge read: No carts. "
)
LETTER = DIARY.replace("March", "May").replace("John", "William").replace("40", "60")
CLAIMS = {
    "closed": "question: When was the bridge at Harrow closed?\ntype: date\nstatements: []\n",
    "toll": "question: To what was the toll at Harrow raised?\ntype: number\nstatements: []\n",
    "who": "question: Who inspected the Harrow bridge?\ntype: name\nstatements: []\n",
    "signed": "question: Did the clerk sign the order to close the Harrow bridge?\n"
    "type: yes-no\nstatements: []\n",
    "notice": "question: What did the notice on the Harrow bridge read?\n"
    "type: text\nstatements: []\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {"seeds/diary.txt": DIARY, "seeds/letter.txt": LETTER}
    files |= {f"claims/{name}.yaml": text for name, text in CLAIMS.items()}
    return make(tmp_path, files)


def _never(*_: object, **__: object) -> object:
    raise AssertionError("this was to be recalled")


def _anew(root: Path) -> Dossier:
    rmtree(root / FOLDER)
    return run.check(root)


def test_a_second_check_searches_and_aligns_nothing_and_says_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run.check(root)
    values = {
        type(placed.statement.value)
        for row in first.rows
        for cell in row.cells
        for placed in cell.statements
    }
    assert values == {DateValue, NumberValue, NameValue, AnswerValue, TextValue}
    assert first.proposed_families
    monkeypatch.setattr(proposals, "propose", _never)
    monkeypatch.setattr(families, "align", _never)
    assert run.check(root) == first


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("seeds/letter.txt", LETTER.replace("May", "June"), id="a source"),
        pytest.param("seeds/third.txt", LETTER.replace("May", "July"), id="one source more"),
        pytest.param("claims/closed.yaml", CLAIMS["toll"], id="a question"),
        pytest.param("provenance.yaml", "aliases: [[Harrow, Harlow]]\n", id="an alias"),
        pytest.param("seeds/letter.txt.source.yaml", "id: letter\nissued: 1850\n", id="a date"),
    ],
)
def test_what_changed_is_found_anew(root: Path, path: str, text: str) -> None:
    run.check(root)
    (root / path).write_text(text)
    after = run.check(root)
    assert after == _anew(root)


def test_of_what_changed_only_that_is_compared_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.check(root)
    aligned: list[set[str]] = []
    before = align

    def noted(left: str, right: str) -> object:
        aligned.append({left.split()[-1], right.split()[-1]})
        return before(left, right)

    monkeypatch.setattr(families, "align", noted)
    (root / "seeds/third.txt").write_text(f"{LETTER} Twice.")
    run.check(root)
    assert aligned
    assert all("Twice." in ends for ends in aligned)


def test_what_a_person_rejects_is_not_recalled(root: Path) -> None:
    placed = run.check(root).row("closed").cell("diary").statements[0]
    run.reject(root, "closed", "diary", SIGNED, placed.statement)
    after = run.check(root)
    assert not after.row("closed").cell("diary").statements
    assert after == _anew(root)


@pytest.mark.parametrize("content", [b"", b"\xff\n{}", b"0" * 64 + b'\n{"texts":1}'])
def test_what_is_damaged_counts_as_not_there(root: Path, content: bytes) -> None:
    first = run.check(root)
    for kept in (root / FOLDER).iterdir():
        kept.write_bytes(content)
    assert run.check(root) == first


def test_the_comparison_of_texts_can_be_stopped(root: Path) -> None:
    said: list[str] = []

    def stop(progress: run.Progress) -> None:
        said.append(progress.doing)
        if " with " in progress.doing:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.check(root, stop)
    assert said[-1] == "comparing diary with letter"
