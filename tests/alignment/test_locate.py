"""A quotation is found as it is, folded or near; altered words are told; several is several."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.locate import MOST_PLACES, Locator, locate
from provenance.alignment.tokens import words
from provenance.model.alignments import Found, Located
from provenance.model.spans import Span
from tests.factories import HARD_TEXTS

CABLE = (
    "He will tell Stalin again that no government in China could survive if it recognized the "
    "independence of Outer Mongolia, and he hopes to be able to convince Stalin that the "
    "Generalissimo cannot agree to do so. “He is prepared,” he said, ‘to accept the pro-\nvision "
    "as worded.’ If he can come to an agreement with Stalin over Outer Mongolia he is hopeful "
    "that an under-\nstanding can be worked out in regard to the railroads and the ports. It "
    "was not until June 15.29 that he was officially informed of its terms. 17Stalin raised the "
    "possibility of discussing the area of operation. They were unable to receive 10,000 men."
)
TEXTS = Path(__file__).parents[3] / "shared" / "data" / "locate"


def shown(found: Located, text: str) -> list[str]:
    return [place.span.of(text) for place in found.places]


def told(found: Located, quotation: str, text: str) -> list[str]:
    return [
        f"{d.kind.value}: {d.left.of(quotation)} / {d.right.of(text)}"
        for place in found.places
        for d in place.differences
    ]


@pytest.mark.parametrize(
    ("quotation", "found", "place"),
    [
        pytest.param("convince Stalin", Found.EXACT, "convince Stalin", id="as it stands"),
        pytest.param("until June 15.29 that he", Found.EXACT, "until June 15.29 that he",
                     id="with the marker"),
        pytest.param("until June 15", Found.EXACT, "until June 15", id="up to the marker"),
        pytest.param("Stalin raised", Found.EXACT, "Stalin raised", id="after a fused number"),
        pytest.param("  convince Stalin\n", Found.EXACT, "convince Stalin", id="blanks around"),
        pytest.param("CONVINCE STALIN", Found.FOLDED, "convince Stalin", id="capitals"),
        pytest.param("the pro-vision as", Found.FOLDED, "the pro-\nvision as", id="hyphen kept"),
        pytest.param("the provision as", Found.FOLDED, "the pro-\nvision as", id="broken word"),
        pytest.param("the pro- vision as", Found.FOLDED, "the pro-\nvision as", id="copied break"),
        pytest.param("an under-standing can", Found.FOLDED, "an under-\nstanding can",
                     id="hyphen at a break"),
        pytest.param('"He is prepared," he said', Found.FOLDED, "“He is prepared,” he said",
                     id="straight marks"),
        pytest.param("“to accept the provision as worded”", Found.FOLDED,
                     "‘to accept the pro-\nvision as worded", id="inner marks"),
        pytest.param("agree to do so,", Found.FOLDED, "agree to do so", id="comma of the writer"),
        pytest.param("[h]e hopes to be able", Found.FOLDED, "he hopes to be able", id="bracket"),
        pytest.param("he hopes [sic] to be able", Found.FOLDED, "he hopes to be able", id="sic"),
    ],
)  # fmt: skip
def test_found_without_differences(quotation: str, found: Found, place: str) -> None:
    result = locate(CABLE, quotation)
    assert (result.found, shown(result, CABLE)) == (found, [place])
    assert not result.places[0].differences


@pytest.mark.parametrize(
    ("quotation", "place", "differences"),
    [
        pytest.param("that no government in Japan could survive",
                     "that no government in China could survive",
                     ["name: Japan / China"], id="word replaced"),
        pytest.param("that no government in China could ever survive",
                     "that no government in China could survive",
                     ["only-left: ever / "], id="word put in"),
        pytest.param("the Generalissimo can agree to do so",
                     "the Generalissimo cannot agree to do so",
                     ["negation: can / cannot"], id="negation lost"),
        pytest.param("that he was informed of its terms",
                     "that he was officially informed of its terms",
                     ["only-right:  / officially"], id="word left out"),
        pytest.param("hopes be to able to convince Stalin",
                     "hopes to be able to convince Stalin",
                     ["order: be to / to be"], id="words exchanged"),
        pytest.param("until June 16 that he was officially informed",
                     "until June 15.29 that he was officially informed",
                     ["date: 16 / 15.29"], id="date"),
        pytest.param("tbe indepcndence of Outer Mongolia",
                     "the independence of Outer Mongolia",
                     ["spelling: tbe indepcndence / the independence"], id="misread"),
        pytest.param("He will tell … the independence of Outer Mongolia",
                     "He will tell Stalin again that no government in China could survive if it "
                     "recognized the independence of Outer Mongolia",
                     ["only-right: … / Stalin again that no government in China could survive if "
                      "it recognized"], id="ellipsis"),
        pytest.param("the Generalissimo ... agree to do so",
                     "the Generalissimo cannot agree to do so",
                     ["negation: ... / cannot"], id="ellipsis for a negation"),
        pytest.param("convince [the Marshal] that the Generalissimo cannot",
                     "convince Stalin that the Generalissimo cannot",
                     ["name: the Marshal / Stalin"], id="words in brackets"),
        pytest.param("he hopes, to be able", "he hopes to be able",
                     ["spelling: , / "], id="comma put in"),
        pytest.param("cannot agree to do so?", "cannot agree to do so",
                     ["spelling: ? / "], id="made a question"),
        pytest.param("able to receive 10,000 men", "unable to receive 10,000 men",
                     ["negation: able / unable"], id="first word cut short"),
        pytest.param("unable to receive 10", "unable to receive 10,000",
                     ["number: 10 / 10,000"], id="number cut short"),
    ],
)  # fmt: skip
def test_altered_words_are_near_and_told(
    quotation: str, place: str, differences: list[str]
) -> None:
    result = locate(CABLE, quotation)
    assert result.found is Found.NEAR
    assert shown(result, CABLE) == [place]
    assert told(result, quotation, CABLE) == differences


@pytest.mark.parametrize(
    ("text", "quotation", "found"),
    [
        pytest.param("Caf\xe9 de la Paix", "Cafe\u0301 de la Paix", Found.FOLDED, id="NFC and NFD"),
        pytest.param("Café de la Paix", "Cafe de la Paix", Found.NEAR, id="accents lost"),
        pytest.param("a hill 10² feet high", "a hill 102 feet high", Found.NEAR, id="power lost"),
        pytest.param("so ſoon cloſed, ﬁne", "so soon closed, fine", Found.FOLDED, id="old print"),
        pytest.param("蒋介石于1945年6月15日得知", "于1945年6月15日", Found.EXACT, id="Chinese"),
        pytest.param(
            "蒋介石于1945年6月15日得知", "于1945年6月16日", Found.NEAR, id="Chinese, near"
        ),
        pytest.param("Er hat nicht zugestimmt", "Er hat zugestimmt", Found.NEAR, id="German not"),
        pytest.param("Он не согласился с ним", "Он согласился с ним", Found.NEAR, id="Russian not"),
        pytest.param("a line\r\nend here", "a line\nend here", Found.FOLDED, id="line ends"),
        pytest.param("The *very* idea of it", "The very idea of it", Found.FOLDED, id="emphasis"),
        pytest.param("one two one two one", "one two one", Found.SEVERAL, id="overlapping"),
        pytest.param("It is so. It\nis so.", "It is so", Found.SEVERAL, id="blanks do not tell"),
        pytest.param("towards the end", "war", Found.NONE, id="a stump of a word"),
        pytest.param("towards the war", "war", Found.EXACT, id="a word, not a stump of another"),
        pytest.param(CABLE, "the ports were closed to foreign ships", Found.NONE, id="other words"),
        pytest.param(CABLE, "", Found.NONE, id="empty"),
        pytest.param(CABLE, " \n", Found.NONE, id="blank"),
        pytest.param(CABLE, "“…”", Found.NONE, id="only signs"),
        pytest.param("", "words", Found.NONE, id="empty text"),
    ],
)
def test_how_it_is_found(text: str, quotation: str, found: Found) -> None:
    assert locate(text, quotation).found is found


TWICE = "First, the treaty was signed in May. Later on, the treaty was signed again in June."


@pytest.mark.parametrize(
    ("quotation", "prefix", "suffix", "found", "start"),
    [
        pytest.param("the treaty was signed", "", "", Found.SEVERAL, 7, id="none given"),
        pytest.param("the treaty was signed", "First, ", "", Found.EXACT, 7, id="prefix"),
        pytest.param("the treaty was signed", "", " again", Found.EXACT, 47, id="suffix"),
        pytest.param("the treaty was signed", "LATER  ON,", "", Found.EXACT, 47, id="folded"),
        pytest.param("the treaty was signed", "Later, on", "", Found.EXACT, 47, id="not quite"),
        pytest.param("the treaty was signed", "nothing", "alike", Found.SEVERAL, 7, id="elsewhere"),
        pytest.param("the treaty was broken", "Later on,", "", Found.NEAR, 47, id="near"),
        pytest.param("the treaty was broken", "", "", Found.SEVERAL, 7, id="near, twice"),
        pytest.param("signed in May", "nothing", "", Found.EXACT, 22, id="one needs no context"),
    ],
)
def test_context_chooses(
    quotation: str, prefix: str, suffix: str, found: Found, start: int
) -> None:
    result = locate(TWICE, quotation, prefix=prefix, suffix=suffix)
    assert (result.found, result.places[0].span.start) == (found, start)
    assert len(result.places) == (2 if found is Found.SEVERAL else 1)


def test_context_chooses_a_folded_place_before_an_exact_one_elsewhere() -> None:
    text = "They spoke of Peace. And again, said others, of peace at last."
    assert shown(locate(text, "peace", prefix="spoke of"), text) == ["Peace"]


def test_a_note_marker_may_be_left_out_where_it_is_known_to_be_one() -> None:
    text = "they asked for further instructions30 from Moscow that day"
    quotation = "for further instructions from Moscow"
    assert locate(text, quotation).found is Found.NEAR
    marked = Locator(text, [Span(35, 37)]).locate(quotation)
    assert marked.found is Found.FOLDED
    assert shown(marked, text) == ["for further instructions30 from Moscow"]


def test_a_locator_answers_as_locate_does() -> None:
    locator = Locator(CABLE)
    for quotation in ("convince Stalin", "CONVINCE Stalin", "convince Staline that the", "zebra"):
        assert locator.locate(quotation) == locate(CABLE, quotation)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_words_of_a_text_are_found_there(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([CABLE, TWICE, *HARD_TEXTS.values()]).filter(str.strip))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quotation = text[start:end]
    if len(words(quotation)) < 2:
        return
    result = locate(text, quotation)
    assert any(place.span.overlaps(Span(start, end)) for place in result.places)
    for place in result.places:
        if result.found is Found.EXACT:
            assert place.span.of(text) == quotation.strip()


def test_places_are_bounded_and_the_first_ones() -> None:
    result = locate("war " * 5_000, "war")
    assert result.found is Found.SEVERAL
    assert len(result.places) == MOST_PLACES
    assert result.places[0].span == Span(0, 3)


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        pytest.param("war " * 500_000, "war peace war war", id="one word"),
        pytest.param("war " * 500_000, "war " * 2_000 + "peace " + "war " * 2_000, id="many"),
        pytest.param("x" * 3_000_000, "xxx yyy xxx", id="no blanks"),
        pytest.param("ab" * 1_500_000, "ba ab … ab", id="no blanks, repeated"),
        pytest.param("中国" * 400_000, "国中中国", id="two signs"),
        pytest.param("1 " * 500_000, "1 2 1", id="digits"),
        pytest.param(". " * 1_000_000, "a", id="no words"),
    ],
)
def test_hostile_texts_are_searched_in_time(text: str, quotation: str) -> None:
    start = time.process_time()
    locate(text, quotation)
    assert time.process_time() - start < 8


def test_words_of_one_book_are_not_found_in_another() -> None:
    if not TEXTS.is_dir():
        pytest.skip("the development data is not beside this repository")
    novel = (TEXTS / "novel.txt").read_text(encoding="utf-8")
    locator = Locator((TEXTS / "tract.txt").read_text(encoding="utf-8"))
    printed = list(re.finditer(r"\S+", novel))
    chosen = random.Random(1).sample(range(len(printed) - 12), 60)
    quotations = [novel[printed[i].start() : printed[i + 11].end()] for i in chosen]
    assert {locator.locate(quotation).found for quotation in quotations} == {Found.NONE}


def test_no_altered_word_of_a_book_comes_back_exact_or_folded() -> None:
    if not TEXTS.is_dir():
        pytest.skip("the development data is not beside this repository")
    text = (TEXTS / "novel.txt").read_text(encoding="utf-8")
    locator = Locator(text)
    rolls = random.Random(2)
    printed = list(re.finditer(r"\S+", text))
    for _ in range(60):
        first = rolls.randrange(len(printed) - 14)
        slices = [match.group() for match in printed[first : first + 14]]
        changed = rolls.randrange(1, 13)
        slices[changed] = "quizzically" if rolls.random() < 0.5 else ""
        result = locator.locate(" ".join(slices))
        assert result.found in (Found.NEAR, Found.SEVERAL)
        assert all(place.differences for place in result.places)
