"""What PDFium sees on a page, as runs of characters on one baseline in one size."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw

MOST_SIGNS_ON_A_PAGE = 200_000
LINE_END_HYPHEN = "\u00ad"
"""How a run says that a word goes on in the next line."""

_SPREAD = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "ft",
    0xFB06: "st",
}
_BROKEN_WORD = frozenset({0x02, 0xAD, 0xFFFE})
_BLANK = frozenset({0x09, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000})
_NOTHING = "\ufffd"
_WIDE = 0.6
"""A blank, in sizes, that may be more than one between words."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand side by side. Lengths are points, from the lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page as PDFium sees it."""

    runs: tuple[Run, ...]
    signs: int
    unknown: int
    """How many signs have no letter behind them."""
    is_cut: bool = False


def page_runs(text_page: Any) -> SeenPage:
    """The runs of a page, in the order in which the file draws them."""
    page = text_page.raw
    signs = raw.FPDFText_CountChars(page)
    collector = _Collector(page)
    for index, code in enumerate(_codes(page, min(signs, MOST_SIGNS_ON_A_PAGE))):
        collector.take(index, code)
    collector.close()
    return SeenPage(tuple(collector.runs), signs, collector.unknown, signs > MOST_SIGNS_ON_A_PAGE)


def _codes(page: Any, signs: int) -> Sequence[int]:
    """The code of every sign: all at once, where PDFium leaves none out of the text."""
    buffer = (ctypes.c_ushort * (signs + 1))()
    if raw.FPDFText_GetText(page, 0, signs, buffer) == signs + 1:
        return buffer[:signs]
    return [raw.FPDFText_GetUnicode(page, index) for index in range(signs)]


@dataclass(slots=True)
class _Collector:
    page: Any
    runs: list[Run] = field(default_factory=list)
    unknown: int = 0
    _letters: list[str] = field(default_factory=list)
    _left: float = 0.0
    _last_x: float = 0.0
    _baseline: float = 0.0
    _raw_size: float = 0.0
    _size: float = 0.0
    _last: int = 0
    _pending_high: int = 0
    _x: ctypes.c_double = field(default_factory=ctypes.c_double)
    _y: ctypes.c_double = field(default_factory=ctypes.c_double)

    def take(self, index: int, code: int) -> None:
        if code in (10, 13):
            self.close()
            return
        if code in _BLANK:
            if self._letters:
                self._letters.append(" ")
            return
        if code in _BROKEN_WORD:
            if self._letters:
                self._letters.append(LINE_END_HYPHEN)
            return
        letter = self._letter(code)
        if letter:
            self._place(index, letter)

    def close(self) -> None:
        """End the run that is being taken."""
        text = "".join(self._letters).strip(" ")
        if text and self._size > 0:
            self.runs.append(Run(text, self._left, self._right(), self._baseline, self._size))
        self._letters = []

    def _right(self) -> float:
        """Where the last letter ends."""
        box = raw.FS_RECTF()
        found = raw.FPDFText_GetLooseCharBox(self.page, self._last, box)
        return max(self._last_x, box.right if found else self._last_x + self._size / 2)

    def _letter(self, code: int) -> str:
        if 0xD800 <= code < 0xDC00:
            self._pending_high = code
            return ""
        if 0xDC00 <= code < 0xE000:
            high, self._pending_high = self._pending_high, 0
            return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else _NOTHING
        if code in _SPREAD:
            return _SPREAD[code]
        if code == 0xFFFD or 0xE000 <= code < 0xF900 or code == 0:
            self.unknown += 1
            return _NOTHING
        return chr(code) if 32 < code < 0x110000 and code != 0x7F else ""

    def _place(self, index: int, letter: str) -> None:
        raw.FPDFText_GetCharOrigin(self.page, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        size = raw.FPDFText_GetFontSize(self.page, index)
        goes_on = (
            self._letters
            and size == self._raw_size
            and abs(y - self._baseline) < 0.08 * self._size
            and -0.3 * self._size < x - self._last_x < 4 * self._size
            and not (self._letters[-1] == " " and x - self._right() > _WIDE * self._size)
        )
        if not goes_on:
            self.close()
            self._raw_size, self._left, self._baseline = size, x, y
            self._size = self._scaled(index, size)
            if self._size <= 0:
                return
        self._letters.append(letter)
        self._last_x, self._last = x, index

    def _scaled(self, index: int, size: float) -> float:
        """The size on the page; 0 for words that do not stand level, such as stamps at the edge."""
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(self.page, index, matrix):
            return size
        scale = math.hypot(matrix.c, matrix.d)
        is_level = abs(matrix.b) <= 0.1 * abs(matrix.a) and matrix.a > 0 and matrix.d > 0
        return size * scale if is_level and math.isfinite(scale) else 0.0
