"""Pairs that only look like clashes, and pairs that rest on proposals."""

from __future__ import annotations

import pytest

from provenance.comparison.relate import relate
from provenance.errors import Place
from provenance.evidence.names import Aliases
from provenance.evidence.values import read_value
from provenance.model.alignments import Found
from provenance.model.claims import Claim, ClaimType, Holds, Statement, Tolerance
from provenance.model.documents import Layer
from provenance.model.sources import Kind
from provenance.model.spans import Span
from provenance.model.verdicts import PlacedStatement, Relation, Standing, StatementState
from tests.factories import source

DATE, NUMBER, YES_NO, NAME, TEXT = (
    ClaimType.DATE,
    ClaimType.NUMBER,
    ClaimType.YES_NO,
    ClaimType.NAME,
    ClaimType.TEXT,
)
AGREE, COMPATIBLE, CONFLICT = Relation.AGREE, Relation.COMPATIBLE, Relation.CONFLICT
POSSIBLE, UNDETERMINED = Relation.POSSIBLE_CONFLICT, Relation.UNDETERMINED
SOURCES = {
    "essay": source("essay", kind=Kind.SECONDARY, authors=("H. Author",), issued=None),
    "history": source("history", kind=Kind.SECONDARY, authors=("A. Writer",), issued=None),
}
TRANSCRIPT, SUMMARY = Layer("transcript", Span(0, 200)), Layer("summary", Span(300, 500), "archive")


def said(
    source_id: str, says: str, quote: str = "its words", *, sure: bool | None = None, **more: object
) -> tuple[str, str, str, bool | None, dict[str, object]]:
    """`sure`: None for a confirmed statement; else a proposal, sure or not."""
    return source_id, says, quote, sure, more


def placed(
    type_: ClaimType, short: tuple[str, str, str, bool | None, dict[str, object]]
) -> PlacedStatement:
    source_id, says, quote, sure, more = short
    more = dict(more)
    layer = more.pop("layer", None)
    value = read_value(type_, says, Aliases())
    statement = Statement(source_id, quote, says, value, **more)  # type: ignore[arg-type]
    state = StatementState.CONFIRMED if sure is None else StatementState.PROPOSED
    return PlacedStatement(
        statement,
        state,
        Standing.EXACT,
        Span(0, len(quote)),
        quote,
        layer,  # type: ignore[arg-type]
        "found",
        Found.EXACT,
        is_sure=bool(sure),
    )


E, H = "essay", "history"
ROWS = [
    # one source, two moments
    (
        DATE,
        said(E, "1945-03", "a few weeks later he was informed"),
        said(E, "1945-06-15", "on June 15 he was officially informed"),
        COMPATIBLE,
        "two moments",
    ),
    (
        DATE,
        said(E, "1945-03", "he heard of it in March"),
        said(E, "1945-06-15", "it was not until June 15 that he was told"),
        COMPATIBLE,
        "not until",
    ),
    (
        DATE,
        said(E, "1945-03", "he was told in March"),
        said(E, "1945-06-15", "he was told on June 15"),
        POSSIBLE,
        "both stand in essay",
    ),
    (
        DATE,
        said(E, "1945-03", "he was told in March"),
        said(H, "1945-06-15", "he was officially told on June 15"),
        CONFLICT,
        "apart",
    ),
    # one source, two people's positions
    (
        YES_NO,
        said(E, "yes", "prepared to accept it as worded", speaker="Soong"),
        said(E, "no", "the Generalissimo cannot agree to do so", speaker="Soong"),
        COMPATIBLE,
        "holds",
    ),
    (
        YES_NO,
        said(E, "yes", "Soong would accept it"),
        said(E, "no", "Stalin would not have it"),
        COMPATIBLE,
        "Stalin",
    ),
    (
        YES_NO,
        said(E, "yes", "Soong would accept it"),
        said(E, "no", "Soong refused to accept it"),
        POSSIBLE,
        "both stand in essay",
    ),
    (
        YES_NO,
        said(E, "yes", "it was accepted"),
        said(E, "no", "it was refused"),
        POSSIBLE,
        "both stand",
    ),
    (
        YES_NO,
        said(E, "yes", "Soong would accept it"),
        said(H, "no", "Stalin would not have it"),
        CONFLICT,
        "Yes against no",
    ),
    # two layers of one source
    (
        YES_NO,
        said(E, "yes", "he is prepared to accept it", holds=Holds.PLANNED, layer=TRANSCRIPT),
        said(E, "yes", "Soong promises to adhere to it", holds=Holds.PLANNED, layer=SUMMARY),
        AGREE,
        "the transcript plans (“prepared to”), the summary promises (“promises”)",
    ),
    (
        YES_NO,
        said(E, "yes", "he promises to accept it", layer=TRANSCRIPT),
        said(E, "yes", "Soong promises to adhere to it", layer=SUMMARY),
        AGREE,
        "Both say yes.",
    ),
    (
        YES_NO,
        said(E, "yes", "he accepts it", layer=TRANSCRIPT),
        said(E, "no", "he does not accept it", layer=SUMMARY),
        POSSIBLE,
        "says it in its summary",
    ),
    # proposals: dates and numbers
    (
        DATE,
        said(E, "1945-07-21", sure=True),
        said(H, "1945-07-17", sure=True),
        CONFLICT,
        "4 days apart",
    ),
    (DATE, said(E, "1945-07-21", sure=True), said(H, "1945-07-17"), CONFLICT, "4 days apart"),
    (
        DATE,
        said(E, "1945-07-21", sure=False),
        said(H, "1945-07-17"),
        POSSIBLE,
        "essay may speak of something else",
    ),
    (
        DATE,
        said(E, "1945-07-21", sure=False),
        said(H, "1945-07-17", sure=False),
        POSSIBLE,
        "history may",
    ),
    (
        DATE,
        said(E, "1945-07-21", sure=True),
        said(H, "1945-07-17", sure=False),
        POSSIBLE,
        "history may",
    ),
    (DATE, said(E, "1945-07-21", sure=False), said(H, "1945-07-21"), AGREE, "Both say"),
    (DATE, said(E, "1945-07", sure=False), said(H, "1945-07-21"), COMPATIBLE, "leaves room"),
    (
        DATE,
        said(E, "1945-07-21", sure=True, holds=Holds.PLANNED),
        said(H, "1945-07-17", sure=True),
        POSSIBLE,
        "gives a plan",
    ),
    (
        DATE,
        said(E, "1945-07-21", sure=True, speaker="Antonov"),
        said(H, "1945-07-17", sure=True),
        POSSIBLE,
        "reports Antonov",
    ),
    (
        DATE,
        said(E, "1945-07-21", sure=True),
        said(E, "1945-07-17", sure=True),
        POSSIBLE,
        "both stand",
    ),
    (
        NUMBER,
        said(E, "40 men", sure=True),
        said(H, "60 men", sure=True),
        CONFLICT,
        "40 men against 60",
    ),
    (NUMBER, said(E, "40 men", sure=False), said(H, "60 men", sure=True), POSSIBLE, "essay may"),
    (NUMBER, said(E, "about 40 men", sure=True), said(H, "42 men"), COMPATIBLE, "about"),
    (
        NUMBER,
        said(E, "at least 40 men", sure=True),
        said(H, "60 men", sure=True),
        COMPATIBLE,
        "room",
    ),
    # proposals: what rests on cues alone is never outright
    (YES_NO, said(E, "yes", sure=False), said(H, "no"), POSSIBLE, "by cues alone"),
    (YES_NO, said(E, "yes", sure=True), said(H, "no", sure=True), POSSIBLE, "by cues alone"),
    (YES_NO, said(E, "yes", sure=False), said(H, "yes"), AGREE, "Both say yes"),
    (YES_NO, said(E, "conditional", sure=False), said(H, "no"), COMPATIBLE, "leaves room"),
    (
        YES_NO,
        said(E, "yes", sure=False, about="accept the clause"),
        said(E, "no", sure=False, about="recognise independence"),
        COMPATIBLE,
        "Different matters",
    ),
    (
        TEXT,
        said(E, "the ports", sure=False),
        said(H, "the railways", sure=False),
        UNDETERMINED,
        "nothing",
    ),
    # names with their offices
    (
        NAME,
        said(E, "T. V. Soong (Minister)"),
        said(H, "Wei Tao-ming (Ambassador)"),
        COMPATIBLE,
        "two offices",
    ),
    (
        NAME,
        said(E, "T. V. Soong (Minister)"),
        said(H, "Wei Tao-ming (Minister)"),
        UNDETERMINED,
        "nothing",
    ),
    (NAME, said(E, "T. V. Soong (Minister)"), said(H, "T. V. Soong (Premier)"), AGREE, "one name"),
]


@pytest.mark.parametrize(
    ("type_", "a", "b", "relation", "why"),
    [pytest.param(*row, id=f"{i:02d}-{row[0].value}-{row[3].value}") for i, row in enumerate(ROWS)],
)
def test_a_pair_and_its_reason(
    type_: ClaimType,
    a: tuple[str, str, str, bool | None, dict[str, object]],
    b: tuple[str, str, str, bool | None, dict[str, object]],
    relation: Relation,
    why: str,
) -> None:
    asked = Claim("point", "?", type_, Place("claims/point.yaml"), tolerance=Tolerance())
    one, other = placed(type_, a), placed(type_, b)
    found, reason = relate(asked, one, other, SOURCES)
    assert found is relation, reason
    assert why in reason
    assert relate(asked, other, one, SOURCES)[0] is relation


def test_a_question_for_several_names_takes_several() -> None:
    asked = Claim("point", "Who were the ministers?", NAME, Place("claims/point.yaml"))
    one, other = placed(NAME, said(E, "Soong")), placed(NAME, said(H, "Wang"))
    assert relate(asked, one, other, SOURCES)[0] is COMPATIBLE
