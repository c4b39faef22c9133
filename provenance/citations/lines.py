"""Text without the accidents of its lines, and the way back to every place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model.spans import Span

_GAP = re.compile(
    r"(?P<divided>(?<=[a-zß-ÿ])[-\u00ad][^\S\n]*\n[^\S\n]*(?=[a-zß-ÿ])"
    r"|(?<=[^\W\d_]-)[^\S\n]*\n[^\S\n]*(?=[^\W\d_]))|[^\S ]\s*| \s+"
)
"""Every run of white space but a single space, which stays what it is."""
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<open>\*{1,3})(?=[^\s*])[^*\n]*(?:\n[^*\n]+)*(?<=[^\s*\\])(?P<close>(?P=open))(?![\w*])"
)
"""Words that Markdown emphasises, with the stars on both sides."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A stretch on one line: runs of white space are one space, a paragraph's end is kept."""

    text: str
    origin: Sequence[int]
    """For each of its characters the offset in the whole text, and one more for its end."""

    def back(self, span: Span) -> Span:
        """The stretch of the whole text that a stretch, not empty, came from."""
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


def unwrapped(text: str, span: Span) -> Unwrapped:
    """A stretch of a text with its lines joined; words divided at a line's end are whole again, and
    the stars of emphasis are gone."""
    stretch = span.of(text)
    if stretch.isprintable() and "  " not in stretch and "*" not in stretch:
        return Unwrapped(stretch, range(span.start, span.end + 1))
    pieces: list[str] = []
    origin: list[int] = []
    place = span.start
    for start, end, joint in _cuts(text, span):
        pieces.append(text[place:start] + joint)
        origin.extend(range(place, start))
        origin.extend([start] * len(joint))
        place = end
    pieces.append(text[place : span.end])
    origin.extend(range(place, span.end))
    return Unwrapped("".join(pieces), (*origin, span.end))


def _cuts(text: str, span: Span) -> Iterator[tuple[int, int, str]]:
    """What is taken out, from where to where, and what stands there instead, in order."""
    found: list[tuple[int, int, str]] = []
    for gap in _GAP.finditer(text, span.start, span.end):
        joint = "\n\n" if _BLANK_LINE.search(gap.group()) else " "
        found.append((gap.start(), gap.end(), "" if gap["divided"] else joint))
    for words in _EMPHASIS.finditer(text, span.start, span.end):
        found += [(*words.span(mark), "") for mark in ("open", "close")]
    return iter(sorted(found))
