"""Differences by which a quotation says something else than the text it was found near."""

from __future__ import annotations

import re
from collections.abc import Iterable

from provenance.alignment.matching import similarity
from provenance.model.alignments import Difference, DifferenceKind

GARBLED = 0.6
"""From this share of equal letters two names of five letters or more may be one, garbled."""

_SUBSTANCE = frozenset(
    {
        DifferenceKind.NUMBER,
        DifferenceKind.DATE,
        DifferenceKind.NAME,
        DifferenceKind.NEGATION,
    }
)
_LEAST_LETTERS = 5
_WORD = re.compile(r"\w")
_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿ]\w+")
"""What begins a name, where it does not begin the quotation."""
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")


def substantial(
    differences: Iterable[Difference], quotation: str, text: str
) -> tuple[Difference, ...]:
    """Those of a place's differences that change a number, a date, a name, or a negation.

    So does a name that the text does not have there. One that may be the same garbled is none; nor
    is what an ellipsis stands for, unless that is a negation.
    """
    return tuple(d for d in differences if _is_substantial(d, quotation, text))


def _is_substantial(difference: Difference, quotation: str, text: str) -> bool:
    ours, theirs = difference.left.of(quotation), difference.right.of(text)
    if difference.kind is DifferenceKind.ONLY_LEFT:
        return bool(difference.left.start and _CAPITAL.search(ours))
    if difference.kind not in _SUBSTANCE:
        return False
    if difference.kind is DifferenceKind.NEGATION:
        return True
    if difference.kind is DifferenceKind.NAME:
        return not _may_be_one(ours, theirs)
    return bool(_WORD.search(ours)) or not _ELLIPSIS.search(ours)


def _may_be_one(left: str, right: str) -> bool:
    is_long = min(len(left), len(right)) >= _LEAST_LETTERS
    return is_long and similarity(left.casefold(), right.casefold()) >= GARBLED
