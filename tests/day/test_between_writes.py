"""A board that ends between two writes of one act: what is on the disk can be gone on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import run
from provenance.model.decisions import Action, in_force
from provenance.model.housekeeping import Health
from provenance.workspace import edits, one_step
from provenance.workspace.decisions import read_decisions
from provenance.workspace.folder import open_workspace
from tests.day.papers import CLERK

AB = run.Signed("AB", "2024-03-01T09:30:00Z")
DESCRIBED: run.Entries = {"id": "mine", "title": "Minutes of the county", "issued": "1841-03-14"}


class Ended(BaseException):
    """The process ended here. No handler for errors sees it."""


def accepted(root: Path) -> run.Act:
    dossier = run.check(root)
    (placed,) = dossier.row("closed").cell("clerk").statements
    document = dossier.source("clerk").document
    assert document is not None
    return run.confirm(root, "closed", run.pinned(placed, document), AB)


ACTS: dict[str, Callable[[Path], object]] = {
    "a workspace is started": lambda root: run.init(root / "new"),
    "a source is added": lambda root: run.add_source(root, root / "papers/mine.txt", DESCRIBED),
    "a question is written": lambda root: run.add_claim(root, "lost", {"question": "Who drowned?"}),
    "a proposal is confirmed": accepted,
    "a claim is signed": lambda root: run.sign_off(root, "closed", "single", AB),
}


def folder(root: Path) -> Path:
    run.init(root)
    (root / "papers").mkdir()
    (root / "papers/mine.txt").write_text(CLERK.replace("Two", "Four"), "utf-8")
    (root / "seeds/clerk.txt").write_text(CLERK, "utf-8")
    (root / "seeds/piece.md").write_text("The bridge was closed in 1841.\n", "utf-8")
    (root / "seeds/piece.md.source.yaml").write_text("id: piece\nrole: draft\n", "utf-8")
    run.add_claim(root, "closed", {"question": "When was the bridge closed?"})
    return root


def ends_after(number: int, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Act, and end before the write that follows so many others; whether there was one."""
    left = [number]
    real = edits._replace

    def replace(target: Path, content: bytes) -> None:
        if not left[0]:
            raise Ended
        left[0] -= 1
        real(target, content)

    with monkeypatch.context() as patch:
        patch.setattr(edits, "_replace", replace)
        try:
            act()
        except Ended:
            return True
    return False


def started_again(root: Path) -> None:
    """What the board does first when it is opened the next time."""
    run.put_back_unfinished(root)
    assert open_workspace(root).problems == ()
    assert [e for e in run.examine(root) if e.health is Health.ILL] == []


def _said_and_decided(root: Path) -> tuple[int, int]:
    """How many statements stand in the claim, and how many confirmations are in force."""
    (claim,) = (each for each in open_workspace(root).claims if each.id == "closed")
    kept = in_force(read_decisions(root)[0])
    return len(claim.statements), sum(each.action is Action.CONFIRMED for each in kept)


@pytest.fixture(autouse=True)
def no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_step, "AT_MOST", 0.0)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_was_cut_off_is_done_by_doing_it_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = ACTS[name]
    for number in range(20):
        root = folder(tmp_path / str(number))
        if not ends_after(number, lambda root=root: act(root), monkeypatch):  # type: ignore[misc]
            assert number, "it writes something"
            return
        started_again(root)
        said, decided = _said_and_decided(root)
        assert said == decided, "a statement without its decision"
        run.board(root)
        if not (name == "a proposal is confirmed" and decided):
            act(root)
    pytest.fail("it writes without end")


def test_an_undoing_that_was_cut_off_is_done_or_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        root = folder(tmp_path / str(number))
        act = accepted(root)

        def undo(root: Path = root, act: run.Act = act) -> object:
            return run.withdraw(root, act, AB)

        if not ends_after(number, undo, monkeypatch):
            assert number > 1, "it writes the claim's file and a decision"
            assert _said_and_decided(root) == (0, 0)
            return
        started_again(root)
        assert _said_and_decided(root) in [(1, 1), (0, 0)]
    pytest.fail("it writes without end")
