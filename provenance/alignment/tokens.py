"""The words of a text as they are compared, and where each stands.

A word is a run of letters and digits, without case, accents, apostrophes or the hyphen of a line's
end. Scripts written without spaces (Chinese, Japanese, Thai and their neighbours) give one word a
character, signs that combine with it included: whatever is built on runs of words then works on
character n-grams, which need no dictionary, name no language and never disagree between two
editions, as dictionary segmenters do on names and old spellings.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from provenance.alignment.fold import INVISIBLE, SUSPENDED
from provenance.model.spans import Span

Offsets = NDArray[np.int64]

_OUT, _WORD, _DROPPED, _ALONE, _ALONE_MARK, _APOSTROPHE = range(6)
_APOSTROPHES = "'’‘ʼ`´′＇"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
# Thai to Burmese, Khmer, kana to Bopomofo, Han.
_SPACELESS = re.compile(
    "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3\u1950-\u19df\u1a20-\u1aad\u3005-\u3007\u3040-\u30ff"
    "\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)
# A hyphen that breaks a word: at a line's end, or where a line's end became a space.
_BROKEN = re.compile(
    rf"[-‐¬\xad](?<=[^\W\d_].)(?:[^\S\n]*\n[^\S\n]*|[^\S\n]+(?!{SUSPENDED}))(?=[^\W\d_])"
)

_SHORT = 2_000
"""Code points up to which a regular expression is quicker than arrays, which cost much to begin."""
_AWKWARD = re.compile(r"[^\t\n\r !-&(-,\--_a-~“”–—…]|-(?=\s)")
"""What makes words of more than ASCII letters and digits."""
_PLAIN_WORD = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of a text in order, normalised, and where each stands in it."""

    words: tuple[str, ...]
    starts: Offsets
    """Code points of the text, one a word."""
    ends: Offsets

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int | None = None) -> Span:
        """The stretch of the text from word `first` to word `last`, that one included."""
        return Span(int(self.starts[first]), int(self.ends[first if last is None else last]))


def words(text: str) -> Tokens:
    """The words of a text. Time and memory grow in proportion to its length."""
    if not text:
        none = np.zeros(0, np.int64)
        return Tokens((), none, none)
    if len(text) <= _SHORT and not _AWKWARD.search(text):
        return _plain(text)
    return _any(text)


def _plain(text: str) -> Tokens:
    """The words of a text in which they are runs of ASCII letters and digits."""
    found = [match.span() for match in _PLAIN_WORD.finditer(text)]
    edges = np.array(found, np.int64).reshape(-1, 2)
    lowered = text.lower()
    return Tokens(tuple(lowered[start:end] for start, end in found), edges[:, 0], edges[:, 1])


def _any(text: str) -> Tokens:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    present = np.flatnonzero(np.bincount(codes))
    classes = np.zeros(int(present[-1]) + 1, np.uint8)
    plain = np.zeros(int(present[-1]) + 1, np.uint32)
    wide: dict[str, str] = {}
    for code in present.tolist():
        classes[code], normal = _read(chr(code))
        plain[code] = ord(normal) if len(normal) == 1 else code
        if len(normal) > 1:
            wide[chr(code)] = normal
    kinds = classes[codes]
    _settle_apostrophes(kinds, codes)
    _settle_breaks(kinds, text)
    _settle_marks(kinds)
    starts, ends, opens = _edges(kinds)
    normal = _spaced(plain[codes], kinds, opens)
    for sign, letters in wide.items():
        normal = normal.replace(sign, letters)
    if not unicodedata.is_normalized("NFC", normal):
        normal = unicodedata.normalize("NFC", normal)
    return Tokens(tuple(normal.split(" ")) if len(starts) else (), starts, ends)


@cache
def _read(sign: str) -> tuple[int, str]:
    """What a character is to a word, and what it becomes in one."""
    if sign in _APOSTROPHES:
        return _APOSTROPHE, ""
    if _INVISIBLE.match(sign):
        return _DROPPED, ""
    category = unicodedata.category(sign)
    if _SPACELESS.match(sign) and category[0] in "LMN":
        return (_ALONE_MARK if category[0] == "M" else _ALONE), sign
    if category[0] == "M":
        # Accents and vowel points are dropped; the vowel signs of Indic scripts are letters.
        accent = unicodedata.combining(sign) > 9
        return (_DROPPED, "") if accent else (_WORD, sign)
    if category[0] not in "LN":
        return _OUT, " "
    apart = unicodedata.normalize("NFD", sign.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    composed = unicodedata.normalize("NFC", bare)
    return _WORD, {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}.get(composed, composed)


def _settle_apostrophes(kinds: NDArray[np.uint8], codes: NDArray[np.uint32]) -> None:
    """Inside a word they are dropped, an English genitive's s with them; "l'état" is two words."""
    at = np.flatnonzero(kinds == _APOSTROPHE)
    if not len(at):
        return
    padded = np.concatenate(([_OUT, _OUT], kinds, [_OUT, _OUT]))
    before, earlier, after, later = (padded[at + 2 + k] == _WORD for k in (-1, -2, 1, 2))
    kinds[at] = np.where(before & after & earlier, _DROPPED, _OUT)
    following = codes[np.minimum(at + 1, len(codes) - 1)] | 0x20
    genitive = before & after & earlier & ~later & (following == ord("s"))
    kinds[at[genitive] + 1] = _DROPPED


def _settle_breaks(kinds: NDArray[np.uint8], text: str) -> None:
    for match in _BROKEN.finditer(text):
        before, after = text[match.start() - 1], text[match.end()]
        if after.isupper() and before.islower():
            continue
        kinds[match.start() : match.end()] = _DROPPED


def _settle_marks(kinds: NDArray[np.uint8]) -> None:
    """What is dropped from words belongs to none where no word stands before it."""
    dropped = np.flatnonzero(kinds == _DROPPED)
    if not len(dropped):
        return
    kept = np.where(kinds == _DROPPED, 0, np.arange(1, len(kinds) + 1))
    before = np.maximum.accumulate(kept)[dropped]
    strays = (before == 0) | (kinds[before - 1] == _OUT)
    kinds[dropped[strays]] = _OUT


def _edges(kinds: NDArray[np.uint8]) -> tuple[Offsets, Offsets, NDArray[np.bool_]]:
    """Starts and ends of the words, and for every character whether a word opens there."""
    inside = kinds != _OUT
    previous = np.concatenate((np.zeros(1, np.uint8), kinds[:-1]))
    after_lone = (previous == _ALONE) | (previous == _ALONE_MARK)
    opens = inside & ((previous == _OUT) | (kinds == _ALONE) | ((kinds == _WORD) & after_lone))
    following_opens = np.concatenate((opens[1:], np.ones(1, np.bool_)))
    following_out = np.concatenate((~inside[1:], np.ones(1, np.bool_)))
    closes = inside & (following_opens | following_out)
    return np.flatnonzero(opens), np.flatnonzero(closes) + 1, opens


def _spaced(codes: NDArray[np.uint32], kinds: NDArray[np.uint8], opens: NDArray[np.bool_]) -> str:
    """The normalised words with one space between two."""
    kept = (kinds != _OUT) & (kinds != _DROPPED)
    letters = codes[kept]
    # Where each word opens among the letters kept; never at a dropped sign, which strays are not.
    before = np.cumsum(kept)[opens] - 1
    spaced = np.insert(letters, before[1:], ord(" "))
    return spaced.tobytes().decode("utf-32-le", "surrogatepass")


def stands_alone(sign: str) -> bool:
    """Whether a character of a script without spaces is a word of its own."""
    return _read(sign)[0] == _ALONE
