"""One home for a passage: its strongest place; the weaker ones are told as elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from provenance.alignment.rarity import Compared
from provenance.alignment.stretches import Stretch, settled

MOST_TAKEN = 0.5
"""Share of a stretch, on either side, that stronger ones may hold already."""


@dataclass(frozen=True, slots=True)
class Home:
    """A stretch at home, and the stretches that repeat its left or its right side elsewhere."""

    stretch: Stretch
    elsewhere_left: tuple[Stretch, ...] = ()
    elsewhere_right: tuple[Stretch, ...] = ()


@dataclass(slots=True)
class _Taken:
    """Which stretch at home holds each word of a side; −1 for none."""

    owners: NDArray[np.int32]

    def share(self, start: int, end: int) -> tuple[float, int]:
        """How much of the words is held, and by which stretch most."""
        held = self.owners[start:end]
        held = held[held >= 0]
        if not len(held):
            return 0.0, -1
        return len(held) / (end - start), int(np.bincount(held).argmax())

    def take(self, start: int, end: int, owner: int) -> None:
        free = self.owners[start:end]
        free[free < 0] = owner


@dataclass(slots=True)
class _Repeats:
    left: list[Stretch] = field(default_factory=list)
    right: list[Stretch] = field(default_factory=list)

    def add_left(self, stretch: Stretch) -> None:
        if all(s.left_end <= stretch.left or stretch.left_end <= s.left for s in self.left):
            self.left.append(stretch)

    def add_right(self, stretch: Stretch) -> None:
        if all(s.right_end <= stretch.right or stretch.right_end <= s.right for s in self.right):
            self.right.append(stretch)


def homes(stretches: Iterable[Stretch], compared: Compared) -> list[Home]:
    """The strongest stretches that do not contend for the same words, and where else they stand."""
    left, right = (_Taken(np.full(len(s), -1, np.int32)) for s in (compared.left, compared.right))
    kept: list[Stretch] = []
    repeats: list[_Repeats] = []
    for stretch in sorted(stretches, key=_strongest_first):
        on_left, left_owner = left.share(stretch.left, stretch.left_end)
        on_right, right_owner = right.share(stretch.right, stretch.right_end)
        if max(on_left, on_right) <= MOST_TAKEN:
            own = settled(stretch, compared)
            if _taken(own, left, right) > MOST_TAKEN:
                own = stretch
            left.take(own.left, own.left_end, len(kept))
            right.take(own.right, own.right_end, len(kept))
            kept.append(own)
            repeats.append(_Repeats())
        elif on_left > MOST_TAKEN and not on_right:
            repeats[left_owner].add_right(stretch)
        elif on_right > MOST_TAKEN and not on_left:
            repeats[right_owner].add_left(stretch)
    return [
        Home(stretch, tuple(repeat.left), tuple(repeat.right))
        for stretch, repeat in zip(kept, repeats, strict=True)
    ]


def _taken(stretch: Stretch, left: _Taken, right: _Taken) -> float:
    on_left, _ = left.share(stretch.left, stretch.left_end)
    on_right, _ = right.share(stretch.right, stretch.right_end)
    return max(on_left, on_right)


def _strongest_first(stretch: Stretch) -> tuple[float, int, int, int, int]:
    return (-stretch.score, stretch.left, stretch.right, stretch.left_end, stretch.right_end)
