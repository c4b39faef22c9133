"""A board that ends between two writes of one act: what is on the disk can be gone on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import run
from provenance.model.decisions import Action
from provenance.model.housekeeping import Health
from provenance.workspace import edits
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


def _stands_as_by_hand(root: Path) -> bool:
    """Whether a statement stands in a claim of which no decision tells: nobody was told of one."""
    claims = (claim for claim in open_workspace(root).claims if claim.id == "closed")
    confirmed = [d for d in read_decisions(root)[0] if d.action is Action.CONFIRMED]
    return any(claim.statements for claim in claims) and not confirmed


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
        assert open_workspace(root).problems == ()
        assert [e for e in run.examine(root) if e.health is Health.ILL] == []
        run.board(root)
        if not _stands_as_by_hand(root):
            act(root)
    pytest.fail("it writes without end")


def test_an_undoing_that_was_cut_off_leaves_the_proposal_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(tmp_path)
    act = accepted(root)
    assert ends_after(1, lambda: run.withdraw(root, act, AB), monkeypatch)
    assert open_workspace(root).problems == ()
    assert [e for e in run.examine(root) if e.health is Health.ILL] == []
    assert accepted(root).decision.says == act.decision.says
