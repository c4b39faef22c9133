"""What people type where EDTF is wanted, and the EDTF they meant."""

from __future__ import annotations

import re
from collections.abc import Callable

EXAMPLES = "write 1945-06-15, 1945-06, 1945, 1945~ for about, or 1945-07-17/1945-08-02"

IN_WORDS = "write 14 March 1923, March 1923, 1923, or about 1923"
"""The same to whoever writes dates as people say them."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NAMES = [name[:3].casefold() for name in MONTHS]
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_ABOUT = re.compile(r"(?:circa|ca?\.?|about|around|approximately|~)\s*(?=[0-9a-z])")
_EITHER = "it could be either"
_NO_YEAR = "XXXX"
_NUMBERS = re.compile(r"(?P<a>[0-9]{1,4})[-/.](?P<b>[0-9]{1,2})[-/.](?P<c>[0-9]{1,4})")


def rewritten(written: str) -> tuple[str, str] | None:
    """The EDTF that was probably meant, and a hint that says so; None where we cannot tell."""
    plain = " ".join(written.casefold().replace(",", " ").split())
    if match := _NUMBERS.fullmatch(plain):
        return _from_numbers(match)
    about = _ABOUT.match(plain)
    meant = _from_words(plain[about.end() :] if about else plain)
    if meant is None:
        return None
    edtf, means = meant
    if about:
        return f"{edtf}~", f"write {edtf}~ for about {means}"
    return edtf, f"write {edtf} for {means}"


def meant(written: str) -> str:
    """The EDTF that a date in words can only mean; what was written where it may mean two."""
    plain = " ".join(written.split())
    numbers = _NUMBERS.fullmatch(plain)
    found = rewritten(plain)
    if found is None or (numbers and _EITHER in found[1]) or found[0].startswith(_NO_YEAR):
        return written
    return found[0]


def hint_in_words(written: str) -> str:
    """How to put a date right that is no date, for whoever does not write EDTF."""
    plain = " ".join(written.casefold().replace(",", " ").split())
    if numbers := _NUMBERS.fullmatch(plain):
        if _EITHER in _from_numbers_hint(numbers):
            return "is the first number the day or the month? write it as 14 March 1923"
        return IN_WORDS
    for pattern, means in _YEARLESS:
        if match := pattern.fullmatch(plain):
            return f"add the year, as in {means(match)} 1923"
    return IN_WORDS


def _from_numbers_hint(match: re.Match[str]) -> str:
    found = _from_numbers(match)
    return found[1] if found else ""


def _from_numbers(match: re.Match[str]) -> tuple[str, str] | None:
    first, middle, last = match["a"], match["b"], match["c"]
    if len(first) == 4 and len(last) <= 2:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", match[0]):
            return None
        year_first = f"{first}-{int(middle):02d}-{int(last):02d}"
        return year_first, f"write {year_first}"
    if len(last) != 4 or len(first) > 2:
        return None
    one, other = int(first), int(middle)
    day_first, month_first = f"{last}-{other:02d}-{one:02d}", f"{last}-{one:02d}-{other:02d}"
    if one > 12 or one == other:
        return day_first, f"write {day_first}"
    if other > 12:
        return month_first, f"write {month_first}"
    return day_first, f"write {day_first} or {month_first}: {_EITHER}"


Rewrite = Callable[[re.Match[str]], tuple[str, str]]


def _day_of(match: re.Match[str]) -> tuple[str, str]:
    month = _NAMES.index(match["month"][:3]) + 1
    means = f"{int(match['day'])} {_full(month)} {match['year']}"
    return f"{match['year']}-{month:02d}-{int(match['day']):02d}", means


def _month_of(match: re.Match[str]) -> tuple[str, str]:
    month = _NAMES.index(match["month"][:3]) + 1
    return f"{match['year']}-{month:02d}", f"{_full(month)} {match['year']}"


def _without_year(match: re.Match[str]) -> tuple[str, str]:
    month = _NAMES.index(match["month"][:3]) + 1
    day = f"{month:02d}-{int(match['day']):02d}"
    return f"{_NO_YEAR}-{day}", "that day of an unknown year, or put the year in its place"


def _season_of(match: re.Match[str]) -> tuple[str, str]:
    name, year = match["season"], match["year"]
    return f"{year}-{_SEASONS[name]}", f"{name} {year}"


def _before_christ(match: re.Match[str]) -> tuple[str, str]:
    number = int(match["n"])
    astronomical = f"-{number - 1:04d}" if number > 1 else "0000"
    return astronomical, f"{number} BC (the year 1 BC is 0000)"


def _century(match: re.Match[str]) -> tuple[str, str]:
    return f"{int(match['n']) - 1:02d}XX", f"the {match['n']}{match['suffix']} century"


_WORDED: tuple[tuple[re.Pattern[str], Rewrite], ...] = tuple(
    (re.compile(pattern), rewrite)
    for pattern, rewrite in (
        (rf"{_DAY} (?:of )?{_MONTH} {_YEAR}", _day_of),
        (rf"{_MONTH} {_DAY} {_YEAR}", _day_of),
        (rf"{_YEAR} {_MONTH} {_DAY}", _day_of),
        (rf"{_MONTH} (?:of )?{_YEAR}", _month_of),
        (rf"{_DAY} (?:of )?{_MONTH}", _without_year),
        (rf"{_MONTH} {_DAY}", _without_year),
        (rf"(?P<season>{'|'.join(_SEASONS)}) (?:of )?{_YEAR}", _season_of),
        (r"(?:the )?(?P<n>[0-9]{3})0'?s", lambda m: (f"{m['n']}X", f"the {m['n']}0s")),
        (r"(?P<y>[0-9]{4})", lambda m: (m["y"], f"the year {m['y']}")),
        (r"(?P<n>[0-9]{3})", lambda m: (f"{m['n']}X", f"the {m['n']}0s")),
        (r"(?:the )?(?P<n>[0-9]{1,2})(?P<suffix>st|nd|rd|th) century", _century),
        (r"(?P<n>[0-9]{1,4}) ?b\.?c\.?(?:e\.?)?", _before_christ),
        (r"(?:before|until) (?P<y>[0-9]{4})", lambda m: (f"../{m['y']}", f"until {m['y']}")),
        (r"(?:after|since) (?P<y>[0-9]{4})", lambda m: (f"{m['y']}/..", f"from {m['y']} on")),
        (
            r"(?P<a>[0-9]{4}) ?[-–—] ?(?P<b>[0-9]{4})",
            lambda m: (f"{m['a']}/{m['b']}", f"{m['a']} to {m['b']}"),
        ),
        (
            r"(?P<y>[0-9]{4})-(?P<m>[0-9])",
            lambda m: (f"{m['y']}-0{m['m']}", f"{_full(int(m['m']) or 1)} {m['y']}"),
        ),
        (
            r"(?P<d>[0-9]{1,4}[0-9xu-]*[xu][0-9xu-]*)",
            lambda m: (m["d"].replace("u", "x").upper(), "digits that are not known"),
        ),
        (r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})", lambda m: _compact(m)),
    )
)


def _yearless_day(match: re.Match[str]) -> str:
    return f"{int(match['day'])} {_full(_NAMES.index(match['month'][:3]) + 1)}"


_YEARLESS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"{_DAY} (?:of )?{_MONTH}"), _yearless_day),
    (re.compile(rf"{_MONTH} {_DAY}"), _yearless_day),
    (re.compile(_MONTH), lambda m: _full(_NAMES.index(m["month"][:3]) + 1)),
    (re.compile(rf"(?P<season>{'|'.join(_SEASONS)})"), lambda m: m["season"]),
)


def _compact(match: re.Match[str]) -> tuple[str, str]:
    return f"{match['y']}-{match['m']}-{match['d']}", "that day"


def _from_words(plain: str) -> tuple[str, str] | None:
    for pattern, rewrite in _WORDED:
        if match := pattern.fullmatch(plain):
            return rewrite(match)
    return None


def _full(month: int) -> str:
    return MONTHS[month - 1]
