"""What the pane under the matrix says of a cell."""

from __future__ import annotations

from pathlib import Path

from provenance import run
from provenance.tui.board import Board, Spot
from provenance.tui.drawing import Pencil
from provenance.tui.peek import peek_at
from tests.run.test_deciding import bridge

CLAIM = """\
question: When was the bridge closed?
statements:
  - {source: clerk, quote: "closed on 14 March 1841", says: 1841-03-14}
  - {source: gazette, quote: "closed on 14 May 1841", says: 1841-05-14}
  - {source: herald, quote: "closed on 14 May 1841", says: 1841-05-14}
"""


def test_sources_that_say_the_same_share_a_reason(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM, **{"seeds/herald.txt": "It was closed on 14 May 1841.\n"})
    board = Board(run.check(root))

    def reasons(source: str) -> list[str]:
        lines = peek_at(board, Spot("closed", source), Pencil()).plain.splitlines()
        return [line.removeprefix("why").strip() for line in lines if line.startswith("why")]

    apart = "14 March 1841 against 14 May 1841, 61 days apart."
    assert reasons("clerk") == [f"✗ conflict with gazette, herald: {apart}"]
    conflict, agreement = reasons("gazette")
    assert conflict.startswith("✗ conflict with clerk: ")
    assert agreement.startswith("● agrees with herald: ")
