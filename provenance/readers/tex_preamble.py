"""What a TeX document says of itself before it begins: its class, its language, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.readers.tex_signs import CHAPTERED, LANGUAGES
from provenance.readers.tex_source import Source

FRONT = ("title", "author", "date")
"""Commands that set what \\maketitle prints."""

_CLASS = re.compile(r"\\documentclass\s*(?:\[([^\]]*)\])?\s*\{\s*(\w+)")
_BABEL = re.compile(
    r"\\usepackage\s*\[([^\]]*)\]\s*\{babel\}|\\set(?:main|default)language[^{]*\{(\w+)\}"
)


@dataclass(frozen=True, slots=True)
class Preamble:
    """What stands before the text."""

    text: str
    is_chaptered: bool
    """Whether notes are numbered anew in every chapter."""
    front: dict[str, str]
    language: str


def read_preamble(text: str) -> Preamble:
    """Take in a preamble without its comments."""
    document = _CLASS.search(text)
    front = {name: found for name in FRONT if (found := _front(text, name)) is not None}
    is_chaptered = document is not None and document[2] in CHAPTERED
    return Preamble(text, is_chaptered, front, _language(text, document))


def _front(preamble: str, name: str) -> str | None:
    found = re.search(rf"\\{name}\s*(?:\[[^\]]*\])?\s*(?=\{{)", preamble)
    return Source(preamble, found.end()).group() if found else None


def _language(preamble: str, document: re.Match[str] | None) -> str:
    options = [document[1]] if document and document[1] else []
    options += [found[1] or found[2] for found in _BABEL.finditer(preamble)]
    named = [
        LANGUAGES[o.strip()]
        for option in options
        for o in option.split(",")
        if o.strip() in LANGUAGES
    ]
    return named[-1] if named else ""
