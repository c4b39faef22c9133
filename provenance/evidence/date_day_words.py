"""The days of a month written as words: fourteenth, einunddreißigsten, vingt-trois."""

from __future__ import annotations

import re
from collections.abc import Iterable

from provenance.evidence.date_words import ORDINALS

_ENDINGS = list(ORDINALS)[:9]
_ENGLISH = {
    **{word: n for word, n in ORDINALS.items() if n <= 20},
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_ENDINGS, 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
_EINER = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_STÄMME = (
    *("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt"),
    *("elft", "zwölft", "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt"),
    *("achtzehnt", "neunzehnt", "zwanzigst", *(f"{einer}undzwanzigst" for einer in _EINER)),
    *("dreißigst", "einunddreißigst"),
)
_DEUTSCH = {"siebent": 7} | {stem: n for n, stem in enumerate(_STÄMME, 1)}
_FRANÇAIS = (
    *("premier", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"),
    *("douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
    *("vingt", "vingt-et-un", "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq"),
    *("vingt-six", "vingt-sept", "vingt-huit", "vingt-neuf", "trente", "trente-et-un"),
)
_GERMAN = {f"{stem}{end}": n for stem, n in _DEUTSCH.items() for end in ("e", "en", "er")}
_FRENCH = {word: n for n, word in enumerate(_FRANÇAIS, 1)}
_DAYS = {**_ENGLISH, **_GERMAN, **_FRENCH}


def _in_words(days: Iterable[str]) -> str:
    """One of the words, its hyphen written, left out or at the end of a line."""
    longest_first = sorted(days, key=lambda word: (-len(word), word))
    words = (word.replace("-", r"(?:-\s?|\s+)") for word in longest_first)
    return rf"(?i:{'|'.join(words)})(?!\w)"


def _listed(day: str, joint: str) -> str:
    """One day, two, or a list of them."""
    return rf"(?P<days>{day}(?:(?:,\s+(?:the\s+)?{day}){{0,6}},?{joint}{day})?)"


ENGLISH_DAY = _in_words(_ENGLISH)
ENGLISH_DAYS = _listed(ENGLISH_DAY, r"(?:\s?[-–—]\s?|\s+(?:and|or|to|&)\s+)(?:the\s+)?")
GERMAN_DAY = _in_words(_GERMAN)
GERMAN_DAYS = _listed(GERMAN_DAY, r"\s+(?:und|oder|bis(?:\szum)?)\s+(?:de[rnm]\s+)?")
FRENCH_DAY = _in_words(_FRENCH)
FRENCH_DAYS = _listed(FRENCH_DAY, r"\s+(?:et|ou|au)\s+(?:le\s+)?")
_LISTED = re.compile(rf"(?P<figures>[0-9]{{1,2}})(?:st|nd|rd|th|er|d)?|(?<!\w){_in_words(_DAYS)}")


def listed_days(words: str) -> list[tuple[int, int, int]]:
    """Start, end and number of every day in `5`, `28 and 29`, `tenth, 13th, and 31st`."""
    return [
        (found.start(), found.end(), int(found["figures"]) if found["figures"] else _day(found[0]))
        for found in _LISTED.finditer(words)
    ]


def _day(word: str) -> int:
    return _DAYS[re.sub(r"[-\s]+", "-", word.lower())]
