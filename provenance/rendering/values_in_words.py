"""What a statement states, as a reader says it."""

from __future__ import annotations

from provenance.model.claims import Holds, Statement
from provenance.model.units import in_plural
from provenance.model.values import (
    Answer,
    AnswerValue,
    DateValue,
    NumberValue,
    Value,
)
from provenance.rendering.dates_in_words import date_in_words, date_short
from provenance.rendering.untrusted import on_one_line


def value_in_words(value: Value) -> str:
    """`15 June 1945`, `about 40 pounds`, `on condition that …`: safe to show, on one line."""
    if isinstance(value, DateValue):
        return date_in_words(value)
    if isinstance(value, AnswerValue):
        return _answer(value)
    if isinstance(value, NumberValue):
        return _number(value)
    return on_one_line(value.written)


def value_short(value: Value) -> str:
    """The same for a cell of a table."""
    return date_short(value) if isinstance(value, DateValue) else value_in_words(value)


def said_in_words(statement: Statement) -> str:
    """The value with what is held of it: a denial turns it round, so it is said first."""
    return _held(statement, value_in_words(statement.value))


def said_short(statement: Statement) -> str:
    """The same for a cell of a table."""
    return _held(statement, value_short(statement.value))


def _held(statement: Statement, said: str) -> str:
    if statement.holds is Holds.ASSERTED:
        return said
    if statement.holds is Holds.DENIED:
        return f"denies: {said}"
    return f"{said} ({statement.holds.value})"


def _answer(value: AnswerValue) -> str:
    condition = on_one_line(value.condition)
    if value.answer is Answer.CONDITIONAL:
        return f"on condition that {_without_if(condition)}" if condition else "on a condition"
    return f"{value.answer.value}, if {_without_if(condition)}" if condition else value.answer.value


def _without_if(condition: str) -> str:
    for opening in ("on condition that ", "provided that ", "if ", "that "):
        if condition.lower().startswith(opening):
            return condition[len(opening) :]
    return condition


def _number(value: NumberValue) -> str:
    number = value.high if value.low is None else value.low
    written = in_plural(on_one_line(value.written), number, value.unit)
    if value.approximate and written.startswith("~"):
        return f"about {written[1:].lstrip()}"
    low, dots, high = written.partition("..")
    if dots and low.strip() and high.strip():
        return f"between {low.strip()} and {high.strip()}"
    return written
