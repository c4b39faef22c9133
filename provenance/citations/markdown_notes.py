"""Footnotes of Markdown, scanned in the raw text so that every offset holds.

`[^label]` points to a definition `[^label]: …` with its indented continuation; `^[…]` holds its
note where it stands. Nothing is dropped: a definition without a reference stays a note, a reference
without a definition stays a marker. Code, comments and escaped brackets hold neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.citations.markers import FoundNotes
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span

_DEFINITION = re.compile(r"^(?: {0,3}|[ ]{0,3}(?:>[ ]?)+)\[\^([^\]\s^]+)\]:[ \t]*", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^([^\]\s^]+)\]")
_INLINE = re.compile(r"\^\[")
_FENCE = re.compile(
    r"^(?P<indent>[ ]{0,3}|[ ]*(?=[`~]))(?P<fence>`{3,}"
    r"|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]|:|\[\^[^\]]+\]:)\s")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A reference (with a label) or an inline note (with a body)."""

    span: Span
    label: str
    body: Span | None


def markdown_notes(text: str) -> FoundNotes:
    """The markers and notes of a Markdown text, in the order they stand in it.

    A label is what the author wrote; an inline note has the running number a reader would see. A
    label defined twice is two notes, and its references point to the first.
    """
    dead = _code_and_comments(text)
    definitions = list(_definitions(text, dead))
    heads = {label.start: label.end for label, _, _ in definitions}
    marks = sorted(_marks(text, dead, heads), key=lambda mark: mark.span)
    bodies = [(label, span) for _, label, span in definitions]
    bodies += [(mark.label, mark.body) for mark in marks if mark.body is not None]
    bodies.sort(key=lambda body: body[1])
    ids = {span: f"n{i}" for i, (_, span) in enumerate(bodies, 1)}
    first_defined: dict[str, str] = {}
    for _, label, span in definitions:
        first_defined.setdefault(_folded(label), ids[span])
    markers = tuple(
        Marker(
            f"m{i}",
            mark.span,
            mark.label,
            MarkerKind.NOTE,
            MarkerEvidence.LINK,
            ids[mark.body] if mark.body else first_defined.get(_folded(mark.label)),
        )
        for i, mark in enumerate(marks, 1)
    )
    first_marker: dict[str, str] = {}
    for marker in markers:
        if marker.note is not None:
            first_marker.setdefault(marker.note, marker.id)
    notes = (Note(ids[span], label, span, first_marker.get(ids[span])) for label, span in bodies)
    return FoundNotes(markers, tuple(notes))


def _folded(label: str) -> str:
    return label.casefold()


def _code_and_comments(text: str) -> tuple[Span, ...]:
    """Where nothing is Markdown: fenced and indented blocks, code spans, comments."""
    found: list[Span] = []
    blocks = [Span(*m.span()) for m in _FENCE.finditer(text)] + list(_indented_code(text))
    for match in (*_COMMENT.finditer(text), *_CODE.finditer(text)):
        span = Span(*match.span())
        if not any(block.overlaps(span) for block in blocks):
            found.append(span)
    return tuple(sorted([*found, *blocks]))


def _indented_code(text: str) -> Iterator[Span]:
    """Blocks set four spaces in, unless they continue a list item or a note."""
    in_list, blank = False, True
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            blank = True
            continue
        is_indented = line.startswith(("    ", "\t"))
        if is_indented and blank and not in_list:
            yield Span(*match.span())
            continue
        if not is_indented:
            in_list = _LIST_ITEM.match(line) is not None or (in_list and not blank)
        blank = False


def _is_dead(dead: Sequence[Span], place: int) -> bool:
    return any(span.start <= place < span.end for span in dead)


def _definitions(text: str, dead: Sequence[Span]) -> Iterator[tuple[Span, str, Span]]:
    """The head, the label and the body of every definition."""
    for match in _DEFINITION.finditer(text):
        if not _is_dead(dead, match.start(1)):
            end = _body_end(text, match.end())
            bracket = match.start(1) - 2
            yield Span(bracket, match.end()), match[1], Span(match.end(), max(match.end(), end))


def _body_end(text: str, start: int) -> int:
    """Where a definition's body ends: at a blank line, but for indented blocks behind it."""
    end, blank = start, False
    for match in _LINE.finditer(text, start):
        line = match.group()
        is_first = match.start() == start
        if not line.strip():
            blank = not is_first or blank
            if match.end() == len(text):
                break
            continue
        starts_anew = _DEFINITION.match(text, match.start()) is not None
        if not is_first and (starts_anew or (blank and not line.startswith(("    ", "\t", "> ")))):
            break
        end = match.start() + len(line.rstrip())
        blank = False
        if match.end() == len(text):
            break
    return end


def _marks(text: str, dead: Sequence[Span], heads: dict[int, int]) -> Iterator[_Mark]:
    number = 0
    seen: set[str] = set()
    for match in re.compile(rf"{_REFERENCE.pattern}|{_INLINE.pattern}").finditer(text):
        start = match.start()
        if start in heads or text[start - 1 : start] == "\\" or _is_dead(dead, start):
            continue
        if match[1] is not None:
            number += _folded(match[1]) not in seen
            seen.add(_folded(match[1]))
            yield _Mark(Span(*match.span()), match[1], None)
            continue
        close = _closing(text, match.end(), dead)
        if close is not None:
            number += 1
            yield _Mark(Span(start, close + 1), str(number), Span(match.end(), close))


def _closing(text: str, start: int, dead: Sequence[Span]) -> int | None:
    """The bracket that closes an inline note opened right before `start`, in the same paragraph."""
    depth = 1
    for match in re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL).finditer(text, start):
        if match.group().startswith("\n"):
            return None
        if _is_dead(dead, match.start()):
            continue
        depth += {"[": 1, "]": -1}.get(match.group(), 0)
        if depth == 0:
            return match.start()
    return None
