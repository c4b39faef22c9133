"""OpenDocument texts (.odt, or .fodt in one XML file), with the note numbers saved in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from provenance.errors import Place, problem_error
from provenance.readers.archive import open_archive
from provenance.readers.odt_styles import OdtStyles, odt_styles
from provenance.readers.sound_xml import Parsed, attribute, local, parse_xml, words_in
from provenance.readers.weaver import CELL, LINE, PARAGRAPH, WORD, Reading, Weaver

_LEFT_OUT = frozenset(
    re.findall(
        r"\S+",
        "tracked-changes annotation annotation-end sequence-decls variable-decls "
        "user-field-decls forms ruby-text note-citation hidden-text hidden-paragraph title "
        "desc scripts event-listeners table-of-content-source alphabetical-index-source "
        "bibliography-source change change-start change-end table-columns table-column image "
        "object",
    )
)
_BLOCKS = {
    "table": PARAGRAPH,
    "table-row": LINE,
    "table-cell": CELL,
    "list": PARAGRAPH,
    "section": PARAGRAPH,
}


def read_odt(content: bytes, place: Place) -> Reading:
    """The text of an .odt file. Raises `ProvenanceError` where it cannot be opened."""
    archive = open_archive(content, place)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.read(manifest):
        raise problem_error(
            "encrypted",
            "the file is encrypted",
            place=place,
            hint="save it without a password and add that",
        )
    styles = None
    if "styles.xml" in archive:
        styles = parse_xml(archive.read("styles.xml"), place, "styles.xml")
    return odt_reading(parse_xml(archive.read("content.xml"), place, "content.xml"), styles)


def odt_reading(content: Parsed, styles: Parsed | None = None) -> Reading:
    """The text of OpenDocument XML; a flat file holds its own styles."""
    roots = [content.root, *([styles.root] if styles else [])]
    walk = _Walk(odt_styles(roots))
    body = next((e for e in content.root.iter() if local(e) == "text" and "office" in e.tag), None)
    walk.into(content.root if body is None else body, walk.text)
    remarks = []
    if walk.annotations:
        remarks.append(f"{walk.annotations} comments were left out")
    if any(local(e) == "tracked-changes" and len(e) for e in content.root.iter()):
        remarks.append("tracked deletions were read as accepted")
    return walk.text.finish(gaps=content.gaps, remarks=remarks, language=_language(roots))


def _language(roots: list[etree._Element]) -> str:
    for root in reversed(roots):
        for style in root.iter():
            if local(style) == "default-style" and attribute(style, "family") == "paragraph":
                for properties in style:
                    language = attribute(properties, "language")
                    country = attribute(properties, "country")
                    if language not in {"", "none", "zxx"}:
                        has_country = country not in {"", "none"}
                        return f"{language}-{country}" if has_country else language
    return ""


@dataclass(slots=True)
class _Walk:
    styles: OdtStyles
    text: Weaver = field(default_factory=Weaver)
    annotations: int = 0
    _notes: int = 0
    _boxes: list[etree._Element] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def into(self, element: etree._Element, weaver: Weaver) -> None:
        shift = (
            self.styles.shifts.get(attribute(element, "style-name"))
            if local(element) == "span"
            else None
        )
        put = {"sup": weaver.raised, "sub": weaver.lowered}.get(shift or "", weaver.words)
        put(element.text or "")
        for child in element:
            self._child(child, weaver)
            put(child.tail or "")

    def _child(self, child: etree._Element, weaver: Weaver) -> None:
        name = local(child)
        if name in {"p", "h"}:
            self._paragraph(child, weaver)
        elif name == "note":
            self._note(child, weaver)
        elif name == "s" or name == "tab":
            weaver.part(WORD)
        elif name == "line-break":
            weaver.part(LINE)
        elif name == "text-box":
            self._boxes.append(child)
        elif name in _BLOCKS:
            weaver.part(_BLOCKS[name])
            self.into(child, weaver)
            weaver.part(_BLOCKS[name])
        elif name in _LEFT_OUT:
            self.annotations += name == "annotation"
        elif name:
            self.into(child, weaver)

    def _paragraph(self, paragraph: etree._Element, weaver: Weaver) -> None:
        parent = paragraph.getparent()
        holder = "" if parent is None else local(parent)
        is_first = paragraph.getprevious() is None
        separator = PARAGRAPH
        if holder == "table-cell":
            separator = CELL if is_first else LINE
        elif holder == "list-item":
            separator = LINE
        weaver.part(separator)
        is_named = self.styles.set_off(paragraph) if separator == PARAGRAPH else None
        weaver.open_quotation()
        self.into(paragraph, weaver)
        weaver.close_quotation(is_named=is_named)
        weaver.part(separator)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            weaver.part(PARAGRAPH)
            self.into(box, weaver)

    def _note(self, note: etree._Element, weaver: Weaver) -> None:
        kind = attribute(note, "note-class") or "footnote"
        self._notes += 1
        self._counts[kind] = self._counts.get(kind, 0) + 1
        citation = next((child for child in note if local(child) == "note-citation"), None)
        shown = "" if citation is None else words_in(citation).strip()
        label = shown or str(self._counts[kind])
        key = f"note {self._notes}"
        weaver.mark(key, label)
        apart = weaver.note_apart(key, label, kind)
        boxes, self._boxes = self._boxes, []
        for child in note:
            if local(child) == "note-body":
                self.into(child, apart)
        self._boxes = boxes
