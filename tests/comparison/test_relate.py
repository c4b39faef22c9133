"""Pairs of statements, the relation the design's rules give them, and a word of why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.comparison.relate import relate
from provenance.errors import Place
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.names import Aliases
from provenance.evidence.values import read_tolerance, read_value
from provenance.model.alignments import Found
from provenance.model.claims import Claim, ClaimType, Holds, Statement, Tolerance
from provenance.model.documents import Layer
from provenance.model.sources import Kind, Source
from provenance.model.spans import Span
from provenance.model.verdicts import PlacedStatement, Relation, Standing, StatementState

CONFLICT, POSSIBLE = Relation.CONFLICT, Relation.POSSIBLE_CONFLICT
UNDETERMINED, COMPATIBLE, AGREE = Relation.UNDETERMINED, Relation.COMPATIBLE, Relation.AGREE

ALIASES = Aliases((("Chiang Kai-shek", "the Generalissimo"), ("T. V. Soong", "Dr. Soong")))
TRANSCRIPT = Layer("transcript", Span(0, 50), "Averell Harriman")
SUMMARY = Layer("summary", Span(50, 90), "Wilson Center")
NAMELESS_SUMMARY = Layer("archive's summary", Span(50, 90))


def _source(
    id_: str, kind: Kind | None, issued: str | None = None, authors: tuple[str, ...] = ()
) -> Source:
    return Source(
        id=id_,
        path=f"seeds/{id_}.txt",
        title=id_,
        authors=authors,
        issued=read_date(issued) if issued else None,
        kind=kind,
        place=Place(f"seeds/{id_}.txt.source.yaml"),
    )


SOURCES = {
    source.id: source
    for source in (
        _source("minutes", Kind.PRIMARY, "1841-03-20", ("J. Hartley",)),
        _source("diary", Kind.PRIMARY, "1841-03-20"),
        _source("cable", Kind.PRIMARY, "1945-07-05", ("Averell Harriman",)),
        _source("memo", Kind.PRIMARY, "1945-07-20"),
        _source("history", Kind.SECONDARY, "1902", ("A. Reed", "B. Cole")),
        _source("study", Kind.SECONDARY, "1998"),
        _source("leaflet", None),
    )
}


@dataclass(frozen=True)
class Said:
    """A statement in short: source, value and whatever sets it apart."""

    source: str
    says: str
    more: dict[str, Any] = field(default_factory=dict)


def said(source: str, says: str, **more: Any) -> Said:
    return Said(source, says, more)


def placed(type_: ClaimType, short: Said) -> PlacedStatement:
    more = dict(short.more)
    layer: Layer | None = more.pop("layer", None)
    state: StatementState = more.pop("state", StatementState.CONFIRMED)
    if "as_of" in more:
        more["as_of"] = read_date(more["as_of"])
    words = more.pop("words", "its words")
    statement = Statement(
        source=short.source,
        quote=words,
        says=short.says,
        value=read_value(type_, short.says, ALIASES),
        **more,
    )
    return PlacedStatement(
        statement, state, Standing.EXACT, Span(0, 9), words, layer, "found", Found.EXACT
    )


def claim(type_: ClaimType, *, one_answer: bool = False, tolerance: str = "") -> Claim:
    allowed = read_tolerance(type_, tolerance) if tolerance else Tolerance()
    return Claim("point", "?", type_, Place("claims/point.yaml"), (), one_answer, (), allowed)


M, H, C = "minutes", "history", "cable"
PLANNED, DENIED = Holds.PLANNED, Holds.DENIED

DATES = [
    ("the same day", said(M, "1841-03-14"), said(H, "1841-03-14"), AGREE, "both say 14 March"),
    ("two days", said(M, "1841-03-14"), said(H, "1841-05-14"), CONFLICT, "61 days apart"),
    ("neighbouring days", said(M, "1841-03-14"), said(H, "1841-03-15"), CONFLICT, "1 day apart"),
    ("a day in a month", said(M, "1841-03-14"), said(H, "1841-03"), COMPATIBLE, "leaves room"),
    ("a day in a year", said(M, "1841-03-14"), said(H, "1841"), COMPATIBLE, "1841 leaves room"),
    ("a day outside a month", said(M, "1841-03-14"), said(H, "1841-04"), CONFLICT, "18 days"),
    ("the same month", said(M, "1841-03"), said(H, "1841-03"), AGREE, "both say March 1841"),
    ("the same, once about", said(M, "1841-03"), said(H, "1841-03~"), COMPATIBLE, "equally sure"),
    ("about reaches it", said(M, "1841-03-14~"), said(H, "1841-03-18"), COMPATIBLE, "about"),
    ("about reaches no year", said(M, "1841-03-14~"), said(H, "1842"), CONFLICT, "apart"),
    ("about a year", said(M, "1841~"), said(H, "1842-02"), COMPATIBLE, "about"),
    ("a doubted date", said(M, "1841-03-14?"), said(H, "1841-05-14"), POSSIBLE, "doubted"),
    ("by a day", said(M, "[..1841-03-20]"), said(H, "1841-03-14"), COMPATIBLE, "leaves room"),
    ("after by a day", said(M, "[..1841-03-20]"), said(H, "1841-03-24"), CONFLICT, "4 days"),
    ("one of a set", said(M, "[1841-03..1841-05]"), said(H, "1841-04-02"), COMPATIBLE, "room"),
    ("sets that overlap", said(M, "[1841-03..1841-05]"), said(H, "[1841-05..1841-06]"), COMPATIBLE,
     "overlap"),
    ("tens of a month", said(M, "1841-03-1X"), said(H, "1841-03-14"), COMPATIBLE, "leaves room"),
    ("spring", said(M, "1841-21"), said(H, "1841-04"), COMPATIBLE, "leaves room"),
    ("stretches alike", said(M, "1841-03-01/1841-04-02"), said(H, "1841-03-01/1841-04-02"), AGREE,
     "both say 1 March to 2 April"),
    ("stretches differ at an end", said(M, "1841-03-01/1841-04-02"),
     said(H, "1841-03-03/1841-04-02"), UNDETERMINED, "same event?"),
    ("stretches differ by a day at an end", said(M, "1841-03-01/1841-04-02"),
     said(H, "1841-03-02/1841-04-02"), COMPATIBLE, "but for a day"),
    ("a short stretch and a day more", said(M, "1841-03-01/1841-03-04"),
     said(H, "1841-03-01/1841-03-05"), UNDETERMINED, "same event?"),
    ("one stretch inside another", said(M, "1841-03-01/1841-04-02"),
     said(H, "1841-03-05/1841-03-09"), UNDETERMINED, "same event?"),
    ("stretches apart", said(M, "1841-03-01/1841-03-04"), said(H, "1841-04-01/1841-04-09"),
     CONFLICT, "28 days apart"),
    ("a stretch known by months", said(M, "1841-03-05/1841-04-02"), said(H, "1841-03/1841-04"),
     COMPATIBLE, "less precise is not wrong"),
    ("a stretch without an end", said(M, "1841-03-01/.."), said(H, "1841-03-01/1841-04-02"),
     COMPATIBLE, "fit one another"),
    ("a day inside a stretch", said(M, "1841-03-01/1841-04-02"), said(H, "1841-03-14"), COMPATIBLE,
     "falls within"),
    ("a day after a stretch", said(M, "1841-03-01/1841-04-02"), said(H, "1841-05-14"), CONFLICT,
     "42 days apart"),
    ("a month and a stretch of it", said(M, "1841-03-01/1841-03-31"), said(H, "1841-03"),
     COMPATIBLE, "span the same days"),
    ("denied", said(M, "1841-03-14"), said(H, "1841-03-14", holds=DENIED), CONFLICT, "a denial"),
    ("denied by month", said(M, "1841-03-14"), said(H, "1841-03", holds=DENIED), CONFLICT,
     "a denial of March 1841"),
    ("a narrower denial", said(M, "1841-03"), said(H, "1841-03-14", holds=DENIED), COMPATIBLE,
     "leaves room"),
    ("another day denied", said(M, "1841-03-14"), said(H, "1841-05-14", holds=DENIED), COMPATIBLE,
     "leaves room"),
    ("both deny it", said(M, "1841-03-14", holds=DENIED), said(H, "1841-03-14", holds=DENIED),
     AGREE, "both deny 14 March"),
    ("two denials", said(M, "1841-03-14", holds=DENIED), said(H, "1841-05-14", holds=DENIED),
     COMPATIBLE, "exclude nothing"),
    ("a forecast", said(C, "1945-08-15"), said("study", "1945-08-09"), POSSIBLE,
     "cable speaks of it beforehand"),
    ("a plan", said(C, "1945-08-15", holds=PLANNED), said("study", "1945-08-09"), POSSIBLE,
     "cable gives a plan"),
    ("told on different days", said(M, "1841-03-14", as_of="1841-03-20"),
     said(H, "1841-03-16", as_of="1841-04-02"), POSSIBLE, "different times"),
    ("papers of different days", said(C, "1945-07-02"), said("memo", "1945-07-03"), CONFLICT,
     "a date does not change"),
    ("within one source", said(M, "1841-03-14"), said(M, "1841-03-16"), POSSIBLE,
     "both stand in minutes"),
    ("a proposal", said(M, "1841-03-14"), said(H, "1841-03-16", state=StatementState.PROPOSED),
     CONFLICT, "2 days apart"),
]  # fmt: skip

ANSWERS = [
    ("yes and yes", said(M, "yes"), said(H, "yes"), AGREE, "both say yes"),
    ("yes against no", said(M, "yes"), said(H, "no"), CONFLICT, "yes against no"),
    ("denying no is yes", said(M, "yes"), said(H, "no", holds=DENIED), AGREE, "both say yes"),
    ("denying yes is no", said(M, "yes"), said(H, "yes", holds=DENIED), CONFLICT,
     "yes against no"),
    ("a condition against no", said(M, "conditional: if paid"), said(H, "no"), COMPATIBLE,
     "leaves room"),
    ("a condition against yes", said(M, "conditional"), said(H, "yes"), COMPATIBLE, "leaves room"),
    ("the same condition", said(M, "yes if paid"), said(H, "conditional: if paid"), AGREE,
     "both say it depends (if paid)"),
    ("two conditions", said(M, "yes if paid"), said(H, "yes if asked"), COMPATIBLE,
     "not on the same"),
    ("denying that it depends", said(M, "conditional", holds=DENIED), said(H, "yes"), UNDETERMINED,
     "leaves yes and no open"),
    ("another's words", said(M, "yes", speaker="the Vicar"), said(H, "no"), POSSIBLE,
     "minutes reports the Vicar"),
    ("another's words agree", said(M, "yes", speaker="the Vicar"), said(H, "yes"), AGREE,
     "both say yes"),
    ("the author by name", said(C, "yes", speaker="Harriman"), said("study", "no"), CONFLICT,
     "own voice"),
    ("the author in full", said(C, "yes", speaker="W. Averell Harriman"), said("study", "no"),
     CONFLICT, "own voice"),
    ("the author's first name alone", said(C, "yes", speaker="Averell"), said("study", "no"),
     POSSIBLE, "reports Averell"),
    ("the second author", said(M, "yes"), said(H, "no", speaker="Cole"), CONFLICT, "own voice"),
    ("author in so many words", said(M, "yes", speaker="author"), said(H, "no"), CONFLICT,
     "own voice"),
    ("a plan against a fact", said(C, "yes", holds=PLANNED), said("study", "no"), POSSIBLE,
     "cable gives a plan"),
    ("only probable", said(M, "yes", holds=Holds.PROBABLE), said(H, "no"), POSSIBLE,
     "only as probable"),
    ("only possible", said(M, "yes"), said(H, "no", holds=Holds.POSSIBLE), POSSIBLE,
     "only as possible"),
    ("a plan and a fact agree", said(C, "no", holds=PLANNED), said("study", "no"), AGREE,
     "both say no"),
    ("reported and planned", said(C, "yes", speaker="T. V. Soong", holds=PLANNED),
     said("study", "no", speaker="China"), POSSIBLE,
     "cable reports T. V. Soong and gives a plan; study reports China"),
    ("the archive's summary", said(C, "yes", layer=SUMMARY), said("study", "no"), POSSIBLE,
     "says it in its summary (by Wilson Center)"),
    ("a summary without author", said(C, "yes", layer=NAMELESS_SUMMARY), said("study", "no"),
     POSSIBLE, "says it in its archive's summary"),
    ("the author's transcript", said(C, "yes", layer=TRANSCRIPT), said("study", "no"), CONFLICT,
     "own voice"),
    ("the archive in its own layer", said(C, "yes", layer=SUMMARY, speaker="Wilson Center"),
     said("study", "no"), POSSIBLE, "cable says it in its summary"),
    ("two layers of one file", said(C, "yes", layer=SUMMARY), said(C, "no", layer=TRANSCRIPT),
     POSSIBLE, "both stand in cable"),
    ("papers of different days", said(C, "yes"), said("memo", "no"), POSSIBLE,
     "different times (5 July 1945 and 20 July 1945), and the later may supersede"),
    ("papers of one day", said(M, "yes"), said("diary", "no"), CONFLICT, "yes against no"),
    ("a scholar looks back", said(C, "yes"), said("study", "no"), CONFLICT, "yes against no"),
    ("two scholars", said(H, "yes"), said("study", "no"), CONFLICT, "yes against no"),
    ("as of different days", said(H, "yes", as_of="1841-03"), said("study", "no", as_of="1841-05"),
     POSSIBLE, "may supersede"),
    ("as of overlapping times", said(H, "yes", as_of="1841"), said("study", "no", as_of="1841-05"),
     CONFLICT, "yes against no"),
    ("a cue-read proposal", said(M, "yes"), said(H, "no", state=StatementState.PROPOSED), POSSIBLE,
     "history has been read by cues alone"),
    ("different matters", said(M, "yes", about="the bridge"), said(H, "no", about="the ford"),
     COMPATIBLE, "different matters: yes (the bridge), and no (the ford)"),
    ("scoped against unscoped", said(M, "yes", about="the bridge"), said(H, "no"), COMPATIBLE,
     "different matters: yes (the bridge), and no."),
    ("one matter written twice", said(M, "yes", about="the Bridge"),
     said(H, "no", about="the bridge"), CONFLICT, "yes against no"),
    ("different matters, one answer", said(M, "yes", about="the bridge"),
     said(H, "yes", about="the ford"), COMPATIBLE, "different matters"),
    ("an undescribed source", said("leaflet", "yes"), said(H, "no"), CONFLICT, "yes against no"),
]  # fmt: skip

NUMBERS = [
    ("the same", said(M, "40 pounds"), said(H, "£40"), AGREE, "40 pounds and £40 are the same"),
    ("different", said(M, "40"), said(H, "41"), CONFLICT, "40 against 41"),
    ("about", said(M, "about 40"), said(H, "41"), COMPATIBLE, "about"),
    ("about, far off", said(M, "about 40"), said(H, "60"), CONFLICT, "about 40 against 60"),
    ("the same, once about", said(M, "about 40"), said(H, "40"), COMPATIBLE, "only about"),
    ("inside a range", said(M, "40–50"), said(H, "45"), COMPATIBLE, "leaves room"),
    ("outside a range", said(M, "40–50"), said(H, "55"), CONFLICT, "40–50 against 55"),
    ("at least", said(M, "at least 40"), said(H, "60"), COMPATIBLE, "leaves room"),
    ("fewer than at least", said(M, "at least 40"), said(H, "30"), CONFLICT, "against 30"),
    ("ranges that overlap", said(M, "40–50"), said(H, "45–60"), COMPATIBLE, "overlap"),
    ("one family of units", said(M, "1 km"), said(H, "1000 m"), AGREE, "are the same"),
    ("one family, different", said(M, "1 km"), said(H, "900 m"), CONFLICT, "1 km against 900 m"),
    ("two systems", said(M, "1 mile"), said(H, "1.6 km"), UNDETERMINED, "not converted"),
    ("two things counted", said(M, "40 men"), said(H, "40 ships"), UNDETERMINED, "not converted"),
    ("a unit left out, same", said(M, "40 men"), said(H, "40"), AGREE, "are the same"),
    ("a unit left out, different", said(M, "40 men"), said(H, "50"), POSSIBLE, "names its unit"),
    ("in words and digits", said(M, "forty"), said(H, "40"), AGREE, "are the same"),
    ("a denial", said(M, "40"), said(H, "40", holds=DENIED), CONFLICT, "a denial of 40"),
    ("papers of different days", said(C, "40"), said("memo", "50"), POSSIBLE, "may supersede"),
]

NAMES = [
    ("one name", said(M, "Leahy"), said(H, "Admiral Leahy"), AGREE, "are one name"),
    ("aliases", said(M, "the Generalissimo"), said(H, "Chiang Kai-shek"), AGREE, "are one name"),
    ("two names", said(M, "Leahy"), said(H, "Antonov"), UNDETERMINED, "nothing says that only one"),
    ("short for the other", said(M, "Hartley"), said(H, "John Hartley"), UNDETERMINED, "short for"),
    ("denied", said(M, "Leahy"), said(H, "Leahy", holds=DENIED), CONFLICT, "a denial of Leahy"),
]

TEXTS = [
    ("the same words", said(M, "The ports."), said(H, "the ports"), AGREE, "same words"),
    ("other words", said(M, "the ports"), said(H, "the railways"), UNDETERMINED, "nothing says"),
]

ONE_NAME = [
    ("two names", said(M, "Leahy"), said(H, "Antonov"), CONFLICT, "allows one answer"),
    ("two names, reported", said(M, "Leahy", speaker="the Vicar"), said(H, "Antonov"), POSSIBLE,
     "reports the Vicar"),
    ("short for the other", said(M, "Hartley"), said(H, "John Hartley"), UNDETERMINED, "short for"),
]  # fmt: skip

ONE_TEXT = [
    ("other words", said(M, "the ports"), said(H, "the railways"), CONFLICT, "allows one answer"),
]

DAYS_TOLERATED = [
    ("within", said(M, "1841-03-14"), said(H, "1841-03-16"), AGREE, "within 3 days"),
    ("beyond", said(M, "1841-03-14"), said(H, "1841-03-18"), CONFLICT, "4 days apart"),
    ("a month nearly", said(M, "1841-03-14"), said(H, "[1841-03-16..1841-03-30]"), COMPATIBLE,
     "within 3 days"),
    ("ends within", said(M, "1841-03-01/1841-04-02"), said(H, "1841-03-02/1841-04-01"), AGREE,
     "within 3 days"),
]  # fmt: skip

SHARE_TOLERATED = [
    ("within", said(M, "100 men"), said(H, "96 men"), AGREE, "within the claim's tolerance"),
    ("beyond", said(M, "100 men"), said(H, "94 men"), CONFLICT, "100 men against 94 men"),
]

TABLES = (
    ("date", claim(ClaimType.DATE), DATES),
    ("answer", claim(ClaimType.YES_NO), ANSWERS),
    ("number", claim(ClaimType.NUMBER), NUMBERS),
    ("name", claim(ClaimType.NAME), NAMES),
    ("text", claim(ClaimType.TEXT), TEXTS),
    ("one name", claim(ClaimType.NAME, one_answer=True), ONE_NAME),
    ("one text", claim(ClaimType.TEXT, one_answer=True), ONE_TEXT),
    ("date within days", claim(ClaimType.DATE, tolerance="P3D"), DAYS_TOLERATED),
    ("number within a share", claim(ClaimType.NUMBER, tolerance="5%"), SHARE_TOLERATED),
)
ROWS = [
    pytest.param(point, a, b, relation, why, id=f"{kind}: {name}")
    for kind, point, table in TABLES
    for name, a, b, relation, why in table
]
NOT_SHOWN = ("own voice", "a date does not change")
"""Words of why that explain a row to its reader and are no part of the reason shown."""


@pytest.mark.parametrize(("point", "a", "b", "relation", "why"), ROWS)
def test_two_statements(point: Claim, a: Said, b: Said, relation: Relation, why: str) -> None:
    one, other = placed(point.type, a), placed(point.type, b)
    found, reason = relate(point, one, other, SOURCES)
    assert found is relation, reason
    if why not in NOT_SHOWN:
        assert why.casefold() in reason.casefold()
    assert reason[0].isupper() or not reason[0].isalpha()
    assert reason.endswith(("?.", ".")) and "\n" not in reason  # noqa: PT018


@pytest.mark.parametrize(("point", "a", "b", "relation", "why"), ROWS)
def test_the_order_does_not_matter(
    point: Claim, a: Said, b: Said, relation: Relation, why: str
) -> None:
    one, other = placed(point.type, a), placed(point.type, b)
    assert relate(point, other, one, SOURCES)[0] is relation


def test_there_are_enough_rows_and_every_relation_is_among_them() -> None:
    assert len(ROWS) >= 60
    assert {row.values[3] for row in ROWS} == set(Relation)


def test_a_reason_names_both_values_and_every_doubt() -> None:
    point = claim(ClaimType.YES_NO)
    a = placed(point.type, said(C, "yes", speaker="T. V. Soong", holds=PLANNED, layer=SUMMARY))
    b = placed(point.type, said("memo", "no", holds=Holds.POSSIBLE))
    assert relate(point, a, b, SOURCES)[1] == (
        "Yes against no: cable reports T. V. Soong, says it in its summary (by Wilson Center)"
        " and gives a plan; memo gives it only as possible; they speak of different times"
        " (5 July 1945 and 20 July 1945), and the later may supersede the earlier."
    )


@pytest.mark.parametrize(
    ("question", "a", "b", "relation", "why"),
    [
        pytest.param("How many miners were killed?", said(M, "10 feet"), said(H, "4"), UNDETERMINED,
                     "10 feet is no number of what is asked", id="a length and a count"),
        pytest.param("How many feet deep was it?", said(M, "10 feet"), said(H, "4"), POSSIBLE,
                     "only one of them names its unit", id="the measure that is asked"),
        pytest.param("How deep was the shaft?", said(M, "10 feet"), said(H, "4"), POSSIBLE,
                     "only one of them names its unit", id="a measure is asked in other words"),
        pytest.param("How many men served?", said(M, "12 men"), said(H, "11 hands"), POSSIBLE,
                     "one counts each", id="two words for people"),
        pytest.param("How many men served?", said(M, "12 men"), said(H, "12 hands"), AGREE,
                     "are the same", id="people alike"),
        pytest.param("How many voters were turned away?", said(C, "40"), said("memo", "50"),
                     CONFLICT, "against", id="what happened once is not superseded"),
        pytest.param("How many horses did the floods kill?", said(C, "40"), said("memo", "50"),
                     CONFLICT, "against", id="nor is what was done"),
        pytest.param("How many voters were there in Ulm?", said(C, "40"), said("memo", "50"),
                     POSSIBLE, "may supersede", id="a number that can change"),
        pytest.param("How many horses did the farm have?", said(C, "40"), said("memo", "50"),
                     POSSIBLE, "may supersede", id="what one has can change"),
    ],
)  # fmt: skip
def test_numbers_are_compared_by_what_is_asked(
    question: str, a: Said, b: Said, relation: Relation, why: str
) -> None:
    point = replace(claim(ClaimType.NUMBER), question=question)
    one, other = placed(ClaimType.NUMBER, a), placed(ClaimType.NUMBER, b)
    for pair in ((one, other), (other, one)):
        found, told = relate(point, *pair, SOURCES)
        assert (found, why.casefold() in told.casefold()) == (relation, True), told


WAS, WAS_NOT = "The depot was insured.", "The depot was not insured."


@pytest.mark.parametrize(
    ("question", "a", "b", "softened"),
    [
        pytest.param(
            "Was the depot insured?",
            said(C, "yes", words=WAS),
            said("memo", "no", words=WAS_NOT),
            False,
            id="what was so cannot cease to have been so",
        ),
        pytest.param(
            "Was the depot insured?",
            said(C, "no", words=WAS_NOT),
            said("memo", "yes", words=WAS),
            True,
            id="what was not so may have come to be",
        ),
        pytest.param(
            "Was the depot insured when it was robbed?",
            said(C, "no", words=WAS_NOT),
            said("memo", "yes", words=WAS),
            False,
            id="unless the question tells of what moment it asks",
        ),
        pytest.param(
            "Did the ferry stop at Aldwick on 3 July?",
            said(C, "no", words="The ferry did not stop at Aldwick."),
            said("memo", "yes", words="It called at Aldwick."),
            False,
            id="a day is such a moment",
        ),
        pytest.param(
            "Was the mayor told?",
            said("minutes", "no", words="The mayor had not been told."),
            said(C, "yes", words="The mayor was told."),
            False,
            id="or the later one looks back from years after",
        ),
        pytest.param(
            "Is the depot insured?",
            said(C, "yes", words="The depot is insured."),
            said("memo", "no", words="The depot is not insured."),
            True,
            id="a state",
        ),
        pytest.param(
            "Did the council accept the terms?",
            said(C, "no", words="The council has not accepted the terms."),
            said("memo", "yes", words="The council accepted the terms."),
            True,
            id="it has not, so far",
        ),
        pytest.param(
            "Did the council accept the terms?",
            said(C, "yes", words="The council will accept the terms."),
            said("memo", "no", words="The council did not accept the terms."),
            True,
            id="an intention",
        ),
        pytest.param(
            "Was the depot insured?",
            said(C, "yes", words="The depot is insured."),
            said("memo", "no", words=WAS_NOT),
            True,
            id="it is, as of then",
        ),
        pytest.param(
            "Had the keeper been warned about the dam?",
            said(C, "no", words="No warning was given to me."),
            said("memo", "yes", words="I told the keeper so."),
            False,
            id="what had been before, told of in an irregular past",
        ),
        pytest.param(
            "Had the council a depot?",
            said(C, "no", words="The council had none."),
            said("memo", "yes", words="The council had one."),
            True,
            id="had of having",
        ),
        pytest.param(
            "Did the council want the railway?",
            said(C, "yes", words="The council wanted it."),
            said("memo", "no", words="The council did not want it."),
            True,
            id="what somebody wants can change",
        ),
        pytest.param(
            "Was the depot insured?",
            said(C, "yes", words=WAS, as_of="1945-07-01"),
            said("memo", "no", words=WAS_NOT),
            True,
            id="as of a day that a person recorded",
        ),
    ],
)
def test_papers_of_different_days_on_one_past_event_do_clash(
    question: str, a: Said, b: Said, softened: bool
) -> None:
    point = replace(claim(ClaimType.YES_NO), question=question)
    one, other = placed(ClaimType.YES_NO, a), placed(ClaimType.YES_NO, b)
    for pair in ((one, other), (other, one)):
        found, told = relate(point, *pair, SOURCES)
        assert (found, "supersede" in told) == (POSSIBLE if softened else CONFLICT, softened), told


def test_a_proposal_on_one_event_keeps_a_doubt_and_supersedes_nothing() -> None:
    point = replace(claim(ClaimType.NUMBER), question="How many voters were turned away?")
    proposal = placed(ClaimType.NUMBER, said(C, "40", state=StatementState.PROPOSED))
    found, told = relate(point, proposal, placed(ClaimType.NUMBER, said("memo", "50")), SOURCES)
    assert found is POSSIBLE
    assert "written at different times (5 July 1945 and 20 July 1945)" in told
    assert "supersede" not in told


def test_a_time_is_told_as_exactly_as_it_is_known() -> None:
    in_1911 = replace(SOURCES[C], issued=read_date("1911"))
    point = claim(ClaimType.NUMBER)
    pair = (placed(ClaimType.NUMBER, said(C, "40")), placed(ClaimType.NUMBER, said("memo", "50")))
    _, told = relate(point, *pair, {**SOURCES, C: in_1911})
    assert "1911" in told
    assert "January" not in told


def test_a_lost_statement_is_compared_with_nothing() -> None:
    point = claim(ClaimType.DATE)
    here = placed(point.type, said(M, "1841-03-14"))
    gone = PlacedStatement(
        here.statement, here.state, Standing.LOST, None, "", None, "gone", Found.NONE
    )
    with pytest.raises(ValueError, match="lost"):
        relate(point, here, gone, SOURCES)


DATE_TEXTS = st.sampled_from(
    ["1841-03-14", "1841-03", "1841", "1841-03-14~", "1841?", "[..1841-03-20]", "1841-03/1841-04",
     "1841-03-02/1841-03-30", "1841-03-02/..", "../1841-02-01", "184X", "1841-22", "-0043",
     "[1841-02..1841-04]", "1842-01-01", "{1841,1842}"]
)  # fmt: skip
NUMBER_TEXTS = st.sampled_from(
    ["40", "41", "about 40", "40–50", "at least 40", "at most 45", "40 km", "40000 m", "25 miles",
     "5%", "0", "-3", "40 men", "about 44 km"]
)  # fmt: skip
MORE = st.fixed_dictionaries(
    {},
    optional={
        "holds": st.sampled_from(Holds),
        "speaker": st.sampled_from(["", "author", "the Vicar", "Harriman", "Hartley"]),
        "about": st.sampled_from(["", "the bridge", "the ford"]),
        "as_of": st.sampled_from(["1841-03-20", "1841", "1945-07-05"]),
        "layer": st.sampled_from([None, TRANSCRIPT, SUMMARY, NAMELESS_SUMMARY]),
        "state": st.sampled_from(StatementState),
    },
)
OUTRIGHT = {"", "author", "Harriman", "Hartley"}


@st.composite
def statements(draw: st.DrawFn) -> tuple[Claim, PlacedStatement, PlacedStatement]:
    type_, texts = draw(
        st.sampled_from(
            [
                (ClaimType.DATE, DATE_TEXTS),
                (ClaimType.NUMBER, NUMBER_TEXTS),
                (ClaimType.YES_NO, st.sampled_from(["yes", "no", "conditional", "yes if paid"])),
                (
                    ClaimType.NAME,
                    st.sampled_from(["Leahy", "Admiral Leahy", "Antonov", "W. Leahy"]),
                ),
            ]
        )
    )
    tolerance = {ClaimType.DATE: ["", "P3D", "P1M"], ClaimType.NUMBER: ["", "5%", "10"]}
    point = claim(
        type_,
        one_answer=draw(st.booleans()),
        tolerance=draw(st.sampled_from(tolerance.get(type_, [""]))),
    )
    ids = st.sampled_from(sorted(SOURCES))
    a, b = (placed(type_, Said(draw(ids), draw(texts), draw(MORE))) for _ in range(2))
    return point, a, b


@settings(max_examples=400, deadline=None)
@given(statements())
def test_relations_are_symmetric(trio: tuple[Claim, PlacedStatement, PlacedStatement]) -> None:
    point, a, b = trio
    assert relate(point, a, b, SOURCES)[0] is relate(point, b, a, SOURCES)[0]


@settings(max_examples=400, deadline=None)
@given(statements())
def test_only_own_voices_that_assert_conflict_outright(
    trio: tuple[Claim, PlacedStatement, PlacedStatement],
) -> None:
    point, a, b = trio
    if relate(point, a, b, SOURCES)[0] is not Relation.CONFLICT:
        return
    assert a.statement.source != b.statement.source
    assert a.statement.about == b.statement.about
    for side in (a, b):
        assert side.statement.holds in (Holds.ASSERTED, Holds.DENIED)
        assert side.statement.speaker in OUTRIGHT
        assert side.layer in (None, TRANSCRIPT)


@settings(max_examples=200, deadline=None)
@given(statements())
def test_a_statement_never_clashes_with_itself(
    trio: tuple[Claim, PlacedStatement, PlacedStatement],
) -> None:
    point, a, _ = trio
    found = relate(point, a, a, SOURCES)[0]
    assert found in (Relation.AGREE, Relation.COMPATIBLE, Relation.UNDETERMINED)
    answer = a.statement.says.startswith(("cond", "yes if"))
    if not (answer and a.statement.holds is Holds.DENIED):
        assert found is Relation.AGREE
