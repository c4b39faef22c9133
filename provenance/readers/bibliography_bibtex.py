"""BibTeX and BibLaTeX, split into entries by bibtexparser and out of TeX by pylatexenc.

Beyond what the library does: values joined with `#`, parents named by `crossref`, and whatever it
could not read as a problem with its line.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import lru_cache

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
)
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalkerError

from provenance.errors import Place, Problem, inert, quoted
from provenance.model.bibliography import Person, Reference
from provenance.readers.bibliography import ReadBibliography, left_out

# What it has to say is said by us, with the place.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "proceedings": "book",
    "booklet": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "unpublished": "manuscript",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "newspaper": "article-newspaper",
}
_PIECE = re.compile(
    r'\s*(?:"((?:[^"{}]|\{[^{}]*\})*)"|\{((?:[^{}]|\{[^{}]*\})*)\}|([^\s#"{}]+))\s*(?:#|$)'
)
_ISSUED = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FROM_PARENT = {"booktitle": "title", "year": "year", "date": "date", "publisher": "publisher"}
_CIRCUMFLEX = re.compile(r"\\textasciicircum(?:\{\}|(?![A-Za-z])\s?)")
_BRACED = re.compile(r"\{(.*)\}", re.DOTALL)


def read_bibtex(text: str, shown: str) -> ReadBibliography:
    """The entries of a BibTeX file. What comes before the first @ is a comment, as ever."""
    library = parse_string(text)
    strings = {key.casefold(): string.value for key, string in library.strings_dict.items()}
    problems = [
        _problem(block, shown)
        for block in library.failed_blocks
        if not isinstance(block, DuplicateBlockKeyBlock)
    ]
    entries = [*library.entries, *_spared(library.failed_blocks)]
    raw = {entry.key: _fields(entry, strings) for entry in reversed(entries)}
    references = []
    for entry in sorted(entries, key=lambda entry: entry.start_line or 0):
        fields = raw[entry.key] if entry in library.entries else _fields(entry, strings)
        parent = raw.get(fields.get("crossref", ""), {})
        inherited = {
            own: parent[theirs] for own, theirs in _FROM_PARENT.items() if theirs in parent
        }
        place = Place(shown, (entry.start_line or 0) + 1)
        references.append(_reference(entry, {**inherited, **fields}, place))
    return ReadBibliography(tuple(references), tuple(problems))


def _spared(failed: list[ParsingFailedBlock]) -> list[Entry]:
    """Entries that are complete but for a field given twice, or a key used before."""
    spared = (block.ignore_error_block for block in failed)
    return [entry for entry in spared if isinstance(entry, Entry)]


def _problem(block: ParsingFailedBlock, shown: str) -> Problem:
    place = Place(shown, (block.start_line or 0) + 1)
    if isinstance(block, DuplicateFieldKeyBlock):
        keys = ", ".join(quoted(key) for key in sorted(block.duplicate_keys))
        return left_out(f"the entry gives {keys} twice", place, "the first was taken")
    said = getattr(block.error, "abort_reason", "") or str(block.error)
    why = " ".join(inert(said).replace("`", "").split())
    return left_out(f"the entry cannot be read: {why}".removesuffix(": "), place)


def _fields(entry: Entry, strings: Mapping[str, str]) -> dict[str, str]:
    """The raw values by their names in lower case; of a field given twice the first."""
    found: dict[str, str] = {}
    for field in entry.fields:
        value = str(field.value)
        if field.enclosing == "no-enclosing":
            value = _joined(value, strings)
        elif field.enclosing == '"' and "#" in value:
            # `"a" # "b"`: the outermost quotation marks were taken for a pair.
            value = _joined(f'"{value}"', strings)
        found.setdefault(field.key.casefold(), value)
    return found


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """A value written as pieces with `#` between; as it stands where it is none."""
    pieces: list[str] = []
    at = 0
    while at < len(value):
        match = _PIECE.match(value, at)
        if match is None or match.end() == at:
            return value
        quoted_text, braced, name = match.groups()
        pieces.append(strings.get(name.casefold(), name) if name else quoted_text or braced or "")
        at = match.end()
    return "".join(pieces)


def _reference(entry: Entry, fields: Mapping[str, str], place: Place) -> Reference:
    def text(*names: str) -> str:
        return next((plain for name in names if (plain := _plain(fields.get(name, "")))), "")

    subtitle = text("subtitle")
    title = f"{text('title')}: {subtitle}" if subtitle else text("title")
    type_ = _TYPES.get(entry.entry_type.casefold(), "document")
    if text("entrysubtype") in ("newspaper", "magazine"):
        type_ = f"article-{text('entrysubtype')}"
    return Reference(
        id=entry.key,
        type="webpage" if type_ == "document" and text("url", "howpublished") else type_,
        authors=_people(fields.get("author", "")),
        editors=_people(fields.get("editor", "")),
        title=title,
        issued=_issued(text("date"), text("year"), text("month")),
        container=text("journal", "journaltitle", "booktitle", "maintitle"),
        volume=text("volume"),
        issue=text("number", "issue"),
        pages=text("pages").replace("--", "-").replace("–", "-"),
        publisher=text("publisher", "institution", "school"),
        publisher_place=text("address", "location"),
        doi=_address(fields.get("doi", "")),
        url=_address(fields.get("url", "")),
        accessed=_issued(text("urldate"), "", ""),
        note=text("note", "annotation", "annote"),
        place=place,
    )


def _address(written: str) -> str:
    """An address stands as it is, but some programs escape what TeX would act upon."""
    return re.sub(r"\\([_&%#$~])", r"\1", written.strip())


@lru_cache(maxsize=4096)
def _plain(tex: str) -> str:
    """Text without TeX; as it was written where that cannot be told."""
    # The library takes it for the accent.
    tex = _CIRCUMFLEX.sub("^", tex)
    if not any(sign in tex for sign in "\\{}$~%`'-"):
        return " ".join(tex.split())
    try:
        plain = LatexNodes2Text(math_mode="verbatim").latex_to_text(tex)
    except (LatexWalkerError, RecursionError):
        plain = tex
    return " ".join(plain.split())


def _people(written: str) -> tuple[Person, ...]:
    names = split_multiple_persons_names(" ".join(written.split())) if written.strip() else []
    people = (_person(name) for name in names if name != "others")
    return tuple(person for person in people if person.family)


def _person(name: str) -> Person:
    body = _BRACED.fullmatch(name)
    if body is not None:
        return Person(_plain(body[1]))
    parts = parse_single_name_into_parts(name, strict=False)
    family = " ".join([*parts.von, *parts.last])
    given = " ".join([*parts.first, *parts.jr])
    return Person(_plain(family), _plain(given))


def _issued(date: str, year: str, month: str) -> str:
    match = _ISSUED.match(date) or _ISSUED.match(year)
    if match is None or "-" in match.group() or not month:
        return match.group() if match else ""
    named = month[:3].casefold()
    number = (
        _MONTHS.index(named) + 1 if named in _MONTHS else int(month) if month.isdecimal() else 0
    )
    return f"{match.group()}-{number:02}" if 1 <= number <= 12 else match.group()
