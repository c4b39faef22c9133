"""Dates in German prose: Anfang Juni, am folgenden Tag, gestern, das 18. Jahrhundert."""

from __future__ import annotations

import re

from provenance.evidence.date_builders import days_of_month
from provenance.evidence.date_calendar import Extent, Grain, years_extent
from provenance.evidence.date_day_words import GERMAN_DAY, GERMAN_DAYS
from provenance.evidence.date_patterns import MONTH, YEAR, Rule, any_of
from provenance.evidence.date_phrase import Base, Phrase, Shift
from provenance.evidence.date_words import GERMAN_COUNTS, GERMAN_MONTHS, SEASONS, UNITS, WEEKDAYS
from provenance.model.values import Day

TRIGGER = (
    r"(?=[Gg]estern\b|[Hh]eute\b|[Vv]orgestern\b|(?:[Aa]m|[Ii]m|[Ii]n|[Dd]er|[Dd]ie|[Dd]as|[Dd]es|[Dd]en)\s"
    r"(?:(?:dem|der)(?:selben)?\s)?(?:folgend|darauf|nächst|selb|gleich|vorig|vorher|vorangeh|Vortag|Tag\sdarauf"
    r"|letzt|vergangen|kommend)|[Ll]etzte|[Vv]orige|[Nn]ächste|[Vv]ergangene|[Dd]iese[sn]\s"
    r"|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Früh|Sommer|Herbst|Winter"
    r"|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
    r"|[A-Za-zäöüß]+\s(?:Tage?|Wochen?|Monate?|Jahre?)\s(?:später|danach|zuvor|vorher|darauf)\b"
    rf"|[0-9]{{1,2}}\.\sJahrhundert|[0-9]{{3}}0er|{GERMAN_DAY})"
)
_MONTH = any_of(GERMAN_MONTHS)
_UNIT = r"(?P<unit>Tag|Nacht|Morgen|Abend|Woche|Monat|Jahr)e?s?"
_SEASON = r"(?P<season>Frühjahr|Frühling|Sommer|Herbst|Winter)s?"
_WEEKDAY = rf"(?P<weekday>{any_of(day.title() for day in WEEKDAYS)})"
_WHAT = rf"(?:{_UNIT}|{_SEASON}|(?P<month>{_MONTH})|{_WEEKDAY})(?!\w)"
_HOWS = {
    **dict.fromkeys(("folgend", "nächst", "darauffolgend", "kommend"), 1),
    **dict.fromkeys(("selb", "gleich"), 0),
    **dict.fromkeys(("vorig", "vorangehend", "vorhergehend", "letzt", "vergangen"), -1),
}
_OF_WRITING = ("letzt", "vergangen", "vorig")
_WORDS = {
    "gestern": -1,
    "heute": 0,
    "vorgestern": -2,
    "gestern abend": -1,
    "heute morgen": 0,
    "heute abend": 0,
    "heute nacht": 0,
    "gestern nacht": -1,
}
_UNITS = UNITS | {"nacht": Grain.DAY, "morgen": Grain.DAY, "abend": Grain.DAY, "tage": Grain.DAY}


def _word(match: re.Match[str]) -> list[Phrase]:
    days = _WORDS[" ".join(match[0].casefold().split())]
    return [Phrase(match.start(), match.end(), shift=Shift(Base.WRITTEN, Grain.DAY, days))]


def _how(match: re.Match[str]) -> list[Phrase]:
    how = match["how"].casefold()
    base = Base.WRITTEN if how in _OF_WRITING else Base.RUNNING
    return _named(match, base, _HOWS[how])


def _this(match: re.Match[str]) -> list[Phrase]:
    return _named(match, Base.WRITTEN, 0)


def _named(match: re.Match[str], base: Base, amount: int) -> list[Phrase]:
    groups, start, end = match.groupdict(), match.start(), match.end()
    if unit := groups.get("unit"):
        return [Phrase(start, end, shift=Shift(base, _UNITS[unit.casefold()], amount))]
    if season := groups.get("season"):
        number = SEASONS.get(season.casefold(), 24)
        return [Phrase(start, end, season=number, shift=Shift(base, Grain.SEASON, amount))]
    if weekday := groups.get("weekday"):
        number = WEEKDAYS[weekday.casefold()]
        return [Phrase(start, end, weekday=number, shift=Shift(base, Grain.WEEK, amount))]
    month = GERMAN_MONTHS[match["month"]]
    return [Phrase(start, end, month=month, shift=Shift(base, Grain.MONTH, amount))]


def _counted(match: re.Match[str]) -> list[Phrase]:
    word = match["count"].casefold()
    count = int(word) if word.isdigit() else GERMAN_COUNTS.get(word, 0)
    if not count:
        return []
    back = match["how"] in ("zuvor", "vorher")
    unit = {"T": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "J": Grain.YEAR}[match["unit"][0]]
    shift = Shift(Base.RUNNING, unit, -count if back else count)
    return [Phrase(match.start(), match.end(), shift=shift)]


def _next_day(match: re.Match[str]) -> list[Phrase]:
    shift = Shift(Base.RUNNING, Grain.DAY, -1 if "Vortag" in match[0] else 1)
    return [Phrase(match.start(), match.end(), shift=shift)]


def _weekday(match: re.Match[str]) -> list[Phrase]:
    number = WEEKDAYS[match[0].casefold()]
    return [
        Phrase(match.start(), match.end(), weekday=number, shift=Shift(Base.WRITTEN, Grain.WEEK, 0))
    ]


def _season(match: re.Match[str]) -> list[Phrase]:
    number = SEASONS.get(match["season"].casefold(), 24)
    year = int(match["year"]) if match["year"] else None
    if number == 24 and year is not None and match["far"]:
        last = year + 1
        days = Extent(Day(year, 12, 1), Day(last, 2, 28 + (last % 4 == 0)), Grain.SEASON)
        edtf = f"[{year:04d}-12..{last:04d}-02]"
        return [Phrase(match.start(), match.end(), fixed=days, edtf=edtf)]
    return [Phrase(match.start(), match.end(), year=year, season=number)]


def _month(match: re.Match[str]) -> list[Phrase]:
    return [Phrase(match.start(), match.end(), month=GERMAN_MONTHS[match[0]])]


def _century(match: re.Match[str]) -> list[Phrase]:
    number = int(match["n"])
    if not 1 <= number <= 21:
        return []
    days = years_extent(100 * (number - 1), 100 * number - 1, Grain.CENTURY)
    return [Phrase(match.start(), match.end(), fixed=days, edtf=f"{number - 1:02d}XX")]


def _decade(match: re.Match[str]) -> list[Phrase]:
    first = int(match["n"])
    days = years_extent(first, first + 9, Grain.DECADE)
    return [Phrase(match.start(), match.end(), fixed=days, edtf=f"{first // 10:03d}X")]


RULES: tuple[Rule, ...] = (
    (re.compile(rf"{GERMAN_DAYS}\s+{MONTH}(?:\s+{YEAR})?"), days_of_month),
    (
        re.compile(
            r"(?:[Gg]estern|[Hh]eute)\s(?:[Aa]bend|[Mm]orgen|[Nn]acht)\b|[Vv]orgestern\b|[Gg]estern\b|[Hh]eute\b"
        ),
        _word,
    ),
    (re.compile(r"(?:[Aa]m|[Dd]er|[Dd]en)\s(?:Vortag|Tag\sdarauf)\b"), _next_day),
    (
        re.compile(
            rf"(?:(?:[Aa]m|[Ii]m|[Ii]n|[Dd]er|[Dd]ie|[Dd]as|[Dd]es|[Dd]en)\s)?(?:der\s|die\s)?(?:dem\s)?"
            rf"(?P<how>(?i:{any_of(_HOWS)}))e[nrsm]?\s{_WHAT}"
        ),
        _how,
    ),
    (re.compile(rf"[Dd]iese[sn]\s{_WHAT}"), _this),
    (
        re.compile(
            r"(?P<count>[A-Za-zäöüß]+|[0-9]{1,3})\s(?P<unit>Tag|Woche|Monat|Jahr)(?:en|e|n)?\s"
            r"(?P<how>später|danach|zuvor|vorher|darauf)\b"
        ),
        _counted,
    ),
    (re.compile(r"(?P<n>[0-9]{1,2})\.\sJahrhunderts?\b"), _century),
    (re.compile(r"(?P<n>[0-9]{3}0)er(?:\s|-)Jahren?\b"), _decade),
    (
        re.compile(
            rf"{_SEASON}(?:\s(?:des\sJahres\s)?{YEAR}(?:/(?P<far>[0-9]{{4}}|[0-9]{{2}}))?)?(?![\w-])"
        ),
        _season,
    ),
    (re.compile(rf"(?:{any_of(w.title() for w in WEEKDAYS)})(?![\w-])(?!,?\s[0-9])"), _weekday),
    (re.compile(rf"(?:{_MONTH})(?![\w-])"), _month),
)
