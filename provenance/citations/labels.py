"""Numbers in a text that may be the labels of notes or paragraphs, each weighed by its
surroundings.

A weight is a log-odds: above 0 the surroundings speak for a marker, below 0 for a plain number. The
weights are ours, set by hand from how copied web pages, scans and converters damage superscripts;
the last word has the sequence (`provenance.citations.sequence`), not any one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.citations.furniture import line_start, page_furniture
from provenance.citations.lexicon import (
    BIBLE_BOOK_AFTER,
    MONTH_WORDS,
    NUMBERED_ABBREVIATIONS,
    NUMBERED_WORDS,
    ORDINALS_AND_UNITS,
    SENTENCE_OPENERS,
)
from provenance.model.notes import MarkerEvidence
from provenance.model.spans import Span

_RUN = re.compile(r"\d+|[⁰¹²³⁴-⁹]+")
_BRACKET = re.compile(r"\[(\d{1,4})\](?!\()")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_YEAR = re.compile(r"(?:1[4-9]\d\d|20[0-4]\d)")
_MONTH_BEFORE = re.compile(
    rf"(?:{MONTH_WORDS})\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?)?$|\d{{1,2}}\.?\s+(?:{MONTH_WORDS})$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf"\s+(?:{MONTH_WORDS})\b", re.IGNORECASE)
_NUMBERED_BEFORE = re.compile(
    rf"(?:^|[^\w’'])(?:(?:{NUMBERED_ABBREVIATIONS})\.|{NUMBERED_WORDS})\s?$|[$£€#§°¶+=<>~^@&]\s?$",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"(?<![\w.,])(\d+)[.,]$")
_AMOUNT_AFTER = re.compile(
    r"\s?(?:%|‰|°)|\s(?:percent|per cent|Prozent|million|billion|Millionen|Milliarden|a\.m\."
    r"|p\.m\.|Uhr)\b"
)
_OPENER = re.compile(rf"\s+[“\"‘'„»«(\[]?(?:{SENTENCE_OPENERS})\b")
_CAPITAL = re.compile(r"\s+[“\"‘'„»«(\[]*[^\W\d_a-zß-ÿ]")
_PARAGRAPH_END = re.compile(r"[ \t]*(?:\n\s*\n|\n?\s*$)")
_LONGEST_HEADING = 90
_DEEPEST_INDENT = 80
_CLOSERS = "”’\"'»«›‹“`)]"
_STOPS = ".!?…"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be a label, and what its surroundings say."""

    span: Span
    value: int
    as_note: float
    as_paragraph: float
    evidence: MarkerEvidence
    opens_line: bool
    """Whether nothing but white space stands before it in its line."""


def candidates(text: str) -> tuple[Candidate, ...]:
    """Every number from 1 to 999 that could be a label, in the order of the text.

    In brackets to 9999, where there is a [999]: else such a number is a year.
    """
    furniture = page_furniture(text)
    found = [
        number
        for number in (*_bracketed(text), *_bare(text))
        if line_start(text, number.span.start) not in furniture
    ]
    return tuple(sorted(found, key=lambda c: (c.span, c.value)))


def _bracketed(text: str) -> Iterator[Candidate]:
    goes_on = "[999]" in text
    for match in _BRACKET.finditer(text):
        if match[1].startswith("0") or (len(match[1]) > 3 and not goes_on):
            continue
        # A line may break before a marker, but a paragraph begins with a capital behind its number.
        opens = _opens_line(text, match.start()) and _CAPITAL.match(text, match.end()) is not None
        yield Candidate(
            Span(*match.span()),
            int(match[1]),
            -6.0 if opens else 5.0,
            2.5 if opens else -9.0,
            MarkerEvidence.BRACKET,
            opens,
        )


def _bare(text: str) -> Iterator[Candidate]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
            continue
        digits = match.group()
        if not digits.isascii():
            yield from _raised(text, start, end)
        elif len(digits) <= 3:
            yield from _plain(text, start, end)
        if digits.isascii() and 3 <= len(digits) <= 7:
            yield from _behind_a_date(text, start, end)


def _raised(text: str, start: int, end: int) -> Iterator[Candidate]:
    value = int(text[start:end].translate(_SUPERSCRIPT))
    before = text[max(0, start - 8) : start]
    is_power = re.search(r"(?:\d|\b[kcm]?m|[=+*/^)])$", before) is not None and value in (2, 3)
    if 0 < value <= 999:
        weight = -2.0 if is_power else 9.0
        evidence = MarkerEvidence.SUPERSCRIPT
        yield Candidate(Span(start, end), value, weight, -9.0, evidence, False)


def _plain(text: str, start: int, end: int) -> Iterator[Candidate]:
    if text[start] == "0":
        return
    opens = _opens_line(text, start)
    glued = start > 0 and not text[start - 1].isspace()
    weight = _glued(text, start, end) if glued else _spaced(text, start, end, opens)
    yield Candidate(
        Span(start, end),
        int(text[start:end]),
        weight,
        _as_paragraph(text, start, end, opens),
        MarkerEvidence.FUSED if glued or _letter_at(text, end) else MarkerEvidence.PLAIN,
        opens,
    )


def _behind_a_date(text: str, start: int, end: int) -> Iterator[Candidate]:
    """A label written straight behind a year ("in 194414") or a day ("June 1529")."""
    digits, before = text[start:end], text[max(0, start - 16) : start]
    if before[-1:] in tuple(".,-–/$£€") or _letter_at(text, end):
        return
    splits = [4] if len(digits) > 4 and _YEAR.match(digits) else []
    if (
        len(digits) <= 5
        and not _YEAR.fullmatch(digits)
        and re.search(rf"(?:{MONTH_WORDS})\.?\s+$", before, re.IGNORECASE)
    ):
        splits += [n for n in (1, 2) if int(digits[:n]) <= 31 and len(digits) - n <= 3]
    for split in splits:
        if digits[split] == "0":
            continue
        ends = bool(_CAPITAL.match(text, end) or _PARAGRAPH_END.match(text, end))
        weight = (3.2 if ends else 1.5) if split == 4 else (1.5 if ends else 0.5)
        span = Span(start + split, end)
        yield Candidate(
            span, int(digits[split:]), weight, -9.0, MarkerEvidence.FUSED, opens_line=False
        )


def _opens_line(text: str, start: int) -> bool:
    before = text[max(0, start - _DEEPEST_INDENT) : start].rstrip(" \t")
    return before.endswith("\n") or (not before and start <= _DEEPEST_INDENT)


def _letter_at(text: str, position: int) -> bool:
    return text[position : position + 1].isalpha()


def _right_side(text: str, end: int) -> float:
    """What stands behind a label written onto the word before it."""
    here, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if _AMOUNT_AFTER.match(text, end):
        return -9.0
    if here.isalpha():
        return -0.7 if here.isupper() and beyond.islower() else -4.0
    if here in tuple("-–—/") and (beyond.isdigit() or beyond.isalpha()):
        return -5.0 if here != "—" else -0.5
    if here in tuple(".,:") and beyond.isdigit():
        return -4.0
    if here == "." and text[end - 4 : end].lstrip("0123456789")[:1] == ".":
        return -4.0
    if here in tuple("()]=+*_"):
        return -1.0 if here == ")" else -3.0
    return 0.0


def _glued(text: str, start: int, end: int) -> float:
    """A number written onto what stands before it."""
    previous = text[start - 1]
    if previous.isalpha():
        return _behind_a_word(text, start) + _right_side(text, end)
    if previous in _CLOSERS:
        opening = previous in "\"'“`«" and (
            start < 2 or text[start - 2].isspace() or text[start - 2] in "(["
        )
        return (-3.0 if opening else 5.0) + _right_side(text, end)
    if previous in ".,;:!?…":
        return _behind_a_stop(text, start, end) + _right_side(text, end)
    if previous == "—":
        return -1.0 + _right_side(text, end)
    return (1.5 if previous == "%" else -6.0) + _right_side(text, end)


def _behind_a_word(text: str, start: int) -> float:
    match = re.search(r"([\w’'-]*[^\W\d_])$", text[max(0, start - 30) : start])
    word = match[1] if match else ""
    if len(word) == 1:
        return -2.0
    if any(c.isdigit() for c in word):
        return 2.5 if re.fullmatch(r"\d+s", word) else -2.0
    if word.isupper():
        return 0.5 if len(word) > 3 else -1.0
    return -1.0 if re.search(r"[a-z][A-Z]", word) else 4.5


def _behind_a_stop(text: str, start: int, end: int) -> float:
    before, stop = text[max(0, start - 24) : start], text[start - 1]
    if _NUMBERED_BEFORE.search(before):
        return -6.0
    number = _NUMBER_BEFORE.search(before)
    if number is None:
        inner = text[start - 2 : start - 1]
        if inner.isdigit():
            return -6.0 if stop in ":.," else 3.0
        return {":": 1.5, ";": 4.0, ",": 4.5}.get(stop, 5.0)
    if _YEAR.fullmatch(number[1]):
        return 1.0 if stop == "," and end - start == 3 else 3.5
    if _MONTH_BEFORE.search(before[:-1]):
        return 3.5
    if stop == "," and end - start == 3:
        return -6.0
    return -1.0 if len(number[1]) > 1 and stop == "." and _CAPITAL.match(text, end) else -5.0


def _spaced(text: str, start: int, end: int, opens: bool) -> float:
    """A number with white space before it."""
    if opens:
        return -7.0
    before = text[max(0, start - 24) : start].rstrip()
    if _NUMBERED_BEFORE.search(before + " ") or _AMOUNT_AFTER.match(text, end):
        return -9.0
    ends_sentence = before[-1:] in tuple(_STOPS) or (
        before[-1:] in tuple(_CLOSERS) and before[-2:-1] in tuple(_STOPS + ",")
    )
    if _letter_at(text, end):
        return _onto_the_next_word(text, end, ends_sentence)
    if not text[end : end + 1].isspace() and end < len(text):
        return -6.0
    if BIBLE_BOOK_AFTER.match(text, end):
        return -6.0
    if _PARAGRAPH_END.match(text, end):
        return 4.5 if ends_sentence else -0.5
    if ends_sentence:
        return _between_sentences(text, end)
    twice = text[end : end + 2] == "  "
    if before[-1:] in tuple(",;:" + _CLOSERS):
        return 2.5 if twice else -2.0
    return 1.0 if twice else -5.0


def _between_sentences(text: str, end: int) -> float:
    if _MONTH_AFTER.match(text, end):
        return -6.0
    if _OPENER.match(text, end):
        return 3.8
    if text[end : end + 2] == "  ":
        return 4.0
    return 3.0 if _CAPITAL.match(text, end) else -4.0


def _onto_the_next_word(text: str, end: int, ends_sentence: bool) -> float:
    word = re.match(r"[^\W\d_]+", text[end : end + 24])
    if word is None or ORDINALS_AND_UNITS.fullmatch(word.group()):
        return -9.0
    if word.group()[0].isupper():
        is_acronym = word.group().isupper() and word.group() not in ("A", "I")
        return (3.5 if ends_sentence else 1.0) - (2.5 if is_acronym else 0.0)
    return 2.5 if len(word.group()) > 1 else -1.0


def _as_paragraph(text: str, start: int, end: int, opens: bool) -> float:
    """How much speaks for the number of a paragraph that begins right behind it."""
    word = re.match(r"[^\W\d_]+", text[end : end + 24])
    starts_word = word is not None and word.group()[0].isupper()
    if starts_word and word is not None and ORDINALS_AND_UNITS.fullmatch(word.group()):
        return -9.0
    capital = _CAPITAL.match(text, end) is not None and not (
        _MONTH_AFTER.match(text, end) or BIBLE_BOOK_AFTER.match(text, end)
    )
    if opens:
        line = text[end : end + _LONGEST_HEADING + 1].partition("\n")[0]
        if len(line) < _LONGEST_HEADING and line.rstrip()[-1:] not in tuple(
            _STOPS + _CLOSERS + ":;,0123456789"
        ):
            return -4.0
        return 5.0 if starts_word else (2.5 if capital else -4.0)
    before = text[max(0, start - 24) : start]
    if not before[-1:].isspace() or before.rstrip()[-1:] not in tuple(
        _STOPS + _CLOSERS + "0123456789"
    ):
        return -9.0
    if _NUMBERED_BEFORE.search(before):
        return -9.0
    if starts_word:
        return 3.5
    return 2.8 if _OPENER.match(text, end) else (1.0 if capital else -9.0)
