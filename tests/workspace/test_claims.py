"""A claim's file as a claim."""

from __future__ import annotations

from decimal import Decimal

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.evidence.names import Aliases
from provenance.model.claims import Claim, ClaimType, Event, Holds, Tolerance
from provenance.model.values import Answer, AnswerValue, NameValue
from provenance.workspace.claims import read_claim
from provenance.workspace.settings import Settings
from tests.factories import date_value

PATH = "claims/chiang-told.yaml"
WHOLE = """\
# When was it?
question: When was Chiang told?
type: date
find: [Chiang, told]
one-answer: true
silent: [harriman-cable]
tolerance: P3D
x-mine: kept to myself
statements:
  - source: yalta-essay
    quote: "it was not until June 15.29"
    says: 1945-06-15
    holds: denied
    speaker: T. V. Soong
    layer: transcript
    prefix: "before "
    suffix: " after"
    notes: ["29", "2/3"]
    about: official notice
    as-of: 1945-07-05
events:
  yalta: 1945-02-04/1945-02-11
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
def test_everything_a_claim_says_is_kept(line_end: str, mark: str) -> None:
    content = (mark + WHOLE.replace("\n", line_end)).encode()
    claim = read_claim(content, PATH, "chiang-told", Settings())
    assert (claim.id, claim.question) == ("chiang-told", "When was Chiang told?")
    assert (claim.type, claim.one_answer) == (ClaimType.DATE, True)
    assert (claim.find, claim.silent) == (("Chiang", "told"), ("harriman-cable",))
    assert claim.tolerance == Tolerance(days=3)
    assert claim.events == (Event("yalta", date_value("1945-02-04/1945-02-11")),)
    assert claim.place == Place(PATH, 2, 11)
    (statement,) = claim.statements
    assert statement.source == "yalta-essay"
    assert statement.quote == "it was not until June 15.29"
    assert (statement.says, statement.value) == ("1945-06-15", date_value("1945-06-15"))
    assert (statement.holds, statement.speaker) == (Holds.DENIED, "T. V. Soong")
    assert (statement.layer, statement.about) == ("transcript", "official notice")
    assert (statement.prefix, statement.suffix) == ("before ", " after")
    assert statement.notes == ("29", "2/3")
    assert statement.as_of == date_value("1945-07-05")
    assert (statement.place, statement.quote_place) == (Place(PATH, 10, 5), Place(PATH, 11, 12))


def _claim(text: str, settings: Settings | None = None) -> Claim:
    return read_claim(text.encode(), PATH, "c", settings or Settings())


STATEMENT = "statements:\n  - source: a\n    quote: b\n    says: {}\n"


def test_what_a_claim_leaves_out_has_its_usual_meaning() -> None:
    claim = _claim("question: Did he?\ntype: yes-no\n" + STATEMENT.format("yes"))
    assert (claim.find, claim.silent, claim.events, claim.one_answer) == ((), (), (), False)
    (statement,) = claim.statements
    assert statement.value == AnswerValue(Answer.YES)
    assert (statement.holds, statement.speaker, statement.as_of) == (Holds.ASSERTED, "", None)


def test_empty_lists_are_lists() -> None:
    claim = _claim("question: Did he?\ntype: yes-no\nstatements:\nsilent: ~\nfind: []\n")
    assert (claim.statements, claim.silent, claim.find) == ((), (), ())


@pytest.mark.parametrize("speaker", ["author", "Author", ""])
def test_the_author_is_the_sources_own_voice(speaker: str) -> None:
    text = "question: Did he?\ntype: yes-no\n" + STATEMENT.format("yes")
    (statement,) = _claim(text + f"    speaker: {speaker}\n").statements
    assert statement.speaker == ""


def test_settings_lend_a_claim_what_it_does_not_say() -> None:
    settings = Settings(
        aliases=Aliases((("Chiang Kai-shek", "the Generalissimo"),)),
        events=(Event("yalta", date_value("1945-02")), Event("potsdam", date_value("1945-07"))),
        tolerances=((ClaimType.NUMBER, Tolerance(share=Decimal("0.05"))),),
    )
    who = _claim("question: Who?\ntype: name\n" + STATEMENT.format("the Generalissimo"), settings)
    named = _claim("question: Who?\ntype: name\n" + STATEMENT.format("Chiang Kai-shek"), settings)
    values = [claim.statements[0].value for claim in (who, named)]
    assert all(isinstance(value, NameValue) for value in values)
    assert len({value.key for value in values if isinstance(value, NameValue)}) == 1
    many = _claim("question: How many?\ntype: number\nevents: {yalta: 1945-02-04}\n", settings)
    assert many.tolerance == Tolerance(share=Decimal("0.05"))
    assert many.events == (
        Event("yalta", date_value("1945-02-04")),
        Event("potsdam", date_value("1945-07")),
    )
    own = _claim("question: How many?\ntype: number\ntolerance: 10\n", settings)
    assert own.tolerance == Tolerance(amount=Decimal(10))


def test_one_bad_statement_is_told_with_all_the_others() -> None:
    text = "question: When?\ntype: date\n" + STATEMENT.format("soon")
    text += STATEMENT.format("later").removeprefix("statements:\n")
    with pytest.raises(ProvenanceError) as raised:
        _claim(text)
    assert [str(problem.place) for problem in raised.value.problems] == [
        *(f"{PATH}:6:11", f"{PATH}:9:11")
    ]
