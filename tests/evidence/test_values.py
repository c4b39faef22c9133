from __future__ import annotations

from decimal import Decimal

import pytest

from provenance.evidence.names import Aliases
from provenance.evidence.values import BadValue, read_tolerance, read_value
from provenance.model.claims import ClaimType, Tolerance
from provenance.model.values import Answer, AnswerValue, NameValue, TextValue

NONE = Aliases()


@pytest.mark.parametrize(
    ("written", "answer", "condition"),
    [
        pytest.param("yes", Answer.YES, "", id="yes"),
        pytest.param("No.", Answer.NO, "", id="no-with-a-full-stop"),
        pytest.param("conditional", Answer.CONDITIONAL, "", id="conditional"),
        pytest.param(
            "conditional: if Stalin yields", Answer.CONDITIONAL, "if Stalin yields", id="condition"
        ),
        pytest.param("yes, if asked", Answer.CONDITIONAL, "if asked", id="yes-if"),
        pytest.param("no unless paid", Answer.CONDITIONAL, "unless paid", id="no-unless"),
    ],
)
def test_answers(written: str, answer: Answer, condition: str) -> None:
    assert read_value(ClaimType.YES_NO, written, NONE) == AnswerValue(answer, condition)


def test_an_answer_that_is_none() -> None:
    with pytest.raises(BadValue) as raised:
        read_value(ClaimType.YES_NO, "maybe", NONE)
    assert raised.value.message == "“maybe” is neither yes, no nor conditional"
    assert raised.value.hint == "write yes, no, conditional, or conditional: if …"


def test_names_take_their_aliases_key() -> None:
    aliases = Aliases((("Chiang Kai-shek", "the Generalissimo"),))
    one = read_value(ClaimType.NAME, "the Generalissimo", aliases)
    other = read_value(ClaimType.NAME, "Chiang Kai‑shek", aliases)
    assert isinstance(one, NameValue)
    assert isinstance(other, NameValue)
    assert one.key == other.key
    assert one.written == "the Generalissimo"


def test_texts_fold_case_accents_and_punctuation() -> None:
    one = read_value(ClaimType.TEXT, "No agreement, on   Outer Mongolia!", NONE)
    other = read_value(ClaimType.TEXT, "no agreement on outer mongolia", NONE)
    assert isinstance(one, TextValue)
    assert isinstance(other, TextValue)
    assert one.key == other.key


@pytest.mark.parametrize("type_", [ClaimType.NAME, ClaimType.TEXT])
def test_an_empty_name_or_text_is_refused(type_: ClaimType) -> None:
    with pytest.raises(BadValue):
        read_value(type_, " – ", NONE)


@pytest.mark.parametrize(
    ("type_", "written", "tolerance"),
    [
        pytest.param(ClaimType.DATE, "P0D", Tolerance(), id="none"),
        pytest.param(ClaimType.DATE, "P3D", Tolerance(days=3), id="days"),
        pytest.param(ClaimType.DATE, "P2W", Tolerance(days=14), id="weeks"),
        pytest.param(ClaimType.DATE, "P1M", Tolerance(days=31), id="the-longest-month"),
        pytest.param(ClaimType.DATE, "P1Y2M3D", Tolerance(days=366 + 62 + 3), id="together"),
        pytest.param(ClaimType.NUMBER, "5%", Tolerance(share=Decimal("0.05")), id="share"),
        pytest.param(ClaimType.NUMBER, "10", Tolerance(amount=Decimal(10)), id="amount"),
        pytest.param(ClaimType.NUMBER, "2.5 %", Tolerance(share=Decimal("0.025")), id="decimals"),
    ],
)
def test_tolerances(type_: ClaimType, written: str, tolerance: Tolerance) -> None:
    assert read_tolerance(type_, written) == tolerance


@pytest.mark.parametrize(
    ("type_", "written", "hint"),
    [
        pytest.param(
            ClaimType.DATE,
            "3 days",
            "write an ISO 8601 duration: P3D for 3 days, P2W, P1M, P1Y",
            id="a-duration-in-words",
        ),
        pytest.param(
            ClaimType.DATE,
            "P",
            "write an ISO 8601 duration: P3D for 3 days, P2W, P1M, P1Y",
            id="an-empty-duration",
        ),
        pytest.param(
            ClaimType.NUMBER,
            "P3D",
            "write a share such as 5%, or an amount such as 10",
            id="a-duration-for-a-number",
        ),
        pytest.param(
            ClaimType.TEXT, "5%", "leave it out, or change the type", id="a-text-has-none"
        ),
    ],
)
def test_a_bad_tolerance_is_told_what_to_write(type_: ClaimType, written: str, hint: str) -> None:
    with pytest.raises(BadValue) as raised:
        read_tolerance(type_, written)
    assert raised.value.hint == hint
