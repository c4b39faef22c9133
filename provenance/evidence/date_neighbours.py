"""What expressions of dates lend one another where they stand side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence.date_calendar import exists
from provenance.evidence.date_phrase import Phrase

_IN_BRACKETS = re.compile(r"\s[(\[][^()\[\]\n]{3,24}[)\]],?\s")
_JOINED = re.compile(
    r"\s*(?:[-–—/]|to|and|or|until|till|through|&)\s*(?:from\s+|in\s+|by\s+|the\s+|late\s+|early\s+)*"
    r"|,\s+(?:and\s+|or\s+)?"
)
_AND = re.compile(r"and|or|,")


def lent_years(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases where the first of a range takes the year its far end states."""
    linked = _both_styles(text, _unfused(phrases))
    for place in range(len(linked) - 2, -1, -1):
        first, last = linked[place], linked[place + 1]
        gap = text[first.end : last.start]
        if len(gap) > 24 or not _JOINED.fullmatch(gap):
            continue
        if first.day and not first.month and last.day and last.month:
            linked[place] = replace(first, month=last.month, year=last.year, shift=last.shift)
        elif _lends_year(first, last) and last.year is not None:
            later = first.month > last.month > 0
            year = last.year - 1 if later and not _AND.search(gap) else last.year
            linked[place] = replace(first, year=year)
        elif not last.tied and last.is_bare and (first.month or first.season):
            linked[place + 1] = replace(last, tied=True)
    return linked


def _unfused(phrases: list[Phrase]) -> list[Phrase]:
    """`June 1529` among dates of the twentieth century is June 15 and note 29."""
    years = sorted(phrase.year for phrase in phrases if phrase.year is not None)
    if not years or years[len(years) // 2] < 1750:
        return phrases
    return [_split_marker(phrase) for phrase in phrases]


def _split_marker(phrase: Phrase) -> Phrase:
    year = phrase.year
    if year is None or phrase.day or not phrase.month or not 1000 <= year < 1650:
        return phrase
    if not exists(2000, phrase.month, year // 100):
        return phrase
    basis = ("the last two figures taken for a note's number",)
    return replace(phrase, year=None, day=year // 100, end=phrase.end - 2, basis=basis)


def _both_styles(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """`25 October (7 November) 1917`: the year that follows belongs to both days."""
    linked: list[Phrase] = []
    for phrase in phrases:
        if (
            len(linked) > 1
            and phrase.year is not None
            and not phrase.month
            and all(found.is_bare and found.day for found in linked[-2:])
            and _IN_BRACKETS.fullmatch(text[linked[-2].end : phrase.start])
        ):
            linked[-2] = replace(linked[-2], year=phrase.year)
            linked[-1] = replace(linked[-1], year=phrase.year, end=phrase.end)
        else:
            linked.append(phrase)
    return linked


def _lends_year(first: Phrase, last: Phrase) -> bool:
    if not first.is_bare or first.old_year or first.short_year is not None:
        return False
    if first.holiday or not (first.month or first.season):
        return False
    return last.year is not None and bool(last.month or last.season or last.day)
