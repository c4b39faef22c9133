from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.alignment import tokens
from provenance.alignment.rarity import compare

LONG = "the and of that which " * 400


def weight(word: str, text: str) -> float:
    side = compare(tokens.words(text), tokens.words("something else")).left
    place = side.tokens.words.index(word)
    return side.evidence(place, place + 1)


@pytest.mark.parametrize(
    ("rarer", "commoner", "text"),
    [
        pytest.param("mongolia", "the", "the Mongolia clause", id="longer, in a short text"),
        pytest.param("mongolia", "which", LONG + "mongolia", id="seldom, in a long text"),
        pytest.param("外", "ab", "ab 外", id="a sign that is a word, against two letters"),
    ],
)
def test_a_rarer_word_weighs_more(rarer: str, commoner: str, text: str) -> None:
    assert weight(rarer, text) > weight(commoner, text) > 0


def test_words_with_one_stem_are_one_word() -> None:
    both = compare(tokens.words("informed, informing"), tokens.words("informs"))
    assert set(both.left.ids) == set(both.right.ids)


def test_more_text_needs_more_evidence() -> None:
    short = compare(tokens.words("a few words"), tokens.words("some others"))
    long = compare(tokens.words(LONG), tokens.words("some others"))
    assert long.chance > short.chance


@given(st.text(alphabet="ab cd", max_size=40), st.text(alphabet="ab cd", max_size=400))
def test_the_usual_weight_of_a_word_is_the_same_in_any_company(left: str, right: str) -> None:
    alone = compare(tokens.words(left), tokens.words(""))
    among = compare(tokens.words(left), tokens.words(right))
    assert alone.left.usual_summed == among.left.usual_summed
