"""Which codes are wanted: the longest beginning decides."""

from __future__ import annotations

import pytest

from provenance.model.selection import Selection


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        pytest.param((), (), "PV201 PV301 PV302", id="nothing said: all"),
        pytest.param(("PV3",), (), "PV301 PV302", id="a beginning"),
        pytest.param(("PV302", "PV2"), (), "PV201 PV302", id="a whole code and a beginning"),
        pytest.param((), ("PV3",), "PV201", id="all but a beginning"),
        pytest.param(("PV3",), ("PV302",), "PV301", id="a code out of a beginning"),
        pytest.param(("PV302",), ("PV3",), "PV302", id="a code kept of a beginning ignored"),
        pytest.param(("PV302", "PV201"), ("PV302",), "PV201", id="named in both: ignored"),
        pytest.param(("PV",), ("PV",), "", id="everything in both"),
    ],
)
def test_the_longest_beginning_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], wanted: str
) -> None:
    selection = Selection(select, ignore)
    codes = ("PV201", "PV301", "PV302")
    assert [code for code in codes if selection.covers(code)] == wanted.split()
