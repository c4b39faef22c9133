"""CSL-JSON, the form that Zotero and citation processors exchange: a list of items."""

from __future__ import annotations

import json
import re
from typing import Any

from provenance.errors import Place, Problem
from provenance.model.bibliography import Person, Reference
from provenance.readers.bibliography import ReadBibliography, left_out, none_of_it

_YEAR_FIRST = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_YEAR = re.compile(r"\b\d{4}\b")


def read_csl(text: str, shown: str) -> ReadBibliography:
    """The items of a CSL-JSON file: a list of them, one alone, or `{"items": […]}`.

    Raises `ProvenanceError` where it is no JSON, with the line and column.
    """
    items = _items(text, shown)
    references: list[Reference] = []
    problems: list[Problem] = []
    for number, item in enumerate(items, 1):
        if isinstance(item, dict) and any(_text(item, key) for key in ("title", "container-title")):
            references.append(_reference(item, number, shown))
            continue
        if isinstance(item, dict) and (_people(item, "author") or _people(item, "editor")):
            references.append(_reference(item, number, shown))
            continue
        message = f"item {number} has neither a title nor an author"
        message = message if isinstance(item, dict) else f"item {number} is no object"
        problems.append(left_out(message, Place(shown)))
    return ReadBibliography(tuple(references), tuple(problems))


def _items(text: str, shown: str) -> list[Any]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        place = Place(shown, error.lineno, error.colno)
        raise none_of_it(message, place, "export the file again") from None
    except (RecursionError, ValueError):
        raise none_of_it(
            "this JSON is nested too deep, or holds numbers too long", Place(shown)
        ) from None
    if isinstance(whole, dict):
        inner = whole.get("items")
        return inner if isinstance(inner, list) else [whole]
    return whole if isinstance(whole, list) else []


def _reference(item: dict[str, Any], number: int, shown: str) -> Reference:
    return Reference(
        id=_text(item, "id") or _text(item, "citation-key") or f"item-{number}",
        type=_text(item, "type") or "document",
        authors=_people(item, "author"),
        editors=_people(item, "editor"),
        title=_text(item, "title"),
        issued=_issued(item.get("issued")),
        container=_text(item, "container-title"),
        volume=_text(item, "volume"),
        issue=_text(item, "issue"),
        pages=_text(item, "page"),
        publisher=_text(item, "publisher"),
        publisher_place=_text(item, "publisher-place"),
        doi=_text(item, "DOI"),
        url=_text(item, "URL"),
        accessed=_issued(item.get("accessed")),
        note=_text(item, "note"),
        place=Place(shown),
    )


def _text(item: dict[str, Any], key: str) -> str:
    """A variable's text; numbers are allowed, anything else says nothing."""
    value = item.get(key)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())


def _people(item: dict[str, Any], key: str) -> tuple[Person, ...]:
    names = item.get(key)
    found = [name for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    people = (_person(name) for name in found)
    return tuple(person for person in people if person.family)


def _person(name: dict[str, Any]) -> Person:
    particle = _text(name, "non-dropping-particle")
    family = _text(name, "family") or _text(name, "literal")
    return Person(f"{particle} {family}".strip() if family else "", _text(name, "given"))


def _issued(date: Any) -> str:
    if not isinstance(date, dict):
        return ""
    parts = date.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first and str(first[0]).isdecimal():
        numbers = [str(part) for part in first[:3] if str(part).isdecimal()]
        return "-".join([numbers[0].zfill(4), *(part.zfill(2) for part in numbers[1:])])
    written = _text(date, "raw") or _text(date, "literal")
    match = _YEAR_FIRST.match(written) or _YEAR.search(written)
    return match.group() if match else ""
