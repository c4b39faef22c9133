"""HTML and XHTML from strangers as a tree, in the encoding it declares."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import etree, html

from provenance.errors import Place, ProvenanceError, inert, problem_error
from provenance.model.documents import Gap
from provenance.readers.plain_text import read_text
from provenance.readers.sound_xml import Parsed, parse_xml

_HEAD = 4096
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""")
_XHTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml\b|<html[^>]*xmlns\s*=", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Tree:
    """A page and how it was come by."""

    parsed: Parsed
    encoding: str


def parse_html(content: bytes, place: Place, part: str = "") -> Tree:
    """A page as a tree. XHTML that is well-formed is parsed as XML, where `<a/>` is empty.

    Raises `ProvenanceError`, slug `broken-file`, where there is nothing to read.
    """
    if _XHTML.search(content[:_HEAD]):
        try:
            parsed = parse_xml(content, place, part)
        except ProvenanceError:
            parsed = None
        if parsed is not None and not any("damaged" in gap.reason for gap in parsed.gaps):
            return Tree(parsed, "utf-8")
    text, encoding, gaps = _decoded(content)
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, no_network=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise problem_error(
            "broken-file",
            f"there is no page to read: {error}",
            place=place,
            hint="open it in a browser and save it again",
        ) from None
    stopped = [entry.message for entry in parser.error_log if entry.level_name == "FATAL"]
    if stopped:
        reason = f"the page was not read to its end: {inert(stopped[0])}"
        gaps += (Gap(reason, part),)
    return Tree(Parsed(root, gaps, {}), encoding)


def _decoded(content: bytes) -> tuple[str, str, tuple[Gap, ...]]:
    declared = _DECLARED.search(content[:_HEAD]) or _XML_DECLARED.search(content[:_HEAD])
    name = declared[1].decode("ascii") if declared else ""
    try:
        found = codecs.lookup(name).name if name else "utf-8"
    except LookupError:
        found = "utf-8"
    # As browsers do: what calls itself Latin-1 is nearly always Windows-1252.
    found = {"iso8859-1": "cp1252", "ascii": "utf-8"}.get(found, found)
    if found in {"utf-8", "utf-16", "utf-16-le", "utf-16-be"} or content[:2] in {
        b"\xff\xfe",
        b"\xfe\xff",
    }:
        decoded = read_text(content)
        return _XML_DECLARATION.sub("", decoded.text), decoded.encoding, decoded.gaps
    gaps: tuple[Gap, ...] = ()
    try:
        text = content.decode(found)
    except (UnicodeDecodeError, LookupError):
        decoded = read_text(content)
        text, found, gaps = decoded.text, decoded.encoding, decoded.gaps
    return _XML_DECLARATION.sub("", text), found, gaps
