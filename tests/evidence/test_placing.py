from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.locate import Locator
from provenance.evidence.placing import place
from provenance.model.alignments import Found
from provenance.model.claims import Statement
from provenance.model.documents import Layer
from provenance.model.spans import Span
from provenance.model.values import TextValue
from provenance.model.verdicts import Standing
from tests import factories

TEXT = (
    "SUMMARY. Soong promises to adhere to the agreement on Outer Mongolia.\n\n"
    "TRANSCRIPT. This morning I called on Dr. Soong. He is “prepared to accept” the provision on\n"
    "Outer Mongolia as worded. He said the Generalissimo could not agree before 15 June 1945.\n"
    "The railways he left aside.\n"
)
SUMMARY = Layer("summary", Span(0, TEXT.index("TRANSCRIPT")))
TRANSCRIPT = Layer("transcript", Span(TEXT.index("TRANSCRIPT"), len(TEXT)), "Harriman")
INNER = Layer("paraphrase", Span(TEXT.index("He is"), TEXT.index("He said")))
DOCUMENT = factories.document(TEXT, layers=(SUMMARY, TRANSCRIPT, INNER))


def stated(quote: str, *, prefix: str = "", suffix: str = "", layer: str = "") -> Statement:
    value = TextValue("x", "x")
    return Statement("cable", quote, "x", value, prefix=prefix, suffix=suffix, layer=layer)


@pytest.mark.parametrize(
    ("quote", "standing", "words"),
    [
        pytest.param("I called on Dr. Soong", Standing.EXACT, "I called on Dr. Soong", id="exact"),
        pytest.param(
            'he is "Prepared to accept" the provision on Outer Mongolia',
            Standing.FOLDED,
            "He is “prepared to accept” the provision on\nOuter Mongolia",
            id="case-quotation-marks-and-line-end",
        ),
        pytest.param(
            "the Generalissimo would not agree before 15 June 1945",
            Standing.NEAR,
            "the Generalissimo could not agree before 15 June 1945",
            id="another-word",
        ),
    ],
)
def test_where_and_how_a_quotation_stands(quote: str, standing: Standing, words: str) -> None:
    placed = place(stated(quote), DOCUMENT, changed=False)
    assert (placed.standing, placed.words) == (standing, words)
    assert placed.span is not None
    assert placed.span.of(TEXT) == words
    assert placed.found.value == standing.value
    assert placed.why.startswith(("Found", "Only similar words"))


@pytest.mark.parametrize(
    ("quote", "changed", "found", "why"),
    [
        pytest.param(
            "Outer Mongolia",
            False,
            Found.SEVERAL,
            "It stands at 2 places (lines 1, 4); prefix or suffix decide.",
            id="several-is-not-one",
        ),
        pytest.param(
            "Churchill wept over the telegram that evening",
            False,
            Found.NONE,
            "These words stand nowhere in it.",
            id="nowhere",
        ),
        pytest.param(
            "Churchill wept over the telegram that evening",
            True,
            Found.NONE,
            "The source changed, and these words stand nowhere in it.",
            id="nowhere-any-more",
        ),
        pytest.param(
            "the Generalissimo could not agree before 16 June 1945",
            True,
            Found.NEAR,
            "The source changed, and other words stand there now, at line 4:"
            " it has “15”, not “16”.",
            id="never-jumps-to-a-lookalike",
        ),
        pytest.param(
            "the Generalissimo would not agree before 15 June 1945",
            True,
            Found.NEAR,
            "The source changed, and other words stand there now, at line 4:"
            " it has “could”, not “would”.",
            id="nor-to-words-that-say-the-same",
        ),
        pytest.param(
            "the Generalissimo could not agree before 16 June 1945",
            False,
            Found.NEAR,
            "Altered, at line 4: it has “15”, not “16”.",
            id="another-day",
        ),
        pytest.param(
            "the Generalissimo could not agree before 15 July 1945",
            False,
            Found.NEAR,
            "Altered, at line 4: it has “June”, not “July”.",
            id="another-month",
        ),
        pytest.param(
            "the Generalissimo could agree before 15 June 1945",
            False,
            Found.NEAR,
            "Altered, at line 4: it also has “not”.",
            id="a-negation-left-out",
        ),
        pytest.param(
            "This morning I called on Dr. Stalin",
            False,
            Found.NEAR,
            "Altered, at line 3: it does not have “Stalin”.",
            id="another-name",
        ),
        pytest.param(" ", False, Found.NONE, "There are no words to find.", id="no-words"),
    ],
)
def test_a_quotation_without_one_place_is_lost(
    quote: str, changed: bool, found: Found, why: str
) -> None:
    placed = place(stated(quote), DOCUMENT, changed=changed)
    assert (placed.standing, placed.span, placed.words) == (Standing.LOST, None, "")
    assert (placed.found, placed.why) == (found, why)


@pytest.mark.parametrize(
    "quote", ["I called on Dr. Soong", "HE IS PREPARED TO ACCEPT"], ids=["exact", "folded"]
)
def test_in_a_changed_source_what_still_stands_once_has_moved(quote: str) -> None:
    placed = place(stated(quote.replace("HE IS ", "")), DOCUMENT, changed=True)
    assert placed.standing is Standing.MOVED
    assert placed.words
    assert placed.why.startswith("The source changed, and the words still stand there once")


def test_an_unreadable_source_loses_its_quotations() -> None:
    placed = place(stated("I called on Dr. Soong"), None, changed=False)
    assert (placed.standing, placed.why) == (
        Standing.LOST,
        "It could not be looked up, since the source could not be read.",
    )
    told = place(stated("Dr. Soong"), DOCUMENT, changed=False, unread="its file is missing")
    assert (told.span, told.why) == (None, "It could not be looked up: its file is missing.")


def test_prefix_and_suffix_decide() -> None:
    after = place(stated("Outer Mongolia", suffix="as worded"), DOCUMENT, changed=False)
    before = place(stated("Outer Mongolia", prefix="agreement on"), DOCUMENT, changed=False)
    assert after.span is not None
    assert before.span is not None
    assert (before.span.start, after.span.start) == (TEXT.index("Outer"), TEXT.rindex("Outer"))


@pytest.mark.parametrize(
    ("quote", "named", "layer"),
    [
        pytest.param("Soong promises", "", SUMMARY, id="where-it-lies"),
        pytest.param("prepared to accept", "", INNER, id="the-innermost"),
        pytest.param("prepared to accept", "transcript", TRANSCRIPT, id="as-named"),
        pytest.param("Soong promises", "transcript", SUMMARY, id="named-wrongly"),
        pytest.param("Soong promises", "postscript", SUMMARY, id="no-such-layer"),
    ],
)
def test_the_layer(quote: str, named: str, layer: Layer) -> None:
    assert place(stated(quote, layer=named), DOCUMENT, changed=False).layer is layer


def test_differences_count_in_the_quotation_and_in_the_whole_source() -> None:
    quote = "the Generalissimo would not agree before 15 June 1945"
    (difference,) = place(stated(quote), DOCUMENT, changed=False).differences
    assert difference.left.of(quote).startswith("would")
    assert difference.right.of(TEXT).startswith("could")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_words_are_always_the_slice_of_the_source(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 2))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    placed = place(stated(TEXT[start:end]), DOCUMENT, changed=False, locator=Locator(TEXT))
    if placed.span is not None:
        assert placed.words == TEXT[placed.span.start : placed.span.end]
