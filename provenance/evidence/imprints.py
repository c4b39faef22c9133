"""Dates that are a paper's own: in a title, a dateline or an imprint at the head of the text."""

from __future__ import annotations

import re

from provenance.model.spans import Span

_HEAD = 2_000
"""Characters from the beginning in which they are."""
_HEAD_BLOCKS = 3
"""Blocks between blank lines among which titles and datelines are looked for."""
_LONGEST_BLOCK = 25
"""Words of a title; what is longer is prose."""
_ASKS_OF_PAPER = re.compile(
    r"\b(?:wr[io]te\w*|written|writing|sen[dt]|dated?|publish\w*|publication|print\w*|issued?|"
    r"appear\w*|sign\w*|cabled?|telegraph\w*|posted|report\w*|drafted|compiled|recorded)\b",
    re.IGNORECASE,
)
"""What happens to papers: their own date may answer when it did."""
_TELLS = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|did|will|took|began|broke|fell|came|went|met|sat|sank|"
    r"laid|held|born|burnt|built|sold|lost|died|[a-z]{2,}ed)\b"
)
"""A verb: a block that has one tells of something, and is no mere title."""


def is_of_the_paper(text: str, at: Span, question: str) -> bool:
    """Whether a date stands in a heading, or in a title or dateline at the head of a text, and so
    dates the paper and not the event that is asked for."""
    if _ASKS_OF_PAPER.search(question):
        return False
    line = text[text.rfind("\n", 0, at.start) + 1 : at.end]
    if line.startswith("#"):
        return not _TELLS.search(line)
    if at.start > _HEAD:
        return False
    start, end = _block_at(text, at)
    block = text[start:end].strip()
    if len(re.findall(r"\n\s*\n", text[:start].lstrip())) >= _HEAD_BLOCKS:
        return False
    if block[-1:] in ".!?;" or len(block.split()) > _LONGEST_BLOCK or _TELLS.search(block):
        return False
    # What opens with a date and goes on is a chronicle; a text of one block has nothing else.
    is_entry = block.startswith(at.of(text)) and len(block) > at.end - at.start + 2
    return not is_entry and bool((text[:start] + text[end:]).strip())


def _block_at(text: str, at: Span) -> tuple[int, int]:
    before = list(re.finditer(r"\n\s*\n", text[: at.start]))
    behind = re.compile(r"\n\s*\n").search(text, at.end)
    return before[-1].end() if before else 0, behind.start() if behind else len(text)
