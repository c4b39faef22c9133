"""Dates in prose: where they stand, what they mean, and what was inferred to say so."""

from __future__ import annotations

from dataclasses import replace

from provenance.evidence.date_context import Meant, begin, meaning, moved, state_of
from provenance.evidence.date_course import course
from provenance.evidence.date_phrase import Phrase
from provenance.evidence.date_scan import scan, tied_ranges
from provenance.evidence.date_values import as_value, part_of_extent
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
    phrases = tied_ranges(text, scan(text))
    running = begin(written, *_first_year(phrases))
    tagged: list[TaggedDate] = []
    for phrase, placing in zip(phrases, course(text, phrases, state_of(running)), strict=True):
        phrase = replace(phrase, aside=placing.aside, near=placing.year)
        meant = meaning(phrase, running)
        if meant is None:
            continue
        running = moved(running, phrase, meant, _quoted(text, phrase))
        tagged.append(_tag(phrase, meant))
    return tuple(tagged)


def _tag(phrase: Phrase, meant: Meant) -> TaggedDate:
    extent = part_of_extent(meant.extent, phrase.part)
    value = as_value(
        extent,
        edtf=meant.edtf,
        season=meant.season,
        part=phrase.part,
        about=phrase.approximate,
    )
    return TaggedDate(
        Span(phrase.start, phrase.end), value, "; ".join(meant.basis) or AS_WRITTEN
    )


def _quoted(text: str, phrase: Phrase) -> str:
    return " ".join(text[phrase.start : phrase.end].split())


def _first_year(phrases: list[Phrase]) -> tuple[int | None, str]:
    """The first year a document names, for the dates that stand before it."""
    for phrase in phrases:
        if phrase.year is not None:
            return phrase.year, "the first year named after it"
    return None, ""
