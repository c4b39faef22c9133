"""Two dates as intervals of days."""

from __future__ import annotations

import re

from provenance.comparison.outcomes import Fit, Outcome
from provenance.comparison.wording import days_apart, in_words
from provenance.model.values import DateShape, DateValue, Day

LEAST_LEEWAY = 7
"""Days that "about" allows at the least: about 15 June may well be the 20th."""
A_WEEK = 7
MOST_LEEWAY = 3653
"""Days that "about" allows at the most, for about such a decade."""

_END = re.compile(r"-?[0-9X]{4,}(?:-[0-9X]{2})*")


def compare_dates(a: DateValue, b: DateValue, tolerance: int) -> Outcome:
    """`tolerance`: days that two dates may lie apart and still agree."""
    if None in (_known(a), _known(b)):
        return Outcome(Fit.UNDETERMINED, f"{_against(a, b)}: one of them has no date to hold on to")
    if _are_same(a, b):
        return _same(a, b)
    if a.shape is b.shape and _ends_within(a, b, (tolerance, tolerance)):
        return Outcome(
            Fit.AGREE, f"{in_words(a)} and {in_words(b)} agree within {_days(tolerance)}"
        )
    apart = gap(a, b)
    if apart > 0:
        return _apart(a, b, apart, tolerance)
    if a.shape is DateShape.STRETCH and b.shape is DateShape.STRETCH:
        return _overlapping_stretches(a, b, tolerance)
    return _meeting(a, b)


def gap(a: DateValue, b: DateValue) -> int:
    """Days from the end of the earlier to the beginning of the later; 0 where they meet."""
    return max(_days_between(a.latest, b.earliest), _days_between(b.latest, a.earliest), 0)


def covers(outer: DateValue, inner: DateValue) -> bool:
    """Whether every day of `inner` is one of `outer`."""
    return _reaches(outer.earliest, inner.earliest, -1) and _reaches(outer.latest, inner.latest, 1)


def leeway(value: DateValue) -> int:
    """Days that "about" allows on either side: as many as the date itself spans."""
    if not value.approximate:
        return 0
    if value.earliest is None or value.latest is None:
        return LEAST_LEEWAY
    width = value.latest.ordinal - value.earliest.ordinal + 1
    return min(max(width, LEAST_LEEWAY), MOST_LEEWAY)


def _same(a: DateValue, b: DateValue) -> Outcome:
    if a.shape is not b.shape:
        return Outcome(Fit.COMPATIBLE, f"{in_words(a)} and {in_words(b)} span the same days")
    if (a.approximate, a.uncertain) == (b.approximate, b.uncertain):
        return Outcome(Fit.AGREE, f"both say {in_words(a)}")
    return Outcome(
        Fit.COMPATIBLE, f"{in_words(a)} and {in_words(b)}: the same, but not equally sure of it"
    )


def _apart(a: DateValue, b: DateValue, apart: int, tolerance: int) -> Outcome:
    if apart <= tolerance:
        return Outcome(
            Fit.COMPATIBLE, f"{in_words(a)} and {in_words(b)} are within {_days(tolerance)}"
        )
    if apart <= tolerance + leeway(a) + leeway(b):
        return Outcome(Fit.COMPATIBLE, f"{_against(a, b)}: “about” leaves room for the other")
    doubt = "a date is doubted where it stands" if a.uncertain or b.uncertain else ""
    return Outcome(Fit.CLASH, f"{_against(a, b)}, {days_apart(apart)}", doubt)


def _overlapping_stretches(a: DateValue, b: DateValue, tolerance: int) -> Outcome:
    if _but_for_a_day(a, b):
        return Outcome(
            Fit.COMPATIBLE, f"{in_words(a)} and {in_words(b)} are the same but for a day at an end"
        )
    slack = (
        tolerance + max(_slack(a, 0), _slack(b, 0)) + leeway(a) + leeway(b),
        tolerance + max(_slack(a, 1), _slack(b, 1)) + leeway(a) + leeway(b),
    )
    if _ends_within(a, b, slack, open_fits=True):
        return Outcome(
            Fit.COMPATIBLE,
            f"{in_words(a)} and {in_words(b)} fit one another; less precise is not wrong",
        )
    return Outcome(
        Fit.UNDETERMINED,
        f"{in_words(a)} and {in_words(b)} overlap but differ at an end: are they the same event?",
    )


def _but_for_a_day(a: DateValue, b: DateValue) -> bool:
    """Whether one end is the same and the other a day away, of stretches longer than a week.

    Inclusive and exclusive counting, a day's travel and a night sitting differ by that much.
    """
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    first = abs(a.earliest.ordinal - b.earliest.ordinal)
    last = abs(a.latest.ordinal - b.latest.ordinal)
    short = min(each.latest.ordinal - each.earliest.ordinal for each in (a, b))  # type: ignore[union-attr]
    return (first, last) in ((0, 1), (1, 0)) and short >= A_WEEK


def _meeting(a: DateValue, b: DateValue) -> Outcome:
    for outer, inner in ((a, b), (b, a)):
        if not covers(outer, inner):
            continue
        if outer.shape is DateShape.STRETCH:
            return Outcome(Fit.COMPATIBLE, f"{in_words(inner)} falls within {in_words(outer)}")
        return Outcome(
            Fit.COMPATIBLE,
            f"{in_words(outer)} leaves room for {in_words(inner)}; less precise is not wrong",
        )
    return Outcome(Fit.COMPATIBLE, f"{in_words(a)} and {in_words(b)} overlap")


def _known(value: DateValue) -> Day | None:
    return value.earliest or value.latest


def _are_same(a: DateValue, b: DateValue) -> bool:
    return (a.earliest, a.latest) == (b.earliest, b.latest)


def _ends_within(
    a: DateValue, b: DateValue, most: tuple[int, int], *, open_fits: bool = False
) -> bool:
    ends = ((a.earliest, b.earliest), (a.latest, b.latest))
    return all(
        abs(one.ordinal - other.ordinal) <= allowed if one and other else open_fits or one == other
        for (one, other), allowed in zip(ends, most, strict=True)
    )


def _days_between(earlier: Day | None, later: Day | None) -> int:
    return later.ordinal - earlier.ordinal if earlier and later else 0


def _reaches(outer: Day | None, inner: Day | None, direction: int) -> bool:
    if outer is None:
        return True
    return inner is not None and (outer.ordinal - inner.ordinal) * direction >= 0


def _slack(value: DateValue, end: int) -> int:
    """How many days the end of a stretch may lie elsewhere: it may be known to the month only."""
    parts = value.edtf.split("/")
    written = re.sub(r"[?~%]", "", parts[end]) if len(parts) == 2 else ""
    if not _END.fullmatch(written):
        return 0
    precision = written.lstrip("-").count("-")
    return {0: 365, 1: 30}.get(precision, 0)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _against(a: DateValue, b: DateValue) -> str:
    return f"{in_words(a)} against {in_words(b)}"
