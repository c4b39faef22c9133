"""One field changes; every other byte stays."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ProvenanceError
from provenance.workspace.quoting import Item
from provenance.workspace.splices import Key, append_item, set_scalar
from provenance.workspace.yaml_nodes import parse, plain

CLAIM = """\
# Two moments, not one.
question: 'When was it?'   # Chiang's
type: date
find: [Chiang, told]
holds:
statements:
  - source: essay       # after Hasegawa
    quote: "until June 15.29"
    says: 1945-06-15
    # the year is inferred
  - {source: cable, says: null}
# the end
events:
    yalta:    1945-02-04
"""


@pytest.mark.parametrize(
    ("keys", "new", "line", "becomes"),
    [
        pytest.param(
            ("question",),
            "Whose?",
            "question: 'When was it?'   # Chiang's",
            "question: 'Whose?'   # Chiang's",
            id="quotation marks stay",
        ),
        pytest.param(
            ("question",),
            "It's a\nlong one?",
            "question: 'When was it?'   # Chiang's",
            "question: \"It's a\\nlong one?\"   # Chiang's",
            id="unless they cannot hold the text",
        ),
        pytest.param(("type",), "text", "type: date", "type: text", id="plain stays plain"),
        pytest.param(
            ("type",), "a: b", "type: date", 'type: "a: b"', id="unless it would be misread"
        ),
        pytest.param(("type",), "null", "type: date", 'type: "null"', id="the word null"),
        pytest.param(("type",), None, "type: date", "type: null", id="null itself"),
        pytest.param(("holds",), "planned", "holds:", "holds: planned", id="an empty value"),
        pytest.param(
            ("statements", 0, "quote"),
            'he said "no"',
            '    quote: "until June 15.29"',
            '    quote: "he said \\"no\\""',
            id="inside a list",
        ),
        pytest.param(
            ("statements", 1, "says"),
            "1945",
            "  - {source: cable, says: null}",
            "  - {source: cable, says: 1945}",
            id="inside braces",
        ),
        pytest.param(
            ("statements", 1, "holds"),
            "planned",
            "  - {source: cable, says: null}",
            "  - {source: cable, says: null, holds: planned}",
            id="a new key inside braces",
        ),
        pytest.param(
            ("statements", 0, "holds"),
            "planned",
            "    # the year is inferred",
            "    # the year is inferred\n    holds: planned",
            id="a new key in a statement, behind the comment that belongs to it",
        ),
        pytest.param(
            ("events", "potsdam"),
            "1945-07-17",
            "    yalta:    1945-02-04",
            "    yalta:    1945-02-04\n    potsdam: 1945-07-17",
            id="a new key at the indentation of its neighbours",
        ),
        pytest.param(
            ("tolerance",),
            "P1D",
            "    yalta:    1945-02-04",
            "    yalta:    1945-02-04\ntolerance: P1D",
            id="a new key of the file itself",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
def test_only_the_field_changes(
    keys: tuple[Key, ...], new: str | None, line: str, becomes: str, line_end: str, mark: str
) -> None:
    assert CLAIM.count(line + "\n") == 1
    text, expected = (
        mark + version.replace("\n", line_end)
        for version in (CLAIM, CLAIM.replace(line + "\n", becomes + "\n"))
    )
    assert set_scalar(text, keys, new, "f.yaml") == expected


STATEMENT: Item = {"source": "cable", "quote": "as worded", "notes": ["29", "2/3"]}
BLOCK = "- {source: cable, quote: as worded, notes: [29, 2/3]}"
FLOW = "{source: cable, quote: as worded, notes: [29, 2/3]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "a: 1\nlist:\n  - x   # c\n  # of x, or of the next\nb: 2\n",
            "a: 1\nlist:\n  - x   # c\n  @\n  # of x, or of the next\nb: 2\n",
            id="after the last item",
        ),
        pytest.param(
            "list:\n- x\n\n# b\nb: 2\n", "list:\n- x\n@\n\n# b\nb: 2\n", id="not indented"
        ),
        pytest.param("list:\n- x", "list:\n- x\n@", id="no line end at the end of the file"),
        pytest.param(
            "list:\n  - |\n    x\n\n    y\n\nb: 2\n",
            "list:\n  - |\n    x\n\n    y\n  @\n\nb: 2\n",
            id="after a block of text",
        ),
        pytest.param("list: []  # none\nb: 2\n", "list:  # none\n  @\nb: 2\n", id="empty list"),
        pytest.param("list:  # none\nb: 2\n", "list:  # none\n  @\nb: 2\n", id="null"),
        pytest.param("list: ~\n", "list:\n  @\n", id="tilde"),
        pytest.param("b: 2\n", "b: 2\nlist:\n  @\n", id="no such key yet"),
        pytest.param("list: [x, y]\n", "list: [x, y, §]\n", id="in brackets"),
        pytest.param(
            "list: [x,\n  [y]\n  ]\n", "list: [x,\n  [y], §\n  ]\n", id="over several lines"
        ),
        pytest.param("list: [ # none\n ]\n", "list: [§ # none\n ]\n", id="comment in the brackets"),
        pytest.param("{list: }\n", "{list: [§]}\n", id="null in braces"),
        pytest.param("{a: 1}\n", "{a: 1, list: [§]}\n", id="no such key in braces"),
        pytest.param("{}\n", "{list: [§]}\n", id="empty braces"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_item_is_appended_in_the_manner_of_its_list(
    before: str, after: str, line_end: str
) -> None:
    expected = after.replace("@", BLOCK).replace("§", FLOW)
    text = before.replace("\n", line_end)
    came = append_item(text, ("list",), STATEMENT, "f.yaml")
    assert came == expected.replace("\n", line_end)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("a: [x]\n", ("a",), id="a list is not one value"),
        pytest.param("a: x\n", ("b", "c"), id="no such mapping"),
        pytest.param("a: x\n", ("a", "c"), id="text has no keys"),
        pytest.param("a: [x]\n", ("a", 0), id="an item of a list"),
        pytest.param("a: x\n...\n", ("b",), id="beyond the end of the document"),
    ],
)
def test_what_cannot_be_done_safely_is_refused(text: str, keys: tuple[Key, ...]) -> None:
    with pytest.raises(ProvenanceError, match="edit-refused"):
        set_scalar(text, keys, "new", "f.yaml")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ProvenanceError, match="half a character"):
        set_scalar("a: x\n", ("a",), "\ud83d", "f.yaml")


def test_text_is_not_appended_to() -> None:
    with pytest.raises(ProvenanceError, match="is not a list"):
        append_item("a: x\n", ("a",), "y", "f.yaml")


ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    [
        "- x",
        "# x",
        "a: b",
        "[x",
        "'",
        '"',
        "\\",
        " x ",
        "x\n\ny\n",
        "\x85\u2028\ufeff",
        "~",
        "|",
        "%",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    new=ANY_TEXT,
    keys=st.sampled_from(
        [("question",), ("holds",), ("statements", 0, "quote"), ("statements", 1, "says"), ("new",)]
    ),
)
def test_any_text_can_be_set_and_is_read_back(new: str, keys: tuple[Key, ...]) -> None:
    changed = set_scalar(CLAIM, keys, new, "f.yaml")
    node: Any = plain(parse(changed, "f.yaml"))
    for key in keys:
        node = node[key]
    assert node == new
    edits = SequenceMatcher(None, CLAIM, changed, autojunk=False).get_opcodes()
    touched = {CLAIM.count("\n", 0, a) for tag, a, _, _, _ in edits if tag != "equal"}
    assert len(touched) <= 1


@settings(max_examples=100, deadline=None)
@given(quote=ANY_TEXT, notes=st.lists(ANY_TEXT, max_size=2))
def test_any_statement_can_be_appended_and_is_read_back(quote: str, notes: list[str]) -> None:
    item: Item = {"source": "cable", "quote": quote, "notes": notes}
    for text in (CLAIM, CLAIM.replace("\n", "\r\n"), "question: x\n", "statements: []\n"):
        changed = append_item(text, ("statements",), item, "f.yaml")
        read: Any = plain(parse(changed, "f.yaml"))
        assert read["statements"][-1] == item
        kept = iter(changed)
        assert text == "statements: []\n" or all(char in kept for char in text)
