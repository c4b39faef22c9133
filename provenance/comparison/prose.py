"""The running text of a document, at its old offsets, without what forms and formats repeat.

Two records of one archive share their field names, and two pages of one site their markup. That is
no copying, so it is blanked out before texts are compared for kinship.
"""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(r"<[!?/]?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_FIELD_NAME = re.compile(r"[ \t]*[\w.-]{1,30}(?: [\w.-]{1,20}){0,2}")
_LONGEST_FIELD = 14
"""Words of a value in a form; what is longer is a sentence somebody says."""
_LEAST_FIELDS = 3
"""Lines of the form `name: value`, one after the other, that make a form and not a dialogue."""
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
