"""Text without the differences a reader does not see, and the way back to the text as it was.

Folded away are case, the shapes of quotation marks, apostrophes and dashes, ligatures and the long
s, soft hyphens and other invisible signs, how an accent is encoded, runs of white space, and words
broken at a line's end. Everything else stays: accents, punctuation, and above all numbers. That is
why it is NFC and not NFKC, which would turn "10²" into "102" and "1½" into "11⁄2".
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.spans import Span

# Replaced one by one over the whole text: `str.translate` takes ten times as long on long texts.
_SHAPES = (
    *((shape, "'") for shape in "’‘‚‛ʼʻ′`´‹›＇"),
    *((shape, '"') for shape in "“”„‟«»″＂〝〞「」『』"),
    *((shape, "-") for shape in "‐‑‒–−⁃﹣－"),
    *((shape, "—") for shape in "―⸺⸻"),
)
_BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# Most texts, and every word looked up, have no other signs; a search for each takes its time.
_ASCII_SHAPES = tuple((shape, plain) for shape, plain in _SHAPES if shape.isascii())
_ASCII_BLANKS = "".join(blank for blank in _BLANKS if blank.isascii())
INVISIBLE = "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Signs that show nothing on the page, as the inside of a regular expression's class."""
SUSPENDED = r"(?i:and|or|to|und|oder|bis|et|ou|e|y|и|или)\b"
"""What follows a hyphen that breaks no word: "pre- and post-war", "Ein- und Ausfuhr"."""

# Whatever does not fold to exactly one character in its place. Every branch starts with a literal
# or a class, which the engine tests before it tries the branch: four times as fast as otherwise.
_UNEVEN = re.compile(
    rf"""
      [-¬\xad](?<=\w.)[^\S\n]*\n[^\S\n]*(?=\w)
    | [-¬](?<=[^\W\d_].)[^\S\n]+(?=[^\W\d_])(?!{SUSPENDED})
    | \s(?=[\s—-])\s*(?:(?:—|--|-(?=\s))-*\s*)?
    | —\s*
    | -(?=-)-+\s*
    | …
    | \.(?=[^\S\n]\.[^\S\n]\.)(?:[^\S\n]\.)+
    | '(?=')'
    | [{INVISIBLE}]
    | [ßæœÆŒĲĳİŉǰΐΰև\u1e96-\u1e9e\u1f50-\u1fff\ufb00-\ufb17]
    """,
    re.VERBOSE,
)
_FOREIGN = re.compile(r"[^\n][^\x00-\u02ff\u0370-\u0482\u048a-\u0590]+|[\u0300-\u036f]+")
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_LIGATURES = {"æ": "ae", "œ": "oe", "ĳ": "ij", "i̇": "i"}
_BATCH = 50_000
"""Pieces kept apart before they are joined, so that a long text is not millions of short ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """Text without the differences a reader does not see, and the way back.

    The way back is kept as neighbouring pieces: a piece as long folded as it was maps character by
    character, any other as a whole. Ordinary prose has a piece every few lines.
    """

    text: str
    _at: array[int]
    """Where each piece starts in the folded text."""
    _starts: array[int]
    """Where each piece starts in the original."""
    _ends: array[int]

    def back(self, span: Span) -> Span:
        """The stretch of the original that a stretch of the folded text came from.

        Raises ValueError for an empty stretch, which came from nowhere in particular, and for one
        that reaches past the end of the folded text.
        """
        if span.start == span.end:
            raise ValueError("an empty stretch came from nowhere in particular")
        if span.end > len(self.text):
            raise ValueError(f"past the end of the folded text: {span.end} > {len(self.text)}")
        return Span(self._origin(span.start)[0], self._origin(span.end - 1)[1])

    def _origin(self, position: int) -> tuple[int, int]:
        piece = bisect_right(self._at, position) - 1
        at, start, end = self._at[piece], self._starts[piece], self._ends[piece]
        after = self._at[piece + 1] if piece + 1 < len(self._at) else len(self.text)
        if after - at == end - start:
            return start + position - at, start + position - at + 1
        return start, end


class _Builder:
    """Collects folded pieces and where they came from."""

    def __init__(self) -> None:
        self.joined: list[str] = []
        self.pieces: list[str] = []
        self.length = 0
        self.at, self.starts, self.ends = array("q"), array("q"), array("q")

    def add(self, piece: str, start: int, end: int) -> None:
        if not piece:
            return
        self.at.append(self.length)
        self.starts.append(start)
        self.ends.append(end)
        self.length += len(piece)
        self.pieces.append(piece)
        if len(self.pieces) >= _BATCH:
            self.joined.append("".join(self.pieces))
            self.pieces.clear()

    def finish(self) -> Folded:
        text = "".join(self.joined) + "".join(self.pieces)
        for blank in _ASCII_BLANKS if text.isascii() else _BLANKS:
            text = text.replace(blank, " ")
        return Folded(text, self.at, self.starts, self.ends)


def fold(text: str) -> Folded:
    """Fold a text. Time and memory grow in proportion to its length."""
    shaped = text
    for shape, plain in _ASCII_SHAPES if text.isascii() else _SHAPES:
        shaped = shaped.replace(shape, plain)
    folded = _Builder()
    position = 0
    for start, end, piece in _uneven(shaped):
        if start > position:
            folded.add(shaped[position:start].casefold(), position, start)
        folded.add(piece, start, end)
        position = end
    if position < len(text):
        folded.add(shaped[position:].casefold(), position, len(text))
    return folded.finish()


def _uneven(text: str) -> Iterator[tuple[int, int, str]]:
    """What does not fold character by character: its stretch and what it folds to, in order."""
    if unicodedata.is_normalized("NFC", text):
        for match in _UNEVEN.finditer(text):
            yield match.start(), match.end(), _folded(match)
        return
    for start, end, is_cluster in _clusters(text):
        if is_cluster:
            composed = unicodedata.normalize("NFC", text[start:end]).casefold()
            yield start, end, "".join(_LIGATURES.get(c, c) for c in composed)
        else:
            for match in _UNEVEN.finditer(text, start, end):
                yield match.start(), match.end(), _folded(match)


def _clusters(text: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches that tile the text: those that NFC would change, and those between."""
    position = 0
    for match in _FOREIGN.finditer(text):
        if unicodedata.is_normalized("NFC", match.group()):
            continue
        for start, end in _characters(text, match.start(), match.end()):
            if not unicodedata.is_normalized("NFC", text[start:end]):
                if start > position:
                    yield position, start, False
                yield start, end, True
                position = end
    if position < len(text):
        yield position, len(text), False


def _characters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each base character with the signs that combine with it, Hangul letters as syllables."""
    first = start
    for position in range(start + 1, end):
        sign = text[position]
        if not unicodedata.combining(sign) and not "\u1160" <= sign <= "\u11ff":
            yield first, position
            first = position
    yield first, end


def _folded(match: re.Match[str]) -> str:
    """What an uneven piece folds to, told by its signs."""
    piece = match.group()
    first = piece[0]
    if first in "-¬\xad" and piece[-1].isspace() and not piece.startswith("--"):
        return _joined(match)
    if first in "—-" or first.isspace():
        return " - " if "—" in piece or "-" in piece else " "
    if first in ".…":
        return "..." if first == "…" else "." * piece.count(".")
    if first == "'":
        return '"'
    wide = unicodedata.normalize("NFC", _HIDDEN.sub("", piece).casefold())
    return _LIGATURES.get(wide, wide)


def _joined(match: re.Match[str]) -> str:
    """What stands for a hyphen at a line's end: nothing within a word, a hyphen between names."""
    before, after = match.string[match.start() - 1], match.string[match.end()]
    if before.isalpha() and after.isalpha() and (after.islower() or not before.islower()):
        return ""
    if "\n" not in match.group():
        return "- "
    return "-" if match.group()[0] == "-" else ""
