"""Named events that dates hang on: finding them in a text, and dating what comes after them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.evidence.date_calendar import (
    Extent,
    Grain,
    day_extent,
    month_extent,
    plus_days,
    plus_months,
    year_extent,
)
from provenance.evidence.date_patterns import any_of
from provenance.evidence.date_words import COUNTS
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate
from provenance.model.values import DateValue, Day

_KINDS = (
    *("Conference", "Agreement", "Treaty", "Convention", "Revolution", "Armistice", "Congress"),
    *("Crisis", "Pact", "Accord", "Accords", "Protocol", "Summit", "Declaration", "Uprising"),
    *("Election", "Coup", "Battle", "Siege", "Revolt", "Massacre", "Expedition"),
    *("Rebellion", "Offensive", "Invasion", "Surrender", "Inauguration"),
)
_NAMED_BEFORE = re.compile(
    rf"(?P<name>(?:[A-Z][\w’'-]*\.?\s+){{1,4}}(?:{any_of(_KINDS)})"
    rf"|(?:Battle|Siege|Treaty|Congress|Fall|Massacre|Surrender)\s+of\s+[A-Z][\w’'-]+)"
    r"\s*(?:,|\(|of|in|on|held\s+in|held\s+on)\s*(?:the\s+)?\Z"
)
_REACH = 90
_GENERIC = frozenset(
    (
        *(kind.casefold() for kind in _KINDS),
        *("the", "of", "first", "second", "third", "war", "world", "united", "great", "allied"),
        *("general", "national", "international", "northern", "southern", "eastern", "western"),
        *("new", "peace", "final", "big", "three"),
    )
)
"""Words that do not tell one event from another."""


AFTER_EVENT = re.compile(
    r"(?<!\w)(?<![Ff]or\s)(?<![Tt]han\s)(?P<many>a\s+few|several|some|a\s+couple\s+of|"
    rf"the|[0-9]{{1,3}}|{any_of(COUNTS)})\s+"
    r"(?P<unit>day|week|fortnight|month|year)s?\s+(?P<how>after|before|following)\s+"
    r"(?P<what>(?:the\s+)?(?:[A-Za-z][\w’'-]*\s?){1,4})",
    re.I,
)
_VAGUE = {"day": 14, "week": 12, "fortnight": 6, "month": 12, "year": 10}
"""`A few` of a unit may be as many as this, no more: nothing narrower could be defended."""
_NATIONAL = re.compile(r"(?:ese|ish|ian|ican|ench|german|dutch|greek)\Z")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Anchored:
    """A stretch counted from an event."""

    start: int
    end: int
    extent: Extent
    approximate: bool
    basis: str


def find_events(text: str, dates: tuple[TaggedDate, ...]) -> tuple[Event, ...]:
    """The events a text names beside their date: `the Yalta Conference of February 1945`.

    The dates are those that `tag_dates` found in the same text. The most exact date wins where an
    event is dated more than once. Sorted by name.
    """
    found: dict[str, DateValue] = {}
    for tagged in dates:
        start = tagged.span.start
        match = _NAMED_BEFORE.search(text, max(0, start - _REACH), start)
        if match is None or tagged.value.earliest is None:
            continue
        name = " ".join(match["name"].split()).removeprefix("The ")
        known = found.get(name)
        if known is None or _days(tagged.value) < _days(known):
            found[name] = tagged.value
    return tuple(Event(name, found[name]) for name in sorted(found))


def _days(value: DateValue) -> int:
    if value.earliest is None or value.latest is None:
        return 1_000_000
    return value.latest.ordinal - value.earliest.ordinal


def year_of_events(text: str, events: tuple[Event, ...]) -> tuple[int | None, str]:
    """The year of the events a text names, and the first of them; None where they disagree."""
    named = [event for event in events if event.when.earliest and _first_place(text, event) >= 0]
    years = {event.when.earliest.year for event in named if event.when.earliest}
    if len(years) != 1:
        return None, ""
    first = min(named, key=lambda event: (_first_place(text, event), event.name))
    return years.pop(), f"the event {first.name}"


def after_events(text: str, events: tuple[Event, ...]) -> tuple[Anchored, ...]:
    """What is counted from a known event: `a few weeks after the conference`."""
    if not events:
        return ()
    found = []
    for match in AFTER_EVENT.finditer(text):
        named = _event_meant(text, match, events)
        if named is None:
            continue
        event, words = named
        extent = _counted(match, event.when)
        if extent is not None:
            start, end = match.start(), match.start("what") + len(words)
            vague = _count(match) is None
            found.append(Anchored(start, end, extent, vague, f"counted from {event.name}"))
    return tuple(found)


def _event_meant(
    text: str, match: re.Match[str], events: tuple[Event, ...]
) -> tuple[Event, str] | None:
    """The event the words name, and how many of the words do."""
    words = list(_WORD.finditer(match["what"]))
    for event in sorted(events, key=lambda event: event.name):
        own = _own_words(event.name)
        last = max((w.end() for w in words if w[0].casefold() in own), default=0)
        if last:
            following = [w for w in words if w.start() == last + 1]
            kind = next((w for w in following if w[0].casefold() in _GENERIC), None)
            return event, match["what"][: kind.end() if kind else last]
    kind = next((w for w in words if w[0].casefold() in _GENERIC - {"the", "of"}), None)
    if kind is None or kind.start() > len("the "):
        return None
    fitting = [event for event in events if _could_be(event, kind[0])]
    before = [(_last_place(text, event, match.start()), event) for event in fitting]
    near = max(before, key=lambda item: (item[0], item[1].name), default=None)
    if near is None or (near[0] < 0 and len(fitting) > 1):
        return None
    return near[1], match["what"][: kind.end()]


def _could_be(event: Event, kind: str) -> bool:
    """Whether `the conference` may be this event: it is one, or its name does not say."""
    kinds = {word.casefold() for word in event.name.split()} & _GENERIC
    return not kinds or kind.casefold() in kinds


def _own_words(name: str) -> set[str]:
    """The words of a name that tell it from others of its kind: places and people, no nations."""
    words = {w[0].casefold() for w in _WORD.finditer(name)} - _GENERIC
    return {word for word in words if not _NATIONAL.search(word)}


def _first_place(text: str, event: Event) -> int:
    places = [text.find(form) for form in _forms(event)]
    return min((place for place in places if place >= 0), default=-1)


def _last_place(text: str, event: Event, end: int) -> int:
    return max(text.rfind(form, 0, end) for form in _forms(event))


def _forms(event: Event) -> tuple[str, ...]:
    """How a text may name it. With a capital: yalta in the settings is Yalta in the text."""
    words = sorted(_own_words(event.name))
    return (event.name, *(form for word in words for form in (word.capitalize(), word.upper())))


def _count(match: re.Match[str]) -> int | None:
    many = match["many"].casefold()
    if many.isdigit():
        return int(many)
    return 1 if many == "the" else COUNTS.get(many)


def _counted(match: re.Match[str], when: DateValue) -> Extent | None:
    count, unit = _count(match), match["unit"].casefold()
    before = match["how"].casefold() == "before"
    edge = when.earliest if before else when.latest
    if edge is None:
        return None
    sign = -1 if before else 1
    if match["many"].casefold() == "the" and unit in ("week", "fortnight"):
        ends = (_moved(edge, "day", sign), _moved(edge, unit, sign))
        return Extent(min(e.first for e in ends), max(e.last for e in ends), Grain.WEEK)
    if count is not None:
        return _moved(edge, unit, sign * count)
    near, far = _moved(edge, unit, sign), _moved(edge, unit, sign * _VAGUE[unit])
    return Extent(min(near.first, far.first), max(near.last, far.last), Grain.WEEK)


def _moved(day: Day, unit: str, count: int) -> Extent:
    if unit == "month":
        return month_extent(*plus_months(day.year, day.month, count))
    if unit == "year":
        return year_extent(day.year + count)
    return day_extent(plus_days(day, count * {"day": 1, "week": 7, "fortnight": 14}[unit]))
