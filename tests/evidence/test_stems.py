"""Forms of a verb that come to one stem, and words that must not."""

from __future__ import annotations

import pytest

from provenance.evidence.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("strike", "struck", id="strike and struck"),
        pytest.param("find", "found", id="find and found"),
        pytest.param("taken", "took", id="two forms of take"),
        pytest.param("sinking", "sunk", id="an ending on one side"),
        pytest.param("sterben", "starb", id="German starb"),
        pytest.param("verlieren", "verlor", id="German verlor"),
        pytest.param("withdrawn", "withdrew", id="a verb with a prefix"),
    ],
)
def test_irregular_forms_come_to_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("founded", "found", id="to found is not to find"),
        pytest.param("light", "lit", id="a light is no act"),
        pytest.param("wound", "wind", id="a wound is no wind"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
