from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.evidence.numbers import read_number
from provenance.evidence.quantities import number_in_digits, quantities
from provenance.model.spans import Span
from tests.factories import HARD_TEXTS


def found(text: str) -> list[tuple[str, str | None, str | None, str, bool]]:
    return [
        (
            each.span.of(text),
            None if each.value.low is None else f"{each.value.low.normalize():f}",
            None if each.value.high is None else f"{each.value.high.normalize():f}",
            each.value.unit,
            each.value.approximate,
        )
        for each in quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit", "about"),
    [
        pytest.param(
            "Five divisions left.", "Five divisions", "5", "5", "division", False, id="a word"
        ),
        pytest.param("lost 40 men", "40 men", "40", "40", "man", False, id="digits"),
        pytest.param(
            "lost some forty men", "some forty men", "40", "40", "man", True, id="some forty"
        ),
        pytest.param("nearly 40 ships", "nearly 40 ships", "40", "40", "ship", True, id="nearly"),
        pytest.param(
            "a hundred or so men", "a hundred or so men", "100", "100", "man", True, id="or so"
        ),
        pytest.param(
            "at least two infantry divisions",
            "at least two infantry divisions",
            "2",
            None,
            "division",
            False,
            id="a lower bound, and an adjective before the unit",
        ),
        pytest.param(
            "no more than 12 ships", "no more than 12 ships", None, "12", "ship", False, id="upper"
        ),
        pytest.param(
            "between 40 and 50 ships",
            "between 40 and 50 ships",
            "40",
            "50",
            "ship",
            False,
            id="between",
        ),
        pytest.param(
            "from 10 to 12 tons", "from 10 to 12 tons", "10", "12", "ton", False, id="from to"
        ),
        pytest.param(
            "two to three million men",
            "two to three million men",
            "2000000",
            "3000000",
            "man",
            False,
            id="the scale of the last holds for the first",
        ),
        pytest.param(
            "about 90 per cent of it", "about 90 per cent", "90", "90", "%", True, id="per cent"
        ),
        pytest.param("rose by 4.5%", "4.5%", "4.5", "4.5", "%", False, id="percent sign"),
        pytest.param(
            "cost $2.5 million", "$2.5 million", "2500000", "2500000", "dollar", False, id="money"
        ),
        pytest.param(
            "paid £41 3s. 6d.", "£41 3s. 6d.", "9882", "9882", "penny", False, id="sterling"
        ),
        pytest.param(
            "half a million men",
            "half a million men",
            "500000",
            "500000",
            "man",
            False,
            id="half a million",
        ),
        pytest.param(
            "twenty-five thousand tons",
            "twenty-five thousand tons",
            "25000",
            "25000",
            "ton",
            False,
            id="words with a scale",
        ),
        pytest.param(
            "tens of thousands of troops",
            "tens of thousands of troops",
            "20000",
            None,
            "troop",
            True,
            id="tens of thousands",
        ),
        pytest.param(
            "1,200 tons of rice", "1,200 tons", "1200", "1200", "ton", False, id="separator"
        ),
    ],
)
def test_a_quantity_is_found_with_its_bounds_and_unit(
    text: str, words: str, low: str | None, high: str | None, unit: str, about: bool
) -> None:
    assert found(text) == [(words, low, high, unit, about)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("White House Message No. 308 was sent", id="a message's number"),
        pytest.param("see p. 39 and note 4", id="page and note"),
        pytest.param("1\\. Thank you for your telegrams", id="an escaped paragraph number"),
        pytest.param("latitude 16 degrees north"[:11], id="a latitude"),
        pytest.param("in 1945 he left", id="a year"),
        pytest.param("one of them", id="one as a pronoun"),
    ],
)
def test_labels_and_years_are_no_quantities(text: str) -> None:
    assert found(text) == []


def test_what_is_set_apart_is_no_quantity() -> None:
    text = "on June 15 men left"
    assert quantities(text, (Span(3, 10),)) == ()


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_hard_texts_break_nothing(text: str) -> None:
    for each in quantities(text):
        assert each.span.of(text)


@given(st.text(alphabet="0123456789 ,.-–andtomilseven£%", max_size=60))
@settings(max_examples=80, deadline=None)
def test_every_quantity_lies_in_the_text_and_reads_back_alike(text: str) -> None:
    for each in quantities(text):
        assert 0 <= each.span.start < each.span.end <= len(text)
        again = read_number(number_in_digits(each.value))
        assert (again.low, again.high) == (each.value.low, each.value.high)
        assert isinstance(again.low or again.high, Decimal)
