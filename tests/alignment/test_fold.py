"""Folding hides what a reader does not see, and every stretch of it goes back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.fold import fold
from provenance.model.spans import Span
from tests.factories import HARD_TEXTS

SIGNS = "aAeE bß1 9.,-–—'’`´“”\"…ﬁœſİй\n\t\xad\u200b\u0301中　e\u0301x"


@pytest.mark.parametrize(
    ("original", "wanted", "found"),
    [
        pytest.param("The  Bridge", "the bridge", "The  Bridge", id="case and white space"),
        pytest.param("a\r\n\tb", "a b", "a\r\n\tb", id="line ends and tabs"),
        pytest.param("a ﬁne day", "fine", "ﬁne", id="ligature"),
        pytest.param("a ﬁne day", "ine", "ﬁne", id="half a ligature goes back whole"),
        pytest.param("cloſed", "closed", "cloſed", id="long s"),
        pytest.param("Phœnix, Cæsar", "phoenix, caesar", "Phœnix, Cæsar", id="joined vowels"),
        pytest.param("Straße", "strasse", "Straße", id="sharp s"),
        pytest.param("cafe\u0301 noir", "café", "cafe\u0301", id="combining accent"),
        pytest.param(
            "ﬁ cafe\u0301 ﬂ", "fi café fl", "ﬁ cafe\u0301 ﬂ", id="accents among ligatures"
        ),
        pytest.param("\u1112\u1161\u11ab", "한", "\u1112\u1161\u11ab", id="hangul letters"),
        pytest.param("“No,” he said", '"no,"', "“No,”", id="quotation marks"),
        pytest.param("„Nein“, «non»", '"nein", "non"', "„Nein“, «non»", id="foreign marks"),
        pytest.param("China`s, China´s", "china's, china's", "China`s, China´s", id="accents as '"),
        pytest.param("``so''", '"so"', "``so''", id="doubled marks"),
        pytest.param("left—and", "left - and", "left—and", id="dash without blanks"),
        pytest.param("left -- and", "left - and", "left -- and", id="typed dash"),
        pytest.param("1941–45", "1941-45", "1941–45", id="dash of a range"),
        pytest.param("so . . . it", "so ... it", "so . . . it", id="spaced ellipsis"),
        pytest.param("so… it", "so... it", "so… it", id="ellipsis sign"),
        pytest.param("nego-\ntiations", "negotiations", "nego-\ntiations", id="line-end hyphen"),
        pytest.param("NEGO-\n TIATIONS", "negotiations", "NEGO-\n TIATIONS", id="of capitals"),
        pytest.param("ex- cept", "except", "ex- cept", id="line end turned blank"),
        pytest.param("pre- and post-war", "pre- and", "pre- and", id="suspended hyphen stays"),
        pytest.param(
            "Anglo-\nSoviet", "anglo-soviet", "Anglo-\nSoviet", id="hyphen of names stays"
        ),
        pytest.param("1941-\n45", "1941-45", "1941-\n45", id="hyphen of numbers stays"),
        pytest.param("co\xadope\u200brate", "cooperate", "co\xadope\u200brate", id="invisible"),
        pytest.param("10² feet", "10²", "10²", id="superscript survives"),
        pytest.param("1½ and 1,587.50", "1½ and 1,587.50", "1½ and 1,587.50", id="numbers survive"),
        pytest.param("Éire is not Eire", "éire", "Éire", id="accents survive"),
    ],
)
def test_what_is_found_folded_is_shown_as_printed(original: str, wanted: str, found: str) -> None:
    folded = fold(original)
    start = folded.text.index(wanted)
    assert folded.back(Span(start, start + len(wanted))).of(original) == found


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS.keys())
def test_every_character_of_a_hard_text_goes_back(text: str) -> None:
    _goes_back(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=40) | st.text(max_size=20))
def test_folding_goes_back(text: str) -> None:
    _goes_back(text)


def _goes_back(text: str) -> None:
    folded = fold(text)
    previous = Span(0, 0)
    for place in range(len(folded.text)):
        origin = folded.back(Span(place, place + 1))
        assert origin.end > origin.start >= previous.start
        assert origin.end <= len(text)
        previous = origin
    if folded.text:
        whole = folded.back(Span(0, len(folded.text)))
        assert fold(whole.of(text)).text == folded.text


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS.keys())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_an_empty_stretch_goes_back_nowhere() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        fold("abc").back(Span(1, 1))


def test_a_stretch_past_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="past the end"):
        fold("abc").back(Span(1, 9))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 3_000_000, id="no blanks"),
        pytest.param(" \n" * 1_500_000, id="only blanks"),
        pytest.param("-" * 3_000_000, id="only hyphens"),
        pytest.param("e\u0301" * 300_000, id="only accents"),
        pytest.param(". " * 1_500_000, id="only full stops"),
    ],
)
def test_hostile_texts_are_folded_in_time(text: str) -> None:
    start = time.process_time()
    fold(text)
    assert time.process_time() - start < 8
