"""A source's description as a `Source`, and a document that has none as one, too."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from provenance.errors import Place, Problem, ProvenanceError, quoted
from provenance.model.sources import Kind, LayerRule, Role, Source
from provenance.workspace.fields import Fields
from provenance.workspace.schema import check
from provenance.workspace.yaml_nodes import (
    Mapping,
    Node,
    Plain,
    Scalar,
    Sequence,
    decoded,
    parse,
    plain,
)

DESCRIPTION = ".source.yaml"
"""What a description adds to the name of its document."""

_OWN_FIELDS = frozenset(
    {"id", "title", "author", "issued", "type", "role", "kind", "language", "derived-from"}
    | {"layers", "sha256", "rights"}
)
_ID_LINE = re.compile(r"^id:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_NO_WORD = re.compile(r"[\W_]+")


def read_source(content: bytes, path: str, document: str) -> Source:
    """The source that a description tells of. Raises all that is wrong with it.

    `path` is the description's and `document` the document's, relative to the workspace.
    """
    source, problems = read_as_far_as_possible(content, path, document)
    if problems:
        raise ProvenanceError(*problems)
    return source


def read_as_far_as_possible(
    content: bytes, path: str, document: str
) -> tuple[Source, tuple[Problem, ...]]:
    """The source as `read_source` has it, but for the fields that are wrong, and what is wrong.

    Raises `ProvenanceError` where the file is no YAML.
    """
    root = parse(decoded(content, path), path)
    problems = list(check(root, "source"))
    fields = Fields(root, problems)
    role = fields.choice("role", Role) or Role.SOURCE
    source = Source(
        id=fields.text("id") or slug(document),
        path=document,
        title=fields.text("title").strip() or title_of(document),
        authors=_names(root.get("author")),
        issued=fields.date("issued"),
        type=fields.text("type"),
        role=role,
        kind=fields.choice("kind", Kind),
        language=fields.text("language").strip(),
        derived_from=fields.texts("derived-from"),
        layers=_layer_rules(fields),
        # A draft is meant to change, so what it once was is not held against it.
        sha256="" if role is Role.DRAFT else fields.text("sha256").lower(),
        rights=fields.text("rights").strip(),
        fields=_other_fields(fields),
        place=fields.place("id"),
        sha256_place=fields.place("sha256"),
    )
    return source, tuple(sorted(problems, key=lambda p: (p.place or root.place, p.slug)))


def undescribed(document: str, id: str) -> Source:
    """A document without a description. `document` is relative to the workspace."""
    place = Place(document)
    return Source(id, document, title_of(document), place=place, sha256_place=place)


def slug(document: str, *, with_suffix: bool = False) -> str:
    """An id made from a file's name: `Harriman Cable.txt` is `harriman-cable`."""
    name = PurePosixPath(document)
    stem = name.name if with_suffix else name.stem
    return _NO_WORD.sub("-", stem.casefold()).strip("-") or "source"


def title_of(document: str) -> str:
    """A title made from a file's name."""
    return PurePosixPath(document).stem.replace("_", " ").strip() or document


def id_in(content: bytes) -> str:
    """The id in a description too broken to be read; "" where none is to be found."""
    found = _ID_LINE.search(content.decode("utf-8", "replace"))
    return found.group(1) if found else ""


def _layer_rules(fields: Fields) -> tuple[LayerRule, ...]:
    rules: list[LayerRule] = []
    for inner in fields.mappings("layers"):
        name = inner.text("name")
        if name in {rule.name for rule in rules}:
            inner.wrong(
                "duplicate-layer",
                inner.place("name"),
                f"two layers are called {quoted(name)}",
                "give each part a name of its own",
            )
        rule = LayerRule(
            name, inner.text("from"), inner.text("to"), inner.text("author"), inner.node.place
        )
        rules.append(rule)
    return tuple(rules)


def _other_fields(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The CSL variables that have no field of their own, as text: names are joined by `; `."""
    others = [entry for entry in fields.entries() if entry.key.text not in _OWN_FIELDS]
    said = ((entry.key.text, "; ".join(_names(entry.value))) for entry in others)
    return tuple((key, text) for key, text in said if text)


def names_as_written(node: Node | None) -> tuple[tuple[str, Plain], ...]:
    """Each of the names of a field as a reader would write it, and as the file has it."""
    items = node.items if isinstance(node, Sequence) else (node,) if node else ()
    return tuple((name, plain(item)) for item in items for name in _names(item))


def _names(node: Node | None) -> tuple[str, ...]:
    """Names as a reader would write them, from text, from CSL's parts, or from a list of either."""
    if isinstance(node, Sequence):
        return tuple(name for item in node.items for name in _names(item))
    if isinstance(node, Mapping):
        name = _name_of_parts(Fields(node, []))
        return (name,) if name else ()
    said = isinstance(node, Scalar) and not node.is_null and node.text.strip()
    return (said,) if said else ()


def _name_of_parts(parts: Fields) -> str:
    if parts.text("literal"):
        return parts.text("literal").strip()
    order = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"]
    if parts.text("static-ordering") == "true":
        order = ["non-dropping-particle", "family", "given", "suffix"]
    return " ".join(word for part in order if (word := parts.text(part).strip()))
