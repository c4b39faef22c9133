"""Two quantities as intervals, in one unit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from provenance.comparison.outcomes import Fit, Outcome
from provenance.comparison.wording import in_words
from provenance.model.claims import Tolerance
from provenance.model.names import fold_text
from provenance.model.units import is_known, is_of_people, unit_named
from provenance.model.values import NumberValue

LEEWAY = Decimal("0.1")
"""Share of a number that "about" allows on either side."""


def compare_numbers(a: NumberValue, b: NumberValue, tolerance: Tolerance) -> Outcome:
    """Within tolerance they agree. A number without a unit is taken to count the same thing."""
    shown = f"{in_words(a)} against {in_words(b)}"
    if a.unit != b.unit and is_of_people(a.unit) and is_of_people(b.unit):
        doubt = f"one counts each {a.unit}, the other each {b.unit}"
        return _compared(a, b, tolerance, shown, doubt)
    if unit_named(a.unit).family != unit_named(b.unit).family and a.unit and b.unit:
        return Outcome(Fit.UNDETERMINED, f"{shown}: {a.unit} and {b.unit} are not converted")
    doubt = "" if bool(a.unit) == bool(b.unit) else "only one of them names its unit"
    if doubt:
        return _compared(a, b, tolerance, shown, doubt)
    # Two units of one family have two readings of an amount: the stricter one holds.
    unit = min(unit_named(a.unit).factor, unit_named(b.unit).factor)
    scaled = replace(tolerance, amount=tolerance.amount * unit)
    return _compared(in_smallest_unit(a), in_smallest_unit(b), scaled, shown, doubt)


_COUNTED = re.compile(r"\b(?:how many|number of|wie ?viele|combien de)\s+(?P<what>[\w-]+)", re.I)


def is_of_another_kind(question: str, value: NumberValue) -> bool:
    """Whether a question counts things and the number is a measure: *how many men*, *ten feet*."""
    match = _COUNTED.search(question)
    if match is None or not is_known(value.unit):
        return False
    what = fold_text(match["what"])
    asked = {unit_named(word).family for word in (what, what.removesuffix("s")) if is_known(word)}
    # `feet` and `inches` are the plurals no ending gives away; what is no unit counts things.
    asked |= {unit_named(unit).family for plural, unit in _PLURALS.items() if plural == what}
    return unit_named(value.unit).family not in asked


_PLURALS = {"feet": "foot", "inches": "inch", "pence": "penny", "centuries": "century"}


def in_smallest_unit(value: NumberValue) -> NumberValue:
    """The same quantity in the unit its family counts in."""
    factor = unit_named(value.unit).factor
    return replace(
        value,
        low=None if value.low is None else value.low * factor,
        high=None if value.high is None else value.high * factor,
    )


def covers(outer: NumberValue, inner: NumberValue) -> bool:
    """Whether every amount of `inner` is one of `outer`."""
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def _compared(
    a: NumberValue, b: NumberValue, tolerance: Tolerance, shown: str, doubt: str
) -> Outcome:
    both = f"{in_words(a)} and {in_words(b)}"
    if (a.low, a.high) == (b.low, b.high):
        if a.approximate is not b.approximate:
            return Outcome(Fit.COMPATIBLE, f"{both}: the same, but one of them only about")
        same_words = in_words(a) == in_words(b)
        return Outcome(
            Fit.AGREE, f"both say {in_words(a)}" if same_words else f"{both} are the same"
        )
    apart, largest = _gap(a, b)
    allowed = max(tolerance.amount, tolerance.share * largest)
    if apart == 0:
        return _meeting(a, b, both)
    if apart <= allowed:
        exact = a.low == a.high and b.low == b.high
        return Outcome(
            Fit.AGREE if exact else Fit.COMPATIBLE, f"{both} are within the claim's tolerance"
        )
    leeway = LEEWAY * largest if a.approximate or b.approximate else Decimal(0)
    if apart <= allowed + leeway:
        return Outcome(Fit.COMPATIBLE, f"{both}: “about” leaves room for the other")
    return Outcome(Fit.CLASH, shown, doubt)


def _meeting(a: NumberValue, b: NumberValue, both: str) -> Outcome:
    for outer, inner in ((a, b), (b, a)):
        if covers(outer, inner):
            why = f"{in_words(outer)} leaves room for {in_words(inner)}"
            return Outcome(Fit.COMPATIBLE, why)
    return Outcome(Fit.COMPATIBLE, f"{both} overlap")


def _gap(a: NumberValue, b: NumberValue) -> tuple[Decimal, Decimal]:
    """How far apart the two lie, 0 where they meet, and the larger of the two facing ends."""
    for lower, upper in ((a, b), (b, a)):
        if lower.high is not None and upper.low is not None and lower.high < upper.low:
            return upper.low - lower.high, max(abs(upper.low), abs(lower.high))
    return Decimal(0), Decimal(0)
