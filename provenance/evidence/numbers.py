"""Quantities as people write them: digits or words, with unit, bound, range or approximation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from provenance.errors import quoted
from provenance.evidence.bad_value import BadValue
from provenance.evidence.number_words import plain_number, worded_number
from provenance.model.names import fold_text
from provenance.model.units import is_known, unit_named
from provenance.model.values import NumberValue

EXAMPLES = "write 40, 1,000, 2.5 km, about 40, 40–50, at least 40, 5% or £40"
_MOST_CHARACTERS = 200

_ABOUT = re.compile(
    r"(?:about|around|circa|ca?\.|approximately|approx\.?|roughly|some|nearly|almost|~|≈)\s*", re.I
)
_LOW = re.compile(r"(?:at least|no(?:t)? (?:less|fewer) than|more than|over|above|>=|≥|>)\s*", re.I)
_HIGH = re.compile(
    r"(?:at most|no(?:t)? more than|up to|less than|fewer than|under|below|<=|≤|<)\s*", re.I
)
_BETWEEN = re.compile(
    r"(?:between\s+(?P<a>.+?)\s+and\s+(?P<b>.+))|(?:from\s+)?(?P<c>.+?)(?:\s+(?:to|or)\s+|\s*[–—]\s*"
    r"|(?<=\d)\s*-\s*(?=[\d£$€])|\s*\.\.\s*)(?P<d>.+)",
    re.I,
)
_CURRENCY = re.compile(r"(?P<sign>(?:US|A|C|HK)?[£$€¥₽])\s*(?=[\d.])")
_STERLING = {"second": "shilling"}
"""Elsewhere `s` is a second."""
_MONEY = {"£": "pound", "$": "dollar", "€": "euro", "¥": "yen", "₽": "ruble"}
_IRREGULAR: dict[str, str] = {
    pair.split("/")[0]: pair.split("/")[1]
    for pair in re.findall(
        r"\S+",
        """
        men/man women/woman children/child people/person persons/person feet/foot inches/inch
        centuries/century pence/penny lives/life wives/wife knives/knife loaves/loaf halves/half
        mice/mouse geese/goose teeth/tooth oxen/ox series/series species/species gas/gas
        """,
    )
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit; "" for none."""

    amount: Decimal
    unit: str


def read_number(written: str) -> NumberValue:
    """A quantity. Raises `BadValue` for what is no number, or could be two."""
    text = " ".join(written.replace("\u2212", "-").split())
    if not text:
        raise BadValue("a number is missing", EXAMPLES)
    if len(text) > _MOST_CHARACTERS:
        raise BadValue("this is too long for a number", EXAMPLES)
    approximate = False
    rest = text
    if match := _ABOUT.match(rest):
        approximate, rest = True, rest[match.end() :]
    if match := _LOW.match(rest):
        only = _quantity(rest[match.end() :])
        return NumberValue(text, only.amount, None, only.unit, approximate)
    if match := _HIGH.match(rest):
        only = _quantity(rest[match.end() :])
        return NumberValue(text, None, only.amount, only.unit, approximate)
    if ends := _range(rest):
        low, high = ends
        return NumberValue(text, low.amount, high.amount, high.unit, approximate)
    only = _quantity(rest.removesuffix(" or so"))
    approximate = approximate or rest.endswith(" or so")
    return NumberValue(text, only.amount, only.amount, only.unit, approximate)


def singular(unit: str) -> str:
    """A unit folded and in the singular: `Kilometres` and `km` are `kilometre`."""
    bare = unit.strip().rstrip(".").strip()
    if is_known(bare):
        return unit_named(bare).name
    words = [_singular_word(word) for word in fold_text(bare).split()]
    folded = "%" if words in (["per", "cent"], ["%"]) else " ".join(words)
    return unit_named(folded).name


def is_plural(word: str) -> bool:
    """Whether a folded word counts several of something: `divisions`, `men`."""
    return _singular_word(word) != word


def _range(text: str) -> tuple[Quantity, Quantity] | None:
    match = _BETWEEN.fullmatch(text)
    if not match:
        return None
    first, last = match["a"] or match["c"], match["b"] or match["d"]
    try:
        high = _quantity(last)
    except BadValue:
        return None
    low = _shared_scale(_quantity(first), first, last, high)
    if unit_named(low.unit).family != unit_named(high.unit).family:
        raise BadValue(f"{quoted(text)} has two units", "write both ends in one unit")
    low = Quantity(low.amount * _ratio(low.unit, high.unit), high.unit)
    if high.amount < low.amount:
        raise BadValue(
            f"{quoted(text)} ends below where it begins", "the smaller number comes first"
        )
    return low, high


def _shared_scale(low: Quantity, first: str, last: str, high: Quantity) -> Quantity:
    """`2 to 3 million men` means two million: scale and unit of the last hold for the first."""
    unit = low.unit or high.unit
    scale = re.search(r"\b(hundred|thousand|million|billion|trillion|bn)\b", last, re.I)
    bare = re.fullmatch(r"\D?[\d.,]+", first.strip())
    if scale and bare and high.amount >= 100 > low.amount:
        return Quantity(low.amount * (worded_number(scale[1]) or Decimal(1)), unit)
    return Quantity(low.amount, unit)


def _ratio(unit: str, to: str) -> Decimal:
    return unit_named(unit).factor / unit_named(to).factor


def _quantity(text: str) -> Quantity:
    rest = text.strip()
    if not rest:
        raise BadValue("a number is missing", EXAMPLES)
    negative = rest.startswith("-")
    unit = ""
    rest = rest.removeprefix("-").strip() if negative else rest
    if match := _CURRENCY.match(rest):
        sign = match["sign"]
        unit = _MONEY[sign[-1]] if len(sign) == 1 else f"{sign[:-1].casefold()} {_MONEY[sign[-1]]}"
        rest = rest[match.end() :]
    found = plain_number(rest)
    if found is None:
        raise BadValue(f"{quoted(text.strip())} is not a number", EXAMPLES)
    amount, after = found
    if unit and (million := re.match(r"\s*m\b\.?", after)):
        amount, after = amount * 1_000_000, after[million.end() :]
    parts = [(amount, unit or _unit_word(after)), *_smaller_parts(after)]
    whole = _summed(parts)
    return Quantity(-whole.amount, whole.unit) if negative else whole


_NEXT_PART = re.compile(r"[^\d]*?[,\s]+(?=\d)")


def _unit_word(after: str) -> str:
    match = _NEXT_PART.match(after)
    return (match[0] if match else after).strip(" ,")


def _smaller_parts(after: str) -> list[tuple[Decimal, str]]:
    """What follows the first number of `£41 3s. 6d.` or `5 ft 10 in`, each with its unit's word."""
    parts: list[tuple[Decimal, str]] = []
    while match := _NEXT_PART.match(after):
        found = plain_number(after[match.end() :])
        if found is None:
            break
        amount, after = found
        parts.append((amount, _unit_word(after)))
    return parts


def _summed(parts: list[tuple[Decimal, str]]) -> Quantity:
    """Parts in ever smaller units of one family, summed in the smallest: that is always exact."""
    units = [_unit_of(word) for _, word in parts]
    if len(parts) > 1 and unit_named(units[0]).family == "sterling":
        units = [_STERLING.get(unit, unit) for unit in units]
    for larger, smaller in pairwise(units):
        one_family = unit_named(larger).family == unit_named(smaller).family
        if not one_family or _ratio(smaller, larger) >= 1:
            shown = (
                f"{quoted(larger)} and {quoted(smaller)}"
                if smaller
                else f"a second number after {quoted(larger)}"
            )
            raise BadValue(f"{shown} make no single number", "write one number with one unit")
    amounts = (
        amount * _ratio(unit, units[-1]) for (amount, _), unit in zip(parts, units, strict=True)
    )
    return Quantity(sum(amounts, Decimal(0)), units[-1])


def _unit_of(word: str) -> str:
    unit = word.strip()
    if unit in _MONEY:
        return _MONEY[unit]
    if is_known(unit.rstrip(".")) or not unit:
        return singular(unit) if unit else ""
    if not (unit[0].isalpha() or unit[0] in "%‰°") or re.search(r"\d", unit):
        raise BadValue(f"{quoted(unit)} is not a unit", EXAMPLES)
    return singular(unit)


def _singular_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
