"""Marked words read as a statement: value, firmness, speaker and notes, as far as they show it."""

from __future__ import annotations

import pytest

from provenance.errors import Place
from provenance.evidence.corpus import corpus_of
from provenance.evidence.marked import Marked, marked
from provenance.evidence.names import Aliases
from provenance.model.claims import Claim, ClaimType, Holds
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span
from tests.factories import document, read_source, source

TEXT = (
    "The bridge was closed on 14 March 1841,[1] and forty men were sent. Hale reported that he "
    "would not accept the order. It may have been closed until May.\n[1] County rolls, f. 9.\n"
)
AT = TEXT.index("[1]")
NOTE = Note("n1", "1", Span(TEXT.rindex("[1]") + 4, len(TEXT) - 1), "m1")
MARKER = Marker("m1", Span(AT, AT + 3), "1", MarkerKind.NOTE, MarkerEvidence.BRACKET, "n1")


def read(question: str, type: ClaimType, words: str) -> Marked:
    entry = read_source(source("clerk"), document(TEXT, markers=(MARKER,), notes=(NOTE,)))
    start = TEXT.index(words)
    claim = Claim("c", question, type, Place("claims/c.yaml"))
    span = Span(start, start + len(words))
    return marked(claim, "clerk", span, corpus_of((entry,)), Aliases())


@pytest.mark.parametrize(
    ("question", "type", "words", "says"),
    [
        pytest.param(
            "When was the bridge closed?",
            ClaimType.DATE,
            "closed on 14 March 1841",
            "1841-03-14",
            id="the date that hangs on what is asked",
        ),
        pytest.param(
            "When did it snow?",
            ClaimType.DATE,
            "14 March 1841",
            "1841-03-14",
            id="a date that answers something else",
        ),
        pytest.param("How many went?", ClaimType.NUMBER, "forty men", "40 man", id="a number"),
        pytest.param(
            "Would Hale accept the order?",
            ClaimType.YES_NO,
            "he would not accept the order",
            "no",
            id="a refusal",
        ),
        pytest.param("What?", ClaimType.TEXT, "men were sent", "men were sent", id="words"),
        pytest.param("When was it?", ClaimType.DATE, "men were sent", "", id="nothing of the type"),
    ],
)  # fmt: skip
def test_the_value_is_that_of_the_marked_words(
    question: str, type: ClaimType, words: str, says: str
) -> None:
    assert read(question, type, words).says == says


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        pytest.param(
            "She sailed. It was Monday, 3 May 1875, at noon.", "3 May 1875", "1875-05-03",
            id="without the weekday before it",
        ),
        pytest.param("She sailed on 3 May 1875.", "3 May", "1875-05-03", id="without its year"),
        pytest.param(
            "She lay at Hythe from 3 to 9 May 1875.", "9 May 1875", "1875-05-09",
            id="one end of a stretch",
        ),
    ],
)  # fmt: skip
def test_a_part_of_a_date_is_that_date(text: str, words: str, says: str) -> None:
    entry = read_source(source("log"), document(text))
    claim = Claim("c", "When was the fair?", ClaimType.DATE, Place("claims/c.yaml"))
    start = text.index(words)
    span = Span(start, start + len(words))
    assert marked(claim, "log", span, corpus_of((entry,)), Aliases()).says == says


def test_the_stance_is_that_of_the_whole_sentence() -> None:
    found = read("Would Hale accept the order?", ClaimType.YES_NO, "not accept the order")
    assert (found.says, found.speaker) == ("no", "Hale")
    assert read("Until when?", ClaimType.DATE, "closed until May").holds is Holds.POSSIBLE


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        pytest.param("The bridge was closed", ("1",), id="behind them in their sentence"),
        pytest.param("County rolls", ("1",), id="words of the note itself"),
        pytest.param("Hale reported", (), id="another sentence"),
    ],
)
def test_the_notes_are_those_the_words_rest_on(words: str, notes: tuple[str, ...]) -> None:
    assert read("What?", ClaimType.TEXT, words).notes == notes
