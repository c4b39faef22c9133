"""From what a pattern matched to the calendar dates it says."""

from __future__ import annotations

import re

from provenance.evidence.date_calendar import Extent, Grain, exists, years_extent
from provenance.evidence.date_day_words import listed_days
from provenance.evidence.date_phrase import Base, Phrase, Shift
from provenance.evidence.date_words import MONTHS, ORDINALS, SEASONS
from provenance.model.values import Day


def of_era(number: int, era: str | None) -> int:
    """A year as it is counted in EDTF, where 1 BC is 0."""
    return 1 - number if era else number


def _century_of(first: int, digits: str) -> int:
    """The year that two digits mean after a full one."""
    year = first - first % 100 + int(digits)
    return year if year >= first else year + 100


def iso_day(match: re.Match[str]) -> list[Phrase]:
    """`1945-07-05`; nothing where no such day came."""
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not exists(year, month, day):
        return []
    return [Phrase(match.start(), match.end(), year=year, month=month, day=day)]


def day_in_figures(match: re.Match[str]) -> list[Phrase]:
    """`15.6.1945`; with a slash, both orders of day and month where both could be."""
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
    spans = listed_days(match["days"])
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
                basis=_DOUBLE if _is_double(groups) else (),
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
    year = groups.get("year")
    if year is None:
        return None
    double = groups.get("double") or ""
    return int(year[: 4 - len(double)] + double) if _is_double(groups) else int(year)


def _is_double(groups: dict[str, str | None]) -> bool:
    """Whether a date before 25 March bears the Old Style year and the one after: 1731/32."""
    year, double, month = groups.get("year"), groups.get("double"), groups.get("month")
    if not year or not double or not month or MONTHS[month] > 3:
        return False
    return int(year[: 4 - len(double)] + double) == int(year) + 1


_DOUBLE = ("the second of two years, as Old Style years began in March",)


def _year_shift(groups: dict[str, str | None]) -> Shift | None:
    if groups.get("that"):
        return Shift(Base.RUNNING, Grain.YEAR, 0)
    if groups.get("next"):
        return Shift(Base.RUNNING, Grain.YEAR, 1)
    if groups.get("last"):
        return Shift(Base.RUNNING, Grain.YEAR, -1)
    if nearby := groups.get("nearby"):
        return Shift(Base.WRITTEN, Grain.MONTH, -1 if nearby == "last" else 1)
    if written := groups.get("written"):
        return Shift(Base.WRITTEN, Grain.YEAR, {"this": 0, "last": -1, "next": 1}[written])
    return None


def days_of_month(match: re.Match[str]) -> list[Phrase]:
    """`5 July 1945`, `28 and 29 August`, `the fourteenth of March`."""
    return _days_of(match, month_first=False)


def month_and_days(match: re.Match[str]) -> list[Phrase]:
    """`July 5, 1945`, `January 10, 13, and 31`."""
    return _days_of(match, month_first=True)


def month_of_year(match: re.Match[str]) -> list[Phrase]:
    """`July 1945`, `October of that year`."""
    groups = match.groupdict()
    year = _year_in(groups)
    return [
        Phrase(
            match.start(),
            match.end(),
            year=year,
            month=MONTHS[match["month"]],
            shift=_year_shift(groups),
            basis=_DOUBLE if _is_double(groups) else (),
        )
    ]


def season_of_year(match: re.Match[str]) -> list[Phrase]:
    """`the spring of 1946`; `winter of 1941-42` is one winter."""
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


def century(match: re.Match[str]) -> list[Phrase]:
    """`the 19th century` follows its digits, 1800 to 1899, as EDTF has it."""
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


def decade(match: re.Match[str]) -> list[Phrase]:
    """`the 1930s`, `the 470s BC`."""
    first = int(match[1])
    if match["era"]:
        days = years_extent(of_era(first + 9, "BC"), of_era(first, "BC"), Grain.DECADE)
        return [Phrase(match.start(), match.end(), fixed=days)]
    days = years_extent(first, first + 9, Grain.DECADE)
    return [Phrase(match.start(), match.end(), fixed=days, edtf=f"{first // 10:03d}X")]


def years_before_christ(match: re.Match[str]) -> list[Phrase]:
    """One year, or two that share the era: `499 to 493 BC`."""
    phrases = []
    if match["first"]:
        first = of_era(int(match["first"]), "BC")
        phrases.append(Phrase(match.start("first"), match.end("first"), year=first))
    year = of_era(int(match["year"]), "BC")
    phrases.append(Phrase(match.start("year"), match.end(), year=year))
    return phrases


def years(match: re.Match[str]) -> list[Phrase]:
    """`1945`, or the two of `1941-45`."""
    first = int(match["year"])
    phrases = [Phrase(match.start("year"), match.end("year"), year=first)]
    if far := match["far"]:
        last = int(far) if len(far) == 4 else _century_of(first, far)
        if not first < last <= first + 150:
            return phrases
        basis = () if len(far) == 4 else (f"century from {first}",)
        phrases.append(Phrase(match.start("far"), match.end("far"), year=last, basis=basis))
    return phrases


def fiscal_year(match: re.Match[str]) -> list[Phrase]:
    """`fiscal year 1946` as the United States count it; `financial year 1945-46` at its widest."""
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
        days = Extent(Day(first - 1, begins, 1), Day(last, begins - 1, 30), Grain.YEAR)
        basis = "fiscal year taken as the United States': from July until 1976, then from October"
    return [Phrase(match.start(), match.end(), fixed=days, basis=(basis,))]


QUARTERS = ("first", "second", "third", "fourth")


def quarter(match: re.Match[str]) -> list[Phrase]:
    """EDTF counts quarters 33 to 36 where seasons stand."""
    word = match["which"].casefold()
    number = QUARTERS.index(word) if word in QUARTERS else int(word[0]) - 1
    groups = match.groupdict()
    shift, year = _year_shift(groups), _year_in(groups)
    return [Phrase(match.start(), match.end(), year=year, season=33 + number, shift=shift)]


def day_with_short_year(match: re.Match[str]) -> list[Phrase]:
    """`10/25/89`, month first where only that fits; nothing where either would."""
    one, other = int(match[1]), int(match[2])
    month, day = (one, other) if one <= 12 else (other, one)
    if not exists(2000, month, day) or (one <= 12 and other <= 12 and one != other):
        return []
    far = int(match[3])
    return [Phrase(match.start(), match.end(), month=month, day=day, short_year=far)]
