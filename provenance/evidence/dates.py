"""Dates in prose: where they stand, what they mean, and what was inferred to say so."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence.date_calendar import Grain
from provenance.evidence.date_context import meaning
from provenance.evidence.date_course import course
from provenance.evidence.date_events import Anchored, after_events, year_of_events
from provenance.evidence.date_languages import language_of
from provenance.evidence.date_neighbours import lent_years
from provenance.evidence.date_phrase import Base, Phrase
from provenance.evidence.date_running import Meant, Running, begin, moved, state_of
from provenance.evidence.date_scan import scan
from provenance.evidence.date_styles import with_styles
from provenance.evidence.date_values import as_value, months_of_year, part_of_extent
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate
from provenance.model.spans import Span
from provenance.model.values import DateValue

_HEAD = 1000
_LINE = 90
"""Characters in which a dateline stands, and that its line may have."""
_IN_SENTENCE = re.compile(r"\b(?:[Oo]n|[Ii]n|of|by|from|to|until|since|before|after)\s\Z")
_ENDS_LINE = re.compile(r"[^a-z]*(?:[ap]\.?m\.?)?[^a-z]*")
_LONG_AGO = 5
"""Years between the dates a text names and its own that make it a history…"""
_MANY = 3
"""… where it names so many."""
AS_WRITTEN = "as written"


def tag_dates(
    text: str,
    *,
    written: DateValue | None = None,
    events: tuple[Event, ...] = (),
    language: str = "",
) -> tuple[TaggedDate, ...]:
    """The dates in a text, in order, with a place on the calendar.

    `written` is the day the document was written, `events` are named stretches that relative
    dates may hang on, `language` is an ISO 639 code ("" for unknown).

    The two ends of a range are two dates; `date_ranges.join_ranges` puts them together. What has
    no place on the calendar (durations, `daily`, `a few days later`) is left out. A qualifier such
    as `early` gives the widest stretch it can mean.
    """
    anchored = after_events(text, events)
    phrases = _apart(lent_years(text, scan(text, language or language_of(text))), anchored)
    day, named = _writing(text, phrases, written)
    known = _first_year(phrases) or year_of_events(text, events)
    running = begin(day, named, *known, is_history=_is_history(phrases, day))
    tagged: list[TaggedDate] = []
    for phrase, placing in zip(phrases, course(text, phrases, state_of(running)), strict=True):
        if placing.aside or placing.year is not None:
            phrase = replace(phrase, aside=placing.aside, near=placing.year)
        meant = meaning(phrase, running)
        if meant is None:
            tagged.extend(_unplaced(phrase, running))
            continue
        running = moved(running, phrase, meant, _quoted(text, phrase))
        tagged.append(_tag(phrase, meant))
    tagged.extend(_tag_anchored(found) for found in anchored)
    return with_styles(text, tuple(sorted(tagged, key=lambda date: date.span)))


def _first_year(phrases: list[Phrase]) -> tuple[int, str] | None:
    years = (phrase.year for phrase in phrases if phrase.year is not None)
    year = next(years, None)
    return None if year is None else (year, "the first year named after it")


def _is_history(phrases: list[Phrase], written: DateValue | None) -> bool:
    """Whether a text tells of years long before its own, and does not speak from its own day.

    A news report names old years too, but it says yesterday and Monday.
    """
    if written is None or written.earliest is None:
        return False
    own = written.earliest.year
    years = [phrase.year for phrase in phrases if phrase.year is not None]
    long_ago = sum(abs(year - own) > _LONG_AGO for year in years)
    deictic = sum(
        phrase.shift is not None
        and phrase.shift.base is Base.WRITTEN
        and phrase.shift.unit in (Grain.DAY, Grain.WEEK)
        for phrase in phrases
    )
    return long_ago >= _MANY and long_ago > 2 * (deictic + len(years) - long_ago)


def _writing(
    text: str, phrases: list[Phrase], written: DateValue | None
) -> tuple[DateValue | None, str]:
    """The day of writing and its name: the one known, else a dateline at the head of the text."""
    if written is not None:
        return written, "the document's date"
    for phrase in phrases:
        if phrase.start > _HEAD:
            break
        if phrase.year is not None and phrase.day and _is_dateline(text, phrase):
            day = meaning(phrase, Running())
            said = f"the dateline “{_quoted(text, phrase)}”"
            return (as_value(day.extent), said) if day else (None, "")
    return None, ""


def _is_dateline(text: str, phrase: Phrase) -> bool:
    """Whether a day stands on a short line of its own, as in a letter's head, in no sentence."""
    before = text[text.rfind("\n", 0, phrase.start) + 1 : phrase.start]
    after = text[phrase.end : phrase.end + _LINE].partition("\n")[0]
    short = len(before) + len(after) < _LINE
    return short and not _IN_SENTENCE.search(before) and bool(_ENDS_LINE.fullmatch(after))


def _apart(phrases: list[Phrase], anchored: tuple[Anchored, ...]) -> list[Phrase]:
    """The phrases that no event has claimed."""
    return [
        phrase
        for phrase in phrases
        if not any(found.start < phrase.end and phrase.start < found.end for found in anchored)
    ]


def _tag(phrase: Phrase, meant: Meant) -> TaggedDate:
    if phrase.months and meant.extent.grain is Grain.YEAR:
        extent = months_of_year(meant.extent, phrase.months)
    else:
        extent = part_of_extent(meant.extent, phrase.part)
    value = as_value(
        extent,
        edtf=meant.edtf,
        season=meant.season,
        part=phrase.part,
        about=phrase.approximate,
    )
    return TaggedDate(Span(phrase.start, phrase.end), value, "; ".join(meant.basis) or AS_WRITTEN)


def _tag_anchored(found: Anchored) -> TaggedDate:
    value = as_value(found.extent, about=found.approximate)
    return TaggedDate(Span(found.start, found.end), value, found.basis)


def _unplaced(phrase: Phrase, running: Running) -> list[TaggedDate]:
    """A month or day whose year nothing tells: said, but without days."""
    if not phrase.month or not phrase.is_bare or running.year is not None:
        return []
    day = f"-{phrase.day:02d}" if phrase.day else ""
    edtf = f"XXXX-{phrase.month:02d}{day}"
    value = DateValue(edtf, None, None, approximate=phrase.approximate)
    return [TaggedDate(Span(phrase.start, phrase.end), value, "the year is not known")]


def _quoted(text: str, phrase: Phrase) -> str:
    return " ".join(text[phrase.start : phrase.end].split())
