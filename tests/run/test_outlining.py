"""Before anything is read a board shows its questions and columns, and says nothing else."""

from __future__ import annotations

from pathlib import Path

from provenance import run
from provenance.model.dossier import Dossier, SourceState
from provenance.model.verdicts import CellState
from tests.workspace.folders import make

CLAIM = "question: When was the bridge at Harrow closed?\ntype: date\nsilent: [diary]\n"
READER = run.Reader("ab", day="2024-03-01")


def _told(root: Path) -> tuple[Dossier, Dossier]:
    """What a check of somebody at the board tells first, and what it comes to."""
    first: list[Dossier] = []

    def tell(progress: run.Progress) -> None:
        if progress.so_far and not first:
            first.append(progress.so_far())

    boards = run.KeptBoards(root, lambda: READER, lambda t, who: run.board(root, t, reader=who))
    whole = boards.load(tell)
    return first[0], whole


def test_the_questions_and_the_sources_are_told_before_anything_is_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "provenance.yaml": "title: Harrow\n",
        "seeds/diary.txt": "The bridge at Harrow was closed on 12 May 1841.\n",
        "claims/closed.yaml": CLAIM,
        "claims/broken.yaml": "question: [\n",
    }
    outline, whole = _told(make(tmp_path / "work", files, with_cable=False))
    assert (outline.is_compared, outline.is_searched) == (False, False)
    assert (whole.is_compared, whole.is_searched) == (True, True)
    assert outline.title == whole.title
    assert [row.claim for row in outline.rows] == [row.claim for row in whole.rows]
    assert [e.source for e in outline.sources] == [e.source for e in whole.sources]
    assert outline.problems == whole.problems
    decided = outline.decided
    assert (decided.signer, decided.is_signer_guessed) == ("ab", True)
    assert (decided.signer, decided.is_signer_guessed) == (
        whole.decided.signer,
        whole.decided.is_signer_guessed,
    )


def test_nothing_looks_silent_before_it_was_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "seeds/diary.txt": "The bridge at Harrow was closed on 12 May 1841.\n",
        "claims/closed.yaml": CLAIM,
    }
    outline, whole = _told(make(tmp_path / "work", files, with_cable=False))
    assert whole.row("closed").cell("diary").state is CellState.SILENT
    assert outline.row("closed").cell("diary").state is CellState.UNREAD
    assert [entry.state for entry in outline.sources] == [SourceState.UNREAD]
    assert outline.findings == ()
