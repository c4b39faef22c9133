"""How a source's text differs from the version that was recorded."""

from __future__ import annotations

from provenance.alignment.differences import compare
from provenance.model.alignments import Change
from provenance.model.revisions import Revision

MOST_COMPARED = 60_000
"""Code points, on either side, between the first change and the last that are compared."""


def revisions(old: str, new: str) -> tuple[Revision, ...] | None:
    """The changes, in order; None where so much lies between them that they are not told."""
    start = _same(old, new)
    start = max(old.rfind("\n", 0, start), old.rfind(" ", 0, start)) + 1
    end = _same(old[start:][::-1], new[start:][::-1])
    # Whole words: the change may have begun, or ended, within one.
    while end and not old[len(old) - end].isspace():
        end -= 1
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(left), len(right)) > MOST_COMPARED:
        return None
    runs = (run for run in compare(left, right) if run.change is not Change.SAME)
    return tuple(Revision(_line(run.left.of(left)), _line(run.right.of(right))) for run in runs)


def _same(left: str, right: str) -> int:
    """How many code points two texts begin with alike."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[:middle] == right[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _line(words: str) -> str:
    return " ".join(words.split())
