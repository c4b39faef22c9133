"""Checks a YAML tree against the JSON Schema that describes its file, and words what is wrong.

The schemas in `provenance/schemas` are plain JSON Schema, so that editors can use them too. Of the
standard we use `type`, `properties`, `required`, `enum`, `items`, `pattern`, `patternProperties`
(all of them free, such as `^x-`), `additionalProperties`, `$ref` and `$defs`; `title` and
`description` word the messages. Every scalar of ours is text, so `number` and `boolean` are there
for editors alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from provenance.alignment.nearest import nearest
from provenance.errors import Problem, quoted
from provenance.workspace.wording import did_you_mean, listed
from provenance.workspace.yaml_nodes import Mapping, Node, Scalar, Sequence

Schema = dict[str, Any]

_WORDS = {"object": "keys with values", "array": "a list", "string": "text"}


@cache
def schema_named(name: str) -> Schema:
    """The schema of a kind of file: `claim`, `source`, `settings`, `decision`."""
    path = files("provenance") / "schemas" / f"{name}.schema.json"
    schema: Schema = json.loads(path.read_text(encoding="utf-8"))
    return schema


def check(root: Mapping, name: str) -> tuple[Problem, ...]:
    """Everything in which a file differs from its schema, in file order."""
    schema = schema_named(name)
    found = _Checker(schema).problems(root, schema, schema["title"])
    return tuple(sorted(found, key=lambda p: (p.place or root.place, p.message)))


@dataclass(frozen=True, slots=True)
class _Checker:
    whole: Schema
    """Where `$ref` points into."""

    def problems(self, node: Node, schema: Schema, subject: str) -> Iterator[Problem]:
        """What is wrong with a node. `subject` is what a message calls it."""
        schema = self._resolved(schema)
        wrong = _wrong_type(node, schema, subject)
        if wrong:
            yield wrong
        elif isinstance(node, Scalar):
            yield from _scalar_problems(node, schema, subject)
        elif isinstance(node, Sequence):
            inner = self._resolved(schema.get("items", {}))
            for item in node.items:
                name = inner.get("title", f"an item of {subject}")
                yield from self.problems(item, inner, name)
        else:
            yield from self._mapping_problems(node, schema)

    def _mapping_problems(self, node: Mapping, schema: Schema) -> Iterator[Problem]:
        known: Schema = schema.get("properties", {})
        free = [re.compile(pattern) for pattern in schema.get("patternProperties", ())]
        other = schema.get("additionalProperties", True)
        for key in schema.get("required", ()):
            if node.get(key) is None:
                about = self._resolved(known[key]).get("description", "")
                yield Problem(
                    "missing-key", f"{schema['title']} needs {quoted(key)}", node.place, about
                )
        for entry in node.entries:
            key = entry.key.text
            if key in known:
                yield from self.problems(entry.value, known[key], quoted(key))
            elif any(pattern.search(key) for pattern in free):
                continue
            elif other is False:
                message = f"{quoted(key)} is not a key of {schema['title']}"
                hint = did_you_mean(key, known)
                if not hint.startswith("did"):
                    hint = f"{hint}; keys of your own begin with x-".removeprefix("; ")
                yield Problem("unknown-key", message, entry.key.place, hint)
            elif isinstance(other, dict):
                yield from self.problems(entry.value, other, quoted(key))

    def _resolved(self, schema: Schema) -> Schema:
        """A schema with its reference followed; words beside the reference win."""
        if "$ref" not in schema:
            return schema
        name = schema["$ref"].removeprefix("#/$defs/")
        beside = {k: v for k, v in schema.items() if k != "$ref"}
        return {**self._resolved(self.whole["$defs"][name]), **beside}


def _wrong_type(node: Node, schema: Schema, subject: str) -> Problem | None:
    """The problem of a node that is of no type its schema allows."""
    wanted = schema.get("type", ())
    wanted = [wanted] if isinstance(wanted, str) else wanted
    kind = _kind(node)
    if not wanted or kind in wanted:
        return None
    hint = schema.get("description", "")
    if kind == "null":
        return Problem("missing-key", f"{subject} is empty", node.place, hint)
    allowed = listed((_WORDS[type] for type in wanted if type in _WORDS), "or")
    if kind == "string" and isinstance(node, Scalar) and "array" in wanted:
        hint = f"put it in square brackets: [{node.text}]" if node.text.isalnum() else hint
    return Problem("bad-type", f"{subject} must be {allowed}, not {_WORDS[kind]}", node.place, hint)


def _kind(node: Node) -> str:
    if isinstance(node, Mapping):
        return "object"
    if isinstance(node, Sequence):
        return "array"
    return "null" if node.is_null else "string"


def _scalar_problems(node: Scalar, schema: Schema, subject: str) -> Iterator[Problem]:
    if node.is_null:
        return
    choices = [choice for choice in schema.get("enum", ()) if isinstance(choice, str)]
    if choices and node.text not in choices:
        message = f"{subject} cannot be {quoted(node.text)}"
        hint, near = schema.get("description", ""), nearest(node.text, choices)
        hint = f"did you mean {quoted(near)}? ({hint})" if near else hint
        yield Problem("bad-choice", message, node.place, hint)
    if "pattern" in schema and not re.search(schema["pattern"], node.text):
        message = f"{subject} cannot be {quoted(node.text)}" if node.text else f"{subject} is empty"
        yield Problem("bad-text", message, node.place, schema.get("description", ""))
