"""The sentences of a text: the passages that are searched, quoted and shown.

Rules, not a model: a full stop ends a sentence unless what stands before it is an abbreviation, an
initial or the number of a list, or what follows goes on in small letters. A paragraph, a heading
and an item of a list end one always. Scripts with full stops of their own need no blank after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.model.spans import Span

LONGEST = 2_000
"""Characters of the longest passage. Tables and bad scans have no full stops for pages; what is
longer is cut at a blank."""

_LINE = re.compile(r"[^\n]*\n?")
_HEADING = re.compile(r"[^\S\n]{0,3}(?:#{1,6}\s|(?:[-*_=]\s*){3,}$|\|)", re.MULTILINE)
_BULLET = re.compile(r"\s*(?:[-*+•‣▪–]\s+\S|>)")
_NUMBERED = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|[ivxIVX]{1,6}\.)\s+\S")
_FULL = re.compile(r"[.!?:;。！？…]['\"’”»)\]*_]*\s*\Z")
_STOP = re.compile(
    r"[.!?…](?:[.!?…]|[^\S\n](?=\.))*['\"’”»›)\]*_]*(?=\s|[“„«(\[]|[^\W\d_]|\d|\Z)|[。！？｡．।॥؟۔]+['\"’”»)\]」』）】]*"
)
_OWN_SIGNS = re.compile(r"[。！？｡．।॥؟۔]")
_ELLIPSIS = re.compile(r"\.\s?\.")
_MARKER = re.compile(r"\d{1,3}(?=\s|\Z)|(?:\[\^?[^\W_][\w.:-]{0,39}\])+|[¹²³⁰⁴-⁹]+")
_OPENING = re.compile(r"[\s'\"‘’“”„«»‹(\[*_—–-]*")
_BEFORE = re.compile(r"([^\s\"'“”‘’„«»()\[\]*_,;:/—–]+)\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?)*[^\W\d_]")
_GLUED = re.compile(r"[a-zà-ÿ]{3}\.\Z")
_WORD = re.compile(r"[^\W_]")
_REACH = 40
"""How far to look for the word before a full stop and for what follows it."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Before a name or a number, so that no capital and no digit behind them begins a sentence.
_NEVER_LAST = _listed("""
    dr mr mrs ms messrs prof gen col maj capt cpt lt sgt cmdr adm gov sen rep rev hon pres st ste mt
    ft mme mlle mgr hr frl dipl ing m fr vs cf e.g i.e viz ca approx esp ed eds trans hrsg übers vgl
    no nos nr vol vols bd bde p pp s ss fol fols ch chap sec sect art arts fig figs para par tab app
    op loc cit bk pt ser doc docs tel z.b d.h u.a bzw resp jr sr dept univ cie
    г гг т тт стр им ул св гл рис
""")
# The same, but only where a number follows: "the number is no." may end a sentence.
_BEFORE_NUMBERS = _listed("""
    jan feb mar apr jun jul aug sep sept oct nov dec okt dez janv févr avr juil déc n f ff c l ll d
    a v vv q al
""")
_MAY_END = _listed("no art par s a d l m c v fig app doc ed st sec pt p ch sept dec mar")
_STARTERS = _listed("""
    the a an he she it they we i you this that these those there here his her its their our my in on
    at by for from with when while after before as if but and or so yet thus however although though
    what who why how not no der die das er sie es wir ich ein eine am im doch und aber il elle ils
    elles le la les un une on ce cette mais et он она они мы я это в на но и
""")
_COUNTED = _listed("""
    januar februar märz april mai juni juli august september oktober november dezember jänner
    jahrhundert jahrhunderts jh weltkrieg weltkrieges weltkriegs kapitel auflage band aufl armee
""")


def sentences(text: str) -> tuple[Span, ...]:
    """Sentences in order, without the blanks between them; together they hold all else.

    Time grows in proportion to the text's length.
    """
    return tuple(
        piece
        for block in _blocks(text)
        for sentence in _within(text, block)
        for piece in _cut(text, sentence)
    )


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs, headings and items of lists."""
    start = end = 0
    settled = True
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            if start < match.start():
                yield Span(start, match.start())
            start, settled = match.end(), True
        elif _HEADING.match(line):
            yield Span(start, match.start())
            yield Span(*match.span())
            start, settled = match.end(), True
        elif _BULLET.match(line) or (settled and _NUMBERED.match(line)):
            yield Span(start, match.start())
            start, settled = match.start(), True
        else:
            settled = bool(_FULL.search(line[-_REACH:]))
        end = match.end()
    yield Span(min(start, end), end)


def _within(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block; signs without a word belong to the sentence before them."""
    start, last = block.start, block.start
    for match in _STOP.finditer(text, block.start, block.end):
        end = _end(text, last, match, block.end)
        if end <= last:
            continue
        if last > start and _WORD.search(text, last, end):
            yield Span(start, last)
            start = last
        last = end
    if last > start and _WORD.search(text, last, block.end):
        yield Span(start, last)
        start = last
    yield Span(start, block.end)


def _end(text: str, start: int, stop: re.Match[str], limit: int) -> int:
    """Past the end of the sentence that a stop ends; 0 where it ends none."""
    end = stop.end()
    if _OWN_SIGNS.match(stop.group()) or end >= limit:
        return end
    before = text[max(start, stop.start() - _REACH) : stop.start()]
    after = text[end : min(limit, end + _REACH)]
    if not after[0].isspace():
        return _end_glued(text, start, stop, after)
    opening = _OPENING.match(after)
    following = after[opening.end() :] if opening else after
    if not following:
        return end
    if following[0].islower():
        return 0
    plain = stop.group()[0] == "." and not _ELLIPSIS.match(stop.group())
    return 0 if plain and _is_abbreviated(before, start == stop.start(), following) else end


def _end_glued(text: str, start: int, stop: re.Match[str], after: str) -> int:
    """The same where no blank follows: a note's marker does, or the next sentence."""
    end = stop.end()
    marker = _MARKER.match(after)
    if marker:
        following = after[marker.end() :].lstrip(" \t\n'\"“‘«([*_")
        of_number = text[max(start, stop.start() - 1) : stop.start()].isdigit()
        goes_on = following[:1].islower() or (of_number and not following[:1].isupper())
        return 0 if goes_on else end + marker.end()
    if after[0] in "“„«([":
        return end if stop.group()[-1] in "”»\"'’)" else 0
    glued = _GLUED.search(text, max(start, stop.start() - 3), stop.start() + 1)
    return end if glued and re.match(r"[A-ZÀ-Þ][a-zà-ÿ]", after) else 0


def _is_abbreviated(before: str, at_start: bool, following: str) -> bool:
    """Whether the stop after `before` belongs to an abbreviation, an initial or a list's number."""
    found = _BEFORE.search(before)
    if not found:
        return False
    word = found.group(1)
    small = word.casefold().rstrip(".")
    first = re.match(r"\w+", following)
    next_word = first.group() if first else ""
    by_number = next_word[:1].isdigit()
    if word.isdigit():
        # "1. The", alone before its item, and "am 5. Juli".
        alone = not before[: found.start()].strip(" \t\n(*_#>") and len(word) < 4
        return (alone and len(before) < _REACH) or next_word.casefold() in _COUNTED
    if by_number and (small in _BEFORE_NUMBERS or small in _NEVER_LAST):
        return True
    if _INITIALS.fullmatch(word) and ("." in word or len(word) == 1) and word[0].isupper():
        return _is_initial(following) or next_word.casefold() not in _STARTERS
    if small in _MAY_END:
        return word[0].isupper() and next_word.casefold() not in _STARTERS and small != "no"
    return small in _NEVER_LAST


def _is_initial(following: str) -> bool:
    return len(following) > 1 and following[0].isupper() and following[1] == "."


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence without the blanks at its ends, in pieces where it is too long; none if blank."""
    start, end = sentence.start, sentence.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        blank = max(text.rfind(sign, start + LONGEST // 2, start + LONGEST) for sign in " \n\t")
        middle = blank if blank > 0 else start + LONGEST
        yield Span(start, middle)
        start = middle
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)
