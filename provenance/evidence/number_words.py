"""One number at the start of a text, in digits or in words."""

from __future__ import annotations

import re
from decimal import Decimal

from provenance.errors import quoted
from provenance.evidence.bad_value import BadValue

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(ONES)}
_SMALL |= {word: 10 * number for number, word in enumerate(TENS, start=2)}
_SMALL |= {"no": 0, "none": 0, "a": 1, "an": 1}
SCALE_WORDS = ("hundred", "thousand", "million", "billion", "trillion", "dozen")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12}
_GROUPS = {"dozen": 12, "score": 20, "gross": 144}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
_EIGHTHS = {"⅛": 1, "¼": 2, "⅜": 3, "½": 4, "⅝": 5, "¾": 6, "⅞": 7}

_DIGITS = re.compile(
    r"(?P<digits>[0-9][0-9.,'’\u00a0\u202f\u2009]*(?<![.,'’])|(?=[½¼¾⅛⅜⅝⅞]))"
    r"(?P<grouped>(?: [0-9]{3}(?![0-9]))*)"
    r"(?:\s?(?P<vulgar>[½¼¾⅛⅜⅝⅞])|(?:\s(?P<over>[0-9]+))?/(?P<under>[1-9][0-9]*))?"
)
_SCALE_WORD = re.compile(r"\s*(hundred|thousand|million|billion|bn|trillion|dozen|score)s?\b", re.I)
_WORD = re.compile(r"[a-z]+", re.I)


def plain_number(text: str) -> tuple[Decimal, str] | None:
    """The number a text starts with, and what comes after it; None where it starts with none."""
    stripped = text.strip()
    if match := _DIGITS.match(stripped):
        amount = _in_digits(match)
        after = stripped[match.end() :]
        while scale := _SCALE_WORD.match(after):
            amount *= worded_number(scale[1]) or 1
            after = after[scale.end() :]
        return amount, after
    return _in_words(stripped)


def worded_number(words: str) -> Decimal | None:
    """A number written out whole: `forty-one`, `two thousand five hundred`, `a dozen`."""
    found = _in_words(words)
    return found[0] if found and not found[1].strip() else None


def _in_digits(match: re.Match[str]) -> Decimal:
    whole = Decimal(0)
    if match["digits"]:
        whole = _unseparated(match["digits"] + match["grouped"])
    if match["vulgar"]:
        return whole + Decimal(_EIGHTHS[match["vulgar"]]) / 8
    if match["under"]:
        below = Decimal(match["under"])
        if match["over"]:
            return whole + Decimal(match["over"]) / below
        return whole / below
    return whole


def _unseparated(digits: str) -> Decimal:
    """Digits without thousand separators. Raises `BadValue` where a sign could be either."""
    plain = re.sub(r"(?<=[0-9])[ '’\u00a0\u202f\u2009](?=[0-9]{3}(?![0-9]))", "", digits)
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        if re.fullmatch(r"[1-9][0-9]{0,2}\.000", plain):
            bare = plain.replace(".", "")
            raise BadValue(
                f"{quoted(digits)} can be read in two ways", f"write {bare}, or {plain[:-4]}"
            )
        return Decimal(plain)
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", plain):
        return Decimal(plain.replace(",", ""))
    raise BadValue(f"{quoted(digits)} can be read in two ways", _unambiguous(plain))


def _unambiguous(plain: str) -> str:
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?", plain):
        return f"write {plain.replace('.', '').replace(',', '.')} (decimals take a point)"
    if re.fullmatch(r"[0-9]+,[0-9]+", plain):
        return f"write {plain.replace(',', '.')} (decimals take a point)"
    return "write thousands as 1,000 or 1000 and decimals as 1.5"


def _in_words(text: str) -> tuple[Decimal, str] | None:
    """The longest run of number words a text starts with."""
    total, group, seen, end, position = Decimal(0), Decimal(0), "", 0, 0
    while match := _WORD.match(text, position):
        word = match[0].casefold()
        stem = word.removesuffix("s") if word.removesuffix("s") in _SCALES | _GROUPS else word
        if word == "and" and seen:
            position = _after_gap(text, match.end())
            continue
        if word in _SMALL and seen != "article":
            if seen == "small" and not (group % 100 >= 20 and 0 < _SMALL[word] < 10):
                break
            group += _SMALL[word]
            seen = "article" if word in ("a", "an") else "small"
        elif stem == "hundred" and seen:
            group, seen = (group or Decimal(1)) * 100, "scale"
        elif stem in _SCALES and seen:
            total, group, seen = total + (group or 1) * _SCALES[stem], Decimal(0), "scale"
        elif stem in _GROUPS and (seen or stem == "dozen"):
            group, seen = (group or Decimal(1)) * _GROUPS[stem], "scale"
        elif stem in ("hundred", *_SCALES) and not seen:
            group, seen = Decimal(100 if stem == "hundred" else _SCALES[stem]), "scale"
        elif word in _PARTS and seen != "scale":
            group, seen = (group or Decimal(1)) * _PARTS[word], "small"
        else:
            break
        end = match.end()
        position = _after_gap(text, end)
    if not seen or (seen == "article" and end <= 2):
        return None
    return total + group, text[end:]


def _after_gap(text: str, position: int) -> int:
    while position < len(text) and text[position] in " -‐‑":
        position += 1
    return position
