"""The findings about origins: each finds what it is for, and is silent elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.checks.registry import checks, run_checks
from provenance.checks.subject import Subject
from provenance.comparison.families import propose_families
from provenance.model.claims import Holds
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.findings import Finding, Severity
from provenance.model.sources import Kind
from provenance.model.verdicts import StatementState
from tests import factories
from tests.comparison.networks import Told, Web, source, web


def found(told: Web) -> list[Finding]:
    """The findings about origins in one claim."""
    entries = tuple(
        ReadSource(described, told.grounds.documents[id_], SourceState.READ)
        for id_, described in told.grounds.sources.items()
    )
    subject = Subject(entries, (told.row,), (told.trail,), told.grounds.catalogue.works)
    return [finding for finding in run_checks(subject) if finding.code.startswith("PV6")]


def handbook(id_: str, kind: Kind = Kind.SECONDARY, issued: str | None = None) -> dict[str, object]:
    return {id_: source(id_, kind=kind, issued=issued)}


BAD = [
    pytest.param(
        web({"a": "b", "b": "cX", "c": "ad", "d": "c"}), "PV601",
        "A circle of 2: c cites d (note 2: “History of dddland”); d cites c (note 1: “History of"
        " cccland”).", id="a circle, the shortest of its knot",
    ),
    pytest.param(
        web({"a": "b", "b": "cD", "c": "ae", "d": "a", "e": "f", "f": "c"}), "PV601",
        "A circle of 3: a cites b (note 1: “History of bbbland”); b cites c (note 1: “History of"
        " cccland”); c cites a (note 1: “History of aaaland”).",
        id="exactly the three of a loop in a larger knot",
    ),
    pytest.param(
        web({"a": "b"}, held="b", sources={"a": source("a", issued="1951"),
                                           "b": source("b", issued="1951-06")}), "", "",
        id="the same year is no anachronism",
    ),
    pytest.param(
        web({"a": Told("", "1800")}, derived={"a": "b"}, held="b",
            sources={"a": source("a", issued="1951"), "b": source("b", issued="1963")}), "PV602",
        "a is dated 1951 and rests on b, which is of 1963.", id="rests on what is later",
    ),
    pytest.param(
        web({"a": Told("", "1841-03-14")}, sources={"a": source("a", issued="1840")}), "PV602",
        "a is dated 1840 and asserts 1841-03-14, which is later.", id="asserts what is later",
    ),
    pytest.param(
        web({"a": "D", "b": "D", "c": "D"}), "PV603",
        "3 sources speak, and all of it comes by way of WriterD, Annals of DDDville.",
        id="three papers, one dispatch",
    ),
    pytest.param(
        web({"a": "h", "b": "h", "c": "h", "d": ""}, held="h", sources=handbook("h")),  # type: ignore[arg-type]
        "PV604", "a, b and c cite h, which is no first-hand source.", id="amplification",
    ),
    pytest.param(
        web({"a": "b", "c": ""}, held="b"), "PV605",
        "a rests it on b, which was read through and does not say.", id="cited, and silent",
    ),
    pytest.param(
        web({"a": Told("b", words="it was closed that day"),
             "b": Told(words="it may have been closed that day"), "c": ""}), "PV605",
        "a rests on b and changes it: hedge lost (“may”). “it may have been closed that day” became"
        " “it was closed that day”.", id="a guess becomes a fact",
    ),
    pytest.param(
        web({"a": Told("D"), "b": Told(says="1841-05-14")},
            sources={"a": source("a", issued="1902"), "b": source("b", issued="1842")}), "PV606",
        "a cites nothing of b, which says otherwise.", id="bias",
    ),
    pytest.param(
        web({"a": "h", "p": "", "q": ""}, held="h", derived={"h": "p"}, sources=handbook("h")),  # type: ignore[arg-type]
        "PV607", "a cites h, which has it from p, and that is held.", id="secondary cited",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("told", "code", "message"), BAD)
def test_a_check_finds_what_it_is_for(told: Web, code: str, message: str) -> None:
    here = [(finding.code, finding.message) for finding in found(told)]
    wanted = [each for each in here if each[0] == code]
    assert wanted == ([(code, message)] if code else [])


def as_proposed(told: Web) -> Web:
    """The same where nobody has confirmed a statement."""
    cells = tuple(
        replace(
            cell,
            statements=tuple(
                replace(placed, state=StatementState.PROPOSED) for placed in cell.statements
            ),
        )
        for cell in told.row.cells
    )
    return replace(told, row=replace(told.row, cells=cells))


HANGING = [row for row in BAD if row.values[1] in ("PV601", "PV603", "PV605")]
"""Alarms that hang on statements."""


@pytest.mark.parametrize(("told", "code", "message"), HANGING)
def test_a_proposal_raises_no_alarm(told: Web, code: str, message: str) -> None:
    (softened,) = [finding for finding in found(as_proposed(told)) if finding.code == code]
    assert softened.severity is Severity.NOTE
    assert softened.message == f"If a proposal is right: {message}"
    assert softened.hint.startswith("Confirm or reject what is proposed.")


def test_a_proposed_date_is_no_anachronism() -> None:
    told = web({"a": Told("", "1841-03-14")}, sources={"a": source("a", issued="1840")})
    assert found(as_proposed(told)) == []


def test_a_family_is_proposed_with_its_words() -> None:
    text = " ".join(f"The surveyor number{n} wrote of bridge{n} in Harrow." for n in range(20))
    documents = {id_: factories.document(text, f"seeds/{id_}.txt") for id_ in "ab"}
    described = {id_: source(id_) for id_ in "ab"}
    entries = tuple(ReadSource(described[i], documents[i], SourceState.READ) for i in "ab")
    kin = propose_families(described, documents)
    (finding,) = [
        f for f in run_checks(Subject(entries, (), proposed_families=kin)) if f.code == "PV608"
    ]
    assert finding.message == (
        "a and b seem to be one family: a and b share 160 words; nothing tells which came first."
    )


def test_every_check_about_origins_has_a_bad_case() -> None:
    told = {str(row.values[1]) for row in BAD} - {""} | {"PV608"}
    assert told == {code for code in checks() if code.startswith("PV6")}


GOOD = [
    pytest.param(web({"a": "", "b": ""}), id="two that rest on nothing"),
    pytest.param(web({"a": "D", "b": "E"}), id="two that rest on two"),
    pytest.param(web({"a": "?", "b": ""}), id="a missing note has its own finding"),
]  # fmt: skip


@pytest.mark.parametrize("told", GOOD)
def test_the_checks_are_quiet_where_all_is_well(told: Web) -> None:
    assert found(told) == []


def test_a_plan_of_the_future_is_no_anachronism() -> None:
    told = web({"a": Told("", "1841-03-14")}, sources={"a": source("a", issued="1840")})
    cell = told.row.cell("a")
    placed = cell.statements[0]
    planned = replace(placed, statement=replace(placed.statement, holds=Holds.PLANNED))
    row = replace(told.row, cells=(replace(cell, statements=(planned,)),))
    assert found(replace(told, row=row)) == []
