"""Identifiers of works, held against their own rules: DOI, ISBN, ISSN, arXiv, addresses.

Nothing is looked up. What has a check digit is reckoned; of the rest only the form is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from provenance.model.spans import Span

_DASH = r"(?:[-‐‑–—]\s|[-‐‑–— \n])"
"""Between the parts of a number, which may stand on two lines."""
_ISBN = re.compile(
    rf"\bISBN(?:[-‑ ]?1[03](?=[:\s]))?:?\s*(?P<id>[\dXx](?:{_DASH}?[\dXx])*)", re.IGNORECASE
)
_ISSN = re.compile(rf"\b[ep]?-?ISSN:?\s*(?P<id>\d(?:{_DASH}?[\dXx])*)", re.IGNORECASE)
_DOI = re.compile(
    r"(?:\bdoi:\s*|\bDOI\s+(?=\d)|(?:https?://)?(?:dx\.)?\bdoi\.org/)(?P<id>[^\s<>\"”’;,)\]]*[^\s<>\"”’;,.)\]])",
    re.IGNORECASE,
)
_DOI_FORM = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_ARXIV = re.compile(
    r"(?:\barXiv:\s*|arxiv\.org/(?:abs|pdf)/)(?P<id>[\w.-]+(?:/\d+)?(?:v\d+)?)", re.IGNORECASE
)
_ARXIV_FORM = re.compile(
    r"(?:\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d\d(?:0[1-9]|1[0-2])\d{3})"
    r"(?:v\d+)?(?:\.pdf)?"
)
_ADDRESS = re.compile(
    r"(?<![\w/:.])(?P<id>(?:h?t?tps?|http|https|htttps?|htpps?|ttps?|hhtps?)(?::/{0,3}|//|;//|\.//)"
    r"[^\s<>\"”]*)",
    re.IGNORECASE,
)
_ADDRESS_FORM = re.compile(
    r"https?://(?:[^\s/@]+@)?(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]+\.?(?::\d+)?(?:[/?#]\S*)?"
    r"|https?://(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])(?::\d+)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)]}’'»*_"
_LENGTH_OF_ISBN = (10, 13)


@dataclass(frozen=True, slots=True)
class BadIdentifier:
    """An identifier that cannot be right."""

    span: Span
    kind: str
    """`ISBN`, `DOI`, …"""
    why: str
    """Why not, as the end of a sentence that begins with it."""


def bad_identifiers(text: str) -> Iterator[BadIdentifier]:
    """Every identifier of a text that is not well formed, in order."""
    tests: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
        ("ISBN", _ISBN, _wrong_with_isbn),
        ("ISSN", _ISSN, _wrong_with_issn),
        ("DOI", _DOI, _wrong_with_doi),
        ("arXiv number", _ARXIV, _wrong_with_arxiv),
        ("address", _ADDRESS, _wrong_with_address),
    )
    found = [
        BadIdentifier(Span(match.start("id"), match.start("id") + len(said)), kind, why)
        for kind, pattern, test in tests
        for match in pattern.finditer(text)
        if (said := match["id"].rstrip(_TAIL)) and (why := test(said))
    ]
    yield from sorted(found, key=lambda each: each.span)


def _digits(said: str) -> list[int]:
    return [10 if sign in "Xx" else int(sign) for sign in said if sign.isdigit() or sign in "Xx"]


def _wrong_with_isbn(said: str) -> str:
    digits = _digits(said)
    if len(digits) not in _LENGTH_OF_ISBN:
        return f"has {len(digits)} digits; an ISBN has 10 or 13"
    if 10 in digits[:-1] or (len(digits) > 10 and digits[-1] == 10):
        return "has an X that is not the last of 10 digits"
    if len(digits) == 10:
        is_sound = (
            sum(n * digit for n, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0
        )
    else:
        is_sound = sum(digit * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0
    return "" if is_sound else "has a wrong check digit"


def _wrong_with_issn(said: str) -> str:
    digits = _digits(said)
    if len(digits) != 8:
        return f"has {len(digits)} digits; an ISSN has 8"
    if 10 in digits[:-1]:
        return "has an X that is not the last digit"
    total = sum(n * digit for n, digit in zip(range(8, 0, -1), digits, strict=True))
    return "" if total % 11 == 0 else "has a wrong check digit"


def _wrong_with_doi(said: str) -> str:
    if _DOI_FORM.fullmatch(said):
        return ""
    return "does not have the form 10.1234/…"


def _wrong_with_arxiv(said: str) -> str:
    return "" if _ARXIV_FORM.fullmatch(said) else "does not have the form 2301.01234"


def _wrong_with_address(said: str) -> str:
    if _ADDRESS_FORM.fullmatch(said):
        rest = said.split("://", 1)[1]
        doubled = re.search(r"https?:/", rest) and not re.search(r"web/|archive|[?=]", rest)
        return "holds a second address" if doubled else ""
    if not re.match(r"https?://", said, re.IGNORECASE):
        return "does not begin with http:// or https://"
    return "names no site"
