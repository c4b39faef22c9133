"""What is proposed of small sources, and what is not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from provenance.citations.annotate import annotate
from provenance.evidence.corpus import corpus_of
from provenance.evidence.names import Aliases
from provenance.evidence.propose import MOST_PROPOSED, Proposed, propose
from provenance.evidence.values import read_value
from provenance.model.claims import Claim, ClaimType, Event, Holds
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span
from provenance.model.verdicts import PlacedStatement, StatementState
from tests.factories import HARD_TEXTS, claim, date_value, document, read_source, source

DATE, NUMBER, YES_NO = ClaimType.DATE, ClaimType.NUMBER, ClaimType.YES_NO
NAME, TEXT = ClaimType.NAME, ClaimType.TEXT
ALIASES = Aliases((("Chiang Kai-shek", "Chiang", "the Generalissimo"),))

CABLE = (
    "This morning I called on Dr. Soong.\n\nSoong expects to see Stalin again tonight and to "
    "inform him that he is prepared to accept the Yalta provision on Outer Mongolia as worded. "
    "The talks will break down if no agreement can be reached.\n"
)
ESSAY = (
    "Although Chiang Kai-shek was informed of the secret agreement in March, it was not until "
    "June 15.29 that he was officially informed of its provisions. China insisted that it could "
    "not make concessions. Stalin had to fulfill two important conditions.\n"
)
RECORD = (
    "id: 1\nname: Truman\nstart-date: 1945-07-16\nend-date: 1945-08-02\nlocale: Potsdam\n"
    "remarks: Potsdam Conference\n"
)
TELEGRAM = (
    "15 July 1947\n\nOuter Mongolia. Oppose unless they appear likely to be admitted.\n\n"
    "The Chinese Minister [1] called.\n\n1 Dr T. V. Soong.\n"
)
TEXTS = {"cable": CABLE, "essay": ESSAY, "record": RECORD, "telegram": TELEGRAM}
ISSUED = {"cable": "1945-07-05", "essay": None, "record": None, "telegram": "1947-07-15"}


def entries(texts: dict[str, str] = TEXTS) -> tuple[ReadSource, ...]:
    return tuple(
        read_source(
            source(id_, title=id_, issued=ISSUED.get(id_), authors=()),
            _read(id_, text),
        )
        for id_, text in texts.items()
    )


def _read(id_: str, text: str) -> Document:
    read = annotate(document(text, f"seeds/{id_}.txt")).document
    body = text.find("Dr T. V. Soong.")
    if body < 0:
        return read
    at = text.index("[1]")
    marker = Marker("m1", Span(at, at + 3), "1", MarkerKind.NOTE, MarkerEvidence.BRACKET, "n1")
    return replace(
        read, markers=(marker,), notes=(Note("n1", "1", Span(body, len(text) - 1), "m1"),)
    )


def proposed(id_: str, asked: Claim, texts: dict[str, str] = TEXTS) -> Proposed:
    corpus = corpus_of(entries(texts))
    return propose(asked, corpus.sources[id_], corpus, ALIASES)


def asking(question: str, type_: ClaimType) -> Claim:
    return claim(question=question, type_=type_)


@pytest.mark.parametrize(
    ("id_", "question", "type_", "says"),
    [
        pytest.param(
            "essay",
            "When was Chiang officially told?",
            DATE,
            ["1945-06-15", "1945-03"],
            id="two dates",
        ),
        pytest.param(
            "record",
            "When did the Potsdam Conference sit?",
            DATE,
            ["1945-07-16/1945-08-02"],
            id="a record's two ends are one stretch",
        ),
        pytest.param(
            "record",
            "When did the Potsdam Conference begin?",
            DATE,
            ["1945-07-16"],
            id="of a stretch, the end that is asked for",
        ),
        pytest.param(
            "cable", "Would Soong accept the Yalta provision?", YES_NO, ["yes"], id="a yes"
        ),
        pytest.param("essay", "Did China make concessions?", YES_NO, ["no"], id="a no"),
        pytest.param(
            "telegram", "Instruction on Outer Mongolia?", YES_NO, ["conditional"], id="a condition"
        ),
        pytest.param(
            "essay",
            "How many conditions had Stalin to meet?",
            NUMBER,
            ["2 condition"],
            id="a number",
        ),
        pytest.param(
            "telegram",
            "Who was the Chinese Minister?",
            NAME,
            ["Dr T. V. Soong (Minister)"],
            id="a note says who is meant",
        ),
    ],
)
def test_what_a_source_says_is_proposed(
    id_: str, question: str, type_: ClaimType, says: list[str]
) -> None:
    found = proposed(id_, asking(question, type_))
    assert [each.statement.says for each in found.statements] == says, found


@pytest.mark.parametrize(
    ("id_", "question", "type_"),
    [
        pytest.param("cable", "When was Chiang told?", DATE, id="a date, but not of him"),
        pytest.param("telegram", "When was Soong told?", DATE, id="the name, but nothing of it"),
        pytest.param("essay", "When did the Potsdam Conference sit?", DATE, id="another matter"),
        pytest.param("record", "Did Truman refuse the terms?", YES_NO, id="the name alone"),
        pytest.param("essay", "Who told Chiang?", NAME, id="a passive names nobody who did it"),
        pytest.param("telegram", "How many ships were sunk?", NUMBER, id="nothing at all"),
    ],
)
def test_shared_words_are_no_statement(id_: str, question: str, type_: ClaimType) -> None:
    found = proposed(id_, asking(question, type_))
    assert [each.statement.quote for each in found.statements] == []
    assert found.searched
    assert found.passages


def only(id_: str, question: str, type_: ClaimType) -> PlacedStatement:
    (found,) = proposed(id_, asking(question, type_)).statements
    return found


def test_a_proposal_tells_of_speaker_firmness_and_the_words_that_show_them() -> None:
    found = only("cable", "Would Soong accept the Yalta provision?", YES_NO)
    assert (found.statement.speaker, found.statement.holds) == ("Soong", Holds.PLANNED)
    assert found.state is StatementState.PROPOSED
    assert "a plan (“prepared to”)" in found.why
    assert "reported of Soong (“Soong expects”)" in found.why


def test_of_a_sentence_with_two_dates_each_gets_its_own_words() -> None:
    first, second = proposed("essay", asking("When was Chiang told?", DATE)).statements
    by_value = {each.statement.says: each.statement.quote for each in (first, second)}
    assert by_value["1945-03"].endswith("in March")
    assert "officially" in by_value["1945-06-15"]
    assert "March" not in by_value["1945-06-15"]


def test_the_year_of_an_undated_source_is_the_others_and_that_is_said() -> None:
    found = proposed("essay", asking("When was Chiang told?", DATE)).statements[0]
    assert "no year stands in the source, and 1945 is that of most others" in found.why


def test_a_claims_own_event_dates_what_hangs_on_it() -> None:
    texts = {"essay": "Chiang was told a few weeks after the conference.\n"}
    event = Event("Yalta conference", date_value("1945-02-04/1945-02-11"))
    plain = asking("When was Chiang told?", DATE)
    dated = replace(plain, events=(event,))
    assert proposed("essay", plain, texts).statements == ()
    (found,) = proposed("essay", dated, texts).statements
    assert found.statement.says.startswith("[1945-02")


def test_notes_in_the_sentence_are_its_notes() -> None:
    text = "The bridge at Harrow was closed in May 1841.[4]\n\n4 The rate book.\n"
    (found,) = proposed(
        "gazette", asking("When was the bridge closed?", DATE), {"gazette": text}
    ).statements
    assert found.statement.notes == ("4",)


def test_one_clear_answer_is_sure_and_two_alike_are_not() -> None:
    one = {"gazette": "The bridge at Harrow was closed on 14 May 1841.\n"}
    two = {"gazette": one["gazette"] + "The bridge at Harrow was closed on 16 May 1841.\n"}
    asked = asking("When was the bridge at Harrow closed?", DATE)
    assert [each.is_sure for each in proposed("gazette", asked, one).statements] == [True]
    assert [each.is_sure for each in proposed("gazette", asked, two).statements] == [False, False]


def test_of_a_question_that_joins_two_each_proposal_says_which_it_answers() -> None:
    asked = asking("Would Soong accept the provision, and would China make concessions?", YES_NO)
    abouts = {
        each.statement.about
        for id_ in ("cable", "essay")
        for each in proposed(id_, asked).statements
    }
    assert abouts <= {"Soong accept the provision", "China make concessions"}
    assert abouts


@pytest.mark.parametrize("type_", list(ClaimType))
@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_every_proposal_stands_word_for_word_and_reads_back(text: str, type_: ClaimType) -> None:
    texts = {**TEXTS, "hard": text}
    asked = asking("When did Chiang Kai-shek (蒋介石) close the bridge, and who told him?", type_)
    for id_ in texts:
        found = proposed(id_, asked, texts).statements
        assert len(found) <= MOST_PROPOSED
        for each in found:
            assert each.span is not None
            assert each.words == each.statement.quote == each.span.of(texts[id_])
            assert each.words.strip()
            read_value(type_, each.statement.says, ALIASES)


def test_the_same_files_give_the_same_proposals() -> None:
    asked = asking("When was Chiang told?", DATE)
    assert proposed("essay", asked) == proposed("essay", asked)
    assert re.match(r"Proposed: has \d of \d words", proposed("essay", asked).statements[0].why)


NUMBERS = {
    "ballot": (
        "Of the delegates sixty voted for the motion, and forty abstained. The hall was lit by "
        "nine lamps. It was the stormiest session since the congress at Ulm in 1871, when thirty "
        "delegates were expelled."
    ),
    "colliery": (
        "The shaft of the Bellwood pit was ninety fathoms deep. The men were brought up burned, "
        "and the cage was lowered by ten feet. Six died in the gallery, and thirteen were rescued."
    ),
    "chronicle": "At Bellwood pit seven miners perished on the night of 3 April 1871.",
    "dig": "Die Grabung begann im Mai 1907. Man fand drei Münzen.",
    "store": "The fire at the Kedleston mill broke out on the l8th of June, 1899, "
    "and 3O5 bales burnt.",
}


@pytest.mark.parametrize(
    ("id_", "question", "says"),
    [
        pytest.param("colliery", "How many men died?", ["6"], id="not feet and not the rescued"),
        pytest.param("colliery", "How many men were killed?", ["6"], id="another word for dying"),
        pytest.param(
            "chronicle", "How many men were killed at Bellwood?", ["7 miner"], id="a kind of person"
        ),
        pytest.param(
            "chronicle", "How many horses were killed at Bellwood?", [], id="miners are no horses"
        ),
        pytest.param("ballot", "How many delegates abstained?", ["40"], id="each verb has its own"),
        pytest.param(
            "ballot", "How many delegates were expelled?", ["30 delegate"], id="another event's"
        ),
        pytest.param("ballot", "How many delegates lit the hall?", [], id="lamps are no delegates"),
        pytest.param("store", "How many bales burned at Kedleston?", ["305 bale"], id="spoilt"),
    ],
)
def test_a_number_counts_what_is_asked_of_it(id_: str, question: str, says: list[str]) -> None:
    found = proposed(id_, asking(question, NUMBER), NUMBERS)
    assert [each.statement.says for each in found.statements] == says, found


@pytest.mark.parametrize(
    ("id_", "question", "says"),
    [
        pytest.param(
            "store", "When did the Kedleston mill burn?", ["1899-06-18"], id="18th spoilt"
        ),
        pytest.param("dig", "Wann hat die Grabung begonnen?", ["1907-05"], id="German begann"),
        pytest.param(
            "chronicle", "When did the miners perish at Bellwood?", ["1871-04-03"], id="-"
        ),
    ],
)
def test_a_date_hangs_on_any_form_of_the_verb(id_: str, question: str, says: list[str]) -> None:
    found = proposed(id_, asking(question, DATE), NUMBERS)
    assert [each.statement.says for each in found.statements] == says, found


def test_what_is_read_through_spoilt_digits_says_so_and_is_not_sure() -> None:
    for question, type_, told in (
        ("When did the Kedleston mill burn?", DATE, "“l8th” read as “18th”"),
        ("How many bales burnt at the Kedleston mill?", NUMBER, "“3O5” read as “305”"),
    ):
        (placed,) = proposed("store", asking(question, type_), NUMBERS).statements
        assert told in placed.why
        assert not placed.is_sure
        assert placed.words == placed.statement.quote
        assert "l8th of June" in placed.words


def test_a_number_of_another_event_is_less_than_one_of_this() -> None:
    texts = {
        "mill": (
            "Nobody forgot the flood at Ashby in 1811, when nine men were drowned. Five men were "
            "drowned that night."
        )
    }
    found = proposed("mill", asking("How many men were drowned?", NUMBER), texts)
    assert [each.statement.says for each in found.statements] == ["5 man"]


def test_a_passage_that_speaks_of_it_without_a_value_is_no_silence() -> None:
    asked = asking("How many barrels did the Corvina carry?", NUMBER)
    texts = {
        "log": "On 4 May the Corvina carried barrels enough for two voyages.",
        "diary": "It rained for two days.",
    }
    assert proposed("log", asked, texts).may_speak is not None
    assert not proposed("log", asked, texts).statements
    assert proposed("diary", asked, texts).may_speak is None


def test_other_words_for_all_that_is_asked_are_not_sure() -> None:
    texts = {"own": "The Merlin struck the Old Pier on 3 May 1880.", "other": ""}
    texts["other"] = "The Merlin drove on the Old Pier on 3 May 1880."
    asked = asking("When did the Merlin strike the Old Pier?", DATE)
    own, other = (proposed(id_, asked, texts).statements[0] for id_ in ("own", "other"))
    assert own.is_sure
    assert not other.is_sure


ASIDE = {
    "council": "The council met on 3 May 1650 to hear of the poor rate. Wheat was dear.",
    "farm": "Ducks are kept by many farmers. Eggs were sold in spring 1700. A fair was held.",
}


def asked_of(text: str, question: str, type_: ClaimType) -> Proposed:
    return proposed("letter", asking(question, type_), {"letter": text, **ASIDE})


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        pytest.param(
            "When did Bishop Alwyn die?",
            "Bishop Alwyn lost his life in the crossing on 9 June 1702.",
            "1702-06-09",
            id="lost his life",
        ),
        pytest.param(
            "When did the Halcyon leave Bristol?",
            "The Halcyon set out from Bristol on 3 March 1788.",
            "1788-03-03",
            id="a verb of two words",
        ),
        pytest.param(
            "When did the boiler explode?",
            "The boiler blew up on 2 July 1851.",
            "1851-07-02",
            id="an irregular verb of two words",
        ),
        pytest.param(
            "When did the war break out?",
            "The war began on 2 July 1851.",
            "1851-07-02",
            id="asked by two words, answered by one",
        ),
        pytest.param(
            "When was the bridge at Ulm built?",
            "The bridge at Ulm was put up in 1711 at the town's cost.",
            "1711",
            id="put up",
        ),
        pytest.param(
            "When did Anna Weiss marry?",
            "Anna Weiss was wed to the smith on 4 June 1801.",
            "1801-06-04",
            id="wed",
        ),
        pytest.param(
            "When was the prisoner Doyle arrested?",
            "Doyle was taken into custody on 4 June 1801.",
            "1801-06-04",
            id="a noun for it",
        ),
        pytest.param(
            "When did the brewery at Thornby burn?",
            "You will have heard of the fire. It began in the brewery at Thornby on 4 May 1868.",
            "1868-05-04",
            id="a sentence that goes on from the one before",
        ),
        pytest.param(
            "When did the strike at Thornby begin?",
            "You ask me of Thornby. The strike began on 4 May 1868.",
            "1868-05-04",
            id="all that is asked, where the sentence before has the name",
        ),
    ],
)
def test_an_event_has_more_than_one_word(question: str, text: str, says: str) -> None:
    found = asked_of(text, question, DATE)
    assert [each.statement.says for each in found.statements] == [says], found


@pytest.mark.parametrize(
    ("question", "type_", "text", "worth"),
    [
        pytest.param(
            "When did the mill at Thornby burn down?",
            DATE,
            "Mr Askew of the mill at Thornby called. The fire was on 4 May 1868.",
            "The fire was on 4 May 1868.",
            id="the names in the sentence before",
        ),
        pytest.param(
            "When did the Halcyon arrive at Cork?",
            DATE,
            "The Halcyon dropped anchor at Cork on 9 March 1788.",
            "The Halcyon dropped anchor at Cork on 9 March 1788.",
            id="the names and a date, in words not known for it",
        ),
        pytest.param(
            "When did the brewery at Thornby burn?",
            DATE,
            "There was a fire at the brewery at Thornby. It broke out on 4 May 1868.",
            "It broke out on 4 May 1868.",
            id="a sentence that goes on from the one before",
        ),
        pytest.param(
            "When did the Halcyon arrive at Cork?",
            DATE,
            "The Halcyon dropped anchor at Cork.",
            None,
            id="the names and no date",
        ),
        pytest.param(
            "When did the war break out?",
            DATE,
            "Harvest was early. The enemy crossed the ford on 2 July 1851.",
            None,
            id="a date of another matter",
        ),
        pytest.param(
            "Was the watchman drunk?",
            YES_NO,
            "The watchman, Peter Gale, was sober and at his post.",
            "The watchman, Peter Gale, was sober and at his post.",
            id="another word of whom is asked",
        ),
    ],
)
def test_what_speaks_of_the_matter_is_to_be_read_and_not_called_silent(
    question: str, type_: ClaimType, text: str, worth: str | None
) -> None:
    found = asked_of(text, question, type_)
    assert not found.statements
    assert (found.may_speak and found.may_speak.of(text)) == worth


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        pytest.param(
            "Was the tower insured?", "The tower was not insured.", "no", id="right behind"
        ),
        pytest.param(
            "Was the porter drunk?", "The porter, one Gale, was not drunk.", "no", id="an aside"
        ),
        pytest.param(
            "Was the mate of the Merlin drunk?",
            "The mate of the Merlin, so the cook swears, was drunk.",
            "yes",
            id="what is asked of it stands last",
        ),
        pytest.param(
            "Was the envoy told of the terms?",
            "The envoy was not informed of the terms.",
            "no",
            id="another word for what is asked",
        ),
        pytest.param(
            "Had the keeper been warned about the dam?",
            'The keeper of the dam told our reporter: "No warning of any sort reached me."',
            "no",
            id="the noun of what was done, denied, behind a noun of the question",
        ),
        pytest.param(
            "Had the keeper been warned about the dam?",
            "The keeper had received no notice that the dam was weak.",
            "no",
            id="another noun of it",
        ),
        pytest.param(
            "Had the keeper been warned about the dam?",
            "The keeper was not in the house, but he had been warned about the dam.",
            "yes",
            id="a no of another thing",
        ),
    ],
)
def test_a_yes_needs_what_is_asked_of_it(question: str, text: str, says: str) -> None:
    (found,) = asked_of(text, question, YES_NO).statements
    assert found.statement.says == says


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        pytest.param(
            "How many were killed in the explosion?",
            "Nine miners perished when the boiler blew up.",
            "9 miner",
            id="killed",
        ),
        pytest.param(
            "How many have been rescued from the wreck?",
            "Twenty sailors were saved when the ship struck.",
            "20 sailor",
            id="rescued",
        ),
        pytest.param(
            "How many were killed in the explosion?",
            "The explosion killed nine horses.",
            None,
            id="persons only",
        ),
    ],
)
def test_a_number_that_names_nobody_is_of_persons(
    question: str, text: str, says: str | None
) -> None:
    found = [each.statement.says for each in asked_of(text, question, NUMBER).statements]
    assert found == ([says] if says else [])


MARKDOWN = """\
{body}[^1] The town was cut off for a month.

[^1]: The bridge at Harrow was closed on 16 March 1841, says the Gazette.
    A later hand adds that the bridge at Harrow was closed on 18 March 1841.

    Others hold that the bridge at Harrow was closed on 20 March 1841.
"""


@pytest.mark.parametrize(
    ("body", "says", "notes"),
    [
        pytest.param(
            "The bridge at Harrow was closed on 14 March 1841.",
            {"1841-03-14"},
            {("1",)},
            id="only the body where it answers",
        ),
        pytest.param(
            "The mayor wept.",
            {"1841-03-16", "1841-03-18", "1841-03-20"},
            {("1",)},
            id="a note, as the note it is, where the body does not",
        ),
    ],
)
def test_a_note_is_no_second_answer_beside_the_body(
    body: str, says: set[str], notes: set[tuple[str, ...]]
) -> None:
    text = document(MARKDOWN.format(body=body), "seeds/essay.md")
    read = annotate(replace(text, format="md")).document
    assert [note.label for note in read.notes] == ["1"], "continuation lines are the note's"
    corpus = corpus_of((read_source(source("essay", title="essay", authors=()), read),))
    wanted = asking("When was the bridge at Harrow closed?", DATE)
    found = propose(wanted, corpus.sources["essay"], corpus, ALIASES).statements
    assert {each.statement.says for each in found} <= says
    assert {each.statement.notes for each in found} == notes


CORVINA = "When was the ship Corvina launched?"


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        pytest.param(
            CORVINA,
            "Harbour Office: Report on the Launch of the Corvina (1877)\n\n"
            "The launch took place on Tuesday, 4 May 1875.\n",
            ["1875-05-04"],
            id="a year in the title",
        ),
        pytest.param(
            CORVINA,
            "# Launch of the ship Corvina, 6 May 1875\n\nShe is a ship.\n",
            [],
            id="a day in a heading",
        ),
        pytest.param(
            CORVINA,
            "Launch of the ship Corvina\n\nHythe, 2 May 1875\n\n"
            "Mr Odd told us on Saturday that the Corvina was to be launched on 6 May.\n",
            ["1875-05-06"],
            id="neither the dateline nor the weekday beside a day",
        ),
        pytest.param(
            CORVINA,
            "Hythe, 2 May 1875\n\nThe Corvina was launched on Saturday in the rain.\n",
            ["1875-05-01"],
            id="a bare weekday where there is no other",
        ),
        pytest.param(
            CORVINA,
            "4 May 1875: Launch of the ship Corvina\n\n6 May 1875: Visit of the mayor\n",
            ["1875-05-04"],
            id="the first entry of a chronicle",
        ),
        pytest.param(
            "When was the letter on the Corvina written?",
            "A letter on the ship Corvina, 2 May 1875\n\nShe is a ship. The band plays.\n",
            ["1875-05-02"],
            id="the paper's own date is asked for",
        ),
    ],
)
def test_the_date_of_a_paper_is_not_that_of_what_it_tells(
    question: str, text: str, says: list[str]
) -> None:
    assert [each.statement.says for each in asked_of(text, question, DATE).statements] == says


def test_a_bare_weekday_is_never_sure() -> None:
    (found,) = asked_of(
        "Hythe, 2 May 1875\n\nThe ship Corvina was launched on Saturday.\n", CORVINA, DATE
    ).statements
    assert not found.is_sure


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        pytest.param(
            "How long was the Halcyon?",
            "The Halcyon of Hull was 90 feet from stem to stern and had 40 cabins.",
            ["90 foot"],
            id="a length without the word",
        ),
        pytest.param(
            "How long did the siege of Arden last?",
            "The siege of Arden lasted 12 weeks, with 40 feet of wall down.",
            ["12 week"],
            id="a time",
        ),
        pytest.param(
            "What was the weight of the Arden bell?",
            "The Arden bell is of 3 tons and was rung by 9 men.",
            ["3 ton"],
            id="a weight",
        ),
        pytest.param(
            "How high was the Arden tower?",
            "The Arden tower is 20 feet wide and 90 feet high.",
            ["90 foot"],
            id="a height and no width",
        ),
        pytest.param(
            "How old was Anna Weiss?",
            "Anna Weiss had 3 children at 30 years of age.",
            ["30 year"],
            id="an age",
        ),
    ],
)
def test_a_measure_is_told_by_its_unit(question: str, text: str, says: list[str]) -> None:
    assert [each.statement.says for each in asked_of(text, question, NUMBER).statements] == says


@pytest.mark.parametrize(
    ("question", "text", "worth"),
    [
        pytest.param(
            "How long was the Halcyon?",
            "We built the Halcyon. The yard had 40 men. The vessel was 90 feet in length.",
            "The vessel was 90 feet in length.",
            id="the unit, where she is named before",
        ),
        pytest.param(
            "How long was the Halcyon?",
            "We built the Halcyon. The yard had 40 men. The dock is ten feet deep.",
            None,
            id="a depth is no length",
        ),
        pytest.param(
            "How heavy was the Halcyon?",
            "We built the Halcyon. The vessel was 90 feet in length.",
            None,
            id="feet are no weight",
        ),
        pytest.param(
            "How long was the Halcyon?",
            "The vessel was 90 feet in length.",
            None,
            id="nothing names what is asked about",
        ),
    ],
)
def test_a_measure_near_what_is_asked_about_is_to_be_read(
    question: str, text: str, worth: str | None
) -> None:
    found = asked_of(text, question, NUMBER)
    assert not found.statements
    assert (found.may_speak and found.may_speak.of(text)) == worth
