"""Where each word of a text stands, and how much a word says by being rare."""

from __future__ import annotations

import math
import re

import numpy as np
from numpy.typing import NDArray

from provenance.alignment.tokens import Tokens

Positions = NDArray[np.int64]
_NOWHERE: Positions = np.zeros(0, np.int64)
_BREAK = re.compile(r"[.!?。！？]['\"’”»)\]]*\s|\n\s*\n|[。！？]")
BACKGROUND = 1_000
"""Words every text is thought longer by, so that in a short one no word counts as common."""


class WordIndex:
    """An index of the words of one text, by their place in the sequence of words."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = words = tokens.words
        self._text = text
        numbers: dict[str, int] = {}
        ids = np.fromiter(
            (numbers.setdefault(word, len(numbers)) for word in words), np.int32, len(words)
        )
        self._numbers = numbers
        self._order = np.argsort(ids, kind="stable")
        self._starts = np.searchsorted(ids[self._order], np.arange(len(numbers) + 1))

    def positions(self, word: str) -> Positions:
        """Where a word stands, in order."""
        number = self._numbers.get(word)
        if number is None:
            return _NOWHERE
        return self._order[self._starts[number] : self._starts[number + 1]]

    def weight(self, word: str) -> float:
        """The surprise of meeting a word here by chance, as a natural logarithm."""
        count = max(1, len(self.positions(word)))
        return math.log((len(self.words) + BACKGROUND) / count)

    def opens_sentence(self, word: int) -> bool:
        """Whether a sentence or paragraph seems to begin with the word of that number."""
        if word <= 0 or word >= len(self.words):
            return True
        between = self._text[self.tokens.ends[word - 1] : self.tokens.starts[word]]
        return bool(_BREAK.search(between))

    @property
    def least(self) -> float:
        """The surprise a match must exceed to be no chance, however many places there are."""
        return math.log(len(self.words) + 1) + 3
