"""Dates that hang on another: the next day, last Tuesday, two years later, the 15th ult."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence.date_calendar import Grain
from provenance.evidence.date_day_words import listed_days
from provenance.evidence.date_parts import cut
from provenance.evidence.date_phrase import Base, Part, Phrase, Shift
from provenance.evidence.date_words import (
    COUNTS,
    ENGLISH_MONTHS,
    FAMOUS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

_AFTER = ("next", "following", "subsequent", "succeeding", "coming", "ensuing")
_SAME = ("same", "very same", "selfsame")
_BEFORE = ("previous", "preceding", "prior")
BESIDE = {
    **dict.fromkeys(_AFTER, 1),
    **dict.fromkeys(_SAME, 0),
    **dict.fromkeys(_BEFORE, -1),
}
_FIXED_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "yesterday morning": -1,
    "yesterday afternoon": -1,
    "yesterday evening": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow morning": 1,
    "tomorrow night": 1,
    "tomorrow afternoon": 1,
    "tomorrow evening": 1,
}


_COUNTABLE = {
    "day": (Grain.DAY, 1),
    "week": (Grain.WEEK, 1),
    "fortnight": (Grain.WEEK, 2),
    "month": (Grain.MONTH, 1),
    "year": (Grain.YEAR, 1),
    "decade": (Grain.YEAR, 10),
    "century": (Grain.YEAR, 100),
    "centurie": (Grain.YEAR, 100),
}


def _about(match: re.Match[str], base: Base, amount: int, start: int | None = None) -> list[Phrase]:
    """So many of the unit, season, weekday or month the match names, from the base."""
    groups = match.groupdict()
    begin = match.start() if start is None else start
    if unit := groups.get("unit"):
        shift = Shift(base, UNITS[unit.casefold()], amount)
        return [Phrase(begin, match.end(), shift=shift)]
    if season := groups.get("season"):
        shift = Shift(base, Grain.SEASON, amount)
        return [Phrase(begin, match.end(), season=SEASONS[season.casefold()], shift=shift)]
    if weekday := groups.get("weekday"):
        shift = Shift(base, Grain.WEEK, amount)
        return [Phrase(begin, match.end(), weekday=WEEKDAYS[weekday.casefold()], shift=shift)]
    shift = Shift(base, Grain.MONTH, amount)
    return [Phrase(begin, match.end(), month=ENGLISH_MONTHS[match["month"]], shift=shift)]


def beside_the_last(match: re.Match[str]) -> list[Phrase]:
    """`the next day`, `the same month`, `the previous April`: from the date last named."""
    return _about(match, Base.RUNNING, BESIDE[" ".join(match["how"].casefold().split())])


def that_unit(match: re.Match[str]) -> list[Phrase]:
    """`that year`, `that same day`."""
    return _about(match, Base.RUNNING, 0)


def this_unit(match: re.Match[str]) -> list[Phrase]:
    """`this week` is the writer's; `this day` is the day last named."""
    base = Base.RUNNING if match["unit"] == "day" else Base.WRITTEN
    return _about(match, base, 0)


def last_or_next(match: re.Match[str]) -> list[Phrase]:
    """`last June`, `next Friday`, `last week`: from the day of writing."""
    amount = {"last": -1, "past": -1, "next": 1}[match["how"].casefold()]
    return _about(match, Base.WRITTEN, amount)


def within_unit(match: re.Match[str]) -> list[Phrase]:
    """`later that month`, `early in the year`, `this spring`."""
    base = Base.WRITTEN if match["det"].casefold() == "this" else Base.RUNNING
    part = {"late": Part.LATE, "early": Part.EARLY}.get((match["how"] or "").casefold())
    found = _about(match, base, 0)
    return found if part is None else [replace(found[0], part=part)]


def part_of_unit(match: re.Match[str]) -> list[Phrase]:
    """`the end of the year`, `the first half of this month`."""
    det = " ".join(match["det"].casefold().split())
    if det.startswith(("this", "last", "next")):
        found = _about(match, Base.WRITTEN, {"this": 0, "last": -1, "next": 1}[det.split()[0]])
    else:
        base = Base.REACHED if det == "the" else Base.RUNNING
        found = _about(match, base, BESIDE.get(det.removeprefix("the "), 0))
    return cut(found[0], match["part"])


def end_of_unit(match: re.Match[str]) -> list[Phrase]:
    """`month's end`."""
    return [replace(_about(match, Base.RUNNING, 0)[0], part=Part.LATE)]


def counted_units(match: re.Match[str]) -> list[Phrase]:
    """`two days later`, `three years ago`."""
    word = match["count"].casefold()
    count = int(word) if word.isdigit() else COUNTS[word]
    how = match["how"].casefold().split()[0]
    earlier = how in ("earlier", "before", "previously", "ago", "prior")
    base = Base.WRITTEN if how in ("ago", "hence") else Base.RUNNING
    unit, times = _COUNTABLE[match["unit"].casefold().removesuffix("s")]
    shift = Shift(base, unit, (-count if earlier else count) * times)
    return [Phrase(match.start(), match.end(), shift=shift)]


def present_unit(match: re.Match[str]) -> list[Phrase]:
    """`the present century`."""
    return _about(match, Base.WRITTEN, 0)


def unit_before_or_after(match: re.Match[str]) -> list[Phrase]:
    """`the day before,`, `the year after.`: from the date last named."""
    amount = -1 if match["how"] in ("before", "earlier") else 1
    return _about(match, Base.RUNNING, amount)


def word_for_a_day(match: re.Match[str]) -> list[Phrase]:
    """`yesterday`, `tonight`, `last night`."""
    word = re.sub(r"^the\s+", "", " ".join(match[0].casefold().split()))
    shift = Shift(Base.WRITTEN, Grain.DAY, _FIXED_WORDS[word])
    return [Phrase(match.start(), match.end(), shift=shift)]


def day_of_letter_month(match: re.Match[str]) -> list[Phrase]:
    """`the 15th ult.`, `the 5th and 6th of this month`."""
    how = (match["how"] or match["when"]).casefold()
    shift = Shift(Base.WRITTEN, Grain.MONTH, _OF_LETTER_MONTH[how[:3]])
    spans = listed_days(match["days"])
    offset = match.start("days")
    phrases = [
        Phrase(start + offset, end + offset, day=day, shift=shift) for start, end, day in spans
    ]
    phrases[0] = replace(phrases[0], start=match.start())
    phrases[-1] = replace(phrases[-1], end=match.end())
    return phrases


_OF_LETTER_MONTH = {"ult": -1, "las": -1, "ins": 0, "thi": 0, "the": 0, "pro": 1, "nex": 1}


_COMING = re.compile(
    r"\b(?:will|shall|[’']ll|(?:is|are|was|were)\s+(?:to|due|scheduled|expected)|scheduled|expects?\s+to"
    r"|plans?\s+to|intends?\s+to|no\s+later\s+than)\b[^.!?\n]*\Z"
)
"""Words before a weekday in the same sentence that turn it to the future."""


def weekday_alone(match: re.Match[str]) -> list[Phrase]:
    """`Monday`: the last one, or the next where the sentence looks ahead."""
    ahead = _COMING.search(match.string, max(0, match.start() - 80), match.start())
    shift = Shift(Base.WRITTEN, Grain.WEEK, 1 if ahead else 0)
    number = WEEKDAYS[match["weekday"].casefold()]
    return [Phrase(match.start(), match.end(), weekday=number, shift=shift)]


def holiday(match: re.Match[str]) -> list[Phrase]:
    """`Christmas 1944`, `at Easter`."""
    name = " ".join(match["name"].casefold().replace("’", "'").split())
    year = int(match["year"]) if match["year"] else None
    return [Phrase(match.start(), match.end(), year=year, holiday=name)]


def famous_day(match: re.Match[str]) -> list[Phrase]:
    """`VE Day`."""
    days = FAMOUS[match[0]]
    known = "" if days.first == days.last else f"[{days.first}..{days.last}]"
    return [Phrase(match.start(), match.end(), fixed=days, edtf=known, basis=("a named day",))]


def day_alone(match: re.Match[str]) -> list[Phrase]:
    """`the 20th`, of the month last named."""
    return [Phrase(match.start(), match.end(), day=int(match["day"]))]
