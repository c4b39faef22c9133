"""The course of the prose through time: which dates carry it on, which are asides.

A bare `July` belongs to the year the prose has reached, but a year named in passing is not reached.
Both are settled at once for a whole text: of all ways to read it, the one with the fewest and
smallest jumps wins, where a step forward costs little, a step back more, and leaving a stated date
aside a fixed price. It is the shortest path through the states (year, month), found by dynamic
programming (Viterbi 1967), so a date later in the text helps to place an earlier one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log2
from typing import Any

from provenance.evidence.date_calendar import Grain, season_month
from provenance.evidence.date_phrase import Base, Part, Phrase

_MOST_STATES = 8
_AHEAD = (0.0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.85, 1.1, 1.5, 1.9, 2.3, 2.6)
"""What a step of so many months forward costs, from 0 to 11."""
_BACK = (0.0, 0.6, 0.8, 1.0, 1.2, 1.5, 1.8, 2.1, 2.4, 2.6, 2.8, 2.9)
_AHEAD_OF_WRITING = (0.0, 0.6, 1.2, 1.8, 2.2, 2.6, 2.8, 2.9, 3.0, 3.0, 3.0, 3.0)
_BACK_FROM_WRITING = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.3, 1.6, 1.9, 2.2, 2.5)
_OPENING = re.compile(
    r"(?:\A|\n|[.!?]['\"”’)]?\s+|[.!?]\[?[0-9]{1,3}\]?\s+)"
    r"(?:(?:In|By|During|Throughout|From|Since|After|At|On|Between|Until)\s+)?(?:[Tt]he\s+)?(?:year\s+)?\Z"
)

_PAST_A_YEAR = 1.0
"""What it costs more to place a bare month outside the year that was just named."""

_BACKWARD_RANGE = 3.0
"""What it costs to put the far end of a range before its beginning."""
_NEAR_WRITING = 0.3
"""What it costs a letter to name a date near its own without leaving it."""

State = tuple[int, int, bool]
"""Year, month (0 for unknown), and whether it is still the day of writing."""


@dataclass(frozen=True, slots=True)
class Placing:
    """How one phrase is to be read."""

    year: int | None = None
    """The year of a bare phrase."""
    aside: bool = False


_AS_IT_STANDS = Placing()
_ASIDE = Placing(aside=True)

Path = tuple[float, Any]
"""The price so far, and the placings on the way, linked from the last to the first."""


def course(text: str, phrases: list[Phrase], start: State | None) -> list[Placing]:
    """One placing for every phrase."""
    if start is None:
        return [_AS_IT_STANDS] * len(phrases)
    paths: dict[State, Path] = {start: (0.0, None)}
    for phrase in phrases:
        paths = _onwards(text, phrase, paths)
    _, trail = min(paths.values(), key=lambda path: path[0])
    placings: list[Placing] = []
    while trail is not None:
        placing, trail = trail
        placings.append(placing)
    return placings[::-1]


def _onwards(text: str, phrase: Phrase, paths: dict[State, Path]) -> dict[State, Path]:
    reached: dict[State, Path] = {}
    month = _month(phrase)
    stated = phrase.year is not None and phrase.shift is None
    aside = _price_of_aside(text, phrase) if stated else 0.0
    for state, (cost, trail) in paths.items():
        for after, price, placing in _choices(phrase, month, state, aside):
            total = cost + price
            known = reached.get(after)
            if known is None or total < known[0]:
                reached[after] = (total, (placing, trail))
    if len(reached) <= _MOST_STATES:
        return reached
    best = sorted(reached.items(), key=lambda item: (item[1][0], item[0]))
    return dict(best[:_MOST_STATES])


Choice = tuple[State, float, Placing]


def _choices(phrase: Phrase, month: int, state: State, aside: float) -> list[Choice]:
    """The ways to read a phrase: where the prose then is, at what price."""
    if phrase.shift is not None:
        return [(_shifted(phrase, state), 0.0, _AS_IT_STANDS)]
    if phrase.year is not None:
        return _stated(phrase.year, month, state, aside)
    if not month:
        return [(state, 0.0, _AS_IT_STANDS)]
    choices = []
    for near in (state[0] - 1, state[0], state[0] + 1):
        after = state if state[2] else (near, month, False)
        price = _jump(state, near, month)
        if not state[1] and near != state[0]:
            price += _PAST_A_YEAR
        if phrase.tied and not state[2] and (near, month) < state[:2]:
            price += _BACKWARD_RANGE
        choices.append((after, price, Placing(near)))
    return choices


def _stated(year: int, month: int, state: State, aside: float) -> list[Choice]:
    if year == state[0] and (not month or month == state[1]):
        return [(state, 0.0, _AS_IT_STANDS)]
    if state[2] and abs(year - state[0]) <= 2:
        aside = _NEAR_WRITING
    moved = ((year, month, False), _jump(state, year, month), _AS_IT_STANDS)
    return [moved, (state, aside, _ASIDE)]


def _price_of_aside(text: str, phrase: Phrase) -> float:
    """What it costs to take a stated date for a remark in passing."""
    if phrase.month or phrase.season or phrase.holiday:
        return 1.2
    if text[phrase.start - 1 : phrase.start] == "(" or text[phrase.end : phrase.end + 1] == ")":
        return 1.0
    opening = _OPENING.search(text, max(0, phrase.start - 24), phrase.start)
    return 2.2 if opening else 0.9


def _jump(state: State, year: int, month: int) -> float:
    old_year, old_month, writing = state
    if not month or not old_month:
        years = year - old_year
        if years == 0:
            return 0.0
        base = 0.7 if years > 0 else 1.2
        return base + 0.5 * log2(abs(years))
    months = 12 * (year - old_year) + month - old_month
    ahead = _AHEAD_OF_WRITING if writing else _AHEAD
    back = _BACK_FROM_WRITING if writing else _BACK
    table = ahead if months >= 0 else back
    size = abs(months)
    if size < 12:
        return table[size]
    return table[11] + 0.5 * log2(size / 12)


def _month(phrase: Phrase) -> int:
    if phrase.month:
        return phrase.month
    if phrase.season:
        return season_month(phrase.season)
    if phrase.year is not None:
        return _MONTH_OF_PART.get(phrase.part, 0)
    return 12 if phrase.holiday.startswith("christmas") else 0


_MONTH_OF_PART = {
    Part.EARLY: 2,
    Part.FIRST_HALF: 3,
    Part.MIDDLE: 6,
    Part.LATE: 11,
    Part.LAST_HALF: 9,
}
"""The month that early, mid and late in a year stand for when the next month is placed."""


def _shifted(phrase: Phrase, state: State) -> State:
    """Where the prose is after `the following year`, `two months later`."""
    shift = phrase.shift
    if shift is None or shift.base is Base.WRITTEN or shift.amount < 0:
        return state
    year, month, _ = state
    if shift.amount == 0:
        named = _month(phrase)
        return (year, named, False) if named else state
    if shift.unit is Grain.MONTH and month and not phrase.month:
        carried, index = divmod(month - 1 + shift.amount, 12)
        return (year + carried, index + 1, False)
    if shift.unit is Grain.YEAR:
        return (year + shift.amount, phrase.month, False)
    if phrase.month or phrase.season:
        named = _month(phrase)
        return (year + (named <= month if month else shift.amount), named, False)
    return state
