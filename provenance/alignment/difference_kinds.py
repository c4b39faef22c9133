"""What a difference in wording is about: the gravest thing it touches.

The name decides nothing: every difference is shown with its words, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.alignment.lexicon import (
    AMBIGUOUS_MONTHS,
    DATE_SIGNS,
    DAYS,
    HEDGES,
    MONTHS,
    NEGATIONS,
    NUMBERS,
)
from provenance.alignment.matching import similarity_from
from provenance.alignment.wording import Word
from provenance.model.alignments import DifferenceKind

ALIKE = 0.8
"""From this share of equal letters two words of five letters or more are one, misspelt."""
MOST_PAIRS = 100
"""Pairs of words looked through for one that is the other negated; longer rewordings are that."""

_INFLECTION = re.compile(r"(?:e?s|e?d|ing|e?n|er|est|ly|y|e|em|es|ment|a|о|а|у|ы|и|ой|ом|ов)")
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "a")
# Letters that print and scan take for one another, each pair written as one of the two.
_LOOKALIKES = (
    ("rn", "m"), ("in", "m"), ("ni", "m"), ("iii", "m"), ("vv", "w"), ("cl", "d"), ("li", "h"),
    ("b", "h"), ("c", "e"), ("1", "l"), ("i", "l"), ("!", "l"), ("0", "o"), ("u", "n"), ("a", "n"),
    ("t", "f"), ("s", "f"), ("5", "f"), ("8", "h"), ("6", "h"), ("q", "g"), ("9", "g"), ("y", "v"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a difference, as far as its name depends on it."""

    near: tuple[str, ...] = ()
    """Keys of the two words before and the two after, on either side."""
    left_opens: bool = False
    """The first word on the left opens a sentence, so its capital says nothing."""
    right_opens: bool = False
    capitals_tell: bool = True
    """A capital within a sentence means a name here; not so in German, nor in headings."""


def replaced_kind(left: Sequence[Word], right: Sequence[Word], setting: Setting) -> DifferenceKind:
    """What it is about that the words on the left stand for those on the right."""
    if _joined(left) == _joined(right) and _numbers(left) == _numbers(right):
        return DifferenceKind.SPELLING
    if len(left) > 1 and sorted(w.key for w in left) == sorted(w.key for w in right):
        return DifferenceKind.NEGATION if _negations(left) else DifferenceKind.ORDER
    misread = len(left) == len(right) == 1 and is_misread(left[0].key, right[0].key)
    if _numbers(left) != _numbers(right) and not misread:
        return _number_or_date(left, right, setting)
    if _numbers(left) and len(left) == len(right) == 1 and not misread:
        return DifferenceKind.SPELLING
    if _dates(left, setting) != _dates(right, setting) and not misread:
        return DifferenceKind.DATE
    misspelt = misread or (len(left) == len(right) == 1 and is_misspelt(left[0].key, right[0].key))
    if not misspelt and _names(left, right, setting):
        return DifferenceKind.NAME
    if _negations(left) != _negations(right) or _is_negated(left, right):
        return DifferenceKind.NEGATION
    if _hedges(left) != _hedges(right):
        return DifferenceKind.HEDGE
    return DifferenceKind.SPELLING if misspelt else DifferenceKind.WORDING


def one_sided_kind(
    words: Sequence[Word], setting: Setting, otherwise: DifferenceKind
) -> DifferenceKind:
    """What it is about that these words have no counterpart; `otherwise` names the side."""
    if _numbers(words):
        return _number_or_date(words, (), setting)
    if _dates(words, setting):
        return DifferenceKind.DATE
    if _negations(words):
        return DifferenceKind.NEGATION
    if _hedges(words):
        return DifferenceKind.HEDGE
    return otherwise


def is_misread(left: str, right: str) -> bool:
    """Whether two words are one but for letters that print and scan take for one another."""
    if left.isdigit() or right.isdigit():
        return False
    for wide, narrow in _LOOKALIKES:
        left, right = left.replace(wide, narrow), right.replace(wide, narrow)
    return left == right


def is_misspelt(left: str, right: str) -> bool:
    """Whether two words are one, misspelt: nearly the same letters, but no other inflection."""
    short, long = sorted((left, right), key=len)
    if len(short) < 5 or any(sign.isdigit() for sign in left + right):
        return False
    if long.startswith(short) and _INFLECTION.fullmatch(long[len(short) :]):
        return False
    return bool(similarity_from(ALIKE, left, right)) and not _differ_in_prefix(left, right)


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.key for word in words)


def _is_amount(word: Word) -> bool:
    return word.key[0].isdigit() or word.key in NUMBERS


def _numbers(words: Sequence[Word]) -> list[str]:
    return [_value(word) for word in words if _is_amount(word)]


def _value(word: Word) -> str:
    """A number as it is compared: "$5" is not "£5", "five" is "5"."""
    if word.key in NUMBERS:
        return str(NUMBERS[word.key])
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)$|,(?=\d{3}(?!\d))", "", word.shape)


def _number_or_date(
    left: Sequence[Word], right: Sequence[Word], setting: Setting
) -> DifferenceKind:
    words = (*left, *right)
    amounts = [word for word in words if _is_amount(word)]
    dated = any(_is_month(word, setting) for word in words) or any(
        key in MONTHS - AMBIGUOUS_MONTHS or key in DATE_SIGNS for key in setting.near
    )
    years = all(re.fullmatch(r"1\d{3}|20\d\d", word.key) for word in amounts)
    written = any(re.fullmatch(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}", word.key) for word in amounts)
    return DifferenceKind.DATE if dated or years or written else DifferenceKind.NUMBER


def _is_month(word: Word, setting: Setting) -> bool:
    if word.key in AMBIGUOUS_MONTHS:
        return word.is_capital and any(key[0].isdigit() for key in setting.near)
    return word.key in MONTHS or word.key in DAYS or word.key in DATE_SIGNS


def _dates(words: Sequence[Word], setting: Setting) -> list[str]:
    return [word.key for word in words if _is_month(word, setting)]


def _names(left: Sequence[Word], right: Sequence[Word], setting: Setting) -> bool:
    """Whether a name is replaced: a capital inside a sentence, and another word in its place."""
    if not setting.capitals_tell:
        return False
    said = {w.key for i, w in enumerate(left) if w.is_capital and (i or not setting.left_opens)}
    stands = {w.key for i, w in enumerate(right) if w.is_capital and (i or not setting.right_opens)}
    return (said or stands) != set() and said != stands


def _hedges(words: Sequence[Word]) -> list[str]:
    return sorted(word.key for word in words if word.key in HEDGES)


def _negations(words: Sequence[Word]) -> int:
    return sum(word.key in NEGATIONS or word.shape.endswith("n't") for word in words)


def _is_negated(left: Sequence[Word], right: Sequence[Word]) -> bool:
    if len(left) * len(right) > MOST_PAIRS:
        return False
    return any(_differ_in_prefix(a.key, b.key) for a in left for b in right if a.key != b.key)


def _differ_in_prefix(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in _NEGATING)
