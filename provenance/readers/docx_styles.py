"""What a Word document's paragraph styles say of quotations that are set off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from provenance.readers.quoted_styles import LEAST_INDENT, is_quoting, may_set_off
from provenance.readers.sound_xml import attribute, local

_CENTIMETRE = 1440 / 2.54
"""Twentieths of a point."""
_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyles:
    """The paragraph styles of a document by their ids."""

    styles: Mapping[str, etree._Element]

    def set_off(self, paragraph: etree._Element) -> bool | None:
        """Whether a paragraph is set off: True by its style's name, False by its indent alone,
        None where it is not.
        """
        own = _child(paragraph, "pPr")
        chain = self._chain(_value(own, "pStyle"))
        names = [_value(style, "name") for style in chain]
        if any(is_quoting(name) for name in (*names, _value(own, "pStyle"))):
            return True
        properties = [own, *(_child(style, "pPr") for style in chain)]
        if not all(may_set_off(name) for name in names[:1]) or _has(properties, "numPr"):
            return None
        return False if _indent(properties) >= LEAST_INDENT * _CENTIMETRE else None

    def _chain(self, id_: str) -> list[etree._Element]:
        """A style and those it is based on."""
        found: list[etree._Element] = []
        while id_ in self.styles and len(found) < _MOST_PARENTS:
            found.append(self.styles[id_])
            id_ = _value(found[-1], "basedOn")
        return found


def paragraph_styles(root: etree._Element | None) -> ParagraphStyles:
    """The styles of a document's `styles.xml`; none where it has no such part."""
    styles = [e for e in root if local(e) == "style"] if root is not None else []
    return ParagraphStyles({attribute(style, "styleId"): style for style in styles})


def _indent(properties: list[etree._Element | None]) -> float:
    """Twentieths of a point by which every line stands in; a hanging paragraph's first does not."""
    left = _first(properties, ("left", "start"))
    hanging = _first(properties, ("hanging",))
    return 0 if hanging > 0 else left


def _first(properties: list[etree._Element | None], names: tuple[str, ...]) -> float:
    for each in properties:
        indent = _child(each, "ind")
        said = [attribute(indent, name) for name in names] if indent is not None else []
        for value in said:
            if value.lstrip("-").isdecimal():
                return float(value)
    return 0


def _has(properties: list[etree._Element | None], name: str) -> bool:
    return any(_child(each, name) is not None for each in properties)


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    children = element if element is not None else ()
    return next((child for child in children if local(child) == name), None)


def _value(element: etree._Element | None, name: str) -> str:
    child = _child(element, name)
    return attribute(child, "val") if child is not None else ""
