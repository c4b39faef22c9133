"""Runs cover both sides once, and a difference is called by the gravest thing it touches."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.differences import compare, differences
from provenance.alignment.wording import words_of
from provenance.model.alignments import Change
from provenance.model.spans import Span
from tests.factories import HARD_TEXTS


def told(left: str, right: str) -> list[str]:
    return [
        f"{d.kind.value}: {d.left.of(left)} / {d.right.of(right)}" for d in differences(left, right)
    ]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        pytest.param("It cost 5 marks", "It cost 6 marks", "number: 5 / 6", id="number"),
        pytest.param("a cost of $5", "a cost of £5", "number: $5 / £5", id="currency"),
        pytest.param("fell by 5", "fell by 5%", "number: 5 / 5%", id="per cent"),
        pytest.param("fell by 10.5", "fell by 105", "number: 10.5 / 105", id="decimals"),
        pytest.param("it was -5 there", "it was 5 there", "number: -5 / 5", id="sign"),
        pytest.param("102 feet high", "10² feet high", "number: 102 / 10²", id="power"),
        pytest.param("six men came", "five men came", "number: six / five", id="number in words"),
        pytest.param("of two ships", "of ships", "number: two / ", id="number only there"),
        pytest.param("on June 15 he", "on June 16 he", "date: 15 / 16", id="day"),
        pytest.param("on May 5 he", "on June 5 he", "date: May / June", id="month"),
        pytest.param("in 1944 he", "in 1945 he", "date: 1944 / 1945", id="year"),
        pytest.param("on Monday he", "on Friday he", "date: Monday / Friday", id="weekday"),
        pytest.param("6月15日得知", "6月16日得知", "date: 15 / 16", id="Chinese day"),
        pytest.param("that Soong left", "that Stalin left", "name: Soong / Stalin", id="name"),
        pytest.param("of Kanta`s", "of Yalta's", "name: Kanta`s / Yalta's", id="garbled name"),
        pytest.param("the Yalta terms", "the secret terms", "name: Yalta / secret", id="to none"),
        pytest.param("He did go", "He did not go", "negation:  / not", id="not left out"),
        pytest.param("He can go", "He can't go", "negation: can / can't", id="contracted"),
        pytest.param("was willing", "was unwilling", "negation: willing / unwilling", id="prefix"),
        pytest.param("er kam nicht", "er kam", "negation: nicht / ", id="German not"),
        pytest.param("он согласен", "он не согласен", "negation:  / не", id="Russian not"),
        pytest.param("it may end", "it will end", "hedge: may / will", id="hedge"),
        pytest.param("it might end", "it may end", "hedge: might / may", id="another hedge"),
        pytest.param("perhaps it ended", "it ended", "hedge: perhaps / ", id="hedge put in"),
        pytest.param("a bitter end", "a long end", "wording: bitter / long", id="word"),
        pytest.param("they agree now", "they agreed now", "wording: agree / agreed", id="tense"),
        pytest.param("das Haus und ich", "das Boot und ich", "wording: Haus / Boot", id="noun"),
        pytest.param("the long war", "the war", "only-left: long / ", id="put in"),
        pytest.param("the war", "the long war", "only-right:  / long", id="left out"),
        pytest.param("soon left", "left soon", "order: soon left / left soon", id="exchange"),
        pytest.param("not only he", "only not he", "negation: not only / only not", id="not"),
        pytest.param("tbe crcdit", "the credit", "spelling: tbe crcdit / the credit", id="misread"),
        pytest.param("the desparate men", "the desperate men",
                     "spelling: desparate / desperate", id="misspelt"),
        pytest.param("to day we", "today we", "spelling: to day / today", id="split"),
        pytest.param("a tea-pot", "a teapot", "spelling: tea-pot / teapot", id="hyphen"),
        pytest.param("un café", "un cafe", "spelling: café / cafe", id="accent"),
        pytest.param("dont go", "don't go", "spelling: dont / don't", id="apostrophe"),
        pytest.param("five men", "5 men", "spelling: five / 5", id="number spelt out"),
        pytest.param("1,587 men", "1587 men", "spelling: 1,587 / 1587", id="thousands"),
    ],
)  # fmt: skip
def test_a_difference_is_named(left: str, right: str, wanted: str) -> None:
    assert told(left, right) == [wanted]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The Bridge", "the  bridge", id="case and blanks"),
        pytest.param("a well-known man", "a well-\nknown man", id="hyphen at a line's end"),
        pytest.param("the negotiations", "the nego-\ntiations", id="broken word"),
        pytest.param("China`s “terms”", "China’s 'terms'", id="marks"),
        pytest.param("ſo ﬁne", "so fine", id="letters of old print"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_a_reader_does_not_see_is_no_difference(left: str, right: str) -> None:
    assert told(left, right) == []


def test_words_moved_far_are_told_at_both_places() -> None:
    left = "at the end of the war he left with his young wife and her two sons"
    right = "he left with his young wife and her two sons at the end of the war"
    assert told(left, right) == [
        "order: at the end of the war / ",
        "order:  / at the end of the war",
    ]


def test_the_empty_side_stands_where_the_words_would_have() -> None:
    (difference,) = differences("the war", "the long war")
    assert difference.left == Span(3, 3)


TEXTS = st.sampled_from(sorted(HARD_TEXTS.values())) | st.lists(
    st.sampled_from(
        [
            "the",
            "war",
            "June",
            "15",
            "not",
            "Soong",
            "agreed,",
            "well-known",
            "1,587",
            "café",
            "中国",
        ]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_every_word_is_in_exactly_one_run(left: str, right: str) -> None:
    runs = compare(left, right)
    for text, spans in ((left, [r.left for r in runs]), (right, [r.right for r in runs])):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        held = [
            word.span
            for word in words_of(text)
            if sum(span.covers(word.span) for span in spans) == 1
        ]
        assert held == [word.span for word in words_of(text)]
        edges = {word.span.start for word in words_of(text)}
        assert all(span.start in edges for span in spans if len(span))
    for run in runs:
        assert (run.kind is None) == (run.change is Change.SAME)
        assert bool(len(run.left)) == (run.change is not Change.ONLY_RIGHT)
        assert bool(len(run.right)) == (run.change is not Change.ONLY_LEFT)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, text) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("war " * 30_000, "war " * 29_999 + "peace", id="one word"),
        pytest.param("war " * 10_000, "peace war " * 9_999, id="two words"),
        pytest.param("x" * 500_000, "x" * 499_999 + "y", id="no blanks"),
        pytest.param(" ".join(f"a{n}" for n in range(9_000)), "b " * 9_000, id="nothing shared"),
    ],
)
def test_hostile_texts_are_compared_in_time(left: str, right: str) -> None:
    start = time.process_time()
    compare(left, right)
    assert time.process_time() - start < 8
