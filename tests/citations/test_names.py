"""What counts as the family name of an author, however the name is written."""

from __future__ import annotations

import pytest

from provenance.citations.names import families_of


@pytest.mark.parametrize(
    ("name", "family"),
    [
        pytest.param("Harris, Thomas", "harris", id="family first"),
        pytest.param("Thomas Harris", "harris", id="given name first"),
        pytest.param("Ludwig van Beethoven", "vanbeethoven", id="with its particle"),
        pytest.param("Otto von Bismarck", "bismarck", id="without a German one"),
        pytest.param("bell hooks", "hooks", id="without capitals"),
        pytest.param("X", "x", id="a single letter"),
        pytest.param("蒋介石", "蒋介石", id="without spaces"),
        pytest.param(
            "Ministry of Foreign Affairs", "ministryofforeignaffairs", id="a body, by all of it"
        ),
    ],
)
def test_the_family_name_of(name: str, family: str) -> None:
    assert families_of((name,)) == {family}


def test_what_has_no_letters_is_no_name() -> None:
    assert families_of(("", "—", "Lyle, Ann")) == {"lyle"}
