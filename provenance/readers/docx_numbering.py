"""The numbers Word shows on notes. What the file stores are ids, which no reader ever sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from provenance.readers.numerals import written
from provenance.readers.sound_xml import Parsed, attribute, local

KINDS = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class NoteRule:
    """How notes of one kind are numbered."""

    style: str
    start: int = 1
    restart: str = "continuous"
    """`continuous`, `eachSect` or `eachPage`."""


Rules = dict[str, NoteRule]
WORD_DEFAULTS: Rules = {"footnote": NoteRule("decimal"), "endnote": NoteRule("lowerRoman")}


def note_rules(settings: Parsed | None) -> Rules:
    """What the whole document lays down."""
    return WORD_DEFAULTS if settings is None else _amended(WORD_DEFAULTS, settings.root)


def sections_of(document: etree._Element) -> tuple[etree._Element, ...]:
    """The properties of every section, in order."""
    return tuple(element for element in document.iter() if local(element) == "sectPr")


def _amended(rules: Rules, properties: etree._Element) -> Rules:
    return {kind: _rule(rules[kind], _of_kind(properties, kind)) for kind in KINDS}


def _of_kind(properties: etree._Element, kind: str) -> Iterator[tuple[str, str]]:
    for element in properties:
        if local(element) == f"{kind}Pr":
            for child in element:
                yield local(child), attribute(child, "val")


def _rule(rule: NoteRule, changes: Iterator[tuple[str, str]]) -> NoteRule:
    for name, value in changes:
        if name == "numFmt":
            rule = replace(rule, style=value)
        elif name == "numStart" and value.isdecimal() and len(value) < 6:
            rule = replace(rule, start=int(value))
        elif name == "numRestart":
            rule = replace(rule, restart=value)
    return rule


@dataclass(slots=True)
class NoteNumbers:
    """Counts notes as Word does on its way through a document."""

    _document: Rules
    _sections: tuple[etree._Element, ...]
    by_page: bool = False
    """Whether any number hangs on where pages broke."""
    _section: int = 0
    _counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> str:
        """The label of the next note of a kind."""
        rule = self._rules()[kind]
        self.by_page |= rule.restart == "eachPage"
        count = self._counts.get(kind, rule.start - 1) + 1
        self._counts[kind] = count
        return written(count, rule.style)

    def next_section(self) -> None:
        self._section += 1
        self._begin_anew({"eachSect", "eachPage"})

    def next_page(self) -> None:
        self._begin_anew({"eachPage"})

    def _begin_anew(self, where: set[str]) -> None:
        for kind, rule in self._rules().items():
            if rule.restart in where:
                self._counts.pop(kind, None)

    def _rules(self) -> Rules:
        if self._section >= len(self._sections):
            return self._document
        return _amended(self._document, self._sections[self._section])
