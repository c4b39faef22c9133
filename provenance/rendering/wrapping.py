"""Lines that fit: wrapped at words and measured in the columns a terminal gives each character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.style import Style

from provenance.rendering.untrusted import for_terminal, on_one_line

_LEAST_ROOM = 16
"""Columns below which wrapped text is no longer readable beside what leads it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written on."""

    width: int | None
    """In columns; None does not wrap, for pipes and for readers that wrap themselves."""
    colour: bool = False


def laid_out(
    text: str, paper: Paper, *, lead: str = "", indent: int = 0, style: str = ""
) -> list[str]:
    """The text as lines after `lead`, made safe, with what follows hanging under its start.

    `style`, in Rich's words, is put on the lead, or on all of it where there is no lead.
    """
    margin = " " * indent
    start = margin + for_terminal(lead.replace("\n", " "))
    width = cell_len(start)
    body = on_one_line(text)
    if paper.width is None:
        return [_end(_styled(start, style, paper) + _styled(body, "" if lead else style, paper))]
    if lead and _is_cramped(body, paper.width - width):
        below = laid_out(text, paper, indent=min(indent + 4, paper.width // 4))
        above = laid_out(lead, paper, indent=indent, style=style) if lead.strip() else []
        return [*above, *below]
    pieces = list(wrapped(body, max(1, paper.width - width))) or [""]
    painted = [_styled(piece, "" if lead else style, paper) for piece in pieces]
    rest = " " * width
    return [
        _end(f"{_styled(start, style, paper)}{painted[0]}"),
        *(f"{rest}{line}" for line in painted[1:]),
    ]


def _is_cramped(body: str, room: int) -> bool:
    """Whether the text would be a ribbon beside its lead, or a word of it be cut there."""
    if cell_len(body) <= room:
        return False
    return room < _LEAST_ROOM or any(
        word.isascii() and len(word) > room for word in body.split(" ")
    )


def listed(items: Iterable[str], paper: Paper, *, lead: str = "") -> list[str]:
    """Items after one another, each unbroken, as many to a line as fit after `lead`."""
    lines: list[str] = []
    line = lead
    for item in map(on_one_line, items):
        full = paper.width is not None and cell_len(f"{line}{item}") > paper.width
        if full and line.strip():
            lines.append(_end(line))
            line = " " * cell_len(lead)
        line += f"{item}   "
    return [*lines, _end(line)] if line.strip() else lines


def wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` columns. A word is broken only where it fits on no line."""
    line, used = "", 0
    for space, piece in _pieces(text, width):
        needed = cell_len(piece)
        gap = len(space) if line else 0
        if line and used + gap + needed > width:
            yield line
            line, used, gap = "", 0, 0
        line += (space if gap else "") + piece
        used += gap + needed
    if line:
        yield line


def fitted(text: str, width: int) -> str:
    """The text in exactly `width` columns: padded, or cut with an ellipsis."""
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    cut = set_cell_size(text, max(0, width - 1)).rstrip() + "…"
    return cut + " " * (width - cell_len(cut))


def column(texts: Iterable[str], widest: int) -> int:
    """The columns that the longest of some texts takes, but no more than `widest`."""
    return min(widest, max((cell_len(text) for text in texts), default=0))


def _pieces(text: str, width: int) -> Iterator[tuple[str, str]]:
    """Each unbreakable piece, after the space that stands before it if it does not start a line."""
    for word in text.split(" "):
        space = " "
        for piece in _parts_of(word, width):
            yield space, piece
            space = ""


def _parts_of(word: str, width: int) -> Iterator[str]:
    """The word whole; in the parts it may be broken into where its script has no spaces."""
    if cell_len(word) <= width and cell_len(word) == len(word):
        yield word
        return
    part = ""
    for character in word:
        wide = cell_len(character) == 2
        if part and (wide or cell_len(part) + cell_len(character) > width):
            yield part
            part = ""
        part += character
    if part:
        yield part


def _styled(text: str, style: str, paper: Paper) -> str:
    if not paper.colour or not style or not text.strip():
        return text
    bare = text.strip(" ")
    at = text.find(bare)
    painted = Style.parse(style).render(bare, color_system=ColorSystem.STANDARD)
    return text[:at] + painted + text[at + len(bare) :]


def _end(line: str) -> str:
    return line.rstrip(" ")
