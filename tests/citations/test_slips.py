"""Slips of a letter in names: told by the rest of the text, and by the company the name keeps."""

from __future__ import annotations

import pytest

from provenance.citations.garbles import suspect_garbles
from provenance.citations.slips import is_slip

RIGHT = (
    "He spoke of Outer Mongolia on Monday. In Outer Mongolia they waited, and the status quo in"
    " Mongolia stayed. Then Mr. Harriman left, and Harriman wrote, as Harriman did.\n"
)

SLIPS = [
    pytest.param("So it was in Outer Monogolia then.", ["Mongolia"], id="the same word before it"),
    pytest.param("So the rights of Mongloia were kept.", ["Mongolia"], id="long, in running prose"),
    pytest.param("So the wishes of Harrman were met.", [], id="short, and alone"),
    pytest.param("So Paul Monogolia came.", [], id="another first name"),
    pytest.param("So the Mongolian envoy came.", [], id="an ending"),
    pytest.param("So the wishes of Longolia were met.", [], id="another first letter"),
    pytest.param("So in Monogolia, as in Monogolia or Monogolia.", [], id="it stands too often"),
]


@pytest.mark.parametrize(("sentence", "readings"), SLIPS)
def test_a_slip_of_a_name_is_proposed_with_its_reading(sentence: str, readings: list[str]) -> None:
    found = suspect_garbles(RIGHT + sentence, [])
    assert [garble.suggestion for garble in found] == readings


def test_another_source_tells_how_a_name_is_spelt() -> None:
    (garble,) = suspect_garbles("They spoke of Outer Monogolia again.", [RIGHT])
    assert garble.evidence == (
        "one letter off “Mongolia”, which stands beside “outer” too; “Monogolia” stands nowhere"
        " else"
    )


def test_a_name_that_two_names_are_near_to_is_left_alone() -> None:
    text = RIGHT + RIGHT.replace("Mongolia", "Mongulia") + "So it was in Outer Mongelia then."
    assert suspect_garbles(text, []) == ()


def test_a_month_is_told_by_its_day() -> None:
    text = "It was May 3. On September 4 he left; on September 5 he came; on September 6 he sat."
    (garble,) = suspect_garbles(f"{text} On Septmeber 7 he slept.", [])
    assert garble.suggestion == "September"


PAIRS = [
    pytest.param("monogolia", "mongolia", True, id="a letter too many"),
    pytest.param("mongola", "mongolia", False, id="too near the end"),
    pytest.param("hasegwa", "hasegawa", True, id="one too few"),
    pytest.param("hasagawa", "hasegawa", True, id="another"),
    pytest.param("haseagwa", "hasegawa", True, id="two that changed places"),
    pytest.param("hasogewa", "hasegawa", False, id="two others"),
    pytest.param("stalin", "stalin", False, id="the same"),
    pytest.param("slovakia", "slovenia", False, id="two names"),
]


@pytest.mark.parametrize(("name", "known", "wanted"), PAIRS)
def test_a_slip_is_one_letter_in_the_midst(name: str, known: str, wanted: bool) -> None:
    assert is_slip(name, known) is wanted
