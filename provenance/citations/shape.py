"""Sentences of scholarly prose, and whether one is a citation rather than a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.citations.lexicon import ABBREVIATIONS, MONTH_WORDS, SIGNALS
from provenance.model.spans import Span

_BREAK = re.compile(r"([.!?…]+)([”’“\"'»)\]]*)(\d{0,3})\s+(?=[“‘\"'„»«(\[]*[^\W\d_a-zß-ÿ]|\d)")
_LAST_WORD = re.compile(r"([^\W\d_][\w.&’']*|\d+)$")
_ABBREVIATED = re.compile(rf"(?:{ABBREVIATIONS}|[A-Za-zÄÖÜ]|(?:[A-Za-z]\.)+[A-Za-z])$")
_IN_CAPITALS = re.compile(r"[A-Z]{2,6}$")
_CAPITALS_GO_ON = re.compile(r"\d|[A-Z]{1,6}\.")
"""Behind "HARV." and "L. REV.": the abbreviations of law reviews, set in capitals."""
_SIGNAL_OPENS = re.compile(r"(?:See|Siehe|Vgl\.|But see|(?:For|On)\s[^.;]{1,200},\ssee)\b")
_SENTENCE_OPENS = re.compile(
    r"(?:The|This|That|These|Those|There|They|It|In|Within|But|However|Although|When|While|He|She|We"
    r"|His|Her|Its|Their)\s[a-z]"
)
_SECTION = re.compile(r"§\s?\d+$")
"""Behind "§ 125.25" no sentence has ended."""
_STATE = re.compile(r"(?:[A-Z]\.)+[A-Z]$")
"""Ends some sentences and not others: "the U.S."."""

_DAY_GOES_ON = re.compile(r"(?:0?[1-9]|1[0-2])\.\s?(?:1[4-9]|20)?\d\d\b")
"""Behind "5." the month and the year of a German day: "5. 7. 1945"."""
_YEAR_GOES_ON = re.compile(r"(?:1[4-9]|20)\d\d\b")
_DAY_AND_MONTH = re.compile(r"(?<!\d)\d{1,2}\.\s?\d{1,2}$")
_ORDINAL_GOES_ON = re.compile(
    rf"(?:Aufl|Ausg|Jg|Jh|Jahr|Bd|Band|Wahlp|Kap|Sitzung|Kongre|erw|überarb|verb|durchges"
    rf"|{MONTH_WORDS})"
)
_FILE_GOES_ON = re.compile(r"(?:NARA|TNA|BArch|RG\s\d|LCM|Box\s\d)")
"""Behind the year of a letter its archive may follow a full stop."""
_CONGRESS_GOES_ON = re.compile(r"\d+(?:st|nd|rd|d|th)\sCong|Sess\b")
_JOURNAL_GOES_ON = re.compile(r"(?:[^\W\d_][\w.&]*\s+){0,3}\d+\s+(?:No\.\s\d+\s)?\(\d{4}")

_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    rf"\b(?:(?:{MONTH_WORDS})\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?"
    rf"|\d{{1,2}}\.?\s+(?:{MONTH_WORDS})(?:\s+\d{{4}})?)\b"
)
_TRAITS = (
    (re.compile(rf"^(?:{SIGNALS})\b", re.IGNORECASE), 1.0),
    (re.compile(r"\([^()]*\b1[4-9]\d\d[^()]*\)|\([^()]*\b20[0-4]\d[^()]*\)"), 1.0),
    (re.compile(r"\bpp?\.\s*\d|\bS\.\s*\d|\bfols?\.\s*\d"), 1.5),
    (re.compile(r"\b(?:[Vv]ols?|Bde?|[Nn]os?|Nr|[Tt]om)\.\s*(?:\d|[IVXL]+\b)"), 1.0),
    (re.compile(r"[,:”’\"]\s*\d{1,4}(?:\s*[-–—]\s*\d{1,4})?(?:\s*ff?\.?)?(?:\s*[;.]|$)"), 1.0),
    (re.compile(r"\b(?:[Ii]bid|[Ee]bd|[Oo]p\. ?cit|[Ll]oc\. ?cit|a\.\s?a\.\s?O|[Ii]d\.)"), 2.0),
    (re.compile(r"[“„‘\"][^”“’\"]{4,}[,.]?[”“’\"],?\s+(?:in:?\s+)?[^\W\d_a-z]"), 0.5),
    (re.compile(r"\b(?:RG|Box|Folder|Reel|MSS?|Lot File|FRUS|BArch|TNA|NARA)\b"), 1.0),
    (re.compile(r"https?://|\bdoi:|\b[Ee]ds?\.|\(Hrsg\.\)|\bhrsg\.|\btrans\."), 1.0),
    (re.compile(r"^[^\W\d_a-z][\w.’'-]+(?: and [^\W\d_a-z][\w.’'-]+)?, [“‘„]?[^\W\d_a-z]"), 0.5),
)

_MOST_WEIGHT = sum(worth for _, worth in _TRAITS)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch, without the white space between them.

    A full stop behind an abbreviation, an initial or a number ends none; a paragraph always does.
    """
    start = span.start
    for match in re.compile(r"\n\s*\n|" + _BREAK.pattern).finditer(text, span.start, span.end):
        if match[1] is not None and not _ends_sentence(text, start, match):
            continue
        end = match.start() if match[1] is None else match.end(3)
        if text[start:end].strip():
            yield Span(start, end)
        start = match.end()
    if text[start : span.end].strip():
        yield Span(start, span.end)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if match[1] != "." or match[2]:
        return True
    if match[3] and _SECTION.search(text, max(start, match.start() - 24), match.start()):
        return False
    if _FILE_GOES_ON.match(text, match.end()) and text[match.start() - 4 : match.start()].isdigit():
        return False
    if _JOURNAL_GOES_ON.match(text, match.end()) or _CONGRESS_GOES_ON.match(text, match.end()):
        return False
    if _SIGNAL_OPENS.match(text, match.end()):
        return True
    if _is_within_day(text, match):
        return False
    if text[match.start() - 1].isdigit() and _ORDINAL_GOES_ON.match(text, match.end()):
        return False
    word = _LAST_WORD.search(text[max(start, match.start() - 24) : match.start()])
    if word is None:
        return True
    if _IN_CAPITALS.fullmatch(word[1]) and _CAPITALS_GO_ON.match(text, match.end()):
        return False
    if _STATE.fullmatch(word[1]) and _SENTENCE_OPENS.match(text, match.end()):
        return True
    return not _is_abbreviation(word[1])


def _is_within_day(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop stands behind the day or the month of a date in numbers."""
    before = text[max(0, match.start() - 8) : match.start()]
    if _DAY_AND_MONTH.search(before) and _YEAR_GOES_ON.match(text, match.end()):
        return True
    return bool(re.search(r"(?<!\d)\d{1,2}$", before)) and bool(
        _DAY_GOES_ON.match(text, match.end())
    )


@lru_cache(maxsize=4096)
def _is_abbreviation(word: str) -> bool:
    return _ABBREVIATED.fullmatch(word) is not None


def reads_as_citation(sentence: str) -> bool:
    """Whether a sentence looks like a reference: pages, volumes, years in brackets, signals."""
    bare = _DATE.sub("", sentence) if _DIGIT.search(sentence) else sentence
    wanted = 1.5 + max(0, len(bare.split()) - 25) / 25
    # So much not even all traits together come to: a long stretch without an end is no sentence,
    # and may be asked about once for each number in it.
    if wanted > _MOST_WEIGHT:
        return False
    return sum(worth for trait, worth in _TRAITS if trait.search(bare)) >= wanted
