"""Units of measure, and the conversions between them that are exact.

Only units of one system are converted into one another. A mile is 1609.344 metres by a definition
of 1959; what a source of 1841 meant by a mile is for a person to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

_FAMILIES: dict[str, dict[str, tuple[str, str]]] = {
    "metric length": {
        "millimetre": ("0.001", "mm millimeter"),
        "centimetre": ("0.01", "cm centimeter"),
        "metre": ("1", "m meter"),
        "kilometre": ("1000", "km kilometer"),
    },
    "imperial length": {
        "inch": ("1", "in ins"),
        "foot": ("12", "ft"),
        "yard": ("36", "yd yds"),
        "mile": ("63360", "mi"),
    },
    "metric area": {
        "square metre": ("1", "m² m2 sqm"),
        "hectare": ("10000", "ha"),
        "square kilometre": ("1000000", "km² km2"),
    },
    "metric weight": {
        "milligram": ("0.001", "mg"),
        "gram": ("1", "g gramme gm"),
        "kilogram": ("1000", "kg kilo kilogramme"),
        "tonne": ("1000000", "t"),
    },
    "imperial weight": {
        "ounce": ("1", "oz"),
        "lb": ("16", "lbs"),
        "stone": ("224", ""),
    },
    "metric volume": {
        "millilitre": ("0.001", "ml milliliter"),
        "litre": ("1", "l liter"),
    },
    "time": {
        "second": ("1", "s sec"),
        "minute": ("60", "min"),
        "hour": ("3600", "h hr"),
        "day": ("86400", ""),
        "week": ("604800", ""),
        "fortnight": ("1209600", ""),
    },
    "years": {
        "month": ("1", ""),
        "year": ("12", "yr"),
        "decade": ("120", ""),
        "century": ("1200", ""),
    },
    "sterling": {
        "penny": ("1", "d pence"),
        "shilling": ("12", ""),
        "pound": ("240", "£"),
    },
    "dollars": {"cent": ("1", "¢"), "dollar": ("100", "$")},
    "euros": {"euro cent": ("1", ""), "euro": ("100", "€")},
    "share": {"‰": ("1", "permille"), "%": ("10", "percent pct percentage")},
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its full name in the singular."""

    name: str
    family: str
    """Units of one family convert exactly; a unit we do not know is a family of its own."""
    factor: Decimal
    """How many of the family's smallest unit listed it makes, or a fraction of its base."""


_BY_WORD: dict[str, Unit] = {
    word: Unit(name, family, Decimal(factor))
    for family, units in _FAMILIES.items()
    for name, (factor, others) in units.items()
    for word in (name, *others.split())
}


def unit_named(word: str) -> Unit:
    """The unit a folded, singular word or a sign stands for."""
    return _BY_WORD.get(word) or Unit(word, word, Decimal(1))


_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "penny": "pence",
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "life": "lives",
}
_ALIKE = frozenset({"stone", "sheep", "cattle", "head", "cannon", "aircraft", "people"})


def in_plural(written: str, number: Decimal | None, unit: str) -> str:
    """A number as it was written, its unit in the plural where it is counted in words and is not
    one: `2 wagon` is `2 wagons`. `unit` is its own, in the singular."""
    head, _, last = written.rpartition(" ")
    word = unit.rpartition(" ")[2]
    is_bare = head[-1:].isdigit() and last == word and word.isalpha() and len(word) > 2
    if number is None or abs(number) == 1 or not is_bare or word in _ALIKE or word.endswith("s"):
        return written
    return f"{head} {_IRREGULAR.get(word) or _regular_plural(word)}"


def _regular_plural(word: str) -> str:
    if word[-1] == "y" and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "sh", "x", "z")) else f"{word}s"


def is_known(word: str) -> bool:
    """Whether a word or sign is one of our units."""
    return word in _BY_WORD


_OF_PEOPLE = frozenset(
    {
        *("man", "person", "people", "hand", "soul", "life", "individual", "victim", "human"),
        *("head", "body", "corpse"),
    }
)


def is_of_people(word: str) -> bool:
    """Whether a folded, singular word may stand for any person counted: `men`, `souls`, `hands`."""
    return word in _OF_PEOPLE
