"""The words of each hop, and the first that changed the meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from provenance.comparison.grounds import ground
from provenance.comparison.judge import judge
from provenance.comparison.trails import trace
from provenance.evidence.numbers import read_number
from provenance.model.claims import ClaimType, Holds, Statement
from provenance.model.origins import Aspect, Ladder
from provenance.model.values import NumberValue
from tests import factories
from tests.comparison.networks import source

Hop = Statement


def ladder(*hops: Statement) -> Ladder:
    """The ladder of sources of which each derives from the one before it; the origin first."""
    sources, documents, cells = {}, {}, []
    for at, stated in enumerate(hops):
        id_ = f"s{at}"
        rests_on = (f"s{at - 1}",) if at else ()
        sources[id_] = replace(source(id_), derived_from=rests_on)
        documents[id_] = factories.document(stated.quote, f"seeds/{id_}.txt")
        placed = factories.placed(replace(stated, source=id_), text=stated.quote)
        cells.append(factories.cell(placed, source_id=id_))
    grounds = ground(sources, documents)
    row = judge(factories.claim(), tuple(cells), sources, documents, grounds)
    (found,) = trace(row, grounds).ladders
    return found


def date(words: str, says: str = "1841-03-14", **more: object) -> Statement:
    return factories.statement(says=says, quote=words, **more)  # type: ignore[arg-type]


def number(words: str, says: str = "40") -> Statement:
    return factories.statement(
        says=says, quote=words, type_=ClaimType.NUMBER, value=read_number(says)
    )


def changed(found: Ladder) -> list[list[tuple[str, str, str]]]:
    return [[(c.aspect.value, c.before, c.after) for c in rung.changes] for rung in found.rungs]


LADDERS: list[object] = [
    pytest.param(
        (date("it may have been closed on 14 March"), date("it may have been closed on the 14th"),
         date("it was closed on 14 March")),
        2, [[], [], [("hedge", "may", "")]], id="a hedge dropped at hop 2",
    ),
    pytest.param(
        (number("about 40 men"), number("40 men"), number("at least 40 men")),
        1, [[], [("precision", "about", "")], [("precision", "", "at least")]],
        id="about 40, 40, at least 40",
    ),
    pytest.param(
        (number("some forty men", "~40"), number("forty men"), number("no fewer than forty men")),
        1, [[], [("precision", "about", "")], [("precision", "", "at least")]],
        id="the same in words",
    ),
    pytest.param(
        (date("closed in March", "1841-03"), date("closed on 14 March")),
        1, [[], [("precision", "March 1841", "14 March 1841")]], id="a month made a day",
    ),
    pytest.param(
        (date("closed on 14 March", speaker="the Vicar"), date("closed on 14 March")),
        1, [[], [("speaker", "the Vicar", "")]], id="an attribution lost",
    ),
    pytest.param(
        (date("to be closed on 14 March if the timbers fail"), date("to be closed on 14 March")),
        1, [[], [("condition", "if the timbers fail", "")]], id="a condition lost",
    ),
    pytest.param(
        (date("closed on 14 March"), date("closed on 14 May", "1841-05-14")),
        1, [[], [("answer", "14 March 1841", "14 May 1841")]], id="another day",
    ),
    pytest.param(
        (date("closed", holds=Holds.POSSIBLE), date("closed")),
        1, [[], [("hedge", "possible", "")]], id="held possible, then asserted",
    ),
    pytest.param(
        (date("closed on 14 March"), date("closed on 14 March"), date("shut on 14 March")),
        None, [[], [], []], id="nothing lost",
    ),
    pytest.param(
        (date("closed in May 1841"), date("closed on 2 May")), None, [[], []],
        id="the month of May is no hedge",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("hops", "first", "changes"), LADDERS)
def test_what_each_hop_lost_or_gained(
    hops: Sequence[Statement], first: int | None, changes: list[object]
) -> None:
    found = ladder(*hops)
    assert [rung.source for rung in found.rungs] == [f"s{at}" for at in range(len(hops))]
    assert changed(found) == changes
    assert found.first_change == first


def test_a_range_is_told_in_full() -> None:
    wide = NumberValue("30 to 50", Decimal(30), Decimal(50))
    found = ladder(replace(number("30 to 50 men"), value=wide), number("40 men"))
    assert changed(found)[1] == [(Aspect.PRECISION.value, "30 to 50", "40")]
