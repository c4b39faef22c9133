"""Dates in French prose: début juin, le lendemain, l'an dernier, le XIXe siècle."""

from __future__ import annotations

import re

from provenance.evidence.date_builders import days_of_month
from provenance.evidence.date_calendar import Grain, years_extent
from provenance.evidence.date_day_words import FRENCH_DAY, FRENCH_DAYS
from provenance.evidence.date_patterns import MONTH, YEAR, Rule, any_of
from provenance.evidence.date_phrase import Base, Phrase, Shift
from provenance.evidence.date_words import FRENCH_COUNTS, FRENCH_MONTHS, SEASONS, WEEKDAYS

_MONTH = rf"(?P<month>{any_of(FRENCH_MONTHS)})"
_WEEKDAY = rf"(?P<weekday>{any_of(day for day in WEEKDAYS if day.endswith(('di', 'che')))})"
_SEASON = r"(?P<season>printemps|été|automne|hiver)"
_UNIT = r"(?P<unit>jour|soir|matin|nuit|semaine|mois|année|an)"
TRIGGER = (
    r"(?=[Hh]ier\b|[Aa]ujourd|[Aa]vant-hier|[Dd]emain\b|[Cc]e\s|[Cc]et\s|[Cc]ette\s|[Ll]e\slendemain|[Ll]a\sveille"
    r"|[Ll][ea]\s(?:même|jour|semaine|mois|nuit)\s|[Ll]['’]an|[Aa]u\sprintemps|[Ll]e\sprintemps"
    r"|(?:[Ll]['’]|en\s|[Cc]et\s)(?:été|automne|hiver)\b|[Ll]es\sannées\s[12]"
    rf"|(?:{any_of(FRENCH_MONTHS)}|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w)"
    rf"|[IVX]+e\ssiècle|{FRENCH_DAY}|\w+\s(?:jours?|semaines?|mois|ans?|années?)\s(?:plus\stard|après|auparavant|avant)\b)"
)
_UNITS = {
    **dict.fromkeys(("jour", "soir", "matin", "nuit"), Grain.DAY),
    "semaine": Grain.WEEK,
    "mois": Grain.MONTH,
    "année": Grain.YEAR,
    "an": Grain.YEAR,
}
_WORDS = {
    "hier": -1,
    "hier soir": -1,
    "hier matin": -1,
    "aujourd'hui": 0,
    "avant-hier": -2,
    "demain": 1,
    "ce matin": 0,
    "ce soir": 0,
    "cette nuit": 0,
    "cet après-midi": 0,
}
_HOWS = {
    "même": 0,
    "suivant": 1,
    "suivante": 1,
    "prochain": 1,
    "prochaine": 1,
    "précédent": -1,
    "précédente": -1,
    "dernier": -1,
    "dernière": -1,
    "passé": -1,
    "passée": -1,
}
_OF_WRITING = ("prochain", "prochaine", "dernier", "dernière", "passé", "passée")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def _word(match: re.Match[str]) -> list[Phrase]:
    days = _WORDS[" ".join(match[0].casefold().replace("’", "'").split())]
    return [Phrase(match.start(), match.end(), shift=Shift(Base.WRITTEN, Grain.DAY, days))]


def _beside(match: re.Match[str]) -> list[Phrase]:
    amount = -1 if "veille" in match[0] else 1
    return [Phrase(match.start(), match.end(), shift=Shift(Base.RUNNING, Grain.DAY, amount))]


def _how(match: re.Match[str]) -> list[Phrase]:
    how = match["how"]
    base = Base.WRITTEN if how in _OF_WRITING else Base.RUNNING
    return _named(match, base, _HOWS[how])


def _this(match: re.Match[str]) -> list[Phrase]:
    return _named(match, Base.WRITTEN, 0)


def _named(match: re.Match[str], base: Base, amount: int) -> list[Phrase]:
    groups, start, end = match.groupdict(), match.start(), match.end()
    if unit := groups.get("unit"):
        return [Phrase(start, end, shift=Shift(base, _UNITS[unit], amount))]
    if season := groups.get("season"):
        shift = Shift(base, Grain.SEASON, amount)
        return [Phrase(start, end, season=SEASONS[season], shift=shift)]
    if weekday := groups.get("weekday"):
        shift = Shift(base, Grain.WEEK, amount)
        return [Phrase(start, end, weekday=WEEKDAYS[weekday], shift=shift)]
    month = FRENCH_MONTHS[match["month"]]
    return [Phrase(start, end, month=month, shift=Shift(base, Grain.MONTH, amount))]


def _counted(match: re.Match[str]) -> list[Phrase]:
    word = match["count"].casefold()
    count = int(word) if word.isdigit() else FRENCH_COUNTS.get(word, 0)
    if not count:
        return []
    back = match["how"] in ("auparavant", "avant")
    shift = Shift(Base.RUNNING, _UNITS[match["unit"]], -count if back else count)
    return [Phrase(match.start(), match.end(), shift=shift)]


def _season(match: re.Match[str]) -> list[Phrase]:
    year = int(match["year"]) if match["year"] else None
    return [Phrase(match.start(), match.end(), year=year, season=SEASONS[match["season"]])]


def _decade(match: re.Match[str]) -> list[Phrase]:
    first = int(match["n"])
    days = years_extent(first, first + 9, Grain.DECADE)
    return [Phrase(match.start(), match.end(), fixed=days, edtf=f"{first // 10:03d}X")]


def _century(match: re.Match[str]) -> list[Phrase]:
    values = [_ROMAN[sign] for sign in match["n"]]
    following = [*values[1:], 0]
    number = sum(-v if v < n else v for v, n in zip(values, following, strict=True))
    if not 1 <= number <= 21:
        return []
    days = years_extent(100 * (number - 1), 100 * number - 1, Grain.CENTURY)
    return [Phrase(match.start(), match.end(), fixed=days, edtf=f"{number - 1:02d}XX")]


def _month_alone(match: re.Match[str]) -> list[Phrase]:
    return [Phrase(match.start(), match.end(), month=FRENCH_MONTHS[match["month"]])]


def _weekday(match: re.Match[str]) -> list[Phrase]:
    shift = Shift(Base.WRITTEN, Grain.WEEK, 0)
    return [Phrase(match.start(), match.end(), weekday=WEEKDAYS[match["weekday"]], shift=shift)]


_AFTER = any_of(how for how in _HOWS if how != "même")
RULES: tuple[Rule, ...] = (
    (re.compile(rf"{FRENCH_DAYS}\s+{MONTH}(?:\s+{YEAR})?"), days_of_month),
    (
        re.compile(
            r"(?:[Hh]ier(?:\s(?:soir|matin))?|[Aa]ujourd['’]hui|[Aa]vant-hier|[Dd]emain|[Cc]e\s(?:matin|soir)"
            r"|[Cc]ette\snuit|[Cc]et\saprès-midi)(?!\w)"
        ),
        _word,
    ),
    (re.compile(r"(?:[Ll]e\slendemain|[Ll]a\sveille)(?!\w|\s(?:de|du|des)\b)"), _beside),
    (
        re.compile(rf"(?:[Ll]e\s|[Ll]a\s)(?P<how>même)\s(?:{_UNIT}|{_SEASON}|{_MONTH})(?!\w)"),
        _how,
    ),
    (
        re.compile(
            rf"(?:[Ll]e\s|[Ll]a\s|[Ll]['’])?(?:{_UNIT}|{_SEASON}|{_WEEKDAY}|{_MONTH})\s(?P<how>{_AFTER})(?!\w)"
        ),
        _how,
    ),
    (re.compile(rf"(?:[Cc]ette\s|[Cc]et\s|[Cc]e\s)(?:{_UNIT}|{_SEASON})(?![\w-])"), _this),
    (
        re.compile(
            r"(?P<count>[A-Za-zé]+|[0-9]{1,3})\s(?P<unit>jour|semaine|mois|année|an)s?\s"
            r"(?P<how>plus\stard|après|auparavant|avant)(?!\w|\s(?:le|la|les|l['’]))"
        ),
        _counted,
    ),
    (re.compile(r"[Ll]es\sannées\s(?P<n>[12][0-9]{2}0)(?![0-9])"), _decade),
    (re.compile(r"(?P<n>[IVX]+)e\ssiècle\b"), _century),
    (
        re.compile(
            rf"(?:[Aa]u\s|[Ll]e\s|[Ll]['’]|en\s)?{_SEASON}(?:\s(?:de\s(?:l['’]année\s)?)?{YEAR})?(?!\w)"
        ),
        _season,
    ),
    (re.compile(rf"{_WEEKDAY}(?!\w|,?\s[0-9])"), _weekday),
    (re.compile(rf"{_MONTH}(?!\w)"), _month_alone),
)
