"""Texts to measure on: the development pairs where they are, and made-up ones of any size."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

Places = list[tuple[int, int]]

_SYLLABLES = tuple(first + last for first in "bcdfghklmnprstv" for last in "aeiou")
_VOCABULARY = 40_000
_SHARED_SHARE = 100
"""One in so many characters of a made-up text is shared."""
_PASSAGE = 150
"""Words of a shared passage."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by name."""

    left_name: str
    right_name: str
    left: str
    right: str


def development_pairs(folder: Path) -> tuple[Pair, ...]:
    """The pairs that `pairs.tsv` in a folder names, by file name."""
    rows = [row.split("\t") for row in (folder / "pairs.tsv").read_text("utf-8").splitlines()]
    return tuple(
        Pair(Path(a).name, Path(b).name, _read(folder / a), _read(folder / b)) for a, b in rows
    )


def editions(folder: Path) -> Pair:
    """Two scanned books of which one holds the other."""
    names = "practicalthought00nev.txt", "thoughtsonpopery00nevi.txt"
    return Pair(*names, *(_read(folder / name) for name in names))


def made_up(size: int) -> Pair:
    """Two texts of about `size` characters that share one in a hundred, in another order.

    Words follow Zipf's law and are drawn one by one, so that nothing else is shared but by chance.
    """
    chance = random.Random(size)
    words = sorted({"".join(chance.choices(_SYLLABLES, k=1 + n % 4)) for n in range(_VOCABULARY)})
    chance.shuffle(words)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    mean = 7
    passages = [
        _prose(chance, words, weights, min(_PASSAGE, size // mean // _SHARED_SHARE * 2 + 8))
        for _ in range(max(1, size // _SHARED_SHARE // (_PASSAGE * mean)))
    ]
    left = _woven(chance, words, weights, size // mean, passages)
    chance.shuffle(passages)
    right = _woven(chance, words, weights, size // mean, passages)
    return Pair("left", "right", left, right)


def _woven(
    chance: random.Random,
    words: list[str],
    weights: list[float],
    count: int,
    passages: list[str],
) -> str:
    own = count // len(passages)
    return "\n\n".join(
        text for passage in passages for text in (_prose(chance, words, weights, own), passage)
    )


def _prose(chance: random.Random, words: list[str], weights: list[float], count: int) -> str:
    drawn = chance.choices(words, cum_weights=weights, k=count)
    ends = chance.choices((" ", ". ", ", "), (12, 1, 1), k=count)
    return "".join(word + end for word, end in zip(drawn, ends, strict=True)).strip()


def _read(path: Path) -> str:
    return path.read_text("utf-8-sig")
