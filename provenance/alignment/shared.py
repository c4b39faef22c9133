"""What two texts share, with how the words of each passage differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.alignment.align import align
from provenance.alignment.differences import compare
from provenance.model.alignments import Run, SharedPassage


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A shared passage and its words, one by one."""

    passage: SharedPassage
    runs: tuple[Run, ...]
    """Counted in the two slices of the passage, not in the texts."""


def shared(left: str, right: str) -> Iterator[ComparedPassage]:
    """The passages two texts share, in the order of the left one.

    They are found before the first is given; their words are compared one passage at a time, so
    that whoever waits can stop between two of them.
    """
    for passage in align(left, right):
        yield ComparedPassage(passage, compare(passage.left.of(left), passage.right.of(right)))
