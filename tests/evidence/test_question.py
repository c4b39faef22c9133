from __future__ import annotations

import pytest

from provenance.evidence.question import Aspect, asked
from provenance.model.claims import ClaimType

DATE, NUMBER, NAME = ClaimType.DATE, ClaimType.NUMBER, ClaimType.NAME
YES_NO, TEXT = ClaimType.YES_NO, ClaimType.TEXT


@pytest.mark.parametrize(
    ("question", "type_"),
    [
        ("When was Chiang told?", DATE),
        ("On what day did they meet?", DATE),
        ("Of what date is Harriman's cable?", DATE),
        ("In which year was the bridge closed?", DATE),
        ("Planning date for the end of the war?", DATE),
        ("Wann wurde Chiang informiert?", DATE),
        ("How many divisions were withdrawn?", NUMBER),
        ("What share of the land was theirs?", NUMBER),
        ("How long did it last?", NUMBER),
        ("Who told Chiang of the terms?", NAME),
        ("Whose agreement was needed?", NAME),
        ("Would Soong accept the clause?", YES_NO),
        ("On 5 July 1945 would Soong accept the clause?", YES_NO),
        ("Did the talks at Yalta deal with Japan?", YES_NO),
        ("Chiang was told in June", YES_NO),
        ("What did Soong insist on?", TEXT),
        ("Where did they meet?", TEXT),
        ("How did the clause read?", TEXT),
        ("Was geschah in Jalta?", TEXT),
        ("The Outer Mongolia clause", TEXT),
    ],
)
def test_the_word_that_asks_shows_the_type(question: str, type_: ClaimType) -> None:
    found = asked(question)
    assert found.type is type_, found.why
    assert found.why


def test_a_type_that_was_given_is_kept() -> None:
    assert asked("Who held Manchuria?", TEXT).type is TEXT


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("When did the talks begin?", Aspect.BEGINNING),
        ("When did they first meet?", Aspect.BEGINNING),
        ("When did the conference close?", Aspect.END),
        ("When did the conference sit?", Aspect.WHOLE),
        ("When was the end of the war announced?", Aspect.WHOLE),
    ],
)
def test_which_end_of_a_stretch_is_asked_for(question: str, aspect: Aspect) -> None:
    assert asked(question).aspect is aspect


def test_remarks_and_frames_are_no_part_of_what_is_asked() -> None:
    found = asked("Did the talks deal with Japan, as told in February 1945? (seeds only)")
    assert found.about.rstrip("?") == "Did the talks deal with Japan"


def test_a_question_that_joins_two_is_taken_apart() -> None:
    found = asked("Would Soong accept the clause, and would Chiang recognise independence?")
    assert found.parts == ("Soong accept the clause", "Chiang recognise independence")
    assert asked("Would Soong accept the clause and the railways?").parts == ()
