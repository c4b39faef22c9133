"""Which paragraph styles of a word processor set a long quotation off from the running text."""

from __future__ import annotations

import re

LEAST_INDENT = 0.5
"""Centimetres by which a paragraph stands in at least, on the left, to be set off."""
_QUOTING = re.compile(
    r"\W*(?:(?:block|intense|intensives|long|langes|indented|display(?:ed)?|set[ _-]?off)[ _-]*)?"
    r"(?:block)?(?:quotes?|quotations?|zitate?|citations?|extracts?|cita|citazione)"
    r"(?:[ _-]*(?:block|blocks|text|intense|paragraphs?|\d))?\W*|\W*block[ _-]*text\W*|blocktext",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"list|heading|title|toc|contents|index|bibliograph|literatur|references|footnote|endnote"
    r"|caption|address|signature|code|verse|abstract|header|footer",
    re.IGNORECASE,
)


def is_quoting(style: str) -> bool:
    """Whether a style is called a quotation's: Quote, Intense Quote, Block Text, Zitat, …"""
    return bool(_QUOTING.fullmatch(style))


def may_set_off(style: str) -> bool:
    """Whether an indented paragraph of a style may be a quotation: a list's is none."""
    return not _OTHERWISE.search(style)
