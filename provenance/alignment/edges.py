"""Whether a stretch of a text begins and ends with whole words.

"able to accept" stands in "unable to accept" letter for letter and says the opposite, so words cut
short are no quotation. Signs that scans and web pages run into a word are not part of it: "war29",
"17Stalin", "RPMThe".
"""

from __future__ import annotations

import re
import unicodedata

from provenance.alignment.tokens import stands_alone

_TURNING = (
    "non", "anti", "un", "in", "im", "ir", "dis", "de", "ex", "pre", "post", "counter", "pseudo",
    "quasi", "semi", "half", "sub", "super", "contra", "nicht", "vor", "nach",
)  # fmt: skip
# What, standing before or after, makes a stretch begin or end within a word or a number.
_CUT_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join(_TURNING)})[-‐‑]|[^\W\d_][-‐¬\xad][^\S\n]*\n[^\S\n]*|[^\W\d_]\xad|\d[.,])\Z",
    re.IGNORECASE,
)
_CUT_AFTER = re.compile(
    r"['’`´]t\b|[-‐¬\xad][^\S\n]*\n[^\S\n]*[^\W\d_]|\xad[^\W\d_]|,\d{3}(?!\d)"
    r"|\.\d+\s?(?:%|per\b|percent|hundred|thousand|[mb]illion|dollars?|pounds?|miles?|tons?)",
    re.IGNORECASE,
)
_JOINED_DIGITS = re.compile(r"[^\W\d_]{3}\Z")
_JOINED_WORD = re.compile(r"[^\W\d_][^\W\d_]")
_REACH = 24
"""How far to look for what a stretch may have been cut from."""


def opens_word(text: str, at: int) -> bool:
    """Whether words that start at `at` are cut from nothing before it."""
    if at == 0 or not _is_written(text, at):
        return True
    if not _parts(text, at):
        return False
    before = _CUT_BEFORE.search(text, max(0, at - _REACH), at)
    if before is None:
        return True
    number = before.group()[0].isdigit()
    return not text[at].isdigit() if number else not text[at].isalpha()


def closes_word(text: str, at: int) -> bool:
    """Whether words that end at `at` are cut from nothing after it."""
    if at == len(text) or not at or not _is_written(text, at - 1):
        return True
    if not _parts(text, at):
        return False
    after = _CUT_AFTER.match(text, at, at + _REACH)
    if after is None:
        return True
    number = after.group()[0] in ".,"
    return not text[at - 1].isdigit() if number else not text[at - 1].isalpha()


def _is_written(text: str, at: int) -> bool:
    """Whether a letter or digit stands there, and not a sign that needs no edge."""
    return text[at].isalnum()


def _parts(text: str, at: int) -> bool:
    """Whether two words or none meet before `at`, rather than one going on."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(after)[0] == "M":
        return False
    if not (before.isalnum() or unicodedata.category(before)[0] == "M") or not after.isalnum():
        return True
    if stands_alone(before) or stands_alone(after):
        return True
    if after.isdigit() and not before.isdigit():
        return bool(_JOINED_DIGITS.search(text, max(0, at - 3), at))
    if not after.isupper() or not _JOINED_WORD.match(text, at):
        return False
    if before.isdigit():
        return True
    if before.isupper():
        # "RPM|The" but not "SO|ME".
        return text[at + 1].islower() and text[max(0, at - 3) : at].isupper() and at >= 3
    return text[max(0, at - 4) : at].islower() and at >= 4
