"""Small workspaces, the verdict each comes to and the mark of every cell: worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from provenance.comparison.judge import judge, marks_against
from provenance.evidence.edtf_dates import read_date
from provenance.model.claims import Claim
from provenance.model.documents import Document
from provenance.model.notes import Note
from provenance.model.sources import Kind, Role, Source
from provenance.model.spans import Span
from provenance.model.verdicts import (
    Cell,
    CellState,
    PlacedStatement,
    Relation,
    Row,
    Standing,
    StatementState,
    Verdict,
)
from tests import factories

MARKS = {
    None: None,
    "✗": Relation.CONFLICT,
    "!": Relation.POSSIBLE_CONFLICT,
    "○": Relation.UNDETERMINED,
    "◐": Relation.COMPATIBLE,
    "●": Relation.AGREE,
}


def read(says: str, source: str, *, proposed: bool = False, **more: object) -> PlacedStatement:
    """A statement on when the bridge closed; `says` is EDTF."""
    statement = replace(
        factories.statement(source, **more),  # type: ignore[arg-type]
        says=says,
        value=read_date(says),
    )
    state = StatementState.PROPOSED if proposed else StatementState.CONFIRMED
    return factories.placed(statement, state=state)


def lost(source: str) -> PlacedStatement:
    return factories.placed(factories.statement(source), standing=Standing.LOST)


def cells(**said: object) -> tuple[Cell, ...]:
    """One cell a source: a date, several, `silent`, `maybe-silent`, `unread`, `lost`, `?date`."""
    return tuple(_cell(source, told) for source, told in said.items())


def _cell(source: str, told: object) -> Cell:
    states = {
        "silent": CellState.SILENT,
        "maybe-silent": CellState.PROPOSED_SILENT,
        "unread": CellState.UNREAD,
    }
    if isinstance(told, str) and told in states:
        return Cell(source, states[told], None, "as given")
    items = told if isinstance(told, tuple) else (told,)
    return factories.cell(*(_statement(source, item) for item in items), source_id=source)


def _statement(source: str, item: object) -> PlacedStatement:
    if isinstance(item, PlacedStatement):
        return item
    text = str(item)
    if text == "lost":
        return lost(source)
    return read(text.lstrip("?"), source, proposed=text.startswith("?"))


def sources(given: tuple[Cell, ...], **described: Source) -> Mapping[str, Source]:
    plain = {
        cell.source: factories.source(
            cell.source,
            issued="1842",
            role=Role.DRAFT if cell.source == "draft" else Role.SOURCE,
        )
        for cell in given
    }
    return {**plain, **described}


def judged(given: tuple[Cell, ...], claim: Claim | None = None, **described: Source) -> Row:
    return judge(claim or factories.claim(), given, sources(given, **described), {})


DAY, OTHER, MONTH, YEAR = "1841-03-14", "1841-05-14", "1841-03", "1841"


@pytest.mark.parametrize(
    ("given", "verdict", "marks", "on_proposals"),
    [
        pytest.param(cells(a=DAY, b=DAY), Verdict.AGREED, "a● b●", False, id="both-say-the-same"),
        pytest.param(
            cells(a=DAY, b=DAY, c="silent", d="unread"),
            Verdict.AGREED,
            "a● b●",
            False,
            id="agreed-while-one-is-unread",
        ),
        pytest.param(
            cells(a=DAY, b=MONTH), Verdict.COMPATIBLE, "a◐ b◐", False, id="one-less-precise"
        ),
        pytest.param(
            cells(a=DAY, b=DAY, c=MONTH),
            Verdict.COMPATIBLE,
            "a◐ b◐ c◐",
            False,
            id="two-agree-and-one-is-less-precise",
        ),
        pytest.param(
            cells(a=DAY, b=OTHER),
            Verdict.DISPUTED,
            "a✗ b✗",
            False,
            id="two-days-exclude-each-other",
        ),
        pytest.param(
            cells(a=DAY, b=DAY, c=OTHER),
            Verdict.DISPUTED,
            "a✗ b✗ c✗",
            False,
            id="one-of-three-disagrees",
        ),
        pytest.param(
            cells(a=DAY, b=OTHER, c=YEAR),
            Verdict.DISPUTED,
            "a✗ b✗ c◐",
            False,
            id="the-year-fits-both",
        ),
        pytest.param(
            cells(a=DAY, b=read(OTHER, "b", speaker="the Vicar")),
            Verdict.OPEN,
            "a! b!",
            False,
            id="another's-words",
        ),
        pytest.param(
            cells(a="1841-03-01/1841-04-02", b="1841-03-05/1841-04-09"),
            Verdict.OPEN,
            "a○ b○",
            False,
            id="stretches-that-overlap",
        ),
        pytest.param(cells(a=DAY, b="silent"), Verdict.SINGLE, "a-", False, id="one-speaks"),
        pytest.param(
            cells(a=(DAY, DAY), b="silent"),
            Verdict.SINGLE,
            "a-",
            False,
            id="one-says-it-twice",
        ),
        pytest.param(
            cells(a=(DAY, OTHER), b="silent"),
            Verdict.SINGLE,
            "a!",
            False,
            id="one-contradicts-itself",
        ),
        pytest.param(
            cells(a=(DAY, OTHER), b=YEAR),
            Verdict.OPEN,
            "a! b◐",
            False,
            id="a-contradiction-within-does-not-hide",
        ),
        pytest.param(
            cells(a=(DAY, MONTH), b=DAY),
            Verdict.COMPATIBLE,
            "a◐ b◐",
            False,
            id="the-firmest-of-two-statements",
        ),
        pytest.param(cells(a="silent", b="silent"), Verdict.SILENT, "", False, id="nobody-says"),
        pytest.param(cells(a="silent", b="unread"), Verdict.OPEN, "", False, id="nobody-so-far"),
        pytest.param(
            cells(a="silent", b="maybe-silent"),
            Verdict.SILENT,
            "",
            True,
            id="a-search-found-nothing",
        ),
        pytest.param(
            cells(a="lost", b="silent"), Verdict.OPEN, "a-", False, id="what-it-said-is-lost"
        ),
        pytest.param(
            cells(a="lost", b=DAY), Verdict.SINGLE, "a- b-", False, id="one-speaks-one-is-lost"
        ),
        pytest.param(
            cells(a=("lost", DAY), b=DAY), Verdict.AGREED, "a● b●", False, id="one-of-two-is-lost"
        ),
        pytest.param(
            cells(a=DAY, b="?" + DAY), Verdict.AGREED, "a● b●", True, id="agreed-on-a-proposal"
        ),
        pytest.param(
            cells(a=DAY, b="?" + OTHER),
            Verdict.DISPUTED,
            "a✗ b✗",
            True,
            id="disputed-on-a-proposal",
        ),
        pytest.param(
            cells(a=DAY, b=OTHER, c="?" + DAY),
            Verdict.DISPUTED,
            "a✗ b✗ c✗",
            False,
            id="disputed-without-the-proposal-too",
        ),
        pytest.param(cells(a="?" + DAY), Verdict.SINGLE, "a-", True, id="only-a-proposal-speaks"),
        pytest.param(
            cells(draft=OTHER, a=DAY, b=DAY),
            Verdict.AGREED,
            "draft✗ a● b●",
            False,
            id="the-draft-differs",
        ),
        pytest.param(
            cells(draft=DAY, a=DAY), Verdict.SINGLE, "draft● a-", False, id="the-draft-is-no-source"
        ),
        pytest.param(
            cells(draft=DAY, a="silent"), Verdict.SILENT, "draft-", False, id="the-draft-alone"
        ),
        pytest.param(cells(), Verdict.OPEN, "", False, id="no-source-at-all"),
    ],
)
def test_verdict_and_marks(
    given: tuple[Cell, ...], verdict: Verdict, marks: str, on_proposals: bool
) -> None:
    row = judged(given)
    assert row.verdict is verdict, row.why
    shown = [
        f"{cell.source}{_sign(cell.mark)}" for cell in row.cells if cell.state is CellState.SPEAKS
    ]
    assert " ".join(shown) == marks
    assert row.on_proposals is on_proposals
    assert row.why.endswith(".")
    assert all(cell.why for cell in row.cells)


def _sign(mark: Relation | None) -> str:
    return next(sign or "-" for sign, relation in MARKS.items() if relation is mark)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        pytest.param(
            cells(a=DAY, b=OTHER),
            "a and b conflict. 14 March 1841 against 14 May 1841, 61 days apart.",
            id="disputed",
        ),
        pytest.param(
            cells(a=DAY, b=DAY, c=OTHER),
            "a and c conflict. 14 March 1841 against 14 May 1841, 61 days apart."
            " So does 1 more pair of statements.",
            id="disputed-twice",
        ),
        pytest.param(cells(a=DAY, b=DAY), "a and b agree. Both say 14 March 1841.", id="agreed"),
        pytest.param(
            cells(a=DAY, b=DAY, c=DAY, d=DAY),
            "a, b, c and d agree. All four say 14 March 1841.",
            id="agreed-of-four",
        ),
        pytest.param(
            cells(a=DAY, b=MONTH),
            "a and b are compatible. March 1841 leaves room for 14 March 1841; less precise is not"
            " wrong.",
            id="compatible",
        ),
        pytest.param(
            cells(a=(DAY, OTHER), b="lost", c="unread"),
            "Only a speaks. It may contradict itself. 14 March 1841 against 14 May 1841, 61 days"
            " apart: both stand in a. Not read for it: c. What was quoted from b is lost.",
            id="single",
        ),
        pytest.param(
            cells(a="silent"), "Every source was read for it, and none says.", id="silent"
        ),
        pytest.param(
            cells(a="maybe-silent"),
            "Nothing was found in any source; nobody has confirmed that.",
            id="silent-by-search",
        ),
        pytest.param(
            cells(a="silent", b="unread", c="unread"),
            "No source speaks so far; not read for it: b and c.",
            id="open",
        ),
    ],
)
def test_the_verdict_says_why(given: tuple[Cell, ...], why: str) -> None:
    assert judged(given).why == why


def test_a_cell_says_why_it_is_marked_so() -> None:
    row = judged(cells(a=DAY, b=OTHER, c=YEAR, d="silent", e="lost"))
    assert [cell.why for cell in row.cells] == [
        "With b: 14 March 1841 against 14 May 1841, 61 days apart.",
        "With a: 14 March 1841 against 14 May 1841, 61 days apart.",
        "With a: 1841 leaves room for 14 March 1841; less precise is not wrong.",
        "as given",
        "What was quoted from it is lost.",
    ]
    assert [cell.why for cell in judged(cells(a=DAY, b="silent")).cells] == [
        "It alone speaks, so there is nothing to compare.",
        "as given",
    ]


def test_every_two_statements_that_stand_are_a_pair() -> None:
    row = judged(cells(a=(DAY, MONTH), b=("lost", DAY), c="silent"))
    shown = [(pair.a, pair.a_index, pair.b, pair.b_index) for pair in row.pairs]
    assert shown == [("a", 0, "a", 1), ("a", 0, "b", 1), ("a", 1, "b", 1)]


def test_marks_against_a_base_column() -> None:
    row = judged(cells(draft=OTHER, a=DAY, b=MONTH, c=OTHER, d="silent"))
    assert marks_against(row, None)["a"] is Relation.CONFLICT
    assert marks_against(row, "a") == {
        "draft": Relation.CONFLICT,
        "a": None,
        "b": Relation.COMPATIBLE,
        "c": Relation.CONFLICT,
        "d": None,
    }
    assert marks_against(row, "draft")["c"] is Relation.AGREE


def test_proposed_silence_does_not_change_who_speaks() -> None:
    row = judged(cells(a=DAY, b="maybe-silent"))
    assert (row.verdict, row.on_proposals) == (Verdict.SINGLE, False)


def test_marks_that_came_in_are_not_believed() -> None:
    given = tuple(replace(cell, mark=Relation.CONFLICT) for cell in cells(a=DAY, b="silent"))
    assert [cell.mark for cell in judged(given).cells] == [None, None]


def test_the_same_twice_gives_the_same() -> None:
    given = cells(a=(DAY, OTHER), b=MONTH, c="?" + OTHER)
    assert judged(given) == judged(given)


def test_statements_on_missing_notes_are_unknown_and_lost_ones_are_not_counted() -> None:
    held = Note("n1", "1", Span(0, 3))
    given = cells(
        a=(read(DAY, "a", notes=("1",)), read(DAY, "a", notes=("1", "2"))),
        b=(lost("b"), read(DAY, "b", notes=("9",))),
        c="lost",
    )
    documents: dict[str, Document] = {
        "a": factories.document(notes=(held,)),
        "b": factories.document(),
    }
    origins = judge(factories.claim(), given, sources(given), documents).origins
    assert (origins.sources, origins.at_most, origins.unknown) == (2, 1, 2)


def test_the_draft_is_no_origin() -> None:
    given = cells(draft=read(DAY, "draft", notes=("9",)), a=DAY)
    origins = judged(given).origins
    assert (origins.sources, origins.at_most, origins.unknown) == (1, 1, 0)


def test_a_copy_is_no_origin_of_its_own() -> None:
    copy = factories.source("b", derived_from=("a",), kind=Kind.SECONDARY)
    row = judged(cells(a=DAY, b=DAY), b=copy)
    assert (row.origins.sources, row.origins.at_most) == (2, 1)
