"""How much each word that two texts share speaks for a common origin.

A word found in both texts is evidence in so far as it is unlikely by chance: the weight of a word
is its log-odds (in nats) against turning up at a given place, from how often the two texts use it
and, where they are short, from how common words of its length are. So "Outer Mongolia" counts for
much and "of the" for next to nothing, in any language, without a list of words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from provenance.alignment.tokens import Tokens

Places = NDArray[np.int64]
Weights = NDArray[np.float64]

STEM = 5
"""Letters of a word that are compared: enough to tell words apart, few enough to leave out endings
("told", "informed"/"informing", "Mongolia"/"Mongolei")."""
_BACKGROUND = 4_000.0
"""Words of imagined running text that every pair of texts is weighed against, so that in two short
texts, where each word stands once, "the" is no rarer than "Mongolia"."""
_SHARE_BY_LENGTH = (0.02, 0.02, 0.02, 0.012, 0.003, 0.001, 0.0004)
"""How often a word of 0, 1, 2 … letters stands in running text; the last for all longer ones."""
_SHARE_OF_SIGN = 0.002
"""The same for a word of one sign in a script without spaces."""
_FIRST_SIGN = "\u2e80"
_IDLE = 1.0
"""Nats taken from every word, because words of one phrase do not come independently of one another:
"I should be sorry to" is no seven-fold coincidence."""
_LEAST = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of two texts as it is compared."""

    tokens: Tokens
    stems: list[str]
    """What is compared of each word."""
    ids: Places
    """A number for each word, the same for the same stem, on both sides."""
    summed: list[float]
    """Weights added up: the evidence in words `i` to `j` is `summed[j] - summed[i]`."""

    def __len__(self) -> int:
        return len(self.stems)

    def evidence(self, start: int, end: int) -> float:
        """The weight, in nats, of the words from `start` to `end`."""
        return self.summed[end] - self.summed[start]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two texts over one vocabulary."""

    left: Side
    right: Side
    vocabulary: int
    """How many different stems the two have together."""

    @property
    def chance(self) -> float:
        """Nats that the best of all places in the two texts is expected to reach by chance.

        The logarithm of the number of places one text can be laid against the other, after Karlin
        and Altschul, "Methods for assessing the statistical significance of molecular sequence
        features", PNAS 1990.
        """
        return math.log(max(len(self.left), 1)) + math.log(max(len(self.right), 1))


def compare(left: Tokens, right: Tokens) -> Compared:
    """Put two texts over one vocabulary and weigh its words."""
    stems = {word: stem(word) for word in {*left.words, *right.words}}
    # Numbered in the order of the texts, so that nothing hangs on the order of a set.
    compared = [list(map(stems.__getitem__, side.words)) for side in (left, right)]
    numbers = dict(zip(dict.fromkeys(compared[0] + compared[1]), count()))
    sides = [np.fromiter(map(numbers.__getitem__, c), np.int64, len(c)) for c in compared]
    counts = sum(np.bincount(ids, minlength=len(numbers)) for ids in sides)
    usual = np.fromiter(map(_usual_share, numbers), np.float64, len(numbers))
    total = len(left) + len(right) + _BACKGROUND
    shares = (counts + _BACKGROUND * usual) / total
    weights = np.maximum(_LEAST, -np.log(shares) - _IDLE)
    return Compared(
        *(_side(*side, weights) for side in zip((left, right), compared, sides)), len(numbers)
    )


def stem(word: str) -> str:
    """The part of a normalised word by which it is recognised. Numbers are kept whole."""
    return word if len(word) <= STEM or word.isdecimal() else word[:STEM]


def _usual_share(word: str) -> float:
    if len(word) == 1 and word >= _FIRST_SIGN:
        return _SHARE_OF_SIGN
    return _SHARE_BY_LENGTH[min(len(word), len(_SHARE_BY_LENGTH) - 1)]


def _side(tokens: Tokens, stems: list[str], ids: Places, weights: Weights) -> Side:
    summed = np.concatenate((np.zeros(1), np.cumsum(weights[ids])))
    return Side(tokens, stems, ids, summed.tolist())
