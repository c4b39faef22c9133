"""What a document says of itself: title, authors, date. Proposals for its description, no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from provenance.errors import Place
from provenance.readers.archive import open_archive
from provenance.readers.html_tree import parse_html
from provenance.readers.imprint_html import said_by_page
from provenance.readers.imprint_office import first_heading_of_docx, first_heading_of_odt
from provenance.readers.pdf_pages import Opened
from provenance.readers.pdf_process import look_at_front
from provenance.readers.plain_text import read_text
from provenance.readers.read import bytes_of
from provenance.readers.recognise import recognise
from provenance.readers.sound_xml import attribute, local, parse_xml, words_in
from provenance.readers.tex_preamble import read_preamble

_HEAD = 20_000
"""Characters at the beginning of a text in which its title is looked for."""
_HEADING = re.compile(r"^ {0,3}#{1,2}\s+(.+?)\s*#*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(\S.{1,200})\n={3,}\s*$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FRONT_LINE = re.compile(r"^(title|author|date)\s*:\s*(\S.*?)\s*$", re.MULTILINE | re.IGNORECASE)
_LIST = re.compile(r"^\[(.*)\]$")
_MOST_OF_A_HEADING = 160
_SENTENCE_ENDS = re.compile(r"[.!?:;,]$")
_MADE_BY_PROGRAMS = re.compile(
    r"(?i)^(?:untitled|unbenannt|sans titre|document\d*|dokument\d*|microsoft word\b.*|"
    r".*\.(?:docx?|pdf|odt|rtf|tex|dvi|indd|qxd|txt|html?)|python-docx|word document|scan\d*|"
    r"user|admin|administrator|unknown|anonymous|author|\W*)$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a document says of itself."""

    field: str
    """By CSL's name: `title`, `author`, `issued`, …; authors with semicolons between."""
    text: str
    basis: str
    """Where it says so: `the file's properties`."""


def imprint(path: Path, shown: str) -> tuple[Said, ...]:
    """What a file says of itself, the first for each field; () where it says nothing.

    Raises `ProvenanceError` where it cannot be opened, as `read` does.
    """
    content = bytes_of(path, shown)
    kind = recognise(content, shown)
    found: dict[str, Said] = {}
    for said in _BY_FORMAT.get(kind.format, _of_nothing)(content, Place(shown)):
        text = " ".join(said.text.split())
        if text and not _MADE_BY_PROGRAMS.match(text):
            found.setdefault(said.field, Said(said.field, text, said.basis))
    return tuple(found.values())


def _of_nothing(content: bytes, place: Place) -> Iterator[Said]:
    yield from ()


def _of_text(content: bytes, place: Place) -> Iterator[Said]:
    head = read_text(content).text[:_HEAD].lstrip("\ufeff\n")
    if front := _FRONT.match(head):
        for name, value in _FRONT_LINE.findall(front[1]):
            field = {"date": "issued"}.get(name.casefold(), name.casefold())
            names = _LIST.sub(r"\1", value).replace(", ", "; ") if "[" in value else value
            yield Said(field, names.strip("\"'"), "the lines before the text")
        head = head[front.end() :]
    heading = _HEADING.search(head) or _UNDERLINED.search(head)
    if heading:
        yield Said("title", re.sub(r"[*_`]+|\[\^[^\]]*\]", "", heading[1]), "the first heading")
    elif title := _standing_alone(head):
        yield Said("title", title, "the first line")


def _standing_alone(head: str) -> str:
    """The first line, where it stands as a title does: short, and with nothing at its end."""
    first, _, rest = head.strip().partition("\n")
    is_alone = rest.startswith("\n") and len(first) <= _MOST_OF_A_HEADING
    return first if is_alone and not _SENTENCE_ENDS.search(first.strip()) else ""


def _of_page(content: bytes, place: Place) -> Iterator[Said]:
    for field, text, basis in said_by_page(parse_html(content, place).parsed.root):
        yield Said(field, text, basis)


def _of_tei(content: bytes, place: Place) -> Iterator[Said]:
    root = parse_xml(content, place).root
    header = next((each for each in root.iter() if local(each) == "teiHeader"), None)
    if header is None:
        return
    # The print or manuscript that was transcribed comes before the file that transcribes it.
    described = [each for each in header.iter() if local(each) == "sourceDesc"]
    for part in (*described, header):
        basis = "the header: its source" if local(part) == "sourceDesc" else "the header"
        yield from _of_elements(part, {"title": "title"}, basis)
        names = [_name_in(each) for each in part.iter() if local(each) == "author"]
        yield Said("author", "; ".join(dict.fromkeys(filter(None, names))), basis)
        dates = [
            attribute(each, "when") or attribute(each, "when-iso") or words_in(each)
            for each in part.iter()
            if local(each) in ("date", "origDate")
        ]
        yield from (Said("issued", date, basis) for date in dates)


def _name_in(author: etree._Element) -> str:
    named = {local(each): " ".join(words_in(each).split()) for each in author.iter()}
    if named.get("surname") and named.get("forename"):
        return f"{named['surname']}, {named['forename']}"
    return " ".join(words_in(author).split())


def _of_elements(part: etree._Element, fields: dict[str, str], basis: str) -> Iterator[Said]:
    for element in part.iter():
        if (field := fields.get(local(element))) and (words := words_in(element)).strip():
            yield Said(field, words, basis)


_PROPERTIES = "the file's properties"
_HEADED = "the first heading"


def _of_core(content: bytes, place: Place, part: str) -> Iterator[Said]:
    archive = open_archive(content, place)
    if part not in archive:
        return
    root = parse_xml(archive.read(part), place, part).root
    yield from _of_elements(root, {"title": "title"}, _PROPERTIES)
    makers = ("creator", "initial-creator")
    names = [
        words_in(each).strip() for name in makers for each in root.iter() if local(each) == name
    ]
    yield Said("author", "; ".join(dict.fromkeys(filter(None, names))), _PROPERTIES)


def _of_docx(content: bytes, place: Place) -> Iterator[Said]:
    yield from _of_core(content, place, "docProps/core.xml")
    yield Said("title", first_heading_of_docx(open_archive(content, place), place), _HEADED)


def _of_odt(content: bytes, place: Place) -> Iterator[Said]:
    yield from _of_core(content, place, "meta.xml")
    yield Said("title", first_heading_of_odt(open_archive(content, place), place), _HEADED)


def _of_epub(content: bytes, place: Place) -> Iterator[Said]:
    archive = open_archive(content, place)
    for name in archive.names:
        if name.endswith(".opf"):
            root = parse_xml(archive.read(name), place, name).root
            fields = {"title": "title", "publisher": "publisher", "language": "language"}
            yield from _of_elements(root, fields, "the book's own description")
            makers = [each for each in root.iter() if local(each) == "creator"]
            names = (attribute(each, "file-as") or words_in(each) for each in makers)
            yield Said("author", "; ".join(names), "the book's own description")
            yield from _of_elements(root, {"date": "issued"}, "the book's own description")


def _of_pdf(content: bytes, place: Place) -> Iterator[Said]:
    opened = look_at_front(content)
    if isinstance(opened, Opened):
        for name, value in opened.properties:
            if field := {"Title": "title", "Author": "author"}.get(name):
                yield Said(field, value, _PROPERTIES)


def _of_tex(content: bytes, place: Place) -> Iterator[Said]:
    text = read_text(content).text.partition("\\begin{document}")[0]
    for name, value in read_preamble(text).front.items():
        if field := {"title": "title", "author": "author", "date": "issued"}.get(name):
            plain = re.sub(r"\\and\b", "; ", value).replace("~", " ").replace("\\\\", " ")
            yield Said(field, re.sub(r"\\[A-Za-z]+\*?|[{}]", "", plain), f"\\{name}")


_BY_FORMAT: dict[str, Callable[[bytes, Place], Iterable[Said]]] = {
    "txt": _of_text,
    "md": _of_text,
    "html": _of_page,
    "xml": _of_tei,
    "docx": _of_docx,
    "odt": _of_odt,
    "epub": _of_epub,
    "pdf": _of_pdf,
    "tex": _of_tex,
}
