"""Keys of one statement changed, added and taken out: nothing else in the file changes."""

from __future__ import annotations

import pytest

from provenance.errors import ProvenanceError
from provenance.workspace.item_edits import with_keys
from provenance.workspace.splices import Key

FLOW = 'q: When?\nstatements:\n  - {source: a, quote: "x, y", says: 1841} # why\n  - {source: b}\n'
BLOCK = """q: When?
statements:
  - source: a
    quote: "x"   # as printed
    notes:
      - 1
      - 2
    holds: probable
    # said later
    says: 1841
  - source: b
silent: [c]
"""
ONE = ("statements", 0)

CASES = [
    pytest.param(FLOW, ONE, {"says": "1842"}, ("says: 1841", "says: 1842"), id="a value in braces"),
    pytest.param(
        FLOW,
        ONE,
        {"speaker": "the clerk"},
        ("1841}", "1841, speaker: the clerk}"),
        id="a key in braces",
    ),
    pytest.param(
        FLOW, ONE, {"notes": ["1", "2"]}, ("1841}", "1841, notes: [1, 2]}"), id="a list in braces"
    ),
    pytest.param(FLOW, ONE, {"says": ""}, (", says: 1841", ""), id="the last key in braces goes"),
    pytest.param(FLOW, ONE, {"quote": ""}, ('quote: "x, y", ', ""), id="a key in braces goes"),
    pytest.param(BLOCK, ONE, {"says": "1842"}, ("1841", "1842"), id="a value in a block"),
    pytest.param(
        BLOCK, ONE, {"holds": ""}, ("    holds: probable\n", ""), id="a key of a block goes"
    ),
    pytest.param(
        BLOCK,
        ONE,
        {"notes": ["3"]},
        ("notes:\n      - 1\n      - 2\n", "notes: [3]\n"),
        id="a list in a block",
    ),
    pytest.param(
        BLOCK,
        ONE,
        {"notes": []},
        ("    notes:\n      - 1\n      - 2\n", ""),
        id="a list in a block goes",
    ),
    pytest.param(
        BLOCK, ONE, {"as-of": "1842"}, ("1841\n", "1841\n    as-of: 1842\n"), id="a key in a block"
    ),
    pytest.param(BLOCK, ONE, {"says": "1841", "about": ""}, ("", ""), id="nothing that differs"),
    pytest.param(
        BLOCK,
        ("events",),
        {"the flood": "1840"},
        ("[c]\n", "[c]\nevents: {the flood: 1840}\n"),
        id="the first event",
    ),
    pytest.param(
        "events:\n",
        ("events",),
        {"a": "1840"},
        ("events:", "events: {a: 1840}"),
        id="the first event of an empty list",
    ),
    pytest.param(
        "events:\n  a: 1840\n  b: 1841\n",
        ("events",),
        {"a": ""},
        ("  a: 1840\n", ""),
        id="an event of a block goes",
    ),
    pytest.param(
        "events:\n  a: 1840\nx: 1\n",
        ("events",),
        {"a": "", "b": "1842"},
        ("\n  a: 1840", " {b: 1842}"),
        id="the only event is another",
    ),
    pytest.param(
        "events: {a: 1840}\n",
        ("events",),
        {"a": ""},
        ("a: 1840", ""),
        id="the only event in braces goes",
    ),
    pytest.param(
        BLOCK.replace("\n", "\r\n"),
        ONE,
        {"holds": ""},
        ("    holds: probable\r\n", ""),
        id="line ends of another system",
    ),
]


@pytest.mark.parametrize(("text", "at", "entries", "change"), CASES)
def test_only_the_key_changes(
    text: str, at: tuple[Key, ...], entries: dict[str, str | list[str]], change: tuple[str, str]
) -> None:
    assert with_keys(text, at, entries, "c.yaml") == text.replace(*change, 1)


@pytest.mark.parametrize(
    ("text", "at", "entries"),
    [
        pytest.param(FLOW, ("statements", 5), {"says": "1"}, id="no such statement"),
        pytest.param(BLOCK, ("silent",), {"says": "1"}, id="a list"),
        pytest.param(BLOCK, ONE, {"source": ""}, id="the key beside the dash"),
        pytest.param(
            BLOCK.replace("- 1\n", "- 1 # sic\n"), ONE, {"notes": ["3"]}, id="a comment would go"
        ),
    ],
)
def test_what_would_change_more_is_refused(
    text: str, at: tuple[Key, ...], entries: dict[str, str | list[str]]
) -> None:
    with pytest.raises(ProvenanceError) as refused:
        with_keys(text, at, entries, "c.yaml")
    assert refused.value.problems[0].slug == "edit-refused"
