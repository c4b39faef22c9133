from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.evidence.bad_value import BadValue
from provenance.evidence.numbers import read_number


@pytest.mark.parametrize(
    ("written", "low", "high", "unit"),
    [
        pytest.param("40", "40", "40", "", id="bare"),
        pytest.param("-5", "-5", "-5", "", id="negative"),
        pytest.param("\u22125 °C", "-5", "-5", "°c", id="a-true-minus-sign"),
        pytest.param("1,000", "1000", "1000", "", id="comma-thousands"),
        pytest.param("1 000 000", "1000000", "1000000", "", id="blank-thousands"),
        pytest.param("1’000", "1000", "1000", "", id="swiss-thousands"),
        pytest.param("2.5 km", "2.5", "2.5", "kilometre", id="abbreviated-unit"),
        pytest.param("3.142", "3.142", "3.142", "", id="three-decimals"),
        pytest.param("½", "0.5", "0.5", "", id="a-half"),
        pytest.param("2½ miles", "2.5", "2.5", "mile", id="two-and-a-half"),
        pytest.param("3/4", "0.75", "0.75", "", id="a-fraction"),
        pytest.param("1 1/2 ft", "1.5", "1.5", "foot", id="mixed-fraction"),
        pytest.param("5 %", "5", "5", "%", id="percent"),
        pytest.param("5 per cent", "5", "5", "%", id="percent-in-words"),
        pytest.param("£40", "40", "40", "pound", id="pounds"),
        pytest.param("40 pounds", "40", "40", "pound", id="pounds-in-words"),
        pytest.param("$1.5 million", "1500000", "1500000", "dollar", id="millions"),
        pytest.param("$2m", "2000000", "2000000", "dollar", id="m-after-money-is-million"),
        pytest.param("2 m", "2", "2", "metre", id="m-elsewhere-is-metre"),
        pytest.param("£41 3s. 6d.", "9882", "9882", "penny", id="pounds-shillings-pence"),
        pytest.param("5 ft 10 in", "70", "70", "inch", id="feet-and-inches"),
        pytest.param("2 h 30 min", "150", "150", "minute", id="hours-and-minutes"),
        pytest.param("forty-one", "41", "41", "", id="in-words"),
        pytest.param("one hundred and twenty men", "120", "120", "man", id="hundreds-in-words"),
        pytest.param("two thousand five hundred", "2500", "2500", "", id="thousands-in-words"),
        pytest.param("three hundred thousand troops", "300000", "300000", "troop", id="scales"),
        pytest.param("a dozen eggs", "12", "12", "egg", id="a-dozen"),
        pytest.param("no ships", "0", "0", "ship", id="none"),
        pytest.param("2 conditions", "2", "2", "condition", id="plural-folded"),
        pytest.param("3 children", "3", "3", "child", id="irregular-plural"),
        pytest.param("40–50", "40", "50", "", id="a-range"),
        pytest.param("40-50 divisions", "40", "50", "division", id="range-with-hyphen"),
        pytest.param("between 5 and 10%", "5", "10", "%", id="between"),
        pytest.param("2 to 3 million men", "2000000", "3000000", "man", id="the-scale-is-shared"),
        pytest.param("2 km to 3000 m", "2000", "3000", "metre", id="two-units-of-one-family"),
        pytest.param("forty or fifty", "40", "50", "", id="or"),
        pytest.param("at least 40", "40", None, "", id="at-least"),
        pytest.param(">= 40 men", "40", None, "man", id="greater-or-equal"),
        pytest.param("more than 40", "40", None, "", id="more-than"),
        pytest.param("up to 30 tons", None, "30", "ton", id="up-to"),
        pytest.param("no more than 5", None, "5", "", id="no-more-than"),
    ],
)
def test_what_is_written_is_read(
    written: str, low: str | None, high: str | None, unit: str
) -> None:
    value = read_number(written)
    assert value.low == (None if low is None else Decimal(low))
    assert value.high == (None if high is None else Decimal(high))
    assert value.unit == unit
    assert not value.approximate


@pytest.mark.parametrize("written", ["about 40", "some forty", "circa 40", "~40", "40 or so"])
def test_about_is_an_approximation(written: str) -> None:
    value = read_number(written)
    assert value.low == value.high == Decimal(40)
    assert value.approximate


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        pytest.param(
            "1.000,5",
            "“1.000,5” can be read in two ways",
            "write 1000.5 (decimals take a point)",
            id="german-thousands-and-comma",
        ),
        pytest.param(
            "1,5",
            "“1,5” can be read in two ways",
            "write 1.5 (decimals take a point)",
            id="decimal-comma",
        ),
        pytest.param(
            "1.000", "“1.000” can be read in two ways", "write 1000, or 1", id="point-or-thousand"
        ),
        pytest.param(
            "60 to 50",
            "“60 to 50” ends below where it begins",
            "the smaller number comes first",
            id="backwards",
        ),
        pytest.param(
            "5 men 6 women",
            "“man” and “woman” make no single number",
            "write one number with one unit",
            id="two-numbers",
        ),
        pytest.param(
            "5 km to 6 kg",
            "“5 km to 6 kg” has two units",
            "write both ends in one unit",
            id="two-units",
        ),
    ],
)
def test_what_could_be_two_numbers_is_none(written: str, message: str, hint: str) -> None:
    with pytest.raises(BadValue) as raised:
        read_number(written)
    assert (raised.value.message, raised.value.hint) == (message, hint)


@pytest.mark.parametrize("written", ["", "men", "1e3", "1/0", "10 (ten)", "1.2.3", "x" * 400])
def test_what_is_no_number_gets_a_hint(written: str) -> None:
    with pytest.raises(BadValue) as raised:
        read_number(written)
    assert raised.value.hint


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12))
def test_separators_change_nothing(number: int) -> None:
    assert read_number(f"{number:,}").low == read_number(str(number)).low == number


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,-–/ %£$kmandtofryhue½'", max_size=24))
def test_any_text_is_a_number_or_a_named_mistake(written: str) -> None:
    try:
        value = read_number(written)
    except BadValue:
        return
    if value.low is not None and value.high is not None:
        assert value.low <= value.high
