"""How a sentence puts what it says: the words in [brackets] are those asked about."""

from __future__ import annotations

import pytest

from provenance.alignment.sentences import sentences
from provenance.evidence.stance import Stance, stance_at
from provenance.model.claims import Holds
from provenance.model.spans import Span
from tests.factories import HARD_TEXTS


def put(marked: str) -> tuple[Stance, str]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    sentence = next(each for each in sentences(text) if each.start <= start < each.end)
    return stance_at(text, sentence, Span(start, end)), text


@pytest.mark.parametrize(
    ("marked", "denied"),
    [
        pytest.param("China could not [make concessions].", True, id="not"),
        pytest.param("China [made concessions].", False, id="plainly yes"),
        pytest.param("He had no intention of [bringing] it up.", True, id="no intention"),
        pytest.param("Soong refused to [accept] the clause.", True, id="refused"),
        pytest.param("Soong did not refuse to [accept] the clause.", False, id="did not refuse"),
        pytest.param(
            "It was not until June that he was [informed].", False, id="not until is a yes"
        ),
        pytest.param("Not only did he [agree], he was glad.", False, id="not only"),
        pytest.param("He was not there, but she [agreed].", False, id="another clause's not"),
        pytest.param(
            "The proposal to [recognise] it was rejected.", True, id="rejected afterwards"
        ),
        pytest.param("They [recognised] no claim.", True, id="no behind the verb"),
        pytest.param("She gave me never a word of [warning].", True, id="never a word of it"),
        pytest.param("Ich erhielt keine [Warnung].", True, id="a German no"),
        pytest.param(
            "No government could survive if it [recognized] Mongolia.",
            True,
            id="within a condition the main clause decides",
        ),
    ],
)
def test_negation_reaches_as_far_as_its_clause(marked: str, denied: bool) -> None:
    stance, text = put(marked)
    assert stance.denied is denied, [(c.shows, c.span.of(text)) for c in stance.cues]


@pytest.mark.parametrize(
    ("marked", "holds", "shown"),
    [
        pytest.param("He [told] them in June.", Holds.ASSERTED, "", id="asserted"),
        pytest.param("He will [tell] them in June.", Holds.PLANNED, "will", id="will"),
        pytest.param("He hopes to [tell] them.", Holds.PLANNED, "hopes to", id="hopes"),
        pytest.param(
            "Soong expects to see him and to inform him that he [accepts].",
            Holds.PLANNED,
            "expects to",
            id="a plan governs the clauses behind it",
        ),
        pytest.param(
            "Hopkins' words may have [whetted] his appetite.", Holds.POSSIBLE, "may", id="may"
        ),
        pytest.param("He was probably [told] in June.", Holds.PROBABLE, "probably", id="probably"),
        pytest.param("China could not [agree].", Holds.ASSERTED, "", id="could not is a refusal"),
        pytest.param(
            "Soong promises to, in his meeting, [adhere] to it.",
            Holds.PLANNED,
            "promises",
            id="a promise, over an aside",
        ),
        pytest.param(
            "You will have heard that the mill [burned].", Holds.ASSERTED, "", id="have heard"
        ),
        pytest.param(
            "You may already have been told that she [married].", Holds.ASSERTED, "", id="been told"
        ),
        pytest.param(
            "It will be remembered that he [resigned].", Holds.ASSERTED, "", id="be remembered"
        ),
        pytest.param(
            "It will be seen that the accounts were [closed].", Holds.ASSERTED, "", id="be seen"
        ),
        pytest.param(
            "You will recall that the bank [failed].", Holds.ASSERTED, "", id="you will recall"
        ),
        pytest.param(
            "You will find that the wall was [built] later.", Holds.ASSERTED, "", id="will find"
        ),
        pytest.param(
            "Sie werden gewiss gehört haben, dass die Mühle [brannte].",
            Holds.ASSERTED,
            "",
            id="the German formula",
        ),
        pytest.param("They will [remember] him.", Holds.PLANNED, "will", id="of the times to come"),
        pytest.param("You will [see] him at Easter.", Holds.PLANNED, "will", id="you will see him"),
        pytest.param(
            "You will have heard that he will [sail].", Holds.PLANNED, "will", id="a plan behind it"
        ),
        pytest.param(
            "By May they will have [built] it.", Holds.PLANNED, "will", id="another future perfect"
        ),
    ],
)
def test_firmness_is_shown_by_words(marked: str, holds: Holds, shown: str) -> None:
    stance, text = put(marked)
    assert stance.holds is holds
    words = [cue.span.of(text) for cue in stance.cues]
    assert not shown or shown in words


def test_a_denial_that_is_quoted_is_not_denied_in_turn() -> None:
    stance, _ = put("The keeper denied it: “No warning was [sent] to me.”")
    assert (stance.denied, stance.holds) == (True, Holds.ASSERTED)


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        pytest.param("Soong states that talks will [break] down.", "Soong", id="states that"),
        pytest.param("Antonov replied that they “would be [ready].”", "Antonov", id="replied"),
        pytest.param(
            "According to the Minister, it was [signed].", "the Minister", id="according to"
        ),
        pytest.param("“It is [signed],” Antonov said.", "Antonov", id="said behind it"),
        pytest.param(
            "Dr. Soong called. He said that they would [agree].", "Dr. Soong", id="a pronoun"
        ),
        pytest.param(
            "I called on Dr. Soong. He said it was [signed].", "Dr. Soong", id="past an I"
        ),
        pytest.param(
            'Mr Tuke, the keeper of the dam, told us: "It was never [signed]."',
            "Mr Tuke",
            id="a subject with what he is behind a comma",
        ),
        pytest.param(
            "Mr Tuke told the court: “I am no clerk. It was never [signed].”",
            "Mr Tuke",
            id="a quotation that runs on from the sentence before",
        ),
        pytest.param(
            "Mr Tuke told the court: “I am no clerk.” It was never [signed].",
            "",
            id="behind the end of a quotation",
        ),
        pytest.param("I told him that it was [signed].", "", id="the author's own words"),
        pytest.param("Everyone says that it was [signed].", "", id="everyone is no speaker"),
        pytest.param(
            "Rain all week. They say it was [signed].", "", id="rain that opens a sentence"
        ),
        pytest.param("A fine morning. They say it was [signed].", "", id="an article"),
        pytest.param(
            "Snow came, and more snow. He said it was [signed].", "", id="a word in lower case too"
        ),
        pytest.param(
            "Chiang was informed that it was [signed].", "", id="a passive names no speaker"
        ),
        pytest.param("It was [signed] in June.", "", id="nobody"),
        pytest.param("The United States [signed] it.", "", id="States is no verb of saying"),
    ],
)
def test_who_is_reported_as_saying_it(marked: str, speaker: str) -> None:
    assert put(marked)[0].speaker == speaker


@pytest.mark.parametrize(
    ("marked", "condition"),
    [
        pytest.param(
            "[Oppose] unless they appear likely to win.",
            "unless they appear likely to win",
            id="unless",
        ),
        pytest.param(
            "If he comes to terms, an understanding can be [reached].",
            "If he comes to terms",
            id="if, before it",
        ),
        pytest.param(
            "The date would [depend] on the talks.", "depend on the talks", id="depends on"
        ),
        pytest.param("They [agreed] at once.", "", id="none"),
    ],
)
def test_conditions(marked: str, condition: str) -> None:
    stance, text = put(marked)
    assert (stance.condition.of(text) if stance.condition else "") == condition


def test_the_cable_tells_of_a_plan_that_soong_has() -> None:
    stance, text = put(
        "Soong expects to see Stalin again tonight and to inform him that he is prepared to "
        "[accept] the Yalta provision on Outer Mongolia as worded."
    )
    assert (stance.denied, stance.holds, stance.speaker) == (False, Holds.PLANNED, "Soong")
    assert {cue.span.of(text) for cue in stance.cues} >= {"Soong expects", "prepared to"}


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_hard_texts_break_nothing(text: str) -> None:
    for sentence in sentences(text):
        middle = (sentence.start + sentence.end) // 2
        stance_at(text, sentence, Span(middle, min(middle + 3, sentence.end)))
