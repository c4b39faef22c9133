"""Scalars as typed, and the place of every node."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ProvenanceError
from provenance.workspace import yaml_nodes
from provenance.workspace.quoting import as_flow
from provenance.workspace.yaml_nodes import Mapping, Node, Scalar, Sequence, parse, plain


@pytest.fixture(params=["compiled", "python"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with both parsers: what a user reads must not depend on which is there."""
    if request.param == "compiled" and not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without its compiled parser")
    loader = yaml.SafeLoader if request.param == "python" else yaml.CSafeLoader
    monkeypatch.setattr(yaml_nodes, "_LOADER", loader)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("1945-06-15", "1945-06-15", id="a date stays text"),
        pytest.param("yes", "yes", id="yes is not true"),
        pytest.param("no", "no", id="no is not false"),
        pytest.param("12:30", "12:30", id="a time is not sexagesimal"),
        pytest.param("1e3", "1e3", id="a number stays as written"),
        pytest.param("0x1F", "0x1F", id="hexadecimal stays as written"),
        pytest.param("010", "010", id="leading zeros stay"),
        pytest.param("", None, id="nothing is null"),
        pytest.param("~", None, id="tilde is null"),
        pytest.param("null", None, id="null is null"),
        pytest.param('""', "", id="two quotation marks are empty text"),
        pytest.param("'null'", "null", id="null in quotation marks is text"),
        pytest.param('"caf\\u00e9"', "café", id="escapes are resolved"),
    ],
)
@pytest.mark.usefixtures("each_parser")
def test_scalar_is_read_as_typed(typed: str, read: str | None) -> None:
    assert plain(parse(f"says: {typed}\n", "f.yaml")) == {"says": read}


TEXT = "question: Où?\nfind: [Ünï, 😀, x]\nstatements:\n- quote: |\n    a\n    b\n  says: 'no'\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
@pytest.mark.usefixtures("each_parser")
def test_places_count_code_points_from_one(line_end: str, mark: str) -> None:
    text = mark + TEXT.replace("\n", line_end)
    root = parse(text, "f.yaml")
    find = root.get("find")
    assert isinstance(find, Sequence)
    assert [str(item.place) for item in find.items] == ["f.yaml:2:8", "f.yaml:2:13", "f.yaml:2:16"]
    assert [text[item.start : item.end] for item in find.items] == ["Ünï", "😀", "x"]
    statements = root.get("statements")
    assert isinstance(statements, Sequence)
    statement = statements.items[0]
    assert isinstance(statement, Mapping)
    assert plain(statement) == {"quote": "a\nb\n", "says": "no"}
    says = statement.get("says")
    assert isinstance(says, Scalar)
    assert (str(says.place), text[says.start : says.end]) == ("f.yaml:7:9", "'no'")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("a: b: c", "f.yaml:1:5: this colon", id="second colon"),
        pytest.param("a: [1, 2", "f.yaml:1:4: the list", id="open bracket"),
        pytest.param("a: [\n", "f.yaml:2:1: a value is missing", id="open bracket, nothing in it"),
        pytest.param("a: {b: 2", "f.yaml:1:4: what begins with {", id="open brace"),
        pytest.param("a: 'x", "f.yaml:1:4: a quotation mark", id="open quotation mark"),
        pytest.param("a:\n\tb: 1", "f.yaml:2:1: a tab", id="tab"),
        pytest.param("a: %x", "f.yaml:1:4: text cannot begin with %", id="reserved sign"),
        pytest.param('a: "\\q"', "f.yaml:1:4: between double", id="unknown escape"),
        pytest.param('"a" b: c', "f.yaml:1:5: this does not fit", id="text after quotes"),
        pytest.param("- a\nb: c", "f.yaml:2:1: this does not fit", id="key among items"),
        pytest.param("a: 1\nb\nc: 1", "f.yaml:2:1: this line is neither", id="line without colon"),
    ],
)
@pytest.mark.usefixtures("each_parser")
def test_both_parsers_complain_alike(text: str, complaint: str) -> None:
    with pytest.raises(ProvenanceError) as raised:
        parse(text, "f.yaml")
    assert [str(p).startswith(complaint) for p in raised.value.problems] == [True], raised.value


def _nodes(node: Node) -> list[Node]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [node, *(inner for item in node.items for inner in _nodes(item))]
        case Mapping():
            inner = [n for e in node.entries for n in (*_nodes(e.key), *_nodes(e.value))]
            return [node, *inner]


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(min_size=1), st.lists(st.text()), min_size=1))
def test_any_text_survives_and_is_found_where_it_stands(content: dict[str, list[str]]) -> None:
    text = "# first\n" + as_flow({**content})
    root = parse(text, "f.yaml")
    assert plain(root) == content
    scalars = [node for node in _nodes(root) if isinstance(node, Scalar)]
    for before, after in pairwise(scalars):
        assert before.end <= after.start
    for scalar in scalars:
        assert plain(parse(f"a: {text[scalar.start : scalar.end]}", "f")) == {"a": scalar.text}


def test_hostile_files_are_refused_at_once() -> None:
    before = time.process_time()
    for text in ("a: " + "[" * 500_000, "a: " + "{a: " * 300_000, "- " * 500_000, "a: &b [*b]"):
        with pytest.raises(ProvenanceError):
            parse(text, "f.yaml")
    assert time.process_time() - before < 2
