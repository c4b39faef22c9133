"""What an OpenDocument text's styles say: quotations that are set off, raised and lowered words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from provenance.readers.quoted_styles import LEAST_INDENT, is_quoting, may_set_off
from provenance.readers.sound_xml import attribute, local

_LENGTH = re.compile(r"(-?[0-9.]+)(cm|mm|in|pt|pc|px)")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """The styles of a document."""

    shifts: Mapping[str, str]
    """Those that raise or lower their words, by name: `sup` or `sub`."""
    paragraphs: Mapping[str, etree._Element]

    def set_off(self, paragraph: etree._Element) -> bool | None:
        """Whether a paragraph is set off: True by its style's name, False by its indent alone,
        None where it is not.
        """
        names = self._chain(attribute(paragraph, "style-name"))
        styles = [self.paragraphs[name] for name in names if name in self.paragraphs]
        shown = [*names, *(attribute(style, "display-name") for style in styles)]
        spoken = [name.replace("_20_", " ") for name in shown if name]
        if any(is_quoting(name) for name in spoken):
            return True
        if not all(map(may_set_off, spoken)):
            return None
        in_ = _first(styles, "margin-left")
        return False if in_ >= LEAST_INDENT and _first(styles, "text-indent") >= 0 else None

    def _chain(self, name: str) -> list[str]:
        """A style and those it is derived from, by name; names that only a program gave left out
        of what is said of them.
        """
        found: list[str] = []
        while name and len(found) < _MOST_PARENTS:
            found.append(name)
            style = self.paragraphs.get(name)
            name = attribute(style, "parent-style-name") if style is not None else ""
        return found


def odt_styles(roots: Sequence[etree._Element]) -> OdtStyles:
    """The styles that several parts of a document define."""
    shifts: dict[str, str] = {}
    paragraphs: dict[str, etree._Element] = {}
    for style in (e for root in roots for e in root.iter() if local(e) == "style"):
        name = attribute(style, "name")
        if attribute(style, "family") == "paragraph":
            paragraphs.setdefault(name, style)
        for properties in style:
            position = attribute(properties, "text-position")
            if position[:3] in {"sup", "sub"}:
                shifts[name] = position[:3]
    return OdtStyles(shifts, paragraphs)


def _first(styles: Sequence[etree._Element], name: str) -> float:
    """The first of some styles' measures that is given, in centimetres."""
    for style in styles:
        for properties in style:
            length = _LENGTH.fullmatch(attribute(properties, name))
            if length:
                try:
                    return float(length[1]) * _CENTIMETRES[length[2]]
                except ValueError:
                    return 0.0
    return 0.0
