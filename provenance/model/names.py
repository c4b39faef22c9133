"""Names and texts folded to keys, so that two ways of writing one thing compare as equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What a canonical decomposition leaves whole although a reader takes it for the plain letter.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile(r"[’‘‛ʼʻ′`´'\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile(r"[-‐‑‒–—―−]")
_SIGN_OF_A_NUMBER = re.compile(r"(?<![^\s(\[])[-−](?=\d)")
_SIGN = re.compile(r"[^\w\s]|_")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")

TITLES = frozenset(
    re.findall(
        r"\w+",
        """
    the dr doctor mr mrs ms miss mx sir dame lord lady hon honourable honorable his her excellency
    prof professor gen general generalissimo lieutenant lt marshal field brigadier brig admiral adm
    vice rear colonel col major maj captain capt commander cmdr commodore sergeant sgt corporal
    private premier president chairman chancellor prime foreign minister ambassador consul envoy
    senator congressman representative governor mayor judge justice secretary commissar comrade
    king queen prince princess emperor empress tsar czar kaiser duke duchess count countess baron
    baroness marquis earl rev reverend father brother sister bishop archbishop cardinal pope
    monsieur mme madame mlle herr frau dom don doña señor señora signor signora
    """,
    )
)
"""Words before a name that do not tell bearers apart."""

_AFTER = frozenset({"esq", "phd", "md", "kc", "qc", "mp"})
_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "i", "ii", "iii", "iv"})


@lru_cache(maxsize=4096)
def fold_text(written: str) -> str:
    """The key of a text: case, accents, punctuation and white space do not count.

    Numbers keep what their value hangs on: the minus sign, the decimal point, `%` and fractions.
    """
    letters = _without_accents(_APOSTROPHES.sub("", written))
    letters = _SIGN_OF_A_NUMBER.sub("\N{FULLWIDTH HYPHEN-MINUS}", letters)

    def kept(found: re.Match[str]) -> str:
        return found.group() if _counts(letters, found.start(), found.group()) else " "

    return " ".join(_SIGN.sub(kept, letters).split()).replace("\N{FULLWIDTH HYPHEN-MINUS}", "-")


@lru_cache(maxsize=4096)
def fold_name(written: str) -> str:
    """The key of a name: as a text's, and without titles, remarks in parentheses, hyphens and the
    points and gaps of initials. `Soong, Dr. T.V. (Minister)` becomes `tv soong`.

    A name of nothing but titles keeps them: `the Prime Minister` is `prime minister`.
    """
    remarks_gone = _PARENTHESIS.sub("", written)
    kept = remarks_gone if fold_text(remarks_gone) else written
    words = fold_text(_DASHES.sub("", _in_order(kept))).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if not all(word in TITLES for word in words):
        while words[0] in TITLES:
            words = words[1:]
    while len(words) > 1 and words[-1] in _AFTER:
        words = words[:-1]
    return " ".join(_joined_initials(words))


def may_be_one_bearer(key: str, other: str) -> bool:
    """Whether the shorter of two folded names may be short for the other: `soong`, `tv soong`."""
    short, long = sorted((key.split(), other.split()), key=len)
    return bool(short) and set(short) <= set(long)


def _without_accents(written: str) -> str:
    if written.isascii():
        return written.casefold()
    decomposed = unicodedata.normalize("NFD", written).casefold()
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed)).translate(_LETTERS)


def _counts(letters: str, place: int, sign: str) -> bool:
    if sign.isalnum() or unicodedata.category(sign)[0] in "MNS":
        return True
    if sign in "%‰\N{FULLWIDTH HYPHEN-MINUS}":
        return True
    between = letters[place - 1 : place] + letters[place + 1 : place + 2]
    return sign in ".,:/" and len(between) == 2 and between.isdecimal()


def _in_order(name: str) -> str:
    """`Soong, T. V.` the usual way round; what follows the comma of any other name is a remark."""
    first, comma, rest = name.partition(",")
    after = fold_text(rest).split()
    if not comma or not first.strip() or not after:
        return name
    if after[0] in _GENERATIONS:
        return f"{first} {rest}"
    if len(first.split()) > 1 or all(word in TITLES or word in _AFTER for word in after):
        return first
    return f"{rest} {first}"


def _joined_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    for position, word in enumerate(words):
        if position and len(word) == 1 and len(words[position - 1]) == 1:
            joined[-1] += word
        else:
            joined.append(word)
    return joined
