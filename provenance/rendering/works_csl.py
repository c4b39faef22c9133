"""The bibliography as CSL-JSON, which Zotero and citation processors read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from provenance.model.bibliography import ListedWork, Person, Reference
from provenance.rendering.json_text import dumps as dumps
from provenance.rendering.works_entries import cited_where, entries

Json = dict[str, Any]


def works(listed: Iterable[ListedWork]) -> list[Json]:
    """One item a work; a variable that is not known is left out. `note` says who cites it."""
    return [_item(entry, work) for entry, work in entries(listed)]


def _item(entry: Reference, work: ListedWork) -> Json:
    given: Json = {
        "id": entry.id,
        "type": entry.type,
        "author": [_name(person) for person in entry.authors],
        "editor": [_name(person) for person in entry.editors],
        "title": entry.title,
        "issued": _issued(entry.issued),
        "container-title": entry.container,
        "volume": entry.volume,
        "issue": entry.issue,
        "page": entry.pages,
        "publisher": entry.publisher,
        "publisher-place": entry.publisher_place,
        "DOI": entry.doi,
        "URL": entry.url,
        "note": entry.note,
        # Not the note: that is the user's own, and is read again where this file is.
        "annote": _cited(cited_where(work)),
    }
    return {variable: value for variable, value in given.items() if value}


def _name(person: Person) -> Json:
    if person.given:
        return {"family": person.family, "given": person.given}
    # A single name may be a body's: only `literal` leaves it as it is.
    return {"literal": person.family} if " " in person.family else {"family": person.family}


def _issued(date: str) -> Json | None:
    if not date:
        return None
    parts = date.split("-")
    if all(part.isdecimal() for part in parts):
        return {"date-parts": [[int(part) for part in parts]]}
    return {"literal": date}


def _cited(sources: Sequence[str]) -> str:
    return f"cited by {', '.join(sources)}" if sources else ""
