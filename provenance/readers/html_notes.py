"""Which links of a page are note markers, and where the bodies they lead to begin and end.

A link is a marker when it leads to a place in the same document and either says what it is (the
role `doc-noteref`, `epub:type="noteref"`, a class or name that an exporter gives) or looks it: a
label for its words, and a target that leads back, or a superscript. Of two places that lead to each
other the one that comes first is the marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from provenance.readers.html_bodies import (
    BLOCKS,
    NOTE_BLOCKS,
    block_of,
    body_block,
    from_to,
    label_before,
    last_block,
)
from provenance.readers.sound_xml import attribute, local, words_in

LABEL = re.compile(
    r"[\s\[({^]*(?:note\s|nb\s|n\s)?([0-9]{1,4}[a-z]?|[ivxlcdm]{1,7}|[a-z]{1,2}|[*∗†‡§¶‖#]{1,4})[\s\])}.:^]*",
    re.IGNORECASE,
)
_SAYS_MARKER = re.compile(
    r"\b(?:noteref|doc-noteref|footnote-ref|footnote_ref|footnoteref|fnref|sdfootnoteanc|sdendnoteanc|"
    r"footnote_20_anchor|footnote_anchor|endnote_anchor|endnote_20_anchor|footnote-anchor|note-link|"
    r"footnote-reference|footnote-link|msofootnotereference|msoendnotereference)\b",
    re.IGNORECASE,
)
_SAYS_BACK = re.compile(
    r"\b(?:backlink|doc-backlink|footnote-back|footnote-backref|reversefootnote|sdfootnotesym|sdendnotesym|"
    r"footnote_20_symbol|footnote_symbol|mw-cite-backlink|footnodenumber|data-footnote-backref)\b",
    re.IGNORECASE,
)
_SAYS_BODY = re.compile(
    r"^(?:.*[ ])?(?:footnote|rearnote|doc-footnote|doc-endnote)(?:[ ]|$)", re.IGNORECASE
)
_SAYS_NOTE = re.compile(
    r"(?:^|[^a-z])(?:fn|ftn|edn|_ftn|_edn|note|footnote|endnote|sdfootnote|sdendnote|cite_note|anm)(?![a-z]{2})",
    re.IGNORECASE,
)
_ENDNOTE = re.compile(r"(?:^|[^a-z])(?:edn|_edn|en|endnote|sdendnote)\d|endnote", re.IGNORECASE)
_COUNTED = re.compile(r"[a-z]{0,2}[-_.]?0*([0-9]+)", re.IGNORECASE)
_ARROWS = frozenset("↩↑⤴↵⏎^\ufe0e\ufe0f⬑←▲ \xa0")


@dataclass(frozen=True, slots=True)
class LinkedNote:
    """A note's body on a page: from one block to another of the same parent, both included."""

    key: str
    label: str
    kind: str
    first: etree._Element
    last: etree._Element


@dataclass(frozen=True, slots=True)
class NoteLinks:
    """What was found on the pages of one document."""

    markers: dict[etree._Element, tuple[str, str]]
    """Every link that is a marker, with the key of its note ("" for none) and its label."""
    notes: tuple[LinkedNote, ...]
    signs: frozenset[etree._Element]
    """Links and labels within bodies that lead back or repeat the label; they are no words."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a document; an EPUB has many."""

    name: str
    root: etree._Element


def find_notes(pages: Iterable[Page]) -> NoteLinks:
    """Markers and bodies on the pages of one document, in reading order."""
    pages = tuple(pages)
    return _Finder(pages).found()


class _Finder:
    def __init__(self, pages: tuple[Page, ...]) -> None:
        self._order: dict[etree._Element, int] = {}
        self._by_id: dict[str, etree._Element] = {}
        self._links: list[tuple[etree._Element, str]] = []
        self._is_alone = len(pages) == 1
        for page in pages:
            self._look_through(page)
        self._targeted = self._places_led_to()
        self._by_block = self._links_by_block()

    def _look_through(self, page: Page) -> None:
        for element in page.root.iter(etree.Element):
            self._order[element] = len(self._order)
            for name in (element.get("id"), element.get("name") if local(element) == "a" else None):
                if name:
                    self._by_id.setdefault(f"{page.name}#{name}", element)
            if local(element) == "a":
                target = self._target(element, page.name)
                if target:
                    self._links.append((element, target))

    def _target(self, link: etree._Element, page: str) -> str:
        href = attribute(link, "href")
        place = href.partition("#")[2]
        # A saved page of a wiki links to its own notes by its address on the web.
        if self._is_alone and place.startswith("cite_"):
            return f"{page}#{place}"
        return _absolute(href, page)

    def _places_led_to(self) -> dict[etree._Element, list[etree._Element]]:
        """Places, each with the links that lead to it."""
        found: dict[etree._Element, list[etree._Element]] = {}
        for link, target in self._links:
            place = self._by_id.get(target)
            if place is not None:
                found.setdefault(place, []).append(link)
        return found

    def found(self) -> NoteLinks:
        markers: dict[etree._Element, tuple[str, str]] = {}
        places: dict[etree._Element, str] = {}
        labels: dict[etree._Element, str] = {}
        for link, target in self._links:
            place = self._by_id.get(target)
            sign = LABEL.fullmatch(words_in(link))
            if place is None:
                if _says(link, _SAYS_MARKER) and sign:
                    markers[link] = ("", sign[1])
                continue
            if self._is_marker(link, place, sign is not None):
                key = places.setdefault(place, target)
                label = sign[1] if sign else _shown_label(place) or str(len(places))
                labels.setdefault(place, label)
                markers[link] = (key, label)
        return self._with_bodies(markers, places, labels)

    def _is_marker(self, link: etree._Element, place: etree._Element, has_label: bool) -> bool:
        if _says(link, _SAYS_BACK) or (
            self._order[place] < self._order[link] and self._leads_back(place, link)
        ):
            return False
        if _says(link, _SAYS_MARKER) or "reference" in _classes_above(link, "sup"):
            return True
        if not has_label:
            return False
        leads_back = self._leads_back(place, link)
        if leads_back:
            return True
        name = place.get("id") or place.get("name") or ""
        if not (_is_raised(link) or "[" in words_in(link)):
            return False
        is_behind = self._order[place] > self._order[link]
        return _SAYS_NOTE.search(name) is not None or (is_behind and _counts(name, link))

    def _leads_back(self, place: etree._Element, link: etree._Element) -> bool:
        """Whether the block at a place holds a link to where another link stands."""
        around = {link, *_near(link)}
        block = block_of(place)
        for inner, target in self._links_in(block):
            if inner is not link and self._by_id.get(target) in around:
                return True
        return False

    def _links_by_block(self) -> dict[etree._Element, list[tuple[etree._Element, str]]]:
        """The links within every block that may be a note, with what they lead to."""
        found: dict[etree._Element, list[tuple[etree._Element, str]]] = {}
        for link, target in self._links:
            for above in (link, *link.iterancestors()):
                found.setdefault(above, []).append((link, target))
                if local(above) in {"body", "section", "article", "ol", "ul", "table"}:
                    break
        return found

    def _links_in(self, block: etree._Element) -> list[tuple[etree._Element, str]]:
        return self._by_block.get(block, [])

    def _with_bodies(
        self,
        markers: dict[etree._Element, tuple[str, str]],
        places: dict[etree._Element, str],
        labels: dict[etree._Element, str],
    ) -> NoteLinks:
        for number, note in enumerate(self._unmarked_notes(places), 1):
            places[note] = f"unmarked {number}"
            labels[note] = _shown_label(note) or _place_in_list(note)
        blocks = {place: body_block(place, places) for place in places}
        begun = set(blocks.values())
        notes: list[LinkedNote] = []
        signs: set[etree._Element] = set()
        for place, key in sorted(places.items(), key=lambda item: self._order[item[0]]):
            first = blocks[place]
            last = last_block(first, begun)
            kind = _kind(place, labels[place])
            notes.append(LinkedNote(key, labels[place], kind, first, last))
            signs.update(self._signs_in(first, last, place, labels[place], markers))
        return NoteLinks(markers, tuple(notes), frozenset(signs))

    def _unmarked_notes(self, places: dict[etree._Element, str]) -> tuple[etree._Element, ...]:
        """What says it is a note, although nothing leads to it."""
        said = (e for e in self._order if _SAYS_BODY.search(_said(e)) and local(e) in NOTE_BLOCKS)
        return tuple(
            note
            for note in said
            if not any(e in places for e in (*note.iter(etree.Element), *note.iterancestors()))
        )

    def _signs_in(
        self,
        first: etree._Element,
        last: etree._Element,
        place: etree._Element,
        label: str,
        markers: dict[etree._Element, tuple[str, str]],
    ) -> Iterable[etree._Element]:
        around = {e for link in self._targeted.get(place, ()) for e in (link, *_near(link))}
        for block in from_to(first, last):
            for element in block.iter(etree.Element):
                if element in markers:
                    continue
                is_back = local(element) == "a" and self._leads_to(element, around)
                if is_back or _says_itself(element, _SAYS_BACK):
                    yield element
        yield from label_before(first, label)

    def _leads_to(self, link: etree._Element, around: set[etree._Element]) -> bool:
        sign = words_in(link)
        is_sign = LABEL.fullmatch(sign) is not None or set(sign) <= _ARROWS or len(sign) < 3
        if not is_sign:
            return False
        return any(self._by_id.get(target) in around for _, target in self._links_of(link))

    def _links_of(self, link: etree._Element) -> list[tuple[etree._Element, str]]:
        return [(inner, target) for inner, target in self._links_in(link) if inner is link]


def _absolute(href: str, page: str) -> str:
    """A link's target as page and place; "" where it leads out of the document."""
    if "#" not in href:
        return ""
    file, _, place = href.partition("#")
    if not place or "://" in file:
        return ""
    folder = page.rpartition("/")[0]
    parts: list[str] = []
    for step in (f"{folder}/{file}" if file else page).split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in {"", "."}:
            parts.append(step)
    return f"{'/'.join(parts)}#{place}"


def _near(link: etree._Element) -> list[etree._Element]:
    """What a link back may lead to: the link, what it holds, or what holds little but it."""
    found = list(link.iter(etree.Element))
    for above in link.iterancestors():
        if local(above) in BLOCKS or local(above) not in {
            "sup",
            "span",
            "b",
            "i",
            "em",
            "strong",
            "small",
            "font",
            "a",
        }:
            break
        found += [above, *(e for e in above if local(e) == "a")]
    before = link.getprevious()
    if before is not None and local(before) in {"a", "span"} and not words_in(before).strip():
        found.append(before)
    return found


def _says(link: etree._Element, what: re.Pattern[str]) -> bool:
    """Whether a link, or what holds it alone, says by its role or class what it is."""
    above = link.getparent()
    around = [
        link,
        *link,
        *([above] if above is not None and local(above) in {"span", "sup", "b"} else []),
    ]
    if above is not None and local(above) == "b" and above.getparent() is not None:
        around.append(above.getparent())
    return any(_says_itself(element, what) for element in around if element is not None)


def _says_itself(element: etree._Element, what: re.Pattern[str]) -> bool:
    return what.search(f"{element.get('class', '')} {_said(element)}") is not None


def _said(element: etree._Element) -> str:
    """What an element says it is by its role, its EPUB type, and the names of its data."""
    roles = (element.get("role", ""), element.get("epub:type", ""), attribute(element, "type"))
    return " ".join((*roles, *(str(key) for key, _ in element.items() if "data-" in str(key))))


def _place_in_list(note: etree._Element) -> str:
    return str(
        1 + sum(local(before) == local(note) for before in note.itersiblings(preceding=True))
    )


def _classes_above(link: etree._Element, name: str) -> str:
    return next(
        (above.get("class") or "" for above in link.iterancestors() if local(above) == name), ""
    )


def _counts(name: str, link: etree._Element) -> bool:
    """Whether a place is called by the number that leads to it, a letter or two before it."""
    sign, counted = LABEL.fullmatch(words_in(link)), _COUNTED.fullmatch(name)
    return sign is not None and counted is not None and counted[1] == sign[1]


def _is_raised(link: etree._Element) -> bool:
    parent = link.getparent()
    return any(local(e) == "sup" for e in link.iter(etree.Element)) or (
        parent is not None and local(parent) == "sup"
    )


def _shown_label(place: etree._Element) -> str:
    sign = LABEL.match(words_in(block_of(place)))
    return sign[1] if sign else ""


def _kind(place: etree._Element, label: str) -> str:
    names = " ".join(filter(None, (place.get("id"), place.get("name"))))
    said = "endnote" if _ENDNOTE.search(names) else "note"
    if label.isdecimal() or not label.isalnum():
        return said
    return f"{said}, {'letters' if len(label) == 1 else 'numerals'}"
