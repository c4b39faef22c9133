"""What was lost or gained between a statement and the one that rests on it.

Typed values and what a person recorded come first; the words are asked where those are silent, by
signs that stand where the meaning does: a hedge counts anywhere in the statement, the limits of a
number only just before a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.comparison.wording import in_words, said
from provenance.model.claims import Holds, Statement
from provenance.model.names import fold_name, may_be_one_bearer
from provenance.model.origins import Aspect, WordingChange
from provenance.model.values import AnswerValue, DateValue, NameValue, NumberValue
from provenance.model.verdicts import PlacedStatement

_HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|probabl[ye]|possibl[ye]|maybe|apparent(?:ly)?|alleged(?:ly)?"
    r"|reportedly|presumabl[ye]|presumed|(?:un)?likely|seemingly|seem(?:s|ed)?|supposed(?:ly)?"
    r"|ostensibly|arguably|suggest(?:s|ed)?|appear(?:s|ed)? to|believed|thought to|rumou?red"
    r"|it is said|is said to|(?:we|I) (?:think|believe|suppose|assume)|hypothes[ie]s\w*"
    r"|vielleicht|wahrscheinlich|vermutlich|möglicherweise|angeblich|wohl|soll(?:en)?"
    r"|peut-être|probablement|sans doute)\b",
    re.IGNORECASE,
)
_MONTH_MAY = re.compile(r"(?<=\d )May\b|\bMay(?=,? \d)")
_NUMBER = (
    r"(?:[£$€¥]?\d|(?:a |an )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|dozen|half|score)\b)"
)
_LIMITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})\s+(?:the\s+|some\s+)?{_NUMBER}", re.IGNORECASE))
    for name, words in (
        ("at least", r"at least|no(?:t)? (?:fewer|less) than|a minimum of|mindestens|au moins"),
        ("more than", r"more than|over|upwards of|above|in excess of|mehr als|über|plus de"),
        ("at most", r"at most|no(?:t)? more than|up to|a maximum of|höchstens|au plus"),
        ("less than", r"less than|fewer than|under|below|weniger als|unter|moins de"),
        ("nearly", r"nearly|almost|close to|fast|beinahe|presque"),
        ("about", r"about|around|circa|ca\.?|c\.|some|roughly|approximately|or so|etwa|environ"),
    )
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided(?: that)?|on condition(?: that)?|as long as|in case|only when"
    r"|subject to|sofern|falls|wenn|à condition|si)\b[^.;:]*",
    re.IGNORECASE,
)
_OWN = ("", "author", "authors")


def changes(before: PlacedStatement, after: PlacedStatement) -> tuple[WordingChange, ...]:
    """What changed from the statement nearer to the origin to the one that rests on it."""
    return tuple(
        change
        for look in (_answer, _hedge, _precision, _condition, _speaker)
        for change in look(before, after)
    )


def _answer(before: PlacedStatement, after: PlacedStatement) -> Iterator[WordingChange]:
    """Another answer altogether, or a denial of the same."""
    one, other = before.statement, after.statement
    if one.value == other.value and (one.holds is Holds.DENIED) is (other.holds is Holds.DENIED):
        return
    if _is_other_answer(one, other):
        yield WordingChange(
            Aspect.ANSWER, said(one.value, one.holds), said(other.value, other.holds)
        )


def _is_other_answer(one: Statement, other: Statement) -> bool:
    if (one.holds is Holds.DENIED) is not (other.holds is Holds.DENIED):
        return said(one.value, one.holds) != said(other.value, other.holds)
    a, b = one.value, other.value
    if isinstance(a, NumberValue) and isinstance(b, NumberValue):
        return a.unit != b.unit or _apart(a, b)
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return bool(
            (a.latest and b.earliest and a.latest < b.earliest)
            or (b.latest and a.earliest and b.latest < a.earliest)
        )
    if isinstance(a, AnswerValue) and isinstance(b, AnswerValue):
        return a.answer is not b.answer
    if isinstance(a, NameValue) and isinstance(b, NameValue):
        return not may_be_one_bearer(a.key, b.key)
    # Texts that differ are left to the reader: the ladder shows them side by side.
    return False


def _apart(a: NumberValue, b: NumberValue) -> bool:
    """Whether no quantity is both."""
    return bool(
        (a.high is not None and b.low is not None and a.high < b.low)
        or (b.high is not None and a.low is not None and b.high < a.low)
    )


def _hedge(before: PlacedStatement, after: PlacedStatement) -> Iterator[WordingChange]:
    one, other = _hedged(before), _hedged(after)
    if bool(one) is not bool(other):
        yield WordingChange(Aspect.HEDGE, one, other)


def _hedged(placed: PlacedStatement) -> str:
    """How it is hedged: as a person recorded, or the first word that does it; "" if not."""
    holds = placed.statement.holds
    if holds in (Holds.PROBABLE, Holds.POSSIBLE, Holds.PLANNED):
        return str(holds.value)
    found = _HEDGE.search(_MONTH_MAY.sub("-", placed.words))
    return str(found.group()).casefold() if found else ""


def _precision(before: PlacedStatement, after: PlacedStatement) -> Iterator[WordingChange]:
    one, other = before.statement.value, after.statement.value
    if isinstance(one, NumberValue) and isinstance(other, NumberValue):
        was, now = _limit(one, before.words), _limit(other, after.words)
        if was != now:
            yield WordingChange(Aspect.PRECISION, *_unlike(was, now, before, after))
    elif isinstance(one, DateValue) and isinstance(other, DateValue) and one != other:
        overlap = not _is_other_answer(before.statement, after.statement)
        if overlap and _sharpness(one) != _sharpness(other):
            yield WordingChange(Aspect.PRECISION, in_words(one), in_words(other))


def _unlike(was: str, now: str, before: PlacedStatement, after: PlacedStatement) -> tuple[str, str]:
    """The limits; the numbers in full where a range was given or lost."""
    if "between" not in (was, now):
        return was, now
    return in_words(before.statement.value), in_words(after.statement.value)


def _limit(value: NumberValue, words: str) -> str:
    """`about`, `at least`, …: how a number is held to; "" for one that is said to be exact."""
    named = next((name for name, pattern in _LIMITS if pattern.search(words)), "")
    if value.low is not None and value.high is not None and value.low != value.high:
        return "between"
    if value.high is None and value.low is not None:
        return named if named in ("at least", "more than") else "at least"
    if value.low is None and value.high is not None:
        return named if named in ("at most", "less than") else "at most"
    if value.approximate:
        return named or "about"
    return named


def _sharpness(value: DateValue) -> tuple[int, bool, bool]:
    """Days it leaves open, and whether it is said to be about or doubtful."""
    if value.earliest is None or value.latest is None:
        return (-1, value.approximate, value.uncertain)
    days = value.latest.ordinal - value.earliest.ordinal
    return (days, value.approximate, value.uncertain)


def _condition(before: PlacedStatement, after: PlacedStatement) -> Iterator[WordingChange]:
    one, other = _conditional(before), _conditional(after)
    if bool(one) is not bool(other):
        yield WordingChange(Aspect.CONDITION, one, other)


def _conditional(placed: PlacedStatement) -> str:
    value = placed.statement.value
    if isinstance(value, AnswerValue) and value.condition:
        return value.condition
    found = _CONDITION.search(placed.words)
    return " ".join(found.group().split()) if found else ""


def _speaker(before: PlacedStatement, after: PlacedStatement) -> Iterator[WordingChange]:
    """An attribution lost, or given to another. That a source reports the one before it is none."""
    one, other = before.statement.speaker.strip(), after.statement.speaker.strip()
    if fold_name(one) in _OWN:
        return
    if fold_name(other) in _OWN:
        yield WordingChange(Aspect.SPEAKER, one, "")
    elif not may_be_one_bearer(fold_name(one), fold_name(other)):
        yield WordingChange(Aspect.SPEAKER, one, other)
