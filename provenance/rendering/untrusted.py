"""Text from sources, claims and file names, made safe to show.

A document may hold escape sequences, bidirectional overrides, HTML or Markdown. None of it may act
where we show it, and none of it may vanish: what cannot be seen is shown as a visible escape.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS_KEPT = "\t\n"
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"

# Letters and marks that are drawn as nothing, though Unicode does not call them formatting.
_DRAWN_AS_NOTHING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_UNSEEN_LETTERS = re.compile(
    f"[{''.join(sorted(_DRAWN_AS_NOTHING))}\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""They, and variation selectors, count as printable."""
_JOINERS = "\u200c\u200d"
_FIRST_JOINING_SCRIPT = 0x0590
"""Hebrew's block: from here on, letters exist whose shape depends on a joiner."""
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

# Not \s, which takes some control characters for spaces and would hide them.
_SPACES = r" \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK_LINE = re.compile(rf"[{_SPACES}]*\n[{_SPACES}]*\n[\n{_SPACES}]*")
_WHITE_SPACE = re.compile(rf"[\n{_SPACES}]+")

_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>&|~$^])")
_MARKDOWN_START = re.compile(r"^(\s*)([#+=:-]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"(?i)(://|\bwww(?=\.))")


def for_terminal(text: str) -> str:
    """The text with everything invisible made visible: ␛, ␍, ⟨U+202E⟩. Nothing else changes.

    Tabs and newlines stay, for the caller to lay out. Letters of every script stay, right-to-left
    and Chinese among them; so do the joiners and variation selectors that shape a letter before
    them.
    """
    bare = text.replace("\n", "").replace("\t", "").replace("\u00a0", "")
    # Nearly every text has nothing else to look at, which takes a hundredth of the time to see.
    if bare.isprintable() and not _UNSEEN_LETTERS.search(bare):
        return text
    return "".join(pieces_for_terminal(text))


def pieces_for_terminal(text: str) -> list[str]:
    """As `for_terminal`, one piece for every character, for who must know what stands where."""
    shown: list[str] = []
    before = ""
    for character in text:
        shown.append(character if _is_seen(character, before) else _escape(character))
        before = character
    return shown


def on_one_line(text: str) -> str:
    """As `for_terminal`, with line ends and runs of white space as one space.

    A blank line, which ends a paragraph, is shown as ¶.
    """
    paragraphs = _BLANK_LINE.sub(" ¶ ", text.replace("\r\n", "\n").strip(" \t\n"))
    return for_terminal(_WHITE_SPACE.sub(" ", paragraphs))


def for_markdown(text: str) -> str:
    """The text on one line, with nothing that CommonMark or GitHub's Markdown would act upon."""
    escaped = _MARKDOWN_SIGNS.sub(r"\\\1", on_one_line(text))
    escaped = _ADDRESS.sub(_without_link, escaped)
    return _MARKDOWN_START.sub(_without_block, escaped)


def _without_link(match: re.Match[str]) -> str:
    found = match.group()
    return f"\\{found}" if found.startswith(":") else f"{found}\\"


def _without_block(match: re.Match[str]) -> str:
    space, sign = match.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def _is_seen(character: str, before: str) -> bool:
    if character in _LINE_ENDS_KEPT:
        return True
    if character in _DRAWN_AS_NOTHING:
        return False
    if character in _JOINERS:
        return ord(before or " ") >= _FIRST_JOINING_SCRIPT and _is_letter(before)
    if _is_variation_selector(character):
        return bool(before) and not before.isascii() and not _is_variation_selector(before)
    return unicodedata.category(character) not in _UNSEEN_CATEGORIES


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _escape(character: str) -> str:
    if character == _DELETE:
        return "␡"
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return f"⟨U+{ord(character):04X}⟩"
