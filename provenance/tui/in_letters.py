"""What the board draws for readers who asked for letters: ASCII for every sign of the program's."""

from __future__ import annotations

import re

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

VERBATIM = Style.from_meta({"verbatim": True})
"""The style of words that are a source's own, in which every sign stays as it is."""

_ASCII = str.maketrans(
    {
        **dict.fromkeys("─━═╌┄╍┅▔▁▂▃", "-"),
        **dict.fromkeys("│┃║▏▎▌▐▕╎┆╏▊▋▍▉", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╭╮╯╰╔╗╚╝▖▗▘▝", "+"),
        **dict.fromkeys("█▓▀▄▅▆▇■", "#"),
        **dict.fromkeys("▒░", ":"),
        **dict.fromkeys("▸▶▹►→⟩", ">"),
        **dict.fromkeys("◂◀◃◄←⟨", "<"),
        **dict.fromkeys("▼▾▽↓", "v"),
        **dict.fromkeys("▲▴△↑", "^"),
        **dict.fromkeys("●◉•", "*"),
        **dict.fromkeys("○◯", "o"),
        **dict.fromkeys("✗✘×", "x"),
        **dict.fromkeys("✓✔", "/"),
        "≠": "#",
        "⟦": "[",
        "⟧": "]",
    }
)
_BETWEEN = re.compile(r"(?<![^ ])·(?![^ ])")
"""The dot that parts two facts; one inside a word is the word's."""


class InLetters(LineFilter):
    """Draws the program's signs in ASCII, each as wide as before, and leaves sources alone."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.control or segment.text.isascii() or _is_verbatim(segment.style)
            else Segment(in_letters(segment.text), segment.style)
            for segment in segments
        ]


def in_letters(drawn: str) -> str:
    """Words with the program's signs in ASCII. Quotation marks, dashes and the ellipsis are
    punctuation, and stay.
    """
    return _BETWEEN.sub("-", drawn.translate(_ASCII))


def _is_verbatim(style: Style | None) -> bool:
    return style is not None and bool(style.meta.get("verbatim"))
