"""A note cut where one citation can end and another begin.

At semicolons, sentences, dashes, "and" between two complete references, letters one after another,
and where a page number runs into the next author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from provenance.citations.author_date import begins_with_year
from provenance.citations.beginnings import begins_citation, begins_document
from provenance.citations.enclosed import citing_brackets, masked, quotations
from provenance.citations.endings import FINITE_VERB
from provenance.citations.lexicon import SIGNALS
from provenance.citations.names import NAME, UP, read_authors
from provenance.citations.papers import LETTER, ends_like_a_file
from provenance.citations.references import back_reference
from provenance.citations.shape import sentences
from provenance.citations.shared import IssueList
from provenance.citations.traits import (
    CLOSING,
    DATE,
    MARKED_PAGES,
    SERIES,
    URL,
    VOLUME,
    ends_like_a_citation,
)
from provenance.model.spans import Span

SIGNAL = re.compile(
    rf"(?:(?<=^)|(?<=[\s(,.;:—–-]))(?:{SIGNALS})(?=[\s,:]|$)[,:]?\s*", re.IGNORECASE
)
_DASH = re.compile(r"\s(?:--?|–|—)\s*(?=[^\W\d_])")
_AND_JOINT = re.compile(
    r",?\s+(?:and|und|sowie(?:\s+bei)?|as well as|et|&|with)\s+(?=[^\W\d_]|[“‘„\"\x00])"
)
_GLUED = re.compile(
    rf"(?<=\d|\)|\.)\s+(?=(?:{UP}\.\s?)+{UP}[\w’'-]+(?:,|\s(?:and|&)\s|\s[‘“„])"
    rf"|(?<=\)\s){UP}[\w’-]+,\s{UP})"
)
_QUOTED_IN = re.compile(
    r",?\s+\(?(?:as\s+)?(?=(?:quoted|cited|discussed|printed)\s+(?:in|by)\s|zit\.\s+(?:n\.|nach"
    r"|bei)\s|zitiert\s+nach\s)"
)
_ENUMERATES = re.compile(
    rf"(?!(?:{SIGNALS})\b)(?:{UP}[\w’-]+,\s){{1,4}}(?:{UP}[\w’-]+,?\s)?(?:and|und|&)\s(?:the|a|an|der|die|das|den|dem|des)\s"
)
"""A subtitle that names several things: "Stalin, Truman, and the Surrender of Japan"."""
_GOES_ON = re.compile(r"\s*(?:Bd\.|Band\s\d|[Vv]ols?\.|\d+\.,?\s(?:\w+\.?,?\s)?Aufl)")
_PAGE_GOES_ON = re.compile(r"\s*(?:S\.|pp?\.|Sp\.|Bl\.)\s?\d")
LOCATED = re.compile(
    rf"{MARKED_PAGES.pattern}|\b[Dd]oc(?:uments?|s?\.)\s\d|\b[Nn]os?\.\s\d|:\s?\d|{URL.pattern}"
    r"|,\s(?!(?:1[4-9]|20)\d\d\b)\d+(?:[-–]\d+)?[.,;]?(?:\s|$)"
)
_BEHIND_PAGES = re.compile(r"(?:(?<=\d)|(?<=\df\.)|(?<=\d\sf\.)|(?<=ff\.)):\s*$")
_ENDS_QUOTATION = re.compile(r"[.!?…][^\w\s]\s*(?![Ii]n\b)|.[^\w\s](?:[.;)]|\s*$)", re.DOTALL)
_NAMES_AND_QUOTATION = re.compile(rf"{NAME},\s[“‘„\"]")
_SENTENCES_OF_DATED = 5
JUNK_BEFORE = re.compile(r"[\s,;:.—–-]*(?:(?:and|und|sowie|bei|as well as|in|or)\s+)?")


def pieces(body: str, lists: Iterable[IssueList]) -> Iterator[Span]:
    """Parts of a note that hold one citation at most."""
    hidden = masked(body)
    cuts = {0, len(body)}
    cuts.update(_semicolon_cuts(body, hidden))
    cuts.update(_sentence_cuts(body, hidden))
    cuts.update(_paired_cuts(body, hidden))
    cuts.update(m.end() for m in _QUOTED_IN.finditer(hidden))
    cuts.update(match.end() - len(match.group().lstrip()) for match in _glued(hidden, body))
    for bracket in citing_brackets(body):
        cuts.update((bracket.start, bracket.end))
    cuts.update(_letter_cuts(body, hidden))
    quoted = tuple(_quoted_behind_pages(body))
    cuts.update(edge for span in quoted for edge in (span.start, span.end))
    for issues in lists:
        cuts.difference_update(range(issues.span.start + 1, issues.span.end))
        cuts.update((issues.span.start, issues.span.end))
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        if body[start:end].strip() and not any(span.covers(piece) for span in quoted):
            yield piece


def _quoted_behind_pages(body: str) -> Iterator[Span]:
    """What is quoted behind the pages it stands on, with the colon: `Feis, 318: “…”`."""
    for span in quotations(body):
        colon = _BEHIND_PAGES.search(body, max(0, span.start - 12), span.start)
        if colon is not None and _ENDS_QUOTATION.match(body, span.end - 2):
            yield Span(colon.start(), span.end)


def _semicolon_cuts(body: str, hidden: str) -> Iterator[int]:
    """Behind semicolons, save those in a title: "FRUS, vol. 5, Art; War, Doc. 3", "Jones, War; or,
    Peace (1960)".
    """
    start = 0
    for match in re.finditer(r";\s", hidden):
        series = SERIES.search(body, start, match.start())
        volume = VOLUME.search(body, series.end(), match.start()) if series else None
        if volume is not None and not LOCATED.search(body, volume.end(), match.start()):
            rest = body[match.end() :].partition("; ")[0]
            is_new = SIGNAL.match(rest) or SERIES.match(rest) or LETTER.match(rest)
            if LOCATED.search(body, match.end()) and not is_new and rest[:1] not in '“„‘"':
                continue
        goes_on = body[match.end() : match.end() + 1].islower() and _is_unfinished(
            body[start : match.start()]
        )
        if goes_on and _finishes(body[match.end() :]):
            continue
        start = match.end()
        yield match.end()


def _glued(hidden: str, body: str) -> Iterator[re.Match[str]]:
    for match in _GLUED.finditer(body):
        if (
            hidden[match.end() - 1 : match.end() + 1].strip("\x00")
            and "\x00" not in hidden[match.end()]
        ):
            left = body[max(0, match.start() - 60) : match.start()]
            if ends_like_a_citation(left) and re.search(r"\d\)?\.?$", left):
                yield match


def _letter_cuts(body: str, hidden: str) -> Iterator[int]:
    """Where a letter follows the day of the letter before: "A to B, May 1, 1945, C to D, May 2"."""
    if " to " not in body and " an " not in body and " through " not in body:
        return
    for day in DATE.finditer(hidden):
        if body.startswith(", ", day.end()) and LETTER.match(body, day.end() + 2):
            yield day.end() + 2


def _sentence_cuts(body: str, hidden: str) -> Iterator[int]:
    """Where a sentence begins, unless the one before it is a title still to be finished."""
    parts = list(sentences(body, Span(0, len(body))))
    start = 0
    for part, following in pairwise(parts):
        if "\x00" in hidden[part.end - 1 : following.start + 1] and not _is_outside(
            hidden, part.end
        ):
            continue
        if _PAGE_GOES_ON.match(body, following.start):
            continue
        if _is_part_of_dated(body[start : part.end], following.of(body)):
            continue
        if _is_unfinished(body[start : part.end]) and _finishes(following.of(body)):
            continue
        start = following.start
        yield following.start - (
            len(body[: following.start]) - len(body[: following.start].rstrip())
        )


def _is_part_of_dated(so_far: str, following: str) -> bool:
    """Whether a sentence goes on with the journal or the publisher of `Smith, J. (1999). Title.`"""
    begun = so_far[masked(so_far).rfind("; ") + 1 :].lstrip()
    signal = SIGNAL.match(begun)
    begun = begun[signal.end() :] if signal else begun
    return (
        begins_with_year(begun)
        and not begins_with_year(following.lstrip())
        and len(list(sentences(begun, Span(0, len(begun))))) < _SENTENCES_OF_DATED
        and not FINITE_VERB.search(masked(following))
        and SIGNAL.match(following.lstrip()) is None
    )


def _is_outside(hidden: str, place: int) -> bool:
    gap = re.match(r"\s*", hidden[place:])
    return gap is not None and gap.end() > 0 and hidden[place] != "\x00"


def _is_unfinished(sentence: str) -> bool:
    """Whether a sentence begins like a citation but has neither year nor pages yet."""
    start = JUNK_BEFORE.match(sentence)
    begin = start.end() if start else 0
    signal = SIGNAL.match(sentence, begin)
    rest = sentence[signal.end() if signal else begin :]
    rest = rest[masked(rest).rfind("; ") + 1 :].lstrip()
    authors = read_authors(rest)
    if authors is None or not rest[authors.end :].startswith((", ", ": ")):
        return False
    return not CLOSING.search(rest) and back_reference(rest) is None and len(rest) < 200


def _finishes(sentence: str) -> bool:
    """Whether a sentence can be the rest of a title, up to its year and pages."""
    sentence = sentence[: (masked(sentence) + "; ").index("; ")]
    if _GOES_ON.match(sentence):
        return True
    if SIGNAL.match(sentence.strip()) or back_reference(sentence) is not None:
        return False
    if _ENUMERATES.match(sentence.strip()):
        return CLOSING.search(sentence) is not None
    authors = read_authors(sentence.strip())
    begins_anew = authors is not None and sentence.strip()[authors.end :].startswith((", ", ": "))
    return not begins_anew and CLOSING.search(sentence) is not None


def _paired_cuts(body: str, hidden: str) -> Iterator[int]:
    """Dashes and "and" with a complete reference on the left and a new one on the right."""
    for match in sorted(
        [*_DASH.finditer(hidden), *_AND_JOINT.finditer(hidden)], key=lambda m: m.start()
    ):
        left, right = body[max(0, match.start() - 80) : match.start()], body[match.end() :]
        if left.endswith((",”", ",’", ',"')) and _NAMES_AND_QUOTATION.match(right):
            yield match.end()
            continue
        if not ends_like_a_citation(left) and not (
            ends_like_a_file(left) and begins_document(right)
        ):
            continue
        is_dash = match.group().strip() in ("-", "--", "–", "—")
        if is_dash and re.search(r"\d$", left) and re.match(r"\d", right):
            continue
        if is_dash or SIGNAL.match(right) or begins_citation(right):
            yield match.end()
