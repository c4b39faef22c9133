"""Scores of tagged dates against annotated ones, as the development data define them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model.dated import TaggedDate
from provenance.model.spans import Span
from provenance.model.values import Day


@dataclass(frozen=True, slots=True)
class Annotated:
    span: Span
    earliest: str
    """`YYYY-MM-DD`, or "" for none."""
    latest: str
    edtf: str = ""
    part: str = ""
    """START, MID or END where the words say early, mid or late."""
    is_date: bool = True
    """False for durations and the like: a report there is neither right nor wrong."""


@dataclass(slots=True)
class Tally:
    gold: int = 0
    said: int = 0
    exact: int = 0
    right: int = 0
    parts: int = 0
    parts_said: int = 0
    parts_right: int = 0

    @property
    def strict_f1(self) -> float:
        return 2 * self.exact / (self.gold + self.said)

    @property
    def value_f1(self) -> float:
        return 2 * self.right / (self.gold + self.said)

    @property
    def part_f1(self) -> float:
        return 2 * self.parts_right / (self.parts + self.parts_said)


def tally(documents: Iterable[tuple[list[Annotated], list[TaggedDate]]]) -> Tally:
    """Each report takes the free annotation it overlaps most; see the scorer of the dates."""
    total = Tally()
    for gold, said in documents:
        total.gold += sum(note.is_date for note in gold)
        total.parts += sum(bool(note.part) and note.is_date for note in gold)
        free = set(range(len(gold)))
        for date in said:
            place = _most_overlapped(gold, free, date.span)
            if place is None:
                total.said += 1
                continue
            free.discard(place)
            _count(total, gold[place], date)
    return total


def _most_overlapped(gold: list[Annotated], free: set[int], span: Span) -> int | None:
    places = [place for place in sorted(free) if gold[place].span.overlaps(span)]
    return max(places, key=lambda place: _overlap(gold[place].span, span), default=None)


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _count(total: Tally, note: Annotated, date: TaggedDate) -> None:
    if not note.is_date:
        return
    total.said += 1
    total.exact += note.span == date.span
    part = _part(note, date)
    total.right += _same(note, date) or (bool(note.part) and part == note.part)
    total.parts_said += bool(part)
    total.parts_right += bool(part) and part == note.part


def _same(note: Annotated, date: TaggedDate) -> bool:
    plain = date.value.edtf.translate({ord(sign): None for sign in "~?%"})
    if note.edtf and note.edtf.translate({ord(sign): None for sign in "~?%"}) == plain:
        return True
    days = (str(date.value.earliest or ""), str(date.value.latest or ""))
    return bool(note.earliest) and days == (note.earliest, note.latest)


def _part(note: Annotated, date: TaggedDate) -> str:
    """Which part of the annotated days the report is: its beginning, middle or end."""
    first, last = date.value.earliest, date.value.latest
    if not note.earliest or not note.latest or first is None or last is None:
        return ""
    low, high = (_ordinal(_day(note.earliest)), _ordinal(_day(note.latest)))
    x, y = _ordinal(first), _ordinal(last)
    if x < low or y > high or (x, y) == (low, high):
        return ""
    if x == low:
        return "START"
    if y == high:
        return "END"
    return "MID" if x <= (low + high) / 2 <= y else ""


def _day(written: str) -> Day:
    sign = -1 if written.startswith("-") else 1
    year, month, day = written.removeprefix("-").split("-")
    return Day(sign * int(year), int(month), int(day))


def _ordinal(day: Day) -> int:
    return day.year * 372 + (day.month - 1) * 31 + day.day - 1
