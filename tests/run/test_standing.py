"""What was judged before is taken over, and never where it would be judged otherwise now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import run
from provenance.run import checking, laid_out
from provenance.run.standing import Last
from tests.workspace.folders import make

DIARY = "The bridge at Harrow was closed on 12 May 1841.[^1]\n\n[^1]: J. Smith, *Harrow* (1901).\n"
PAPER = "The bridge at Harrow was closed on 14 May 1841.\n"
CLAIM = """question: When was the bridge at Harrow closed?
type: date
statements:
  - source: diary
    quote: "closed on 12 May 1841"
    says: 1841-05-12
    notes: ["1"]
  - source: paper
    quote: "closed on 14 May 1841"
    says: 1841-05-14
"""
TOLL = "question: When was the toll abolished at Harrow?\ntype: date\nstatements: []\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {
        "seeds/diary.md": DIARY,
        "seeds/paper.txt": PAPER,
        "claims/closed.yaml": CLAIM,
        "claims/toll.yaml": TOLL,
    }
    return make(tmp_path / "work", files, with_cable=False)


def _change(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return change


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_change("claims/closed.yaml", "-14\n", "-12\n"), id="a value"),
        pytest.param(_change("claims/closed.yaml", "type", "# why\ntype"), id="a line number"),
        pytest.param(_change("seeds/diary.md", "12 May", "13 May"), id="the words of a source"),
        pytest.param(_change("seeds/diary.md", "J. Smith", "K. Jones"), id="what a note cites"),
        pytest.param(
            _change("provenance.yaml", "title", "families: {f: [diary, paper]}\ntitle"),
            id="a family",
        ),
    ],
)
def test_after_a_change_a_check_comes_to_what_a_first_one_does(
    root: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "provenance.yaml").write_text("title: Harrow\n", "utf-8")
    before = run.check(root)
    change(root)
    after = run.check(root)
    monkeypatch.setattr(checking, "_TOGETHER", Last())
    monkeypatch.setattr(laid_out, "_STANDING", Last())
    assert after == run.check(root)
    assert after != before


def test_a_claim_that_nothing_touched_is_not_judged_again(root: Path) -> None:
    before = run.check(root)
    _change("claims/toll.yaml", "abolished", "raised")(root)
    after = run.check(root)
    assert after.row("closed") is before.row("closed")
    assert after.trail("closed") is before.trail("closed")
    assert after.row("toll") != before.row("toll")
