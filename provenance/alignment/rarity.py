"""How much each word that two texts share speaks for a common origin.

A word found in both texts is evidence in so far as it is unlikely by chance: the weight of a word
is its log-odds (in nats) against turning up at a given place, from how often the two texts use it
and, where they are short, from how common words of its length are. So "Outer Mongolia" counts for
much and "of the" for next to nothing, in any language, without a list of words.
"""

from __future__ import annotations

import math
from collections.abc import Collection
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
_SHARE_BY_LENGTH = np.array((0.02, 0.02, 0.02, 0.012, 0.003, 0.001))
"""How often a stem of 0, 1, 2 … letters stands in running text; the last for all longer ones."""
_SHARE_OF_SIGN = 0.002
"""The same for a word of one sign in a script without spaces."""
_FIRST_SIGN = "\u2e80"
_IDLE = 1.0
"""Nats taken from every word, because words of one phrase do not come independently of one another:
"I should be sorry to" is no seven-fold coincidence."""
_LEAST = 0.3
"""Nats of the commonest word."""
_SHORT = 100
"""Words added to the length of either text, so that two sentences are not taken to share a passage
because one word in them is the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of two texts as it is compared."""

    tokens: Tokens
    stems: list[str]
    """What is compared of each word."""
    ids: Places
    """A number for each word, the same for the same stem, on both sides."""
    summed: list[float]
    """Weights added up, by the rarity of the words in the two texts."""
    usual_summed: list[float]
    """Weights added up, by the length of the words alone: the same whatever the other words."""

    def __len__(self) -> int:
        return len(self.stems)

    def evidence(self, start: int, end: int) -> float:
        """The weight, in nats, of the words from `start` to `end`."""
        return self.summed[end] - self.summed[start]

    def usual(self, start: int, end: int) -> float:
        """The same, as it would be in any two texts."""
        return self.usual_summed[end] - self.usual_summed[start]


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
        return math.log(len(self.left) + _SHORT) + math.log(len(self.right) + _SHORT)


def compare(left: Tokens, right: Tokens) -> Compared:
    """Put two texts over one vocabulary and weigh its words."""
    stems = [[word[:STEM] for word in side.words] for side in (left, right)]
    numbers = dict(zip(dict.fromkeys(stems[0] + stems[1]), count(), strict=False))
    ids = [np.fromiter(map(numbers.__getitem__, side), np.int64, len(side)) for side in stems]
    counts = np.bincount(np.concatenate(ids), minlength=len(numbers))
    usual = _usual_shares(numbers)
    shares = (counts + _BACKGROUND * usual) / (counts.sum() + _BACKGROUND)
    weights = _weights(shares), _weights(usual)
    return Compared(
        _side(left, stems[0], ids[0], *weights),
        _side(right, stems[1], ids[1], *weights),
        len(numbers),
    )


def _weights(shares: Weights) -> Weights:
    return np.maximum(_LEAST, -np.log(shares) - _IDLE)


def _usual_shares(stems: Collection[str]) -> Weights:
    lengths = np.fromiter(map(len, stems), np.int64, len(stems))
    shares = _SHARE_BY_LENGTH[np.minimum(lengths, len(_SHARE_BY_LENGTH) - 1)]
    signs = [index for index, stem in enumerate(stems) if stem >= _FIRST_SIGN and len(stem) == 1]
    shares[signs] = _SHARE_OF_SIGN
    return shares


def _side(tokens: Tokens, stems: list[str], ids: Places, weights: Weights, usual: Weights) -> Side:
    return Side(tokens, stems, ids, _summed(weights[ids]), _summed(usual[ids]))


def _summed(weights: Weights) -> list[float]:
    return [0.0, *np.cumsum(weights).tolist()]
