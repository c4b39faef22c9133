"""The words of a passage as they are compared for wording, finer than for finding it.

To find a passage, "10.5" may be two words and "café" may be "cafe". To say what was altered it may
not: here a number is one word with its sign, its currency and its decimals, a compound is one word
with its hyphens, and a word has, beside the letters it is paired by, a shape that must be the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.alignment.fold import fold
from provenance.alignment.tokens import words
from provenance.model.spans import Span

_SEPARATORS = (".", ",", ":", "/", "٫", "·")
_HYPHENS = ("-", "‐", "‑", "\xad")
_SIGNED = re.compile(r"(?:(?<![^\s(\[])[-−–])?[$£€¥]?\Z")
_UNIT = re.compile(r"[%‰°]| %")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BREAK = re.compile(r"[-‐¬\xad]\s")
_LOOSE = re.compile(r"[-\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage."""

    key: str
    """What it is paired by: no case, accents, apostrophes or hyphens."""
    shape: str
    """What must be the same for it to be the same word: folded, with accents and marks."""
    printed: str
    span: Span

    @property
    def is_capital(self) -> bool:
        return self.printed[:1].isupper()

    def same_as(self, other: Word) -> bool:
        """Whether a reader would call them one word; a hyphen counts only within a line."""
        if self.key != other.key:
            return False
        if self.shape == other.shape:
            return True
        if not (_BREAK.search(self.printed) or _BREAK.search(other.printed)):
            return False
        return _LOOSE.sub("", self.shape) == _LOOSE.sub("", other.shape)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a passage, in order."""
    tokens = words(text)
    stretches = zip(tokens.words, tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
    found: list[Word] = []
    key, start, end = "", 0, 0
    for token, next_start, next_end in stretches:
        joint = _joint(key, text[end:next_start], token) if key else None
        if joint is not None:
            key, end = key + joint + token, next_end
            continue
        if key:
            found.append(_word(text, key, start, end))
        key, start, end = token, next_start, next_end
    if key:
        found.append(_word(text, key, start, end))
    return tuple(found)


def _joint(before: str, between: str, after: str) -> str | None:
    """What holds two tokens together in a key; None where they are two words."""
    if between in _SEPARATORS:
        return between if before[-1].isdigit() and after[0].isdigit() else None
    if between in _HYPHENS or (_BREAK.fullmatch(between[:2]) and not between[2:].strip()):
        return "" if before[-1].isalpha() and after[0].isalpha() else None
    return None


def _word(text: str, key: str, start: int, end: int) -> Word:
    if key[0].isdigit():
        sign = _SIGNED.search(text, max(0, start - 3), start)
        start = sign.start() if sign else start
        unit = _UNIT.match(text, end)
        end = unit.end() if unit else end
        if _THOUSANDS.fullmatch(key):
            key = key.replace(",", "")
    printed = text[start:end]
    # Most words fold to their lower case; asking `fold` takes a hundred times as long.
    plain = printed.isascii() and printed.isalnum()
    shape = printed.lower() if plain else fold(printed).text
    return Word(key, shape, printed, Span(start, end))
