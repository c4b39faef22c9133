"""Dates in prose: where they stand, what they mean, and what was inferred to say so."""

from __future__ import annotations

from dataclasses import replace

from provenance.evidence.date_calendar import Grain
from provenance.evidence.date_context import Meant, begin, meaning, moved, state_of
from provenance.evidence.date_course import course
from provenance.evidence.date_events import Anchored, after_events, year_of_events
from provenance.evidence.date_languages import language_of
from provenance.evidence.date_phrase import Phrase
from provenance.evidence.date_scan import scan, tied_ranges
from provenance.evidence.date_styles import with_styles
from provenance.evidence.date_values import as_value, months_of_year, part_of_extent
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate
from provenance.model.spans import Span
from provenance.model.values import DateValue

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
    phrases = _apart(tied_ranges(text, scan(text, language or language_of(text))), anchored)
    running = begin(written, *_known_year(text, phrases, events))
    tagged: list[TaggedDate] = []
    for phrase, placing in zip(phrases, course(text, phrases, state_of(running)), strict=True):
        if placing.aside or placing.year is not None:
            phrase = replace(phrase, aside=placing.aside, near=placing.year)
        meant = meaning(phrase, running)
        if meant is None:
            continue
        running = moved(running, phrase, meant, _quoted(text, phrase))
        tagged.append(_tag(phrase, meant))
    tagged.extend(_tag_anchored(found) for found in anchored)
    return with_styles(text, tuple(sorted(tagged, key=lambda date: date.span)))


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


def _quoted(text: str, phrase: Phrase) -> str:
    return " ".join(text[phrase.start : phrase.end].split())


def _known_year(
    text: str, phrases: list[Phrase], events: tuple[Event, ...]
) -> tuple[int | None, str]:
    """A year for the dates of a text that does not say when it was written."""
    for phrase in phrases:
        if phrase.year is not None:
            return phrase.year, "the first year named after it"
    return year_of_events(text, events)
