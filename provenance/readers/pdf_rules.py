"""Ruled lines on PDF pages: what parts the notes at the foot from the text above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import pypdfium2 as pdfium
from pypdfium2 import raw

from provenance.readers.pdf_lines import Line

_MOST_OBJECTS = 20_000
_MOST_SHAPES = 2_000
"""A page with more shapes holds a drawing, whose strokes part nothing."""
_DEEPEST = 2
"""How deep forms within forms are looked into: each may hold the next many times."""
_THICKEST = 3.0
_SHORTEST = 18.0
_FARTHEST = 3.0
"""How far below the rule the next line may stand, in sizes."""
_STRUCK = (-0.25, 0.8)
"""Where a stroke underlines or strikes out the words of a line: above its baseline, in sizes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line. Lengths are points, from the lower left corner."""

    left: float
    right: float
    height: float


def page_rules(page: pdfium.PdfPage) -> tuple[Rule, ...]:
    """The level strokes and thin bars of a page; none of a page that holds a drawing."""
    objects = islice(page.get_objects(max_depth=_DEEPEST), _MOST_OBJECTS)
    shapes = [each for each in objects if each.type == raw.FPDF_PAGEOBJ_PATH]
    if len(shapes) > _MOST_SHAPES:
        return ()
    bounds = []
    for shape in shapes:
        try:
            bounds.append(shape.get_bounds())
        except pdfium.PdfiumError:
            continue
    return tuple(
        Rule(left, right, (bottom + top) / 2)
        for left, bottom, right, top in bounds
        if abs(top - bottom) <= _THICKEST and right - left >= _SHORTEST
    )


def below_rules(lines: Sequence[Line], rules: Iterable[Rule]) -> tuple[Line, ...]:
    """The lines of a page; those right below a rule know its width."""
    marked = list(lines)
    for rule in rules:
        near = [
            (rule.height - line.baseline, at)
            for at, line in enumerate(lines)
            if line.left < rule.right and rule.left < line.right
        ]
        if any(_is_struck(distance, lines[at].size) for distance, at in near):
            continue
        below = min((place for place in near if place[0] > 0), default=None)
        if below is not None and below[0] <= _FARTHEST * lines[below[1]].size:
            at = below[1]
            marked[at] = replace(marked[at], rule=rule.right - rule.left)
    return tuple(marked)


def _is_struck(distance: float, size: float) -> bool:
    return _STRUCK[0] * size < distance < _STRUCK[1] * size
