"""A board that was kept is the board that a check makes, for its reader alone, while it holds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from provenance import run
from provenance.model.dossier import Dossier
from provenance.workspace.cache import FOLDER
from tests.workspace.folders import make

DRAFT = "The bridge was closed on 14 March 1841.[^1]\n\n[^1]: J. Smith, *Harrow* (1901), 12.\n"
CLAIM = "question: When was the bridge at Harrow closed?\ntype: date\nstatements: []\n"
READER = run.Reader("AB", True, False, "2024-03-01")
SIGNED = run.Signed("CD", "2024-03-01T09:30:00Z", True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {
        "provenance.yaml": "title: Harrow\n",
        "seeds/draft.md": DRAFT,
        "seeds/draft.md.source.yaml": "id: draft\nrole: draft\n",
        "seeds/diary.txt": "The bridge at Harrow was closed on 12 May 1841.\n",
        "claims/closed.yaml": CLAIM,
    }
    return make(tmp_path / "work", files, with_cable=False)


def _boards(root: Path, reader: run.Reader = READER) -> run.KeptBoards:
    return run.KeptBoards(root, lambda: reader, lambda tell, who: run.board(root, tell, reader=who))


def _kept(root: Path, reader: run.Reader = READER) -> Dossier:
    boards = _boards(root, reader)
    made = boards.load(lambda _: None)
    boards.keep()
    return made


def test_what_was_kept_is_what_a_check_makes(root: Path) -> None:
    assert _boards(root).recall() is None
    made = _kept(root)
    assert made.drafts
    recalled = _boards(root).recall()
    assert recalled == run.KeptDossier(run.board(root, reader=READER), True)
    assert recalled == run.KeptDossier(made, True)


def _touch(root: Path) -> None:
    os.utime(root / "seeds" / "diary.txt", (1, 1))


def _edit(root: Path) -> None:
    path = root / "seeds" / "diary.txt"
    before = path.stat()
    path.write_text("The bridge at Harrow was closed on 13 May 1841.\n", "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _add(root: Path) -> None:
    (root / "claims" / "toll.yaml").write_text(CLAIM, "utf-8")


def _remove(root: Path) -> None:
    (root / "seeds" / "diary.txt").unlink()


def _set(root: Path) -> None:
    (root / "provenance.yaml").write_text("title: Harrow\nblind: true\n", "utf-8")


def _damage(root: Path) -> None:
    for path in (root / FOLDER).glob("board-*"):
        path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)


@pytest.mark.parametrize(
    ("change", "is_there", "is_current"),
    [
        pytest.param(_touch, True, True, id="a file touched says what it said"),
        pytest.param(_edit, True, False, id="a file changed at its old time and length"),
        pytest.param(_add, True, False, id="a claim more"),
        pytest.param(_remove, True, False, id="a source less"),
        pytest.param(_set, False, False, id="other settings may hide what is shown"),
        pytest.param(_damage, False, False, id="damaged"),
    ],
)
def test_what_changed_since_makes_it_old(
    root: Path, change: Callable[[Path], None], is_there: bool, is_current: bool
) -> None:
    _kept(root)
    change(root)
    recalled = _boards(root).recall()
    assert (recalled is not None) == is_there
    assert (recalled is not None and recalled.is_current) == is_current


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(run.Reader("AB", True, True, "2024-03-01"), id="the same, working blind"),
        pytest.param(run.Reader("CD", True, True, "2024-03-01"), id="another, working blind"),
        pytest.param(run.Reader("CD", True, False, "2024-03-01"), id="another"),
    ],
)
def test_nobody_is_shown_what_another_may_see(root: Path, other: run.Reader) -> None:
    run.comment(root, "closed", "seen by AB", SIGNED)
    _kept(root)
    assert _boards(root, other).recall() is None


def test_a_day_counts_where_something_expires(root: Path) -> None:
    finding = run.board(root).findings[0]
    run.set_aside(root, finding, "known", SIGNED, "2024-03-05")
    _kept(root)
    days = {"2024-03-02": True, "2024-03-05": True, "2024-03-06": False}
    for day, holds in days.items():
        recalled = _boards(root, run.Reader("AB", True, False, day)).recall()
        assert recalled is not None
        assert recalled.is_current == holds
        fresh = run.board(root, reader=run.Reader("AB", True, False, day))
        assert (recalled.dossier == fresh) == holds


def test_what_was_saved_meanwhile_keeps_a_board_from_being_kept(root: Path) -> None:
    boards = _boards(root)
    boards.load(lambda _: None)
    _edit(root)
    boards.keep()
    assert _boards(root).recall() is None


def test_a_copy_of_the_workspace_has_nothing_kept(root: Path) -> None:
    _kept(root)
    copy = copytree(root, root.parent / "copy")
    assert _boards(copy).recall() is None


def test_where_nothing_can_be_written_nothing_is_kept(root: Path) -> None:
    boards = _boards(root)
    boards.load(lambda _: None)
    rmtree(root / FOLDER)
    (root / FOLDER).write_text("in the way", "utf-8")
    boards.keep()
    assert _boards(root).recall() is None


def test_what_is_known_before_all_is_searched_holds_what_was_confirmed(root: Path) -> None:
    halves: list[Dossier] = []

    def tell(progress: run.Progress) -> None:
        if progress.so_far and not halves:
            halves.append(progress.so_far())

    whole = run.check(root, tell)
    (half,) = halves
    assert (half.is_searched, whole.is_searched) == (False, True)
    assert half.rows == run.check(root, confirmed_only=True).rows
    assert half.rows != whole.rows


def test_a_search_that_was_stopped_goes_on_where_it_was(root: Path) -> None:
    _add(root)
    steps: list[str] = []

    def stop(progress: run.Progress) -> None:
        steps.append(progress.doing)
        if progress.doing == "comparing toll":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        run.check(root, stop)
    (kept,) = (root / FOLDER).glob("proposals-*")
    assert b"12 May 1841" in kept.read_bytes()
