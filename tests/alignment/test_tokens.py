"""Words are normalised, stand where they say, and mean the same in every script."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.tokens import words
from tests.factories import HARD_TEXTS


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("The Bridge", "the bridge", id="case"),
        pytest.param("Café cafe\u0301", "cafe cafe", id="accents, however they are written"),
        pytest.param("China`s, China's and China’s", "china china and china", id="genitives"),
        pytest.param("don't won’t", "dont wont", id="apostrophes within words"),
        pytest.param("l'état d'un", "l etat d un", id="French elisions are two words"),
        pytest.param("nego-\ntiations ex- cept", "negotiations except", id="broken words"),
        pytest.param("pre- and post-war", "pre and post war", id="hyphens divide"),
        pytest.param("Anglo-\nSoviet", "anglo soviet", id="a capital is a word of its own"),
        pytest.param("Straße œuvre ﬁne", "strasse oeuvre fine", id="ligatures"),
        pytest.param("10² 1,587", "10² 1 587", id="numbers are not altered"),
        pytest.param("_very_ *old*", "very old", id="marks of emphasis"),
        pytest.param("Er lief über die Brücke", "er lief uber die brucke", id="German"),
        pytest.param("Gallia est omnis divisa", "gallia est omnis divisa", id="Latin"),
        pytest.param("Ёлка и Йод", "елка и иод", id="Russian"),
        pytest.param("蒋介石1945年", "蒋 介 石 1945 年", id="Chinese, one word a sign"),
        pytest.param("ありがとう", "あ り が と う", id="Japanese"),
        pytest.param("น้ำ", "น้ ำ", id="Thai, signs with their letters"),
        pytest.param("नमस्ते दुनिया", "नमस्ते दुनिया", id="Hindi keeps its vowels"),
        pytest.param("한국어 \u1112\u1161\u11ab", "한국어 한", id="Korean, composed or not"),
        pytest.param("\u0301 \xad - ' x", "x", id="strays are no words"),
        pytest.param("", "", id="empty"),
    ],
)
def test_words(text: str, wanted: str) -> None:
    assert words(text).words == tuple(wanted.split())


@pytest.mark.parametrize(
    ("text", "index", "shown"),
    [
        pytest.param("a “China`s” b", 1, "China`s", id="genitive belongs to the word"),
        pytest.param("the nego-\ntiations", 1, "nego-\ntiations", id="broken word"),
        pytest.param("x cafe\u0301 y", 1, "cafe\u0301", id="combining accent"),
        pytest.param("蒋介石", 2, "石", id="one sign"),
    ],
)
def test_a_word_stands_where_it_says(text: str, index: int, shown: str) -> None:
    assert words(text).span(index).of(text) == shown


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("abZ09 .,-–“\n\t_'é’"), max_size=24) | st.text(max_size=24))
def test_a_short_text_has_the_words_that_a_long_one_has(text: str) -> None:
    padding = "." + " x" * 2_000
    short, long = words(text), words(text + padding)
    count = len(short)
    assert short.words == long.words[:count]
    assert short.starts.tolist() == long.starts[:count].tolist()
    assert short.ends.tolist() == long.ends[:count].tolist()
    assert len(long) - count == 2_000


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(HARD_TEXTS.values())) | st.text(max_size=60))
def test_words_are_in_order_and_none_is_empty(text: str) -> None:
    tokens = words(text)
    assert len(tokens) == len(tokens.starts) == len(tokens.ends)
    assert all(tokens.words)
    assert np.all(tokens.starts < tokens.ends)
    assert np.all(tokens.ends[:-1] <= tokens.starts[1:])
    # Nothing that is a letter or a digit is left out.
    inside = np.zeros(len(text), bool)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        inside[start:end] = True
    assert all(inside[i] for i, sign in enumerate(text) if sign.isalpha() or sign.isdecimal())


def test_a_span_of_several_words() -> None:
    text = "one two three"
    assert words(text).span(0, 1).of(text) == "one two"
