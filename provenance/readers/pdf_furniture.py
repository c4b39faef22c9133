"""Running heads, running feet and page numbers: on the page, but not in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from provenance.readers.pdf_lines import Line, Shift

PageLines = tuple[Line, ...]

_FEWEST_PAGES = 3
"""How many pages must show a line for it to be a running head."""
_OUTER_LINES = 3
"""How many lines from an edge of the page a running head can be."""
_NUMBER = re.compile(
    r"[\s\-–—·•|\[(]*(?:p(?:age|\.)?\s*)?(\d{1,4}|[ivxlc]{1,7})[\s\-–—·•|\])]*", re.IGNORECASE
)
_OF = re.compile(r"\s*(?:page\s+)?(\d{1,4})\s*(?:of|/)\s*\d{1,4}\s*", re.IGNORECASE)
_EDGE_NUMBER = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Stripped:
    """The pages without their furniture."""

    pages: tuple[PageLines, ...]
    labels: tuple[str, ...]
    """The numbers printed on the pages; "" where a page shows none."""


def strip_furniture(pages: Sequence[PageLines]) -> Stripped:
    """Take running heads and page numbers off the pages, and keep the numbers."""
    heads = _running(pages)
    kept: list[PageLines] = []
    shown: list[tuple[str, ...]] = []
    for page in pages:
        top, bottom = _outer(page)
        furniture = [*_from_edge(page, top, heads), *_from_edge(page, bottom, heads)]
        shown.append(tuple(number for line in furniture for number in _numbers(line)))
        kept.append(tuple(line for line in page if not any(line is out for out in furniture)))
    return Stripped(tuple(kept), _labels(shown))


def _from_edge(page: PageLines, outer: list[Line], heads: frozenset[tuple[str, int]]) -> list[Line]:
    """The furniture among the lines nearest to an edge, from the edge inwards.

    It is set off from the text by a blank or by its size; a line of text that happens to recur at
    the head of pages is not.
    """
    found: list[Line] = []
    for line in outer:
        if not (_worn(line) in heads or _is_number(line, page)):
            break
        found.append(line)
    while found and not _is_set_off(found, page):
        found.pop()
    return found


def _is_set_off(found: list[Line], page: PageLines) -> bool:
    inner = [line for line in page if not any(line is out for out in found)]
    if not inner:
        return True
    nearest = min(inner, key=lambda line: abs(line.baseline - found[-1].baseline))
    gap = abs(nearest.baseline - found[-1].baseline)
    is_other_size = abs(nearest.size - found[-1].size) > 0.04 * nearest.size
    return is_other_size or gap > 1.1 * _lead(inner, nearest.size)


def _lead(lines: Sequence[Line], size: float) -> float:
    """The usual distance of baselines in one size: notes are set closer than the text."""
    alike = {round(line.baseline, 1) for line in lines if abs(line.size - size) < 0.04 * size}
    gaps = [above - below for above, below in pairwise(sorted(alike, reverse=True))]
    return median(gaps or [1.2 * size])


def _outer(page: PageLines) -> tuple[list[Line], list[Line]]:
    """The lines nearest to the upper edge and to the lower one, each from the edge inwards."""
    rows = sorted(page, key=lambda line: -line.baseline)
    return rows[:_OUTER_LINES], rows[: max(_OUTER_LINES, len(rows) - _OUTER_LINES) - 1 : -1]


def _worn(line: Line) -> tuple[str, int]:
    """A line as it recurs: numbers do not count, and it stands at the same height."""
    return " ".join(_DIGITS.sub("#", line.text.casefold()).split()), round(line.baseline / 6)


def _running(pages: Sequence[PageLines]) -> frozenset[tuple[str, int]]:
    """Lines that recur at one height, by how they recur.

    A number at their beginning or end has to run with the pages or to stay the same: "12 Ibid." at
    the foot of many pages is a note.
    """
    found: dict[tuple[str, int], dict[int, Line]] = {}
    for at, page in enumerate(pages):
        top, bottom = _outer(page)
        for line in (*top, *bottom):
            if line.pieces[0].shift is Shift.LEVEL:
                found.setdefault(_worn(line), {})[at] = line
    return frozenset(
        worn
        for worn, lines in found.items()
        if len(lines) >= _FEWEST_PAGES and any(c.isalpha() for c in worn[0]) and _runs_on(lines)
    )


def _runs_on(lines: dict[int, Line]) -> bool:
    steps: Counter[tuple[str, int]] = Counter()
    for at, line in lines.items():
        steps.update({("same", int(n)) for n in _edge_numbers(line)})
        steps.update({("next", int(n) - at) for n in _edge_numbers(line)})
    return not steps or max(steps.values()) >= len(lines) / 2


def _is_number(line: Line, page: PageLines) -> bool:
    """Whether a line at the very edge is nothing but a page number."""
    if not (_NUMBER.fullmatch(line.text) or _OF.fullmatch(line.text)):
        return False
    baselines = [other.baseline for other in page]
    is_edge = line.baseline >= max(baselines) - 1 or line.baseline <= min(baselines) + 1
    others = [other for other in page if other is not line]
    gap = min((abs(other.baseline - line.baseline) for other in others), default=999.0)
    return is_edge and gap > 1.1 * line.size


def _numbers(line: Line) -> list[str]:
    found = _OF.fullmatch(line.text) or _NUMBER.fullmatch(line.text)
    if found:
        return [found[1]]
    return _edge_numbers(line)


def _edge_numbers(line: Line) -> list[str]:
    return [first or last for first, last in _EDGE_NUMBER.findall(line.text)]


def _labels(shown: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What each page is numbered, where the numbers run on from page to page."""
    steps = Counter(
        int(number) - at
        for at, numbers in enumerate(shown)
        for number in numbers
        if number.isdecimal()
    )
    offset, times = max(steps.items(), key=lambda step: (step[1], -abs(step[0])), default=(0, 0))
    if times < max(1, sum(map(bool, shown)) // 2):
        return tuple("" for _ in shown)
    return tuple(_label(at, numbers, offset) for at, numbers in enumerate(shown))


def _label(at: int, numbers: tuple[str, ...], offset: int) -> str:
    roman = next((number for number in numbers if not number.isdecimal()), "")
    if roman:
        return roman
    return str(at + offset) if at + offset > 0 else ""
