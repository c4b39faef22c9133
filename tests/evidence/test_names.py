from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.evidence.names import Aliases
from provenance.model.names import fold_name, fold_text, may_be_one_bearer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("T.V. Soong", "T. V. Soong", id="initials"),
        pytest.param("TV Soong", "T. V. Soong", id="initials-without-points"),
        pytest.param("Dr. Soong", "Soong", id="a-title"),
        pytest.param("Foreign Minister Soong", "Soong", id="two-titles"),
        pytest.param("Generalissimo Chiang Kai-shek", "Chiang Kai‑shek", id="hyphens-and-title"),
        pytest.param("Chiang Kaishek", "Chiang Kai-shek", id="no-hyphen"),
        pytest.param("Soong, T. V.", "T. V. Soong", id="family-name-first"),
        pytest.param("T. V. Soong (Minister)", "T. V. Soong", id="a-remark-in-parentheses"),
        pytest.param("Sir Winston Churchill, K.G.", "Winston Churchill", id="honours-after"),
        pytest.param("the Generalissimo", "Generalissimo", id="the-article"),
        pytest.param("Łódź", "Lodz", id="accents"),
        pytest.param("O’Neill", "O'Neill", id="apostrophes"),
    ],
)
def test_two_ways_of_writing_one_name(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("the Prime Minister", "the Foreign Minister", id="offices-are-no-titles"),
        pytest.param("M. N. Roy", "Roy", id="initials-are-no-titles"),
        pytest.param("St. John", "John", id="a-saint-is-another"),
        pytest.param("John Smith Jr.", "John Smith Sr.", id="generations"),
        pytest.param("宋子文", "宋美龄", id="chinese-names"),
    ],
)
def test_two_bearers_stay_two(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("10²", "102", id="a-superscript"),
        pytest.param("1.5", "15", id="a-decimal-point"),
        pytest.param("-5", "5", id="a-minus-sign"),
        pytest.param("5%", "5", id="a-percent-sign"),
    ],
)
def test_a_text_keeps_what_a_number_hangs_on(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


def test_groups_that_share_a_name_are_one() -> None:
    aliases = Aliases((("Stalin", "the marshal"), ("Uncle Joe", "Stalin"), ("Harriman",)))
    assert aliases.key("Uncle Joe") == aliases.key("Marshal Stalin") == aliases.key("the marshal")
    assert aliases.key("Averell Harriman") != aliases.key("Harriman")


def test_groups_that_are_linked_later_are_one() -> None:
    aliases = Aliases((("A. Smith", "Smith"), ("B. Jones", "Jones"), ("Smith", "Jones")))
    assert len({aliases.key(n) for n in ("A. Smith", "Smith", "B. Jones", "Jones")}) == 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("soong", "tv soong", True),
        ("chiang", "chiang kaishek", True),
        ("soong", "stalin", False),
        ("", "soong", False),
    ],
)
def test_a_short_name_may_stand_for_a_long_one(one: str, other: str, may_be: bool) -> None:
    assert may_be_one_bearer(one, other) is may_be
    assert may_be_one_bearer(other, one) is may_be
