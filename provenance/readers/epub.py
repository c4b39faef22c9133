"""EPUB books: the pages of the spine in their order, with notes that may stand on other pages."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from provenance.errors import Place, ProvenanceError, problem_error
from provenance.model.documents import Gap
from provenance.readers.archive import Archive, open_archive
from provenance.readers.html import PageWalk
from provenance.readers.html_notes import Page, find_notes
from provenance.readers.html_tree import Tree, parse_html
from provenance.readers.sound_xml import attribute, local, parse_xml
from provenance.readers.weaver import PARAGRAPH, Reading, Weaver

_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", ""})


def read_epub(content: bytes, place: Place) -> Reading:
    """The text of a book. Raises `ProvenanceError` where it cannot be opened."""
    archive = open_archive(content, place)
    package_name = _package_name(archive, place)
    package = parse_xml(archive.read(package_name), place, package_name)
    gaps = [*package.gaps]
    trees: dict[str, Tree] = {}
    for name in _spine(package.root, package_name):
        if name not in archive:
            gaps.append(Gap("the book lists this page, but it is not in the file", name))
            continue
        try:
            trees[name] = parse_html(archive.read(name), place, name)
        except ProvenanceError as error:
            gaps.append(Gap("; ".join(problem.message for problem in error.problems), name))
    gaps += [gap for tree in trees.values() for gap in tree.parsed.gaps]
    if "META-INF/encryption.xml" in archive and _is_locked(archive, place):
        raise problem_error(
            "encrypted",
            "the book is locked",
            place=place,
            hint="add a copy without copy protection",
        )
    return _woven(trees, gaps, _language(package.root))


def _woven(trees: dict[str, Tree], gaps: list[Gap], language: str) -> Reading:
    links = find_notes(Page(name, tree.parsed.root) for name, tree in trees.items())
    weaver = Weaver()
    remarks: list[str] = []
    for tree in trees.values():
        walk = PageWalk(tree.parsed, links, weaver)
        walk.page()
        weaver.part(PARAGRAPH)
        remarks += walk.remarks()
    return weaver.finish(gaps=gaps, remarks=dict.fromkeys(remarks), language=language)


def _package_name(archive: Archive, place: Place) -> str:
    container = "META-INF/container.xml"
    if container in archive:
        for element in parse_xml(archive.read(container), place, container).root.iter():
            name = attribute(element, "full-path") if local(element) == "rootfile" else ""
            if name in archive:
                return name
    found = [name for name in archive.names if name.endswith(".opf")]
    if not found:
        raise problem_error(
            "broken-file",
            "the book has no list of its pages",
            place=place,
            hint="open it in the program that wrote it and save it again",
        )
    return found[0]


def _spine(package: etree._Element, package_name: str) -> tuple[str, ...]:
    """The names of the pages in reading order, each once."""
    folder = posixpath.dirname(package_name)
    items: dict[str, str] = {}
    for item in package.iter():
        is_page = local(item) == "item" and attribute(item, "media-type") in _PAGES
        if is_page and "nav" not in attribute(item, "properties").split():
            path = posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href"))))
            items[attribute(item, "id")] = path
    order = [attribute(e, "idref") for e in package.iter() if local(e) == "itemref"]
    return tuple(dict.fromkeys(items[id_] for id_ in order if id_ in items))


def _is_locked(archive: Archive, place: Place) -> bool:
    """Whether pages are encrypted; fonts often are, which hides no word."""
    root = parse_xml(archive.read("META-INF/encryption.xml"), place).root
    locked = {attribute(e, "URI") for e in root.iter() if local(e) == "CipherReference"}
    return any(name.endswith((".xhtml", ".html", ".htm", ".xml")) for name in locked)


def _language(package: etree._Element) -> str:
    found = (e.text or "" for e in package.iter() if local(e) == "language")
    return next((tag.strip() for tag in found if tag.strip()), "")
