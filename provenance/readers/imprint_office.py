"""The heading with which a word processor's document begins: its title, if nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from provenance.errors import Place
from provenance.readers.archive import Archive
from provenance.readers.sound_xml import attribute, local, parse_xml, words_in

_TITLES = frozenset(("title", "heading 1"))
"""Styles by the names that Word and Writer write into files in whatever language."""


def first_heading_of_docx(archive: Archive, place: Place) -> str:
    """The first paragraph in the style of a title or of a first heading; "" where none is."""
    styles = {
        attribute(style, "styleId")
        for style in _root(archive, place, "word/styles.xml")
        if local(style) == "style" and _named(style) in _TITLES
    }
    for paragraph in _root(archive, place, "word/document.xml"):
        if local(paragraph) == "p":
            own = (attribute(e, "val") for e in paragraph.iter() if local(e) == "pStyle")
            words = "".join(words_in(e) for e in paragraph.iter() if local(e) == "t").strip()
            if words and not styles.isdisjoint(own):
                return words
    return ""


def first_heading_of_odt(archive: Archive, place: Place) -> str:
    """The same: the first heading, or the paragraph in the style of a title."""
    titles = {"Title"} | {
        attribute(style, "name")
        for style in _root(archive, place, "content.xml")
        if local(style) == "style" and attribute(style, "parent-style-name") == "Title"
    }
    for element in _root(archive, place, "content.xml"):
        is_title = local(element) == "p" and attribute(element, "style-name") in titles
        if (is_title or local(element) == "h") and (words := words_in(element).strip()):
            return words
    return ""


def _named(style: etree._Element) -> str:
    return next((attribute(e, "val").casefold() for e in style if local(e) == "name"), "")


def _root(archive: Archive, place: Place, part: str) -> Iterator[etree._Element]:
    if part in archive:
        yield from parse_xml(archive.read(part), place, part).root.iter()
