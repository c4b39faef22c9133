"""Our checker and the standard's reference implementation agree on every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from provenance.workspace.quoting import scalar_text
from provenance.workspace.schema import check, schema_named
from provenance.workspace.yaml_nodes import parse, plain

NAMES = ("claim", "source", "settings", "decision")
ROOT = Path(__file__).parents[2]
EXAMPLE = [
    *(("claim", path) for path in sorted((ROOT / "claims").glob("*.yaml"))),
    *(("source", path) for path in sorted((ROOT / "seeds").glob("*.source.yaml"))),
    *(("settings", path) for path in sorted(ROOT.glob("provenance.yaml"))),
]
DECISION = """\
subject: chiang-told
decision: resolved
by: AB
at: 2024-03-01T09:30:00Z
reason: "The two moments are two matters."
on: {claims/chiang-told.yaml: %s}
""" % ("0" * 64)


def _ours(text: str, name: str) -> bool:
    return not check(parse(text, "f.yaml"), name)


def _theirs(text: str, name: str) -> bool:
    return Draft202012Validator(schema_named(name)).is_valid(plain(parse(text, "f.yaml")))


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_and_uses_only_what_is_checked(name: str) -> None:
    schema = schema_named(name)
    Draft202012Validator.check_schema(schema)
    checked = {
        *("$schema", "$id", "$ref", "$defs", "title", "description", "type", "properties"),
        *("required", "enum", "items", "pattern", "patternProperties", "additionalProperties"),
    }
    assert {key for inner in _schemas(schema) for key in inner} <= checked


def _schemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for many in ("properties", "$defs"):
        for inner in schema.get(many, {}).values():
            yield from _schemas(inner)
    for one in ("items", "additionalProperties"):
        if isinstance(schema.get(one), dict):
            yield from _schemas(schema[one])


@pytest.mark.parametrize(
    ("name", "path"), [pytest.param(n, p, id=f"{n} {p.name}") for n, p in EXAMPLE]
)
def test_the_example_holds_to_its_schemas(name: str, path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert check(parse(text, path.name), name) == ()
    assert _theirs(text, name)


def test_a_decision_can_be_written_down() -> None:
    assert _ours(DECISION, "decision")
    assert not _ours(DECISION.replace("09:30", "9.30"), "decision")


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.sampled_from(["", "x", "true", "date", "draft", "0" * 64, "a b", "3"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "from", "family", "date", "x-a"]), inner)
    ),
    max_leaves=5,
)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_agrees_with_the_reference_implementation(name: str, data: st.DataObject) -> None:
    keys = [*schema_named(name)["properties"], "x-mine", "unheard-of"]
    content = data.draw(st.dictionaries(st.sampled_from(keys), VALUES, min_size=1, max_size=4))
    text = _flow(content)
    assert _ours(text, name) == _theirs(text, name), text


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar_text(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return scalar_text(value)


def test_schemas_are_written_alike() -> None:
    for name in NAMES:
        raw = (files("provenance") / "schemas" / f"{name}.schema.json").read_bytes()
        assert b"\r" not in raw
        assert raw.endswith(b"}\n")
        assert json.loads(raw)["$id"] == f"{name}.schema.json"
