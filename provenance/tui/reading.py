"""A long text laid out in lines that know their offsets, and the steps a cursor takes in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from rich.cells import cell_len

from provenance.model.spans import Span
from provenance.rendering.untrusted import pieces_for_terminal

TAB = "    "
_ONE_CELL = re.compile(r"[ -~¡-¬®-˿Ͱ-ҁҊ-԰‐-‧‰-⁞]*")
"""Characters that every terminal draws one cell wide."""
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W{_IDEOGRAPH}]+(?:['’.,\-‐][^\W{_IDEOGRAPH}]+)*")
_QUOTES = "'‘’‚`´\"“”„«»"


class Layout:
    """A text wrapped to a width. Every character belongs to exactly one line."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(8, width)
        self.starts = tuple(_line_starts(text, self.width))
        """Where each line begins; it ends where the next one does."""

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """The line a character stands on, from 0."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span_of(self, line: int) -> Span:
        """The characters of a line, the line end among them."""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        return Span(self.starts[line], end)

    def pieces(self, line: int) -> list[str]:
        """What is drawn for each character of a line."""
        return _pieces(self.span_of(line).of(self.text))

    def offset_at(self, line: int, column: int) -> int:
        """The character drawn at a column; the line's last one where it is shorter."""
        line = min(max(0, line), len(self.starts) - 1)
        span = self.span_of(line)
        drawn = 0
        for number, piece in enumerate(self.pieces(line)):
            drawn += cell_len(piece)
            if column < drawn:
                return span.start + number
        return max(span.start, span.end - 1)

    def column_of(self, offset: int) -> int:
        """The column a character is drawn at."""
        line = self.line_of(offset)
        return cell_len("".join(self.pieces(line)[: offset - self.starts[line]]))


class Steps:
    """The words and sentences of a text, as places to go to."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        from provenance.alignment.sentences import sentences

        return sentences(self.text)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self._sentences)

    def word_at(self, offset: int) -> Span:
        """The word an offset stands in, else the next one, else the last."""
        start = self._back_to_blank(offset)
        for match in _WORD.finditer(self.text, start):
            if match.end() > offset:
                return Span(*match.span())
        return self._last_before(len(self.text)) or Span(0, 0)

    def word(self, offset: int, step: int) -> Span:
        """The next word behind that at an offset, or the one before it; itself at the ends."""
        here = self.word_at(offset)
        if step < 0:
            return self._last_before(here.start) or here
        match = _WORD.search(self.text, here.end)
        return Span(*match.span()) if match else here

    def sentence_at(self, offset: int) -> Span:
        """The sentence an offset stands in; between two the one before."""
        if not self._sentences:
            return Span(0, 0)
        return self._sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def sentence(self, offset: int, step: int) -> Span:
        """The next sentence, or the one before; itself at the ends."""
        if not self._sentences:
            return Span(0, 0)
        at = max(0, bisect_right(self._sentence_starts, offset) - 1) + step
        return self._sentences[min(max(0, at), len(self._sentences) - 1)]

    def _last_before(self, end: int) -> Span | None:
        """The last word that ends before an offset; longer and longer stretches are looked at."""
        reach = 200
        while True:
            start = self._back_to_blank(max(0, end - reach))
            found = [match.span() for match in _WORD.finditer(self.text, start, end)]
            if found:
                return Span(*found[-1])
            if start == 0:
                return None
            reach *= 4

    def _back_to_blank(self, offset: int) -> int:
        """The beginning of the run without blanks an offset stands in; not farther than a few."""
        start = max(0, offset - 80)
        blank = max(self.text.rfind(sign, start, offset) for sign in " \n\t")
        return blank + 1 if blank >= 0 else start


def found(text: str, words: str) -> tuple[Span, ...]:
    """Every place where words stand, whatever their case, line ends and quotation marks."""
    parts = ["".join(_loosely(character) for character in word) for word in words.split()]
    if not parts:
        return ()
    wanted = re.compile(r"\s+".join(parts), re.IGNORECASE)
    return tuple(Span(*match.span()) for match in wanted.finditer(text))


def _loosely(character: str) -> str:
    if character in _QUOTES:
        return f"[{re.escape(_QUOTES)}]"
    return re.escape(character)


def _pieces(text: str) -> list[str]:
    pieces = list(text) if _ONE_CELL.fullmatch(text) else pieces_for_terminal(text)
    drawn = {"\t": TAB, "\n": ""}
    return [drawn.get(piece, piece) for piece in pieces]


def _line_starts(text: str, width: int) -> Iterator[int]:
    # As many characters as fit and end before a blank; else as many as fit.
    filled = re.compile(rf".{{1,{width}}}(?:\s+|$)|.{{{width}}}")
    at = 0
    for paragraph in text.split("\n"):
        yield at
        if not _ONE_CELL.fullmatch(paragraph):
            yield from _wide_starts(paragraph, width, at)
        elif len(paragraph) > width:
            yield from _plain_starts(filled, paragraph, at)
        at += len(paragraph) + 1


def _plain_starts(filled: re.Pattern[str], paragraph: str, at: int) -> Iterator[int]:
    matches = filled.finditer(paragraph)
    next(matches, None)
    yield from (at + match.start() for match in matches)


def _wide_starts(paragraph: str, width: int, at: int) -> Iterator[int]:
    """Where lines after the first begin, characters being none, one, two or more cells wide."""
    widths = [cell_len(piece) for piece in _pieces(paragraph)]
    used, blank, start = 0, -1, 0
    for number, wide in enumerate(widths):
        while used + wide > width and number > start:
            if paragraph[number].isspace():
                # A blank that no longer fits stays at the end of its line.
                break
            start = blank + 1 if blank >= start else number
            yield at + start
            used = sum(widths[start:number])
        if paragraph[number].isspace():
            blank = number
        used += wide
