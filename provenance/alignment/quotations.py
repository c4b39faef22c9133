"""How a quotation is written: what it leaves out, and what its writer put into brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.model.spans import Span

_ELLIPSIS = re.compile(
    r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…(?:\s?\.)?|\.(?:[^\S\n]?\.){2,3}|\.(?:\s\.){2,3}"
)
_BRACKETED = re.compile(r"\[([^\[\]]{1,200})\]")
_ASIDE = re.compile(
    r"[\[(]\s*(?:sic!?|(?:my\s+)?emphasis[^\])]{0,40}|italics[^\])]{0,40})\s*[\])]", re.I
)
_WORD = re.compile(r"[^\W_]")
_JOINER = "\u2060"
"""Stands for a bracket within a word: invisible, and as long as the bracket."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation taken apart. Every offset counts in the quotation as it was written."""

    text: str
    """As long as what was written, without brackets and asides."""
    parts: tuple[Span, ...]
    """What stands between ellipses, each with at least one word."""


def read_quotation(written: str) -> Quotation:
    """Take a quotation apart at its ellipses, and its words out of their brackets."""
    text = without_asides(written)
    gaps = [match.span() for match in _ELLIPSIS.finditer(text)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    parts = tuple(
        Span(start, end)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if _WORD.search(text, start, end)
    )
    return Quotation(_BRACKETED.sub(_unbracketed, text), parts)


def without_asides(text: str) -> str:
    """A text as long as it was, with blanks for what an editor says of it: "[sic]"."""
    return _ASIDE.sub(lambda match: " " * len(match.group()), text)


def _unbracketed(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    before = _JOINER if start and text[start - 1].isalnum() else " "
    after = _JOINER if end < len(text) and text[end].isalnum() else " "
    return before + match.group(1) + after
