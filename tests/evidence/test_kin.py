"""Words for one event, and the verbs that two words make."""

from __future__ import annotations

import pytest

from provenance.evidence.kin import is_one_word, kin_of, pairs
from provenance.evidence.stems import stem


@pytest.mark.parametrize(
    ("word", "other", "are"),
    [
        pytest.param("explode", "blow up", True, id="one word for two"),
        pytest.param("blow up", "blast", True, id="two for one"),
        pytest.param("marry", "wedding", True, id="a noun"),
        pytest.param("buy", "sell", False, id="the other side of it"),
        pytest.param("tell", "say", False, id="a word every second sentence has"),
        pytest.param("break", "begin", False, id="only with its second word"),
    ],
)
def test_words_for_one_event(word: str, other: str, are: bool) -> None:
    first, second = (" ".join(map(stem, each.split())) for each in (word, other))
    assert (second in kin_of(first)) is are
    assert (first in kin_of(second)) is are


def test_two_words_are_one_where_the_first_alone_is_another() -> None:
    assert "out" in pairs()["break"]
    assert is_one_word(("break", "out"))
    assert not is_one_word(("burn", "down"))
    assert not is_one_word(("break", "bread"))
