"""Numbers and quantities in prose: spelled out, about, between, per cent, money, with their units.

What is found is read by `numbers.read_number`, so that a number in prose and one that a person
typed mean the same. Years, days, labels and numbers of paragraphs or documents are no quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from provenance.evidence.bad_value import BadValue
from provenance.evidence.number_words import ONES, SCALE_WORDS, TENS
from provenance.evidence.numbers import is_plural, read_number
from provenance.model.spans import Span
from provenance.model.units import is_known
from provenance.model.values import NumberValue


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """One quantity in a text and what it means."""

    span: Span
    """From the first word that bears on it (*about*, *at least*) to the last of its unit."""
    value: NumberValue


_SCALE = "|".join(SCALE_WORDS)
_SMALL = "|".join(sorted((*ONES[1:], *TENS), key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:\s?[½¼¾])?|[½¼¾]"
_IN_WORDS = (
    rf"(?:half an? (?:{_SCALE})|(?:an?|{_SMALL})(?:[ -](?:and[ -])?(?:{_SMALL}|(?:{_SCALE})s?))+"
    rf"|(?:{_SMALL})|an? (?:{_SCALE})|half an? (?:{_SCALE})|half an?|half)"
)
_MONEY = r"(?:(?:US|A|C|HK)?[£$€¥₽]\s?)?"
_NUMBER = (
    rf"(?:{_MONEY}(?:{_DIGITS})(?:\s?(?:{_SCALE}|m|bn)\b)*"
    rf"|(?<![\w-]){_IN_WORDS}(?:\s(?:{_SCALE}))*)"
)
_BOUND = (
    r"(?:about|around|approximately|roughly|some|nearly|almost|circa|ca?\.|at least|at most"
    r"|no(?:t)? (?:less|fewer|more) than|more than|less than|fewer than|over|under|up to|above)\s+"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,/:£$€¥])(?P<bound>{_BOUND})?(?P<between>between\s+|from\s+)?(?P<first>{_NUMBER})"
    rf"(?:(?P<to>\s+(?:and|to|or)\s+|\s?[–—-]\s?)(?P<last>{_NUMBER}))?(?![\w])(?!\.\d)",
    re.IGNORECASE,
)
_LAST_SCALE = re.compile(rf"(?:{_SCALE})\Z", re.IGNORECASE)
_HALF = re.compile(rf"half an? (?=(?:{_SCALE}))", re.IGNORECASE)
_OR_SO = re.compile(r"\s+or so\b")
_SMALLER = re.compile(r"(?:,?\s*(?:\d+\s?s\.|\d+\s?d\.|\d+/\d+))+")
"""The shillings and pence of a sum in pounds."""
_UNIT = re.compile(
    r"\s?(?P<sign>%|‰|°)|[ \u00a0-](?P<cent>per\s?cent)\b"
    r"|[ \u00a0-](?P<words>[A-Za-z][\w'’-]*(?:\s[A-Za-z][\w'’-]*){0,3})"
)
_VAGUE_SCALES = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
    "billions": 1_000_000_000,
}
_VAGUE = re.compile(
    rf"\b(?:{'|'.join(_VAGUE_SCALES)})(?: of (?:{'|'.join(_VAGUE_SCALES)}))* of\b", re.IGNORECASE
)
_BEFORE_LABELS = re.compile(
    r"(?:\b(?:no|nos|document|doc|note|notes|telegram|cablegram|cable|message|circular|vol|volume|"
    r"bd|p|pp|page|pages|article|paragraph|para|section|chapter|latitude|longitude|file|box|series|"
    r"clause|annex|number|act|room|part)\.?|[#§:]|(?-i:\b[A-Z]))\s*$",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"(?:of|and|or|to|in|on|at|by|for|with|from|the|a|an|is|are|was|were|which|who|that|this|these|"
    r"those|has|have|had|would|will|as|but|if|when|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|am|pm|a\.m|p\.m)\Z",
    re.IGNORECASE,
)


def quantities(text: str, apart: Sequence[Span] = ()) -> tuple[FoundQuantity, ...]:
    """The quantities of a text, in order. `apart`: dates, markers and labels, which are none.

    Bare digits without a unit are taken for a quantity only where they have a bound, a scale or
    a separator: a lone `39` in a scan is more often a page, a note or a paragraph.
    """
    found = (*_found(text, apart), *_vague(text))
    return tuple(sorted(found, key=lambda each: each.span))


def number_in_digits(value: NumberValue) -> str:
    """A quantity as a person would type it, so that `read_number` gives the same again."""
    low, high = (None if end is None else f"{end.normalize():f}" for end in (value.low, value.high))
    number = low or high or ""
    if low is None:
        number = f"at most {high}"
    elif high is None:
        number = f"at least {low}"
    elif low != high:
        number = f"{low} to {high}"
    about = "about " if value.approximate else ""
    return f"{about}{number} {value.unit}".strip()


def _found(text: str, apart: Sequence[Span]) -> Iterator[FoundQuantity]:
    starts = sorted(span.start for span in apart)
    # The farthest end of all that begin so early: one comparison tells of any overlap.
    ends = list(accumulate((span.end for span in sorted(apart)), max))
    for match in _QUANTITY.finditer(text):
        start, end = match.span()
        before = bisect_left(starts, end)
        if (before and ends[before - 1] > start) or _is_label(text, match):
            continue
        unit, stop = _unit_after(text, end)
        if not unit and not _stands_alone(match):
            continue
        written = " ".join(f"{_to_read(match)} {unit}".split())
        if or_so := _OR_SO.match(text, end):
            unit, stop = _unit_after(text, or_so.end())
            written, stop = f"about {match['first']} {unit}".strip(), max(stop, or_so.end())
        elif "£" in match["first"] and (smaller := _SMALLER.match(text, end)):
            written, stop = f"{match['first']}{smaller.group()}", smaller.end()
        try:
            value = read_number(written)
        except BadValue:
            continue
        yield FoundQuantity(Span(start, stop), value)


def _vague(text: str) -> Iterator[FoundQuantity]:
    """`tens of thousands of men`: two of the smallest at the least, and no upper end."""
    for match in _VAGUE.finditer(text):
        least = 2
        for word in re.findall(r"[a-z]+", match.group().casefold()):
            least *= _VAGUE_SCALES.get(word, 1)
        unit, stop = _unit_after(text, match.end())
        value = read_number(f"at least {least} {unit}".strip())
        yield FoundQuantity(Span(match.start(), stop), replace(value, approximate=True))


def _is_label(text: str, match: re.Match[str]) -> bool:
    if match["bound"] or match["between"]:
        return False
    before = text[max(0, match.start() - 14) : match.start()]
    return bool(_BEFORE_LABELS.search(before)) or (not before.strip(" \t") and _opens(text, match))


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a number opens a line as the number of a paragraph does."""
    return match["first"].isdigit() and text[match.end() : match.end() + 2].strip()[:1] in (
        ".",
        ")",
    )


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether it is a quantity without a unit: money, `about 40`, `two hundred`, `1,000`."""
    first = match["first"]
    if match["bound"] or not first[0].isalnum() or (match["last"] and match["between"]):
        return True
    if first.isdigit():
        return False
    return " " in first or "," in first or first.casefold() not in ("one", "half")


def _to_read(match: re.Match[str]) -> str:
    """The number as `read_number` takes it: `between 40 and 50` keeps its words."""
    bound, first, last = match["bound"] or "", _plain(match["first"]), match["last"]
    if not last or _is_two(match):
        return f"{bound}{first}"
    scale = _LAST_SCALE.search(last)
    if scale and not _LAST_SCALE.search(first):
        first = f"{first} {scale.group()}"
    return f"{bound}{first} to {_plain(last)}"


def _plain(number: str) -> str:
    """`half a million` as a number before its scale."""
    return _HALF.sub("0.5", number)


def _is_two(match: re.Match[str]) -> bool:
    """Whether `34 and 62` are two numbers, not the ends of one."""
    return match["to"].strip() in ("and", "or") and not match["between"]


def _unit_after(text: str, end: int) -> tuple[str, int]:
    """The unit behind a number, "" for none, and where it ends.

    A known unit, or the first plural behind at most three words: `two infantry divisions`.
    """
    match = _UNIT.match(text, end)
    if match is None:
        return "", end
    if match["sign"] or match["cent"]:
        return match["sign"] or "per cent", match.end()
    at = match.start("words")
    for word in re.finditer(r"[\w'’-]+", match["words"]):
        plain = word.group().casefold()
        if _NOT_COUNTED.match(plain):
            break
        if is_known(plain) or is_known(word.group()) or is_plural(plain):
            return word.group(), at + word.end()
    return "", end
