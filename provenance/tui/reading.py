"""A long text laid out in lines that know their offsets, and the steps a cursor takes in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from rich.cells import cell_len

from provenance.model.spans import Span
from provenance.rendering.untrusted import pieces_for_terminal

TAB = "    "
_ONE_CELL = re.compile(r"[ -~¡-¬®-˿Ͱ-ҁҊ-԰‐-‧‰-⁞]*")
"""Characters that every terminal draws one cell wide."""
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W{_IDEOGRAPH}]+(?:['’.,\-‐][^\W{_IDEOGRAPH}]+)*")
_BEGINS = re.compile(r"\s|[#>|*+=-]|\[\^|\d+[.)] ")
"""What a line begins with that does not go on with the one before it."""
_QUOTES = "'‘’‚`´\"“”„«»"


class Layout:
    """A text wrapped to a width. Every character belongs to exactly one line. Lines of a file
    that was wrapped itself, and more widely, run on: wrapped twice they would be ragged.
    """

    def __init__(
        self, text: str, width: int, signs: Mapping[int, str] = MappingProxyType({})
    ) -> None:
        """`signs` are drawn behind characters, by offset: the text has none for them."""
        self.text = text
        self.width = max(8, width)
        self.signs = signs
        self._flowing = flowing(text, self.width)
        self.starts = tuple(_line_starts(self._flowing, self.width, signs))
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
        span = self.span_of(line)
        pieces = _pieces(span.of(self._flowing))
        for offset in range(span.start, span.end) if self.signs else ():
            pieces[offset - span.start] += self.signs.get(offset, "")
        return pieces

    def begun(self, line: int) -> int | None:
        """Where the first line of the file that begins on this one does; None where none does."""
        span = self.span_of(line)
        if span.start == 0 or self.text[span.start - 1] == "\n":
            return span.start
        return self.text.find("\n", span.start, span.end - 1) + 1 or None

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

    def word_before(self, offset: int) -> Span:
        """The last word that ends at an offset or before it; the first where there is none."""
        return self._last_before(offset) or self.word_at(0)

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


def flowing(text: str, width: int) -> str:
    """The text with a blank for every line end that wrapped prose has only for its own width, and
    that is wider than `width`. As long as the text, character for character.
    """
    parts: list[str] = []
    for block in _blocks(text.split("\n")):
        runs_on = max(map(len, block)) > width and _is_wrapped(block)
        parts.append((" " if runs_on else "\n").join(block))
    return "\n".join(parts)


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines that stand together: until a blank one, or one that begins something of its own."""
    block: list[str] = []
    for line in lines:
        if block and (not line.strip() or not block[-1].strip() or _BEGINS.match(line)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(block: Sequence[str]) -> bool:
    """Whether each line ends where the first word of the next would not have fitted, as prose that
    was wrapped does and verses and lists do not."""
    widest = max(map(len, block))
    return len(block) > 1 and all(
        len(line) + 1 + len(after.split(" ", 1)[0]) > widest for line, after in pairwise(block)
    )


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


def _line_starts(text: str, width: int, signs: Mapping[int, str]) -> Iterator[int]:
    # As many characters as fit and end before a blank; else as many as fit.
    filled = re.compile(rf".{{1,{width}}}(?:\s+|$)|.{{{width}}}")
    at = 0
    signed = sorted(signs)
    for paragraph in text.split("\n"):
        yield at
        end = at + len(paragraph)
        has_signs = bisect_left(signed, at) < bisect_left(signed, end)
        beside = [signs.get(n, "") for n in range(at, end)] if has_signs else []
        if beside or not _ONE_CELL.fullmatch(paragraph):
            yield from _wide_starts(paragraph, width, at, beside)
        elif len(paragraph) > width:
            yield from _plain_starts(filled, paragraph, at)
        at += len(paragraph) + 1


def _plain_starts(filled: re.Pattern[str], paragraph: str, at: int) -> Iterator[int]:
    matches = filled.finditer(paragraph)
    next(matches, None)
    yield from (at + match.start() for match in matches)


def _wide_starts(paragraph: str, width: int, at: int, beside: Sequence[str]) -> Iterator[int]:
    """Where lines after the first begin, characters being none, one, two or more cells wide, each
    with what is drawn `beside` it, if anything is.
    """
    widths = [cell_len(piece) for piece in _pieces(paragraph)]
    if beside:
        widths = [own + cell_len(sign) for own, sign in zip(widths, beside, strict=True)]
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
