from __future__ import annotations

from decimal import Decimal

import pytest

from provenance.comparison.wording import in_words
from provenance.model.claims import ClaimType, Holds
from provenance.model.values import (
    Answer,
    AnswerValue,
    NameValue,
    NumberValue,
    TextValue,
    Value,
)
from provenance.rendering.values_in_words import said_in_words, said_short, value_in_words
from tests.factories import date_value, statement


def number(written: str, *, approximate: bool = False) -> NumberValue:
    return NumberValue(written, Decimal(1), Decimal(1), approximate=approximate)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(date_value("1945-06"), "June 1945", id="a date"),
        pytest.param(AnswerValue(Answer.YES), "yes", id="yes"),
        pytest.param(AnswerValue(Answer.NO), "no", id="no"),
        pytest.param(
            AnswerValue(Answer.CONDITIONAL, "if the ports are kept"),
            "on condition that the ports are kept",
            id="a condition that starts with if",
        ),
        pytest.param(
            AnswerValue(Answer.CONDITIONAL, "the ports are kept"),
            "on condition that the ports are kept",
            id="a bare condition",
        ),
        pytest.param(AnswerValue(Answer.CONDITIONAL), "on a condition", id="no condition given"),
        pytest.param(
            AnswerValue(Answer.YES, "the ports are kept"),
            "yes, if the ports are kept",
            id="yes with a condition",
        ),
        pytest.param(number("40 pounds"), "40 pounds", id="a number with its unit as written"),
        pytest.param(number("~40", approximate=True), "about 40", id="about a number"),
        pytest.param(number("30..40 men"), "between 30 and 40 men", id="a range"),
        pytest.param(NameValue("T. V.\nSoong", "soong"), "T. V. Soong", id="a name on one line"),
        pytest.param(TextValue("a\x1b[31m", "a"), "a␛[31m", id="a text that cannot act"),
    ],
)
def test_a_value_reads_as_a_person_says_it(value: Value, said: str) -> None:
    assert value_in_words(value) == said


@pytest.mark.parametrize(
    ("written", "amount", "unit", "said"),
    [
        pytest.param("2 wagon", 2, "wagon", "2 wagons", id="several of what is counted"),
        pytest.param("230 ton", 230, "ton", "230 tons", id="several of a unit"),
        pytest.param("1 wagon", 1, "wagon", "1 wagon", id="one"),
        pytest.param("12 man", 12, "man", "12 men", id="a plural no ending gives away"),
        pytest.param("3 century", 3, "century", "3 centuries", id="a word in y"),
        pytest.param("40 km", 40, "kilometre", "40 km", id="an abbreviation stays"),
        pytest.param("12 men", 12, "man", "12 men", id="what was written in the plural stays"),
        pytest.param("two men", 2, "man", "two men", id="what was written in words stays"),
        pytest.param("12 stone", 12, "stone", "12 stone", id="what has no plural of its own"),
        pytest.param("308", 308, "", "308", id="a bare number"),
    ],
)
def test_what_is_counted_stands_in_the_plural(
    written: str, amount: int, unit: str, said: str
) -> None:
    value = NumberValue(written, Decimal(amount), Decimal(amount), unit)
    assert value_in_words(value) == said
    assert in_words(value) == said, "reasons say it as the board does"


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        pytest.param(Holds.ASSERTED, "yes", id="what is asserted needs no word"),
        pytest.param(Holds.DENIED, "denies: yes", id="a denial comes first"),
        pytest.param(Holds.PLANNED, "yes (planned)", id="a plan is named"),
        pytest.param(Holds.POSSIBLE, "yes (possible)", id="a possibility is named"),
    ],
)
def test_how_firmly_it_is_held_is_said_with_the_value(holds: Holds, said: str) -> None:
    stated = statement("a", "yes", type_=ClaimType.YES_NO, holds=holds)
    assert said_in_words(stated) == said
    assert said_short(stated) == said
