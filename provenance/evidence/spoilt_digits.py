"""Digits that recognition took for letters, `2l2` and `18l7`, read as what was printed.

A letter takes the place of a digit only in a token that has digits beside it and cannot well be
anything else: `B8`, `5l` (five litres) and `I5` are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.spans import Span

_AS_DIGITS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8"})
# What stands before is looked at behind the first character, which rules out most places at once.
_TOKEN = re.compile(
    r"(?P<number>[lI|\d](?<![\w.'’-].)"
    r"(?:[\dlI|OoSB]|,(?=[\dlIO]{3}))*)(?P<ordinal>st|nd|rd|th)?(?![\w'’])"
)
_BETWEEN = re.compile(r"(?<=[\dlIO])[SBo|](?=[\dlIO])")
_LEAST_DIGITS_BEHIND_I = 3


@dataclass(frozen=True, slots=True)
class SpoiltDigits:
    """One number with letters in it, and the digits they are read as; equally long."""

    span: Span
    read: str


def spoilt_digits(text: str) -> tuple[SpoiltDigits, ...]:
    """The numbers of a text that recognition spoilt, in order."""
    return tuple(_found(text))


def with_digits(text: str, spoilt: tuple[SpoiltDigits, ...]) -> str:
    """The text as it is read, every offset the same."""
    parts: list[str] = []
    at = 0
    for each in spoilt:
        parts += (text[at : each.span.start], each.read)
        at = each.span.end
    return "".join([*parts, text[at:]])


def told(text: str, span: Span, spoilt: tuple[SpoiltDigits, ...]) -> str:
    """What of a stretch was read through a garble, as a reason says it; "" for nothing."""
    return "; ".join(
        f"“{each.span.of(text)}” read as “{each.read}”, its letters taken for spoilt digits"
        for each in spoilt
        if each.span.overlaps(span)
    )


def _found(text: str) -> Iterator[SpoiltDigits]:
    for match in _TOKEN.finditer(text):
        number, ordinal = match["number"], match["ordinal"] or ""
        if number.replace(",", "").isdigit() or not any(map(str.isdigit, number)):
            continue
        if not _is_spoilt(number, ordinal):
            continue
        span = Span(*match.span())
        yield SpoiltDigits(span, number.translate(_AS_DIGITS) + ordinal)


def _is_spoilt(number: str, ordinal: str) -> bool:
    """Whether its letters are digits: some of them are so only between digits, or in ordinals."""
    if any(not _BETWEEN.match(number, at) for at in _places(number, "SBo|")):
        return False
    digits = sum(character.isdigit() for character in number)
    if ordinal:
        return True
    if number[-1] in "lI":
        # Five litres, or pounds as they were written.
        return False
    return number[0] != "I" or digits >= _LEAST_DIGITS_BEHIND_I


def _places(number: str, letters: str) -> list[int]:
    return [at for at, character in enumerate(number) if character in letters]
