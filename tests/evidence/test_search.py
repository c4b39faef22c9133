from __future__ import annotations

import pytest

from provenance.evidence.garbled import is_garble
from provenance.evidence.names import Aliases
from provenance.evidence.passages import passages_of
from provenance.evidence.query import query_of
from provenance.evidence.search import search
from provenance.evidence.stems import stem
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.search import Searched
from provenance.model.spans import Span
from tests.factories import HARD_TEXTS, claim, document

TEXT = (
    "The committee met in March. The bridge at Harrow was closed on the fourteenth.\n\n"
    "Nobody crossed the river. The vicar informed the clerk of it in May.\n"
)


def searched(
    question: str, text: str = TEXT, *, known: tuple[str, ...] = (), **more: object
) -> Searched:
    aliases = Aliases((("the clerk", "J. Hartley"),))
    query = query_of(claim(question=question, **more), aliases)  # type: ignore[arg-type]
    return search(passages_of("minutes", document(text)), query, known=known)


def best(found: Searched, text: str = TEXT) -> str:
    return found.passages[0].span.of(text)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        pytest.param("When was the bridge closed?", "The bridge at Harrow", id="the very words"),
        pytest.param(
            "When was the clerk told?", "The vicar informed", id="another word for the act"
        ),
        pytest.param(
            "When was J. Hartley told?", "The vicar informed", id="a name under its alias"
        ),
        pytest.param("Did the committees meet?", "The committee met", id="other endings"),
    ],
)
def test_the_passage_that_speaks_comes_first(question: str, begins: str) -> None:
    assert best(searched(question)).startswith(begins)


def test_the_reason_says_how_a_word_was_found() -> None:
    assert (
        "“told” as “informed” (counts less)" in searched("When was the clerk told?").passages[0].why
    )


def test_a_garbled_name_is_found_and_said_to_be_one() -> None:
    text = "They spoke of the weather. The terms of Woalta were secret. Rain fell.\n"
    found = searched("What were the Yalta terms?", text)
    assert best(found, text).startswith("The terms of Woalta")
    assert "“Yalta” as “woalta” (may be garbled)" in found.passages[0].why


def test_a_name_that_another_source_knows_garbles_no_other() -> None:
    text = "Nothing was said. He went by way of Malta.\n"
    assert searched("Who met at Yalta?", text).passages
    assert searched("Who met at Yalta?", text, known=("malta",)).passages == ()


def test_nothing_found_says_how_much_was_searched() -> None:
    found = searched("When did the balloon rise?")
    assert (found.passages, found.passages_read) == ((), 4)


def test_notes_are_searched_too() -> None:
    text = "It was closed.[1]\n\n1 The surveyor ordered it.\n"
    notes = (Note("n1", "1", Span(19, 45), "m1"),)
    marker = Marker("m1", Span(14, 17), "1", MarkerKind.NOTE, MarkerEvidence.BRACKET, "n1")
    read = document(text, notes=notes)
    passages = passages_of("minutes", type(read)(**{**vars(read), "markers": (marker,)}))
    found = search(passages, query_of(claim(question="Who ordered it?"), Aliases()))
    assert found.passages[0].in_note == "n1"
    assert passages.carriers[-1] == 0


def test_a_record_and_a_topic_are_one_passage_each() -> None:
    text = (
        "id: 4\nstart-date: 1945-07-16\nend-date: 1945-08-02\nlocale: Potsdam\n\n"
        "Outer Mongolia. Oppose unless they win.\n"
    )
    spans = passages_of("records", document(text)).spans
    assert [span.of(text)[:12] for span in spans] == ["id: 4\nstart-", "Outer Mongol"]


def test_a_text_with_a_blank_line_behind_each_line_is_mended() -> None:
    text = "The president\n\nreceived the\n\nambassadors and\n\nspoke to them.\n\nThey left.\n"
    spans = passages_of("cable", document(text)).spans
    assert [span.of(text).split()[0] for span in spans] == ["The", "They"]


@pytest.mark.parametrize(
    ("one", "other", "garbled"),
    [
        ("woalta", "yalta", True),
        ("jaalta", "yalta", True),
        ("yalta", "yalta", False),
        ("potsdam", "yalta", False),
        ("mao", "moa", False),
    ],
)
def test_what_may_be_a_garble(one: str, other: str, garbled: bool) -> None:
    assert is_garble(one, (other,)) is garbled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("surrender", "surrendered"),
        ("approval", "approved"),
        ("enter", "entered"),
        ("negotiations", "negotiate"),
        ("agree", "agreed"),
        ("refuse", "refused"),
        ("leader", "leaders"),
    ],
)
def test_words_of_one_act_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_every_passage_found_lies_in_the_text(text: str) -> None:
    for passage in searched("When did Chiang learn of it?", text).passages:
        assert passage.span.of(text).strip()
