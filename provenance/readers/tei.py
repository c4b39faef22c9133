"""TEI, and XML of other kinds: notes where they stand in a sentence, or pointed to from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from provenance.errors import Place
from provenance.readers.odt import odt_reading
from provenance.readers.sound_xml import Parsed, attribute, local, parse_xml, words_in
from provenance.readers.weaver import CELL, LINE, PARAGRAPH, Reading, Weaver

NOTES = frozenset({"note", "footnote", "endnote", "fn"})
_POINTERS = {"ref": "target", "ptr": "target", "xref": "rid", "footnoteref": "linkend"}
_LEFT_OUT = frozenset(
    re.findall(
        r"\S+",
        "teiHeader fw figDesc del surplus facsimile sourceDoc graphic standOff",
    )
)
_LINES = frozenset(re.findall(r"\S+", "l item row lb label speaker addrLine line"))
_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "p ab head div div1 div2 div3 div4 div5 div6 div7 lg list table sp opener closer "
        "dateline salute signed byline titlePart docTitle docAuthor docImprint epigraph "
        "floatingText body front back text argument trailer address postscript figure "
        "listBibl bibl-block sec title-group fn-group quote-block stage title-block group "
        "titlePage argument",
    )
)
_SENTENCES = frozenset(
    re.findall(
        r"\S+",
        "p ab head l item cell seg s quote byline title salute signed dateline td",
    )
)
"""What holds running words: a note in one of these stands within a sentence."""
_SET_OFF = frozenset({"quote", "blockquote", "disp-quote", "quote-block"})
_AS_PRINTED = ("sic", "orig", "abbr")
_QUOTATION_MARKS = frozenset("“”„‟«»\"‘’‚‛'")
_LABEL = re.compile(
    r"[\s(\[]*([0-9]{1,4}[a-z]?|[ivxlc]{1,6}|[a-z]|[*†‡§¶‖]{1,4})?[\s)\].]*", re.IGNORECASE
)


def read_xml(content: bytes, place: Place) -> Reading:
    """The text of an XML file, without the header that describes it. Raises `ProvenanceError`."""
    return xml_reading(parse_xml(content, place))


def xml_reading(parsed: Parsed) -> Reading:
    """The text of XML that is parsed already: TEI, flat OpenDocument, or any other."""
    if local(parsed.root) == "document" and "opendocument" in str(parsed.root.tag):
        return odt_reading(parsed)
    walk = _Walk(parsed, _targets(parsed.root), is_known=_is_known(parsed.root))
    walk.element(parsed.root, walk.text)
    remarks = []
    if walk.corrected:
        remarks.append(f"{walk.corrected} corrected words were read as printed")
    return walk.text.finish(gaps=parsed.gaps, remarks=remarks, language=_language(parsed.root))


def _is_known(root: etree._Element) -> bool:
    return local(root) in {"TEI", "TEI.2", "teiCorpus", "text", "article", "book", "chapter"}


def _targets(root: etree._Element) -> dict[str, etree._Element]:
    """Notes by their ids that stand outside every sentence, and so need a pointer."""
    found: dict[str, etree._Element] = {}
    for note in root.iter():
        if local(note) in NOTES and attribute(note, "id") and not _is_within_sentence(note):
            found[attribute(note, "id")] = note
    return found


def _is_within_sentence(note: etree._Element) -> bool:
    return any(local(above) in _SENTENCES for above in note.iterancestors())


def _language(root: etree._Element) -> str:
    declared = (attribute(e, "lang") for e in root.iter() if local(e) in {"text", "TEI", "body"})
    return next((tag for tag in (*declared, attribute(root, "lang")) if tag), "")


@dataclass(slots=True)
class _Walk:
    parsed: Parsed
    targets: dict[str, etree._Element]
    is_known: bool
    text: Weaver = field(default_factory=Weaver)
    corrected: int = 0
    _counts: dict[str, int] = field(default_factory=dict)
    _labels: dict[str, str] = field(default_factory=dict)
    _quotes: int = 0
    _notes: int = 0

    def element(self, element: etree._Element, weaver: Weaver) -> None:
        name = local(element)
        if isinstance(element, etree._Entity):
            weaver.words(self.parsed.entity(element))
        elif not name or name in _LEFT_OUT or "running" in attribute(element, "type"):
            return
        elif name in NOTES:
            self._note(element, weaver)
        elif name in _POINTERS and self._points(element, name, weaver):
            return
        elif name in {"pb", "milestone"}:
            if name == "pb" or attribute(element, "unit") == "page":
                weaver.page(attribute(element, "n"))
        elif name == "choice":
            self._choice(element, weaver)
        elif name == "gap":
            weaver.words("[…]")
        elif name in {"q", "quote", "soCalled"} and not _is_set_off(element):
            self._quotation(element, weaver)
        elif name == "label" and _parent_name(element) in NOTES:
            return
        else:
            self._plain(element, name, weaver)

    def _plain(self, element: etree._Element, name: str, weaver: Weaver) -> None:
        separator = self._separator(element, name)
        is_quoted = name in _SET_OFF and _is_set_off(element)
        weaver.part(separator)
        if is_quoted:
            weaver.open_quotation()
        self._inside(element, weaver)
        if is_quoted:
            weaver.close_quotation()
        weaver.part(separator)

    def _separator(self, element: etree._Element, name: str) -> str:
        if name == "lb":
            return "" if attribute(element, "break") == "no" else LINE
        if name in {"cell", "td", "th"}:
            return CELL
        if name in _LINES:
            return LINE
        if self.is_known:
            is_block = name in _BLOCKS or (name in _SET_OFF and _is_set_off(element))
            return PARAGRAPH if is_block else ""
        if name in _SET_OFF and _is_set_off(element):
            return PARAGRAPH
        return "" if _is_inline(element) else PARAGRAPH

    def _inside(self, element: etree._Element, weaver: Weaver) -> None:
        weaver.words(element.text)
        for child in element:
            self.element(child, weaver)
            weaver.words(child.tail)

    def _choice(self, choice: etree._Element, weaver: Weaver) -> None:
        """Of a word and its correction the one that is printed: the other is the editor's."""
        by_name = {local(child): child for child in choice if local(child)}
        printed = next((by_name[name] for name in _AS_PRINTED if name in by_name), None)
        self.corrected += printed is not None
        for child in [printed] if printed is not None else list(choice)[:1]:
            self._inside(child, weaver)

    def _quotation(self, element: etree._Element, weaver: Weaver) -> None:
        words = words_in(element).strip()
        bare = bool(words) and words[0] not in _QUOTATION_MARKS
        opening, closing = ("“", "”") if self._quotes % 2 == 0 else ("‘", "’")
        if not bare or _ends_with_mark(element):
            self._inside(element, weaver)
            return
        self._quotes += 1
        weaver.words(opening)
        self._inside(element, weaver)
        weaver.words(closing)
        self._quotes -= 1

    def _note(self, note: etree._Element, weaver: Weaver) -> None:
        kind = attribute(note, "place") or attribute(note, "type") or "foot"
        id_ = attribute(note, "id")
        self._notes += 1
        key = id_ if id_ in self.targets else f"note {self._notes}"
        label = self._label(note, kind, id_)
        if id_ in self.targets:
            weaver.open_note(key, label, kind)
            self._inside(note, weaver)
            weaver.close_note(key)
            return
        if (
            not _is_within_sentence(note)
            and note.get("n") is None
            and not self._follows_words(note)
        ):
            # A remark set as a block of its own, which nothing points to.
            weaver.open_note(key, label, kind)
            self._inside(note, weaver)
            weaver.close_note(key)
            return
        weaver.mark(key, label)
        quotes, self._quotes = self._quotes, 0
        self._inside(note, weaver.note_apart(key, label, kind))
        self._quotes = quotes

    def _follows_words(self, note: etree._Element) -> bool:
        before = note.getprevious()
        tail = (before.tail if before is not None else None) or ""
        parent = note.getparent()
        return bool(tail.strip()) or (parent is not None and bool((parent.text or "").strip()))

    def _label(self, note: etree._Element, kind: str, id_: str) -> str:
        own = next((child for child in note if local(child) == "label"), None)
        shown = note.get("n") or (words_in(own) if own is not None else "")
        shown = shown.strip(" \t\n()[].") or self._labels.get(id_, "")
        if shown:
            self._counts[kind] = int(shown) if shown.isdecimal() and len(shown) < 7 else 0
            return shown
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return str(self._counts[kind])

    def _points(self, pointer: etree._Element, name: str, weaver: Weaver) -> bool:
        """Whether a pointer is the marker of a note, and if so, mark it."""
        target = attribute(pointer, _POINTERS[name]).removeprefix("#")
        sign = _LABEL.fullmatch(words_in(pointer))
        if target not in self.targets or sign is None:
            return False
        own = self._labels.get(target) or attribute(self.targets[target], "n").strip()
        label = sign[1] or own or str(len(self._labels) + 1)
        self._labels.setdefault(target, label)
        weaver.mark(target, label)
        return True


def _parent_name(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else local(parent)


def _is_inline(element: etree._Element) -> bool:
    """Whether an element stands among words: those of its parent, not those of its own."""
    parent = element.getparent()
    if parent is None:
        return False
    if local(parent) == "cit":
        return _is_inline(parent)
    if local(parent) in {"p", "ab", "head", "l", "item", "cell", "q", "quote", "hi", "title"}:
        return True
    texts = (parent.text, *(child.tail for child in parent))
    return any(text and text.strip() for text in texts)


def _is_set_off(element: etree._Element) -> bool:
    """Whether a quotation stands in paragraphs of its own: it says so, holds some, or is one."""
    if "block" in attribute(element, "rend") or "block" in attribute(element, "rendition"):
        return True
    holds = any(local(child) in {"p", "ab", "lg"} for child in element)
    return holds or not _is_inline(element)


def _ends_with_mark(element: etree._Element) -> bool:
    """Whether the words before a quotation already open it with a mark."""
    before = element.getprevious()
    parent = element.getparent()
    text = before.tail if before is not None else (parent.text if parent is not None else "")
    return bool(text) and (text or "")[-1:] in _QUOTATION_MARKS
