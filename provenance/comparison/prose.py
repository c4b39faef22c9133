"""The running text of a document, at its old offsets, without what forms and formats repeat.

Two records of one archive share their field names, and two pages of one site their markup. That is
no copying, so it is blanked out before texts are compared for kinship.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from provenance.model.spans import Span

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(r"<[!?/]?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_FIELD_NAME = re.compile(r"[ \t]*[\w.-]{1,30}(?: [\w.-]{1,20}){0,2}")
_LONGEST_FIELD = 14
"""Words of a value in a form; what is longer is a sentence somebody says."""
_LEAST_FIELDS = 3
"""Lines of the form `name: value`, one after the other, that make a form and not a dialogue."""
_LONGEST_HEAD = 16
"""Words of a title, a dateline, a greeting or a signature that stands by itself."""
_BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:\[\^?\w{1,4}\]|\d{1,3})?\Z|[。！？]\Z")
_ADDRESS = re.compile(r"https?://\S+")


def prose(text: str) -> str:
    """The same number of characters, with spaces for markup, addresses and forms."""
    for pattern in (_FRONT_MATTER, _TAG, _ADDRESS):
        text = pattern.sub(lambda found: _blank(found.group()), text)
    return _without_forms(text)


def _blank(stretch: str) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in stretch)


def _without_forms(text: str) -> str:
    lines = text.split("\n")
    begun = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and _is_field(lines[at]):
            continue
        if at - begun >= _LEAST_FIELDS:
            lines[begun:at] = [" " * len(line) for line in lines[begun:at]]
        begun = at + 1
    return "\n".join(lines)


def _is_field(line: str) -> bool:
    name, colon, value = line.partition(":")
    if not colon or (value and not value[0].isspace()):
        return False
    return bool(_FIELD_NAME.fullmatch(name)) and len(value.split()) <= _LONGEST_FIELD


def heads(text: str) -> tuple[Span, ...]:
    """The titles, datelines, greetings and signatures of a text: short blocks that no sentence
    runs through. They are no part of what it tells."""
    found: list[Span] = []
    is_between = True
    blocks = list(_BLOCK.finditer(text))
    for block, following in zip_longest(blocks, blocks[1:]):
        words = block.group().rstrip()
        has_end = bool(_ENDS.search(words))
        # Where a blank line stands behind each line, sentences run on from block to block.
        runs_on = following is not None and following.group()[0].islower()
        is_head = words.startswith("#") or (
            is_between and not (has_end or runs_on) and len(words.split()) <= _LONGEST_HEAD
        )
        if is_head:
            found.append(Span(*block.span()))
        is_between = has_end or is_head
    return tuple(found)


def without_heads(span: Span, heads: Sequence[Span]) -> Span:
    """A stretch without the heads it begins and ends with; whole where nothing else is left."""
    start, end = span.start, span.end
    for head in heads:
        if head.start <= start < head.end or (head.start >= start and head.start - start < 3):
            start = head.end
    for head in reversed(heads):
        if head.start < end <= head.end or (head.end <= end and end - head.end < 3):
            end = head.start
    return Span(start, end) if start < end else span


def is_quoted(text: str, start: int) -> bool:
    """Whether a place stands in quotation marks, or in a paragraph set off as a quotation."""
    paragraph = text.rfind("\n\n", 0, start) + 1
    before = text[max(paragraph, start - 4_000) : start]
    line = text[text.rfind("\n", 0, start) + 1 : start + 1]
    if line.lstrip().startswith(">"):
        return True
    if before.count("“") + before.count("„") > before.count("”"):
        return True
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»")
