"""Page numbers, running heads and tables of contents, whose numbers are no one's labels."""

from __future__ import annotations

import re
from collections import Counter

_NUMBERED_LINE = re.compile(r"^[^\n]{0,69}\d[^\n]{0,69}$", re.MULTILINE)
_DIGITS = re.compile(r"\d+")
_LEADERS = re.compile(r"(?:\. ?){4,}\s*\d+$|(?:\. ){2,}\s*\d+$")
_RUNNING_HEAD = re.compile(r"\D{1,40}\s\d{1,3}")


_LONGEST_LINE = 160
"""No furniture is wider: lines are searched no further back."""


def line_start(text: str, place: int) -> int:
    """Where the line of a place begins; the place itself in lines too long to be furniture."""
    least = max(0, place - _LONGEST_LINE)
    found = text.rfind("\n", least, place)
    return found + 1 if found >= 0 or least == 0 else place


def page_furniture(text: str) -> frozenset[int]:
    """Where lines begin that are page numbers, running heads or lines of a table of contents."""
    lines = [(match.start(), match.group().strip()) for match in _NUMBERED_LINE.finditer(text)]
    bare = Counter(_DIGITS.sub("", line).strip() for _, line in lines)
    return frozenset(
        start
        for start, line in lines
        if _LEADERS.search(line)
        or (line.isdecimal() and len(line) <= 4)
        or (_RUNNING_HEAD.fullmatch(line) and _stands_alone(text, start))
        or (len(line) < 70 and _is_in_capitals(line))
        or (len(line) < 70 and bare[_DIGITS.sub("", line).strip()] > 2)
    )


def _stands_alone(text: str, start: int) -> bool:
    end = text.find("\n", start)
    above = text[max(0, start - 80) : start].removesuffix("\n").rpartition("\n")[2]
    below = text[end + 1 : end + 80].partition("\n")[0] if end >= 0 else ""
    return not above.strip() and not below.strip()


def _is_in_capitals(line: str) -> bool:
    capitals = sum(c.isupper() for c in line)
    return capitals > 3 and capitals > 3 * sum(c.islower() for c in line)
