"""Rows of two passages as lines of columns: wrapped, level, with the sign in a gutter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from provenance.model.alignments import Change
from provenance.rendering.untrusted import for_terminal
from provenance.tui.drawing import NOTHING, Pencil
from provenance.tui.pairing import Compared
from provenance.tui.passages import PassageRow, Side

GUTTER = 14
"""Columns for the sign and the word of a difference."""
_NUMBER = 5
_BREAK = re.compile(r"\s*\n\s*\n\s*")
_SPACE = re.compile(r"\s+")
_FRAME = re.compile(r"^(\s*)(.*?)(\s*)$", re.S)
_UNWRAPPED = 10_000


@dataclass(frozen=True)
class Level:
    """One row, ready for three columns or for one."""

    gutter: Content
    left: Content
    right: Content
    differs: bool = False
    is_shared: bool = False
    """Both sides say the same: one column shows it once."""
    left_line: int = 0
    right_line: int = 0


@dataclass(frozen=True)
class Drawn:
    """Columns of equal height, and where the differences begin."""

    gutter: Content
    left: Content
    right: Content
    differences: tuple[int, ...]


def level_of(row: PassageRow, pencil: Pencil, *, around: str = "$muted") -> Level:
    """A row of two compared passages; `around` is the style of what is neither quoted nor apart."""
    kinds = ", ".join(kind.replace("-", " ") for kind in row.kinds)
    gutter = Content.assemble(
        (row.sign or " ", "bold $mark-conflict" if row.differs else "$muted"), f" {kinds}"
    )
    return Level(
        gutter,
        paint(row.left, pencil, compared=True, around=around),
        paint(row.right, pencil, compared=True, around=around),
        row.differs,
        row.sign == "=",
        row.left.line if row.left else 0,
        row.right.line if row.right else 0,
    )


def level_of_fact(fact: Compared) -> Level:
    """A row of the small table of facts."""
    style = "bold" if fact.sign == "~" else "$muted"
    lead = Content.assemble((fact.sign, style), (f" {fact.name}", "$muted"))
    return Level(lead, Content.styled(fact.left, style), Content.styled(fact.right, style))


def paint(side: Side | None, pencil: Pencil, *, compared: bool, around: str = "$muted") -> Content:
    """The words of one side; the statement's own stand out, differences more so."""
    if side is None:
        return NOTHING
    painted: list[Content] = []
    for number, part in enumerate(side.parts):
        words = _SPACE.sub(" ", _BREAK.sub(" ¶ ", part.text))
        before, inner, after = _FRAME.match(words).groups()  # type: ignore[union-attr]
        if not inner:
            painted.append(Content(words))
            continue
        style, opening, closing = _manner(part.change, pencil, compared=compared)
        if part.quoted and pencil.brackets:
            is_first = number == 0 or not side.parts[number - 1].quoted
            is_last = number == len(side.parts) - 1 or not side.parts[number + 1].quoted
            start, end = (">>", "<<") if pencil.letters else ("»", "«")
            opening, closing = (
                (start if is_first else "") + opening,
                closing + (end if is_last else ""),
            )
        weight = "bold" if part.quoted else "" if style else around
        text = Content.styled(
            f"{opening}{for_terminal(inner)}{closing}", f"{weight} {style}".strip()
        )
        painted += [Content(before), text, Content(after)]
    return Content("").join(painted)


def _manner(change: Change, pencil: Pencil, *, compared: bool) -> tuple[str, str, str]:
    """Style and brackets of a stretch. Brackets wherever colour would not reach the reader."""
    if change is Change.SAME or not compared:
        return "", "", ""
    is_replaced = change is Change.REPLACED
    if not pencil.brackets:
        return "bold underline $mark-conflict" if is_replaced else "bold $mark-conflict", "", ""
    if not is_replaced:
        return "bold", "{{", "}}"
    return ("bold", "[[", "]]") if pencil.letters else ("bold", "⟦", "⟧")


def side_by_side(
    levels: Iterable[Level], width: int, pencil: Pencil, *, wrap: bool, current: int = -1
) -> Drawn:
    """Three columns for a width; `current` is the number of the difference we stand on."""
    column = max(16, (width - GUTTER - 4) // 2) if wrap else _UNWRAPPED
    gutters: list[Content] = []
    lefts: list[Content] = []
    rights: list[Content] = []
    starts: list[int] = []
    for level in levels:
        if level.differs:
            starts.append(len(gutters))
        is_current = level.differs and len(starts) - 1 == current
        gutter = _pointed(level.gutter, pencil, is_current=is_current)
        columns = (
            gutter.wrap(GUTTER - 1) if gutter else [NOTHING],
            _numbered(level.left, level.left_line, column),
            _numbered(level.right, level.right_line, column),
        )
        height = max(map(len, columns))
        for lines, taken in zip((gutters, lefts, rights), columns, strict=True):
            lines += [*taken, *[NOTHING] * (height - len(taken))]
    gutter_text, left, right = (Content("\n").join(lines) for lines in (gutters, lefts, rights))
    return Drawn(gutter_text, left, right, tuple(starts))


def in_halves(levels: Iterable[Level], width: int) -> Content:
    """Two columns for rows that have no differences to name: what stands in the gutter leads into
    the left one."""
    column = max(GUTTER + 16, (width - 2) // 2)
    lines: list[Content] = []
    for level in levels:
        lead = Content(" ") + level.gutter.pad_right(GUTTER - 1 - level.gutter.cell_length)
        left = (
            _hung(lead, level.left, column)
            if level.gutter
            else _numbered(level.left, level.left_line, column)
        )
        right = _numbered(level.right, level.right_line, column)
        for ours, theirs in zip_longest(left, right, fillvalue=NOTHING):
            lines.append(ours.pad_right(column + 2 - ours.cell_length) + theirs)
    return Content("\n").join(lines)


def one_below_another(
    levels: Sequence[Level],
    names: tuple[str, str],
    heads: tuple[Content, Content],
    width: int,
    pencil: Pencil,
    *,
    current: int = -1,
) -> Drawn:
    """One column. Compared passages: each difference with both sides under it, shared words once.
    Others: one whole passage after the other, each under its head."""
    if not any(level.differs or level.is_shared for level in levels):
        return Drawn(NOTHING, Content("\n").join(_blocks(levels, heads, width)), NOTHING, ())
    lines = [piece for head in heads for piece in head.wrap(width)]
    starts: list[int] = []
    lead = max(4, *(len(name) for name in names)) + 2
    for level in levels:
        if level.is_shared:
            label = Content.styled(" = " + "both".ljust(lead), "$muted")
            lines += _hung(label, level.left, width)
            continue
        if level.differs:
            starts.append(len(lines))
        is_current = level.differs and len(starts) - 1 == current
        lines.append(_pointed(level.gutter, pencil, is_current=is_current))
        for name, words in zip(names, (level.left, level.right), strict=True):
            label = Content.styled("   " + name.ljust(lead), "$muted")
            lines += _hung(label, words or Content.styled("nothing here", "$muted"), width)
    return Drawn(NOTHING, Content("\n").join(lines), NOTHING, tuple(starts))


def _blocks(
    levels: Sequence[Level], heads: tuple[Content, Content], width: int
) -> Iterator[Content]:
    for number, head in enumerate(heads):
        yield from head.wrap(width)
        for level in levels:
            yield from _hung(Content("  "), (level.left, level.right)[number], width)


def _pointed(gutter: Content, pencil: Pencil, *, is_current: bool) -> Content:
    if not is_current:
        return Content(" ") + gutter if gutter else gutter
    return Content.styled(pencil.pointer, "bold $primary") + gutter


def _numbered(words: Content, line: int, width: int) -> list[Content]:
    if not words:
        return [NOTHING]
    if not line:
        return words.wrap(width)
    lead = Content.styled(f"{line:>{_NUMBER - 1}} ", "$muted")
    return _hung(lead, words, width)


def _hung(lead: Content, words: Content, width: int) -> list[Content]:
    pieces = words.wrap(max(12, width - lead.cell_length)) or [NOTHING]
    indent = Content(" " * lead.cell_length)
    return [lead + pieces[0], *(indent + piece for piece in pieces[1:])]
