"""The bibliography as BibTeX, in UTF-8, with everything escaped that TeX would act upon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from provenance.model.bibliography import ListedWork, Person, Reference
from provenance.rendering.works_entries import cited_where, entries

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "manuscript": "unpublished",
}
"""Entry types for CSL types; every other is `misc`."""
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
}
_ACTED_UPON = re.compile(r"[\\{}~^$&%#_]")
_LIGATURE = re.compile(r"(?<=[-`',<>?!])(?=[-`',<>])")
"""Between two signs that TeX would set as one: `--`, ``, ?`."""
_NOT_IN_KEYS = re.compile(r"[^\w:.+/-]|[^\x21-\x7e]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATED = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(-\d\d)?")


def works(listed: Iterable[ListedWork]) -> str:
    """One entry a work, in order, with a blank line between; "" where there is none."""
    return "\n".join(_entry(entry, work) for entry, work in entries(listed))


def _entry(entry: Reference, work: ListedWork) -> str:
    type_ = _TYPES.get(entry.type, "misc")
    fields = [
        ("author", _names(entry.authors)),
        ("editor", _names(entry.editors)),
        ("title", f"{{{escaped(entry.title)}}}" if entry.title else ""),
        *_issued(entry.issued),
        (_container(type_), escaped(entry.container)),
        ("volume", escaped(entry.volume)),
        ("number", escaped(entry.issue)),
        ("pages", re.sub(r"(?<=\d)\s*[-–—]\s*(?=\d)", "--", escaped(entry.pages))),
        (_publisher(type_), escaped(entry.publisher)),
        ("address", escaped(entry.publisher_place)),
        ("doi", _address(entry.doi)),
        ("url", _address(entry.url)),
        ("note", escaped(entry.note)),
        # Not the note: that is the user's own, and is read again where this file is.
        ("comment", escaped(f"cited by {', '.join(cited_where(work))}") if work.cited else ""),
    ]
    lines = [f"  {name} = {_enclosed(name, value)}," for name, value in fields if value]
    key = _NOT_IN_KEYS.sub("-", entry.id) or "work"
    return "\n".join([f"@{type_}{{{key},", *lines, "}"]) + "\n"


def _enclosed(name: str, value: str) -> str:
    # Months are abbreviations that every style knows; in braces they would be words.
    return value if name == "month" else f"{{{value}}}"


def escaped(text: str) -> str:
    """Text on one line in which TeX finds nothing to act upon."""
    inert = _ACTED_UPON.sub(lambda match: _TEX[match.group()], " ".join(text.split()))
    return _LIGATURE.sub("{}", inert)


def _names(people: Iterable[Person]) -> str:
    return " and ".join(_name(person) for person in people)


def _name(person: Person) -> str:
    family = escaped(person.family)
    if person.given:
        return f"{_guarded(family)}, {escaped(person.given)}"
    # Braces keep a body's name from being taken apart.
    return f"{{{family}}}" if " " in family or "," in family else family


def _guarded(family: str) -> str:
    return f"{{{family}}}" if re.search(r",|\band\b", family) else family


def _issued(date: str) -> list[tuple[str, str]]:
    match = _DATED.fullmatch(date)
    if match is None:
        return [("year", escaped(date))]
    month = _MONTHS[int(match[2]) - 1] if match[2] else ""
    # What knows no `date` takes year and month; what knows it takes the day from there.
    return [("year", match[1]), ("month", month), ("date", date if match[3] else "")]


def _container(type_: str) -> str:
    if type_ in ("incollection", "inproceedings"):
        return "booktitle"
    return {"article": "journal", "book": "series"}.get(type_, "howpublished")


def _publisher(type_: str) -> str:
    return {"phdthesis": "school", "techreport": "institution"}.get(type_, "publisher")


def _address(url: str) -> str:
    """An address verbatim, as \\url takes it, but for what such a field cannot hold."""
    return url.replace("{", "%7B").replace("}", "%7D").replace(" ", "%20").replace("\\", "%5C")
