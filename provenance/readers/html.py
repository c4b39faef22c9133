"""Web pages and what word processors export as such: words as shown, notes by their links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from provenance.errors import Place
from provenance.readers.html_bodies import BLOCKS
from provenance.readers.html_notes import LinkedNote, NoteLinks, Page, find_notes
from provenance.readers.html_tree import parse_html
from provenance.readers.sound_xml import Parsed, attribute, local, words_in
from provenance.readers.weaver import CELL, LINE, PARAGRAPH, Reading, Weaver

_LEFT_OUT = frozenset(
    re.findall(
        r"\S+",
        "head script style template noscript svg canvas iframe object embed audio video map "
        "select option button textarea input datalist nav annotation annotation-xml rp rt",
    )
)
_LEFT_OUT_CLASSES = frozenset(
    re.findall(
        r"\S+",
        "mw-editsection navbox noprint mw-jump-link mw-cite-backlink catlinks printfooter "
        "mw-hidden-catlinks cite-accessibility-label mw-empty-elt Z3988 sr-only "
        "visually-hidden screen-reader-text",
    )
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-element\s*:\s*comment", re.IGNORECASE
)
_SEPARATORS = {"td": CELL, "th": CELL, "tr": LINE, "dt": LINE, "dd": LINE, "caption": LINE}
_QUOTES = (("“", "”"), ("‘", "’"))
_PAGE_LABEL = re.compile(r"(?:pg|page|p|Page)[_ -]?([0-9]+|[ivxlc]+)$", re.IGNORECASE)


def read_html(content: bytes, place: Place) -> Reading:
    """The text of a page, without what only a browser needs. Raises `ProvenanceError`."""
    tree = parse_html(content, place)
    weaver = Weaver()
    walk = PageWalk(tree.parsed, find_notes([Page("", tree.parsed.root)]), weaver)
    walk.page()
    return weaver.finish(
        gaps=tree.parsed.gaps,
        remarks=walk.remarks(),
        language=language_of(tree.parsed.root),
        encoding=tree.encoding,
    )


def language_of(root: etree._Element) -> str:
    """What the page or its body says its language is."""
    for element in root.iter("{*}html", "{*}body", "html", "body"):
        tag = attribute(element, "lang")
        if tag:
            return tag
    return ""


@dataclass(slots=True)
class PageWalk:
    """One passage through a page, in reading order."""

    parsed: Parsed
    links: NoteLinks
    text: Weaver
    _begins: dict[etree._Element, list[LinkedNote]] = field(default_factory=dict)
    _ends: dict[etree._Element, list[LinkedNote]] = field(default_factory=dict)
    _quotes: int = 0
    _left_out: int = 0

    def page(self) -> None:
        for note in self.links.notes:
            self._begins.setdefault(note.first, []).append(note)
            self._ends.setdefault(note.last, []).append(note)
        root = self.parsed.root
        body = next((e for e in root if local(e) == "body"), root)
        self._inside(body)
        self.text.part(PARAGRAPH)

    def remarks(self) -> list[str]:
        return [f"{self._left_out} blocks of navigation were left out"] if self._left_out else []

    def _element(self, element: etree._Element) -> None:
        if isinstance(element, etree._Entity):
            self.text.words(self.parsed.entity(element))
            return
        name = local(element)
        if not name or self._is_left_out(element, name):
            return
        if element in self.links.markers:
            key, label = self.links.markers[element]
            self.text.mark(key, label)
            return
        if element in self.links.signs:
            return
        if _is_page_break(element):
            self._page_break(element)
        separator = self._separator(element, name)
        self.text.part(separator)
        for note in self._begins.get(element, ()):
            self.text.open_note(note.key, note.label, note.kind)
        is_quoted = name == "blockquote" and element not in self._begins
        if is_quoted:
            self.text.open_quotation()
        self._words(element, name)
        if is_quoted:
            self.text.close_quotation()
        for note in self._ends.get(element, ()):
            self.text.close_note(note.key)
        self.text.part(separator)

    def _words(self, element: etree._Element, name: str) -> None:
        if name == "br":
            self.text.part(LINE)
        elif name == "pre" and not self._holds_notes(element):
            self.text.verbatim(words_in(element))
        elif name in {"sup", "sub"} and not len(element):
            shift = self.text.raised if name == "sup" else self.text.lowered
            shift(element.text or "")
        elif name == "q":
            opening, closing = _QUOTES[self._quotes % 2]
            self._quotes += 1
            self.text.words(opening)
            self._inside(element)
            self.text.words(closing)
            self._quotes -= 1
        elif name == "math":
            self.text.words(attribute(element, "alttext") or words_in(element))
        else:
            self._inside(element)

    def _inside(self, element: etree._Element) -> None:
        self.text.words(element.text)
        for child in element:
            self._element(child)
            self.text.words(child.tail)

    def _holds_notes(self, element: etree._Element) -> bool:
        inner = set(element.iter(etree.Element))
        return not inner.isdisjoint(self.links.markers) or not inner.isdisjoint(self.links.signs)

    def _is_left_out(self, element: etree._Element, name: str) -> bool:
        if name in _LEFT_OUT:
            self._left_out += name == "nav"
            return True
        classes = (element.get("class") or "").split()
        if not _LEFT_OUT_CLASSES.isdisjoint(classes):
            return True
        if attribute(element, "role") == "navigation":
            self._left_out += 1
            return True
        style = element.get("style")
        return "hidden" in element.attrib or bool(style and _HIDDEN.search(style))

    def _separator(self, element: etree._Element, name: str) -> str:
        if name in _SEPARATORS:
            return _SEPARATORS[name]
        if name == "li":
            return LINE if element not in self._begins else PARAGRAPH
        if name in {"p", "div"} and _is_first_in_cell(element):
            return ""
        return PARAGRAPH if name in BLOCKS else ""

    def _page_break(self, element: etree._Element) -> None:
        shown = words_in(element).strip()
        label = attribute(element, "title") or attribute(element, "aria-label") or shown
        if not label:
            found = _PAGE_LABEL.search(element.get("id") or "")
            label = found[1] if found else ""
        if label:
            self.text.page(label.strip(" []().").removeprefix("Page ").removeprefix("page "))


def _is_page_break(element: etree._Element) -> bool:
    said = (attribute(element, "role"), attribute(element, "type"), element.get("class") or "")
    return any("pagebreak" in each or each in {"pagenum", "pageno"} for each in said)


def _is_first_in_cell(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) in {"td", "th", "li", "dd"} and parent[0] is element
