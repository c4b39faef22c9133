"""Which clashes one finding tells, and what it says of those it does not name first."""

from __future__ import annotations

import pytest

from provenance.model.verdicts import StatementState
from tests.checks.test_checks import findings, said

PROPOSED = StatementState.PROPOSED
MAY = "1841-05-14"

CASES = [
    pytest.param(
        [said("clerk"), said("diary"), said("gazette", MAY), said("herald", MAY)],
        [
            (
                "PV501",
                "clerk and gazette conflict. 14 March 1841 against 14 May 1841, 61 days apart."
                " On one side: clerk and diary. On the other: gazette and herald.",
            )
        ],
        id="two against two are one matter to settle",
    ),
    pytest.param(
        [said("clerk"), said("gazette", MAY), said("herald", "1842-01-01")],
        [
            ("PV501", "clerk and gazette conflict."),
            ("PV501", "clerk and herald conflict."),
            ("PV501", "gazette and herald conflict."),
        ],
        id="three answers are three matters",
    ),
    pytest.param(
        [
            said("clerk", state=PROPOSED),
            said("gazette", MAY, state=PROPOSED),
            said("herald", "1842-01-01", state=PROPOSED),
        ],
        [("PV506", "clerk and gazette conflict, if a proposal is right.")],
        id="what nobody has confirmed is one piece of reading, however many answers it gives",
    ),
    pytest.param(
        [said("clerk"), said("gazette", MAY), said("herald", MAY, state=PROPOSED)],
        [("PV501", "clerk and gazette conflict."), ("PV506", "clerk and herald conflict")],
        id="what is confirmed is not mixed with what is not",
    ),
    pytest.param(
        [said("clerk"), said("gazette", MAY), said("herald", MAY, speaker="the Vicar")],
        [
            ("PV501", "clerk and gazette conflict."),
            ("PV502", "clerk and herald may conflict."),
        ],
        id="nor a conflict with what may be one",
    ),
]


@pytest.mark.parametrize(("statements", "told"), CASES)
def test_one_finding_tells_clashes_of_one_kind(
    statements: list[object], told: list[tuple[str, str]]
) -> None:
    clashes = [f for f in findings(*statements) if f.code.startswith("PV50")]  # type: ignore[arg-type]
    found = sorted((f.code, f.message) for f in clashes if f.code != "PV507")
    assert [code for code, _ in found] == [code for code, _ in told]
    for (_, message), (_, start) in zip(found, told, strict=True):
        assert message.startswith(start)


def test_how_many_more_proposals_may_clash_is_counted() -> None:
    days = ("1841-03-14", "1841-05-14", "1842-01-01")
    found = findings(
        *(said(f"paper-{n}", day, state=PROPOSED, is_sure=False) for n, day in enumerate(days))
    )
    (told,) = (f.message for f in found if f.code == "PV502")
    assert told.endswith(" So may 2 more pairs of passages.")


def test_many_on_one_side_are_counted() -> None:
    many = [said(f"paper-{n:02}", MAY) for n in range(15)]
    (told,) = (f.message for f in findings(said("clerk"), *many) if f.code == "PV501")
    assert told.endswith("paper-10, paper-11 and 3 more.")
    assert "On one side: clerk. On the other: paper-00, paper-01" in told
