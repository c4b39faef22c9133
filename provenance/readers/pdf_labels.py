"""Labels on PDF pages: raised in the text, and raised or level at the head of a note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.readers.pdf_lines import Line, Piece, Shift

SYMBOLS = "*∗†‡§¶"
_RAISED_LABEL = re.compile(
    rf"(?:\d{{1,4}}[a-z]?|[{SYMBOLS}]{{1,4}}|[ivxlc]{{1,8}}|[a-z])(?:\s*,\s*(?:\d{{1,4}}|[{SYMBOLS}]{{1,4}}))*"
)
_ONE_LABEL = re.compile(rf"\d{{1,4}}[a-z]?|[{SYMBOLS}]{{1,4}}|[ivxlc]{{1,8}}|[a-z]")
_PLAIN_LABEL = re.compile(
    rf"\s*[\[(]?(\d{{1,4}}|[{SYMBOLS}]{{1,4}})[\])]?\.?[\s\t]*(?=\S)(?![\d,:%–-]|[A-Z]+\d)"
)
_SYMBOL_BEHIND = re.compile(rf"\w[.,;:”’\"]?([{SYMBOLS}]{{1,4}})(?![\w{SYMBOLS}])")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPENING = r"[^\W\d_a-z]|[“‘„\"«]"
_FARTHEST_JUMP = 4
"""How many labels may be lost between two notes."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What labels to look for at the heads of lines."""

    marked: frozenset[str]
    """Those that the text of the page points to."""
    raised: frozenset[str] = frozenset()
    """Those that stand raised at the head of a line, on the page or the next."""


def raised_labels(line: Line) -> tuple[str, ...]:
    """The labels that stand raised in a line, but for one at its beginning."""
    raised = (piece for piece in line.pieces[1:] if piece.shift is Shift.RAISED)
    return tuple(label for piece in raised for label in labels_in(piece.text))


def labels_in(raised: str) -> list[str]:
    """The labels of raised signs, in brackets or not; none where there is more than labels."""
    bare = raised.strip(" []()")
    return _ONE_LABEL.findall(bare) if _RAISED_LABEL.fullmatch(bare) else []


def marked_on(page: Sequence[Line]) -> frozenset[str]:
    """The labels that the text of a page points to."""
    raised = {label for line in page for label in raised_labels(line)}
    behind = {found[1] for line in page for found in _SYMBOL_BEHIND.finditer(line.text)}
    return frozenset(raised | behind)


def raised_heads(page: Sequence[Line]) -> frozenset[str]:
    """The labels that stand raised at the head of a line of a page."""
    firsts = (line.pieces[0] for line in page)
    found = (_ONE_LABEL.match(p.text.strip(" [(")) for p in firsts if p.shift is Shift.RAISED)
    return frozenset(label[0] for label in found if label)


def label_of(line: Line, expected: Expected, last: int) -> str:
    """The label at the head of a note's first line; "" where the line goes on from the one before.

    A raised number is a label by its looks. A level one must be the next number, or be marked on
    the page: "1945" or "155." at the head of a line is neither; and where the same number stands
    raised at the head of another line, that is the label. A letter must be marked.
    """
    first, marked = line.pieces[0], expected.marked
    if first.shift is Shift.RAISED:
        found = _ONE_LABEL.match(first.text.strip(" [("))
        label = found[0] if found else ""
        return label if _may_follow(label, last, marked) else ""
    raised = re.match(r"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})", first.text)
    if raised:
        return raised[1].translate(_RAISED_DIGITS)
    plain = _PLAIN_LABEL.match(first.text + (" x" if len(line.pieces) > 1 else ""))
    if plain is None:
        return ""
    label = plain[1]
    if not label.isdecimal():
        return label if label in marked else ""
    if label in expected.raised:
        return ""
    # The first number of all needs a marker: a list at the foot of a page begins with 1 as well.
    is_next = (last and int(label) == last + 1) or (label in marked and int(label) > last)
    return label if is_next or (label == "1" and not marked.isdisjoint("12")) else ""


def _may_follow(label: str, last: int, marked: Iterable[str]) -> bool:
    if not label.isdecimal():
        return label in marked
    return label in marked or 0 < int(label) - last <= _FARTHEST_JUMP or label == "1"


def heads_note(line: Line, label: str, *, raised: bool) -> bool:
    """Whether a line begins with this very label, raised or level."""
    first = line.pieces[0]
    if raised:
        found = _ONE_LABEL.match(first.text.strip(" [(")) if first.shift is Shift.RAISED else None
        return found is not None and found[0] == label
    level = rf"\s*[\[(]?{re.escape(label)}(?:[\])]?\.?\s|[\])]\.?\S|\.[\[(]|\.?(?={_OPENING}))"
    return first.shift is Shift.LEVEL and re.match(level, line.text + " ") is not None


def without_label(line: Line, label: str) -> Line:
    """A note's first line without the label it begins with."""
    first = line.pieces[0]
    if first.shift is Shift.RAISED:
        rest = first.text.strip(" [(")[len(label) :].lstrip("])").strip()
        pieces = ((Piece(rest, Shift.LEVEL),) if rest else ()) + line.pieces[1:]
    else:
        plain = re.match(rf"\s*[\[(]?{re.escape(label)}[\])]?\.?\s*", first.text)
        cut = plain.end() if plain else len(label)
        pieces = (Piece(first.text[cut:].strip(), first.shift), *line.pieces[1:])
    return replace(line, pieces=pieces)
