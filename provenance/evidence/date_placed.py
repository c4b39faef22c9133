"""The days of a phrase once its year is known."""

from __future__ import annotations

from provenance.evidence.date_calendar import (
    day_extent,
    easter,
    exists,
    month_extent,
    plus_days,
    season_extent,
    season_month,
    year_extent,
)
from provenance.evidence.date_phrase import Phrase
from provenance.evidence.date_running import Meant
from provenance.evidence.date_words import HOLIDAYS, MOVABLE
from provenance.model.values import Day


def with_year(phrase: Phrase, year: int, basis: tuple[str, ...]) -> Meant | None:
    """What the phrase means in this year; None where the year has no such day."""
    if phrase.holiday:
        return Meant(day_extent(_holiday(phrase.holiday, year)), basis)
    if phrase.season:
        return Meant(season_extent(year, phrase.season), basis, season=phrase.season)
    if not phrase.month:
        return Meant(year_extent(year), basis)
    if not phrase.day:
        return Meant(month_extent(year, phrase.month), basis)
    if not exists(year, phrase.month, phrase.day):
        return None
    return Meant(day_extent(Day(year, phrase.month, phrase.day)), basis)


def _holiday(name: str, year: int) -> Day:
    if name in MOVABLE:
        return plus_days(easter(year), MOVABLE[name])
    return Day(year, *HOLIDAYS[name])


def month_of(phrase: Phrase) -> int:
    """The month a phrase begins in, as nearly as it says."""
    if phrase.month:
        return phrase.month
    if phrase.season:
        return season_month(phrase.season)
    if phrase.holiday:
        return _holiday(phrase.holiday, 2000).month
    return 1
