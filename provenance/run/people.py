"""Names of authors as a form has them on one line, and as a description lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from provenance.model.bibliography import Person
from provenance.workspace.field_edits import Item
from provenance.workspace.yaml_nodes import Plain

_PIECE = re.compile(r'"[^"]*"|\{[^{}]*\}|[^;]')
_WHOLE = re.compile(r'"([^"]*)"|\{([^{}]*)\}')
_OF_FIRMS = frozenset(re.findall(r"\S+", "inc ltd llc llp plc gmbh ag sa bv nv co corp limited"))
_OF_BODIES = frozenset(
    re.findall(
        r"\S+",
        "office ministry department bureau committee commission council institute institution "
        "university society association agency embassy government archive archives library museum "
        "bank union league court congress parliament senate press company corporation foundation",
    )
)
_PARTS = {"family", "given"}


def people_in(text: str, known: Mapping[str, Item] | None = None) -> list[Item]:
    """Names with semicolons between, each as a description has it.

    `Harris, Thomas` has its parts; a name in quotation marks or braces, an office's or a firm's is
    kept whole, and so is one without a comma. Names in `known` are as they are written there.
    """
    names = ["".join(pieces).strip() for pieces in _split(text)]
    return [(known or {}).get(name) or _item(name) for name in names if name]


def shown(item: Plain) -> str:
    """A name of a description as it stands on the form's line; "" for what is none."""
    if isinstance(item, str):
        return item.strip()
    if not isinstance(item, dict):
        return ""
    said = {key: str(value).strip() for key, value in item.items() if value}
    if set(said) == _PARTS:
        return f"{said['family']}, {said['given']}"
    if literal := said.get("literal", ""):
        return f'"{literal}"' if "," in literal or ";" in literal else literal
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(said[part] for part in order if part in said)


def line_of(people: Iterable[Person]) -> str:
    """People on the form's line. Those without a given name are kept whole."""
    return "; ".join(
        f"{each.family}, {each.given}" if each.given else shown({"literal": each.family})
        for each in people
    )


def people_in_words(items: Iterable[Item]) -> str:
    """How names were read: `Thomas Harris (family name Harris); Office of the Historian`."""
    return "; ".join(_in_words(item) for item in items)


def _in_words(item: Item) -> str:
    if isinstance(item, dict) and "family" in item:
        parts = (str(item.get(part, "")) for part in ("given", "family", "suffix"))
        return f"{' '.join(filter(None, parts))} (family name {item['family']})"
    return str(item.get("literal", "")) if isinstance(item, dict) else item


def _split(text: str) -> list[list[str]]:
    names: list[list[str]] = [[]]
    at = 0
    while at < len(text):
        if text[at] == ";":
            names.append([])
            at += 1
            continue
        piece = _PIECE.match(text, at)
        assert piece is not None
        names[-1].append(piece[0])
        at = piece.end()
    return names


def _item(name: str) -> Item:
    if whole := _WHOLE.fullmatch(name):
        return {"literal": (whole[1] or whole[2] or "").strip()}
    parts = [part.strip() for part in name.split(",")]
    if len(parts) not in (2, 3) or not all(parts):
        return name
    words = {word.casefold().strip(".") for word in name.replace(",", " ").split()}
    if parts[1].casefold().strip(".") in _OF_FIRMS or words & _OF_BODIES:
        return {"literal": name}
    item: Item = {"family": parts[0], "given": parts[1]}
    return item | {"suffix": parts[2]} if len(parts) == 3 and isinstance(item, dict) else item
