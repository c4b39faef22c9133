"""The shapes of calendar dates: days, months, years, decades, centuries, in figures and names.

Every pattern is tried where a trigger stands and reads to the right of it; none can backtrack
over more than the few words of one date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from provenance.evidence.date_calendar import Extent, Grain, exists, years_extent
from provenance.evidence.date_phrase import Base, Phrase, Shift
from provenance.evidence.date_words import MONTHS, ORDINALS, SEASONS
from provenance.model.values import Day

Build = Callable[[re.Match[str]], list[Phrase]]
Rule = tuple[re.Pattern[str], Build]


def any_of(words: Iterable[str]) -> str:
    """An alternation that tries long words first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


# White space within one date may break a line but not a paragraph.
GAP = r"[^\S\n]{0,90}\n?[^\S\n]{0,90}"
MONTH = rf"(?P<month>{any_of(MONTHS)})(?![^\W\d_])(?:\.(?={GAP}[0-9]))?"
# A note's number may be fused to a year ("June 194512"), so digits may follow it here.
YEAR = r"(?P<year>(?:1[0-9]|20)[0-9]{2}(?=[0-9]{0,3}(?![0-9])))"
ERA = (
    r"(?:BCE?(?!\w)|B\.\s?C\.\s?E\.?|B\.\s?C(?:\.(?!$|\n|\s+[A-Z])|(?!\w))"
    r"|v\.\s?Chr\.|av(?:ant|\.)\s(?:J\.-C\.|Jésus-Christ))"
)
ORDINAL = (
    r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th|er|d|\.(?=\s?(?:und|bis|oder|[-–]|/)\s?[0-9]))?(?![0-9])"
)
_DASH = r"\s?[-–—]\s?"
_AND = r"\s+(?:and|or|to|&|und|bis|et|au)\s+(?:the\s+)?"
DAYS = (
    rf"(?P<days>{ORDINAL}"
    rf"(?:(?:{_DASH}|{_AND}|/){ORDINAL}|(?:,\s+{ORDINAL}){{1,6}},?\s+(?:and|or)\s+{ORDINAL})?)"
)
_LAST_DAYS = (
    rf"(?P<days>{ORDINAL}"
    rf"(?:(?:{_DASH}|{_AND}){ORDINAL}(?!\s+[a-z]+s\b|[.,:]?[0-9%]|\s+[ap]\.?m\b|{_DASH}[A-Z])"
    rf"|(?:,\s+{ORDINAL}){{1,6}},?\s+(?:and|or)\s+{ORDINAL})?)"
)
SEASON = r"(?P<season>[Ss]pring|SPRING|[Ss]ummer|SUMMER|[Aa]utumn|AUTUMN|[Ff]all|FALL|[Ww]inter|WINTER)"
_OF_YEAR = (
    r"\s+of\s+(?:(?P<that>that(?:\s+same)?|the\s+same|the)|(?P<next>the\s+(?:following|next))"
    r"|(?P<last>the\s+(?:previous|preceding|prior)))\s+year(?![\w])"
    r"|\s+of\s+(?P<written>this|last|next)\s+year(?!\w)"
)


def of_era(number: int, era: str | None) -> int:
    """A year as it is counted in EDTF, where 1 BC is 0."""
    return 1 - number if era else number


def _century_of(first: int, digits: str) -> int:
    """The year that two digits mean after a full one."""
    year = first - first % 100 + int(digits)
    return year if year >= first else year + 100


def _iso(match: re.Match[str]) -> list[Phrase]:
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not exists(year, month, day):
        return []
    return [Phrase(match.start(), match.end(), year=year, month=month, day=day)]


def _in_numbers(match: re.Match[str]) -> list[Phrase]:
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    readings = [(m, d) for d, m in ((one, other), (other, one)) if exists(year, m, d)]
    if not readings:
        return []
    if len(readings) == 1 or readings[0] == readings[1] or match[2] == ".":
        month, day = readings[0]
        return [Phrase(match.start(), match.end(), year=year, month=month, day=day)]
    days = sorted(Day(year, month, day) for month, day in readings)
    return [
        Phrase(
            match.start(),
            match.end(),
            fixed=Extent(days[0], days[1], Grain.DAY),
            edtf=f"[{days[0]},{days[1]}]",
            basis=("day and month could stand in either order",),
        )
    ]


def _days_of(match: re.Match[str], *, month_first: bool) -> list[Phrase]:
    """One phrase for every day of a list; the outer ones take in the month and the year."""
    month = MONTHS[match["month"]]
    groups = match.groupdict()
    year = _year_in(groups)
    spans = [
        (found.start(), found.end(), int(re.sub(r"\D+", "", found[0])))
        for found in re.finditer(r"[0-9]{1,2}(?:st|nd|rd|th|er|d)?", match["days"])
    ]
    if not all(exists(2000 if year is None else year, month, day) for *_, day in spans):
        return _no_such_day(match, month, year)
    offset = match.start("days")
    shift = _year_shift(groups)
    phrases = []
    for place, (start, end, day) in enumerate(spans):
        first, last = place == 0, place == len(spans) - 1
        whole_end = (match.end() if last else end + offset) if month_first or last else end + offset
        phrases.append(
            Phrase(
                match.start() if first else start + offset,
                whole_end,
                year=year,
                month=month,
                day=day,
                shift=shift,
                tied=not first and year is None,
            )
        )
    return phrases


def _no_such_day(match: re.Match[str], month: int, year: int | None) -> list[Phrase]:
    """A misprint keeps its month: 31 June 1945."""
    basis = ("there is no such day in that month",)
    return [Phrase(match.start(), match.end(), year=year, month=month, basis=basis)]


def _year_in(groups: dict[str, str | None]) -> int | None:
    if before_christ := groups.get("old"):
        return of_era(int(before_christ), "BC")
    return int(year) if (year := groups.get("year")) else None


def _year_shift(groups: dict[str, str | None]) -> Shift | None:
    if groups.get("that"):
        return Shift(Base.RUNNING, Grain.YEAR, 0)
    if groups.get("next"):
        return Shift(Base.RUNNING, Grain.YEAR, 1)
    if groups.get("last"):
        return Shift(Base.RUNNING, Grain.YEAR, -1)
    if written := groups.get("written"):
        return Shift(Base.WRITTEN, Grain.YEAR, {"this": 0, "last": -1, "next": 1}[written])
    return None


def _day_month(match: re.Match[str]) -> list[Phrase]:
    return _days_of(match, month_first=False)


def _month_day(match: re.Match[str]) -> list[Phrase]:
    return _days_of(match, month_first=True)


def _month_year(match: re.Match[str]) -> list[Phrase]:
    groups = match.groupdict()
    year = _year_in(groups)
    return [
        Phrase(
            match.start(),
            match.end(),
            year=year,
            month=MONTHS[match["month"]],
            shift=_year_shift(groups),
        )
    ]


def _season_year(match: re.Match[str]) -> list[Phrase]:
    groups = match.groupdict()
    season = SEASONS[match["season"].casefold()]
    year = _year_in(groups)
    if season == 24 and year is not None and groups.get("far"):
        last = _century_of(year, groups["far"] or "")
        if last == year + 1:
            days = Extent(Day(year, 12, 1), Day(last, 2, 28 + (last % 4 == 0)), Grain.SEASON)
            edtf = f"[{year:04d}-12..{last:04d}-02]"
            return [Phrase(match.start(), match.end(), fixed=days, edtf=edtf)]
    shift = _year_shift(groups)
    return [Phrase(match.start(), match.end(), year=year, season=season, shift=shift)]


def _century(match: re.Match[str]) -> list[Phrase]:
    groups = match.groupdict()
    word = re.sub(r"\s+", "-", match["n"].casefold())
    number = ORDINALS.get(word) or int(re.match(r"[0-9]+", word)[0])  # type: ignore[index]
    if not 1 <= number <= 21:
        return []
    if groups.get("era"):
        days = years_extent(1 - 100 * number, 100 - 100 * number, Grain.CENTURY)
        edtf = f"-{number - 1:02d}XX" if number > 1 else ""
    else:
        days = years_extent(100 * (number - 1), 100 * number - 1, Grain.CENTURY)
        edtf = f"{number - 1:02d}XX"
    end = match.end("n") + 2 if groups.get("rest") else match.end()
    return [Phrase(match.start(), end, fixed=days, edtf=edtf)]


def _decade(match: re.Match[str]) -> list[Phrase]:
    first = int(match[1])
    if match["era"]:
        days = years_extent(of_era(first + 9, "BC"), of_era(first, "BC"), Grain.DECADE)
        return [Phrase(match.start(), match.end(), fixed=days)]
    days = years_extent(first, first + 9, Grain.DECADE)
    return [Phrase(match.start(), match.end(), fixed=days, edtf=f"{first // 10:03d}X")]


def _years_before_christ(match: re.Match[str]) -> list[Phrase]:
    """One year, or two that share the era: `499 to 493 BC`."""
    phrases = []
    if match["first"]:
        first = of_era(int(match["first"]), "BC")
        phrases.append(Phrase(match.start("first"), match.end("first"), year=first))
    year = of_era(int(match["year"]), "BC")
    phrases.append(Phrase(match.start("year"), match.end(), year=year))
    return phrases


def _year(match: re.Match[str]) -> list[Phrase]:
    first = int(match["year"])
    phrases = [Phrase(match.start("year"), match.end("year"), year=first)]
    if far := match["far"]:
        last = int(far) if len(far) == 4 else _century_of(first, far)
        if not first < last <= first + 150:
            return phrases
        basis = () if len(far) == 4 else (f"century from {first}",)
        phrases.append(Phrase(match.start("far"), match.end("far"), year=last, basis=basis))
    return phrases


def _fiscal(match: re.Match[str]) -> list[Phrase]:
    first = int(match["year"])
    far = match["far"]
    last = (int(far) if len(far) == 4 else _century_of(first, far)) if far else first
    if far or match["kind"].casefold() == "financial":
        last = last if far else first + 1
        days = Extent(Day(first, 4, 1), Day(last, 6, 30), Grain.YEAR)
        basis = "a financial year begins in April or July"
    else:
        old = last <= 1976
        begins = 7 if old else 10
        days = Extent(
            Day(first - 1, begins, 1), Day(last, begins - 1, 30), Grain.YEAR
        )
        basis = (
            "fiscal year taken as the United States': from July until 1976, then from October"
        )
    return [Phrase(match.start(), match.end(), fixed=days, basis=(basis,))]


NOT_COUNTED = (
    r"(?!\s+(?:men|troops|soldiers|people|persons|prisoners|tons|tonnes|miles|km|kilomet|metres"
    r"|meters|feet|yards|acres|hectares|copies|aircraft|tanks|guns|ships|dead|casualties|civilians"
    r"|dollars|francs|pounds|marks|rubles|roubles|words|pages|horses|cavalry|infantry|hoplites"
    r"|hours|hrs|h|GMT|warships|triremes|workers|students|refugees|families|houses|volunteers|sailors|deaths)\b"
    r"|%|,[0-9]{3}(?![0-9])|\.[0-9]+\s*(?:million|billion|percent|per))"
)
_QUARTERS = ("first", "second", "third", "fourth")


def _quarter(match: re.Match[str]) -> list[Phrase]:
    """EDTF counts quarters 33 to 36 where seasons stand."""
    word = match["which"].casefold()
    number = _QUARTERS.index(word) if word in _QUARTERS else int(word[0]) - 1
    groups = match.groupdict()
    shift, year = _year_shift(groups), _year_in(groups)
    return [Phrase(match.start(), match.end(), year=year, season=33 + number, shift=shift)]


def _short_date(match: re.Match[str]) -> list[Phrase]:
    one, other = int(match[1]), int(match[2])
    month, day = (one, other) if one <= 12 else (other, one)
    if not exists(2000, month, day) or (one <= 12 and other <= 12 and one != other):
        return []
    far = int(match[3])
    return [Phrase(match.start(), match.end(), month=month, day=day, short_year=far)]


QUARTER_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?:[Tt]he\s+)?(?P<which>{any_of(_QUARTERS)}|[1-4](?:st|nd|rd|th))[\s-]quarter(?![\w’'])"
            rf"(?:,?{GAP}(?:of\s+)?{YEAR}(?![0-9])|{_OF_YEAR})?(?!\s+of\b)",
            re.I,
        ),
        _quarter,
    ),
)
DIGIT_RULES: tuple[Rule, ...] = (
    (re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})(?![0-9/])"), _short_date),
    (re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])"), _iso),
    (re.compile(r"([0-9]{1,2})([/.])\s?([0-9]{1,2})\2\s?([12][0-9]{3})(?![0-9])"), _in_numbers),
    (
        re.compile(
            rf"{DAYS}\.?{GAP}(?:of\s+|de\s+)?{MONTH}"
            rf"(?:,?{GAP}(?:of\s+|de\s+)?(?:{YEAR}|(?P<old>[0-9]{{1,3}})\s?{ERA})|{_OF_YEAR})?"
        ),
        _day_month,
    ),
    (
        re.compile(
            r"(?P<n>[0-9]{1,2})(?:st|nd|rd|th)"
            r"(?:[-\s]+centur(?:y|ies)(?:\s(?P<era>" + ERA + r"))?"
            r"|(?P<rest>(?=\s?(?:[-–—]|\sand|\sto)\s?(?:(?:early|late|mid)[-\s])?(?:the\s)?"
            r"[0-9]{1,2}(?:st|nd|rd|th)[-\s]+centur)))",
            re.I,
        ),
        _century,
    ),
    (
        re.compile(
            rf"(?:(?P<first>[0-9]{{1,4}})(?:{_DASH}|\s+(?:to|and|or|until)\s+))?"
            rf"(?P<year>[0-9]{{1,4}})\s?(?P<era>{ERA})"
        ),
        _years_before_christ,
    ),
    (re.compile(rf"([0-9]{{2,3}}0)['’]?s(?![\w])(?:\s(?P<era>{ERA}))?"), _decade),
    (re.compile(rf"{YEAR}\s+{SEASON}(?!\s+(?:of|offensive|campaign))(?!\w)"), _season_year),
    (
        re.compile(
            r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?:(?![0-9/])|(?=[0-9]{1,2}(?:\s+[A-Z“\"]|\s*\n|\s*\Z)))"
            r"(?:\s?[-–—]\s?(?P<far>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9]|[-–][0-9]))?" + NOT_COUNTED
        ),
        _year,
    ),
    (
        re.compile(r"(?P<year>1[0-9]{3}|20[0-9]{2})/(?P<far>[0-9]{2}|[0-9]{4})(?![0-9/])"),
        _year,
    ),
)
CENTURY_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?P<n>{any_of(ORDINALS)})[-\s]+centur(?:y|ies)(?:\s(?P<era>{ERA}))?",
            re.I,
        ),
        _century,
    ),
)
MONTH_RULES: tuple[Rule, ...] = (
    (
        re.compile(rf"{MONTH}{GAP}(?:the\s+)?{_LAST_DAYS}(?:,?{GAP}(?:of\s+)?{YEAR}|{_OF_YEAR})?"),
        _month_day,
    ),
    (
        re.compile(
            rf"{MONTH}(?:,?{GAP}(?:of\s+|de\s+)?(?:{YEAR}|(?P<old>[0-9]{{1,3}})\s?{ERA})|{_OF_YEAR})"
        ),
        _month_year,
    ),
)
SEASON_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"{SEASON}(?:,?{GAP}(?:of\s+|in\s+)?(?:{YEAR}(?:[-–/](?P<far>[0-9]{{4}}|[0-9]{{2}}))?"
            rf"|(?P<old>[0-9]{{1,3}})\s?{ERA})|{_OF_YEAR})"
        ),
        _season_year,
    ),
)
FISCAL_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            r"(?P<kind>[Ff]iscal|[Ff]inancial|FY)(?:\s?[Yy]ears?)?\s?"
            r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?:[-–/](?P<far>[0-9]{4}|[0-9]{2}))?(?![0-9])"
        ),
        _fiscal,
    ),
)
