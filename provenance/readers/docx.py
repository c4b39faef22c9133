"""Word documents: the text as it is shown, and its notes numbered as Word shows them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from provenance.errors import Place
from provenance.model.documents import Gap
from provenance.readers.archive import Archive, open_archive
from provenance.readers.docx_numbering import NoteNumbers, note_rules, sections_of
from provenance.readers.docx_styles import ParagraphStyles, paragraph_styles
from provenance.readers.sound_xml import Parsed, attribute, local, parse_xml
from provenance.readers.weaver import CELL, LINE, PARAGRAPH, WORD, Reading, Weaver

_LEFT_OUT = frozenset(
    re.findall(
        r"\S+",
        "del moveFrom instrText delText delInstrText footnoteRef endnoteRef separator sectPr "
        "pPr rPr continuationSeparator Fallback rt fldData binData annotationRef tblPr trPr "
        "tcPr tblGrid sdtPr sdtEndPr commentReference docGrid altChunk subDoc",
    )
)
_BREAKS = {"tab": WORD, "ptab": WORD, "br": LINE, "cr": LINE}
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_NO_BREAK_HYPHEN = "\u2011"
_UNKNOWN_SIGN = "\ufffd"


def read_docx(content: bytes, place: Place) -> Reading:
    """The text of a .docx file. Deleted and hidden words are left out, inserted ones kept.

    Raises `ProvenanceError` where it cannot be opened.
    """
    archive = open_archive(content, place)
    main = _main_part(archive, place)
    document = parse_xml(archive.read(main), place, main)
    parts = {kind: _notes_part(archive, place, main, kind) for kind in ("footnote", "endnote")}
    settings = _part(archive, place, _beside(main, "settings.xml"))
    styles = _part(archive, place, _beside(main, "styles.xml"))
    walk = _Walk(
        {kind: _bodies(part, kind) for kind, part in parts.items()},
        NoteNumbers(note_rules(settings), sections_of(document.root)),
        paragraph_styles(styles.root if styles else None),
    )
    body = next((child for child in document.root if local(child) == "body"), document.root)
    walk.into(body, walk.text)
    walk.weave_notes()
    gaps = [*document.gaps, *(gap for part in parts.values() if part for gap in part.gaps)]
    return walk.text.finish(
        gaps=[*gaps, *walk.gaps(parts)],
        remarks=walk.remarks(),
        language=_language(styles),
    )


def _main_part(archive: Archive, place: Place) -> str:
    relations = _part(archive, place, "_rels/.rels")
    if relations is not None:
        for relation in relations.root:
            target = str(relation.get("Target", "")).lstrip("/")
            if str(relation.get("Type", "")).endswith("/officeDocument") and target in archive:
                return target
    return "word/document.xml" if "word/document.xml" in archive else _any_document(archive)


def _any_document(archive: Archive) -> str:
    found = [name for name in archive.names if name.endswith("document.xml")]
    return found[0] if found else "word/document.xml"


def _beside(main: str, name: str) -> str:
    return f"{main.rpartition('/')[0]}/{name}".lstrip("/")


def _part(archive: Archive, place: Place, name: str) -> Parsed | None:
    return parse_xml(archive.read(name), place, name) if name in archive else None


def _notes_part(archive: Archive, place: Place, main: str, kind: str) -> Parsed | None:
    folder, _, file = main.rpartition("/")
    relations = _part(archive, place, f"{folder}/_rels/{file}.rels".lstrip("/"))
    for relation in relations.root if relations else ():
        if str(relation.get("Type", "")).endswith(f"/{kind}s"):
            target = str(relation.get("Target", ""))
            name = target.lstrip("/") if target.startswith("/") else _beside(main, target)
            return _part(archive, place, name)
    return _part(archive, place, _beside(main, f"{kind}s.xml"))


def _bodies(part: Parsed | None, kind: str) -> dict[str, etree._Element]:
    """Notes by their ids; separators, which Word keeps among them, have a type."""
    notes = [note for note in part.root if local(note) == kind] if part else []
    return {attribute(note, "id"): note for note in notes if not _is_separator(note)}


def _is_separator(note: etree._Element) -> bool:
    return attribute(note, "type") not in {"", "normal"}


def _language(styles: Parsed | None) -> str:
    if styles is None:
        return ""
    return next((attribute(e, "val") for e in styles.root.iter() if local(e) == "lang"), "")


@dataclass(slots=True)
class _Walk:
    """One passage through the document, in reading order."""

    bodies: dict[str, dict[str, etree._Element]]
    numbers: NoteNumbers
    styles: ParagraphStyles
    text: Weaver = field(default_factory=Weaver)
    left_out: Counter[str] = field(default_factory=Counter)
    _waiting: list[tuple[etree._Element, str, Weaver]] = field(default_factory=list)
    _boxes: list[etree._Element] = field(default_factory=list)
    _woven: set[tuple[str, str]] = field(default_factory=set)
    _missing: Counter[str] = field(default_factory=Counter)

    def into(self, element: etree._Element, weaver: Weaver) -> None:
        for child in element:
            name = local(child)
            if name in {"p", "tbl", "tr", "tc"}:
                self._block(child, name, weaver)
            elif name == "r":
                self._run(child, weaver)
            elif name == "AlternateContent":
                self._alternative(child, weaver)
            elif name == "t":
                # Only in formulas: runs of text are read in _run.
                weaver.words(child.text)
            elif name in _LEFT_OUT or not name:
                self.left_out[name] += 1
            else:
                self.into(child, weaver)

    def weave_notes(self) -> None:
        """Bodies in the order of their markers; those of notes within notes come after."""
        while self._waiting:
            note, label, weaver = self._waiting.pop(0)
            self.into(_without_own_mark(note, label), weaver)

    def gaps(self, parts: dict[str, Parsed | None]) -> list[Gap]:
        found = [Gap("a document set in here is not in the file and was not read")] * bool(
            self.left_out["altChunk"] + self.left_out["subDoc"]
        )
        for kind, count in sorted(self._missing.items()):
            why = (
                "are not in the file" if parts[kind] else "are missing: the file has lost that part"
            )
            markers = "1 marker points" if count == 1 else f"{count} markers point"
            found.append(Gap(f"{markers} to {kind}s whose words {why}", f"{kind}s"))
        return found

    def remarks(self) -> list[str]:
        """What was left out on purpose."""
        found = []
        changes = self.left_out["del"] + self.left_out["moveFrom"]
        if changes:
            found.append(f"{changes} tracked deletions were read as accepted")
        if self.left_out["hidden"]:
            found.append(f"{self.left_out['hidden']} stretches of hidden text were left out")
        if self.left_out["commentReference"]:
            found.append(f"{self.left_out['commentReference']} comments were left out")
        if self.numbers.by_page:
            found.append(
                "notes are numbered anew on every page, as the pages broke when last saved"
            )
        unmarked = sum(len(bodies) for bodies in self.bodies.values()) - len(self._woven)
        if unmarked:
            found.append(
                f"{unmarked} notes in the file have no marker, are not shown, and were left out"
            )
        return found

    def _block(self, element: etree._Element, name: str, weaver: Weaver) -> None:
        if name == "p":
            parent = element.getparent()
            in_cell = parent is not None and local(parent) == "tc"
            separator = LINE if in_cell and element.getprevious() is not None else PARAGRAPH
            self._paragraph(
                element, weaver, CELL if in_cell and separator == PARAGRAPH else separator
            )
            return
        weaver.part({"tbl": PARAGRAPH, "tr": LINE, "tc": CELL}[name])
        self.into(element, weaver)
        weaver.part({"tbl": PARAGRAPH, "tr": LINE, "tc": CELL}[name])

    def _paragraph(self, paragraph: etree._Element, weaver: Weaver, separator: str) -> None:
        weaver.part(separator)
        weaver.open_quotation()
        self.into(paragraph, weaver)
        is_named = self.styles.set_off(paragraph) if separator == PARAGRAPH else None
        weaver.close_quotation(is_named=is_named)
        weaver.part(separator)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.into(box, weaver)
        if weaver is self.text and _ends_section(paragraph):
            self.numbers.next_section()

    def _alternative(self, element: etree._Element, weaver: Weaver) -> None:
        for choice in islice((c for c in element if local(c) in {"Choice", "Fallback"}), 1):
            self.into(choice, weaver)

    def _run(self, run: etree._Element, weaver: Weaver) -> None:
        looks = _looks(run)
        if "hidden" in looks:
            self.left_out["hidden"] += 1
            return
        put = {"superscript": weaver.raised, "subscript": weaver.lowered}.get(
            next(iter(looks & {"superscript", "subscript"}), ""), weaver.words
        )
        for child in run:
            name = local(child)
            if name == "t":
                put(child.text or "")
            elif name in _REFERENCES:
                if attribute(child, "customMarkFollows") in {"1", "true", "on"}:
                    self._reference(child, weaver, own_mark="".join(_texts(run)).strip())
                    return
                self._reference(child, weaver)
            elif name in _BREAKS:
                weaver.part(_BREAKS[name])
                if attribute(child, "type") == "page":
                    self.numbers.next_page()
            elif name == "lastRenderedPageBreak":
                self.numbers.next_page()
            elif name == "noBreakHyphen":
                weaver.words(_NO_BREAK_HYPHEN)
            elif name == "sym":
                weaver.words(_sign(attribute(child, "char")))
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name in _LEFT_OUT or not name:
                self.left_out[name] += 1
            else:
                self._within_run(child, weaver)

    def _within_run(self, element: etree._Element, weaver: Weaver) -> None:
        """Drawings and rubies: text boxes wait for the end of the paragraph they hang on."""
        if local(element) == "AlternateContent":
            for choice in islice((c for c in element if local(c) in {"Choice", "Fallback"}), 1):
                self._within_run(choice, weaver)
            return
        for child in element:
            name = local(child)
            if name == "txbxContent":
                self._boxes.append(child)
            elif name == "r":
                self._run(child, weaver)
            elif name not in _LEFT_OUT and name:
                self._within_run(child, weaver)

    def _reference(self, reference: etree._Element, weaver: Weaver, own_mark: str = "") -> None:
        kind = _REFERENCES[local(reference)]
        id_ = attribute(reference, "id")
        key = f"{kind} {id_}"
        label = own_mark or self.numbers.next(kind)
        note = self.bodies[kind].get(id_)
        weaver.mark(key, label)
        if note is None:
            self._missing[kind] += 1
        elif (kind, id_) not in self._woven:
            self._woven.add((kind, id_))
            self._waiting.append((note, label, weaver.note_apart(key, label, kind)))


def _looks(run: etree._Element) -> set[str]:
    properties = next((child for child in run if local(child) == "rPr"), None)
    looks: set[str] = set()
    for property_ in properties if properties is not None else ():
        value = attribute(property_, "val")
        if local(property_) == "vertAlign":
            looks.add(value)
        elif local(property_) == "vanish" and value not in {"0", "false", "off"}:
            looks.add("hidden")
    return looks


def _texts(run: etree._Element) -> list[str]:
    texts = [child.text or "" for child in run if local(child) == "t"]
    return texts + [_sign(attribute(child, "char")) for child in run if local(child) == "sym"]


def _sign(code: str) -> str:
    """A sign of a symbol font; only those at their Unicode place can be told."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return _UNKNOWN_SIGN
    return sign if sign.isprintable() else _UNKNOWN_SIGN


def _ends_section(paragraph: etree._Element) -> bool:
    return any(
        local(inner) == "sectPr" for child in paragraph if local(child) == "pPr" for inner in child
    )


def _without_own_mark(note: etree._Element, label: str) -> etree._Element:
    """The note without its label where the author typed it, as a mark of the author's own is."""
    first = next((e for e in note.iter() if local(e) == "t" and (e.text or "").strip()), None)
    is_mark = first is not None and (first.text or "").strip() == label
    if first is not None and is_mark and not label.isalnum():
        first.text = ""
    return note
