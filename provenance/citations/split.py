"""A note taken apart into the stretches that each cite one work.

Notes mix citations with commentary. A note is first cut where one citation can end and another
begin: at semicolons, sentences, dashes, "and" between two complete references, and where a page
number runs into the next author. In each piece the citation begins at the first place that reads
like a beginning (names and a title, a quotation, a case, *ibid.*), and ends with its last element
(year, pages, address).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from provenance.citations.author_date import begins_with_year
from provenance.citations.beginnings import (
    begins_citation,
    begins_document,
    has_names_and_title,
    is_firm,
    is_title_alone,
)
from provenance.citations.enclosed import CITING_BRACKET, masked, quotations
from provenance.citations.endings import FINITE_VERB, end_of, prose_words
from provenance.citations.lexicon import SIGNALS
from provenance.citations.lines import unwrapped
from provenance.citations.names import NAME, UP, read_authors
from provenance.citations.references import back_reference
from provenance.citations.shape import sentences
from provenance.citations.traits import (
    CLOSING,
    DOCUMENT,
    ends_like_a_citation,
    ends_like_a_file,
)
from provenance.model.spans import Span

_SIGNAL = re.compile(
    rf"(?:(?<=^)|(?<=[\s(,.;:—–-]))(?:{SIGNALS})(?=[\s,:]|$)[,:]?\s*", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?<=:\s)|(?<=\ssuch as\s)|(?<=\sare\s)|(?<=\sis\s)|(?<=\sbei\s)|(?<=\svon\s)|(?<=\sby\s)"
    r"|(?<=\sin\s)"
    r"|(?<=,\s)|(?<=\sauf\s)|(?<=\sto\s)|(?<=\sthat\s))"
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
_NAMES_BEFORE = re.compile(
    rf"(?:^|[\s(])({NAME}(?:(?:\s?/\s?|,\s|\s(?:and|und|&)\s){NAME})*)\s*,?\s*\(?$"
)
_LAST_NAME_BEFORE_COMMA = re.compile(
    rf"^[^,\x00]*[a-zß-ÿ]\s(?=((?:{UP}\.\s?)*{UP}[\w’'-]+),\s{UP})"
)
_GERMAN_PROSE = re.compile(r"\b(?:der|die|das|den|dem|des|für|zum|zur|im|vom|bei)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:Bd\.|Band\s\d|[Vv]ols?\.|\d+\.,?\s(?:\w+\.?,?\s)?Aufl)")
_PAGE_GOES_ON = re.compile(r"\s*(?:S\.|pp?\.|Sp\.|Bl\.)\s?\d")
_TOPIC = re.compile(r"(?:For|On|About|Zu|Zum|Zur|Über|Für|Sur)\s")
_SENTENCES_OF_DATED = 5
_JUNK_BEFORE = re.compile(r"[\s,;:.—–-]*(?:(?:and|und|sowie|bei|as well as|in|or)\s+)?")


@dataclass(frozen=True, slots=True)
class CitedStretch:
    """Where one work is cited, and the words that introduce it."""

    span: Span
    signal: str = ""


def split_note(text: str, note: Span) -> tuple[CitedStretch, ...]:
    """The stretches of a note's body that cite a work, in order, as offsets into the whole text."""
    body = unwrapped(text, note)
    found: list[CitedStretch] = []
    for piece in _pieces(body.text):
        stretch = _citation_in(body.text, piece)
        if stretch is not None:
            found.append(CitedStretch(body.back(stretch.span), stretch.signal))
    return tuple(found)


def _pieces(body: str) -> Iterator[Span]:
    """Parts of a note that hold one citation at most."""
    hidden = masked(body)
    cuts = {0, len(body)}
    cuts.update(match.end() for match in re.finditer(r";\s", hidden))
    cuts.update(_sentence_cuts(body, hidden))
    cuts.update(_paired_cuts(body, hidden))
    cuts.update(m.end() for m in _QUOTED_IN.finditer(hidden))
    cuts.update(match.end() - len(match.group().lstrip()) for match in _glued(hidden, body))
    cuts.update(_bracketed_citations(body))
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        if body[start:end].strip():
            yield Span(start, end)


def _glued(hidden: str, body: str) -> Iterator[re.Match[str]]:
    for match in _GLUED.finditer(body):
        if (
            hidden[match.end() - 1 : match.end() + 1].strip("\x00")
            and "\x00" not in hidden[match.end()]
        ):
            left = body[max(0, match.start() - 60) : match.start()]
            if ends_like_a_citation(left) and re.search(r"\d\)?\.?$", left):
                yield match


def _bracketed_citations(body: str) -> Iterator[int]:
    """The edges of brackets that hold a citation behind a signal: "(see R. v. L. (1991) …)"."""
    for match in CITING_BRACKET.finditer(body):
        depth = 0
        for place in range(match.start(), len(body)):
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(body[place], 0)
            if depth == 0:
                yield match.end()
                yield place
                break


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
    signal = _SIGNAL.match(begun)
    begun = begun[signal.end() :] if signal else begun
    return (
        begins_with_year(begun)
        and not begins_with_year(following.lstrip())
        and len(list(sentences(begun, Span(0, len(begun))))) < _SENTENCES_OF_DATED
        and not FINITE_VERB.search(masked(following))
        and _SIGNAL.match(following.lstrip()) is None
    )


def _is_outside(hidden: str, place: int) -> bool:
    gap = re.match(r"\s*", hidden[place:])
    return gap is not None and gap.end() > 0 and hidden[place] != "\x00"


def _is_unfinished(sentence: str) -> bool:
    """Whether a sentence begins like a citation but has neither year nor pages yet."""
    start = _JUNK_BEFORE.match(sentence)
    begin = start.end() if start else 0
    signal = _SIGNAL.match(sentence, begin)
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
    if _SIGNAL.match(sentence.strip()) or back_reference(sentence) is not None:
        return False
    authors = read_authors(sentence.strip())
    begins_anew = authors is not None and sentence.strip()[authors.end :].startswith((", ", ": "))
    return not begins_anew and CLOSING.search(sentence) is not None


def _paired_cuts(body: str, hidden: str) -> Iterator[int]:
    """Dashes and "and" with a complete reference on the left and a new one on the right."""
    for match in sorted(
        [*_DASH.finditer(hidden), *_AND_JOINT.finditer(hidden)], key=lambda m: m.start()
    ):
        left, right = body[max(0, match.start() - 80) : match.start()], body[match.end() :]
        if not ends_like_a_citation(left) and not (
            ends_like_a_file(left) and begins_document(right)
        ):
            continue
        is_dash = match.group().strip() in ("-", "--", "–", "—")
        if is_dash and re.search(r"\d$", left) and re.match(r"\d", right):
            continue
        if is_dash or _SIGNAL.match(right) or begins_citation(right):
            yield match.end()


def _citation_in(body: str, piece: Span) -> CitedStretch | None:
    junk = _JUNK_BEFORE.match(body, piece.start, piece.end)
    start = junk.end() if junk else piece.start
    introduced = {
        match.end(): match.group()
        for match in _SIGNAL.finditer(body, start, piece.end)
        if not _is_hidden(body, match.start())
    }
    for begin in _beginnings(body, Span(start, piece.end), introduced):
        end = end_of(body[begin : piece.end])
        if end:
            signal = _signal_before(introduced, body, start, begin)
            return CitedStretch(Span(begin, begin + end), signal)
    return None


def _beginnings(body: str, piece: Span, introduced: dict[int, str]) -> Iterator[int]:
    """Where the citation of a piece can begin, the likeliest first."""
    rest = piece.of(body)
    anchored = _before_a_reference(rest)
    if anchored is not None:
        yield piece.start + anchored
    late = _LAST_NAME_BEFORE_COMMA.search(masked(rest))
    firsts = set(introduced) if _SIGNAL.match(rest) else {piece.start, *introduced}
    yield from (begin for begin in sorted(firsts) if begins_citation(body[begin : piece.end]))
    if late is not None and introduced and has_names_and_title(rest[late.start(1) :]):
        yield piece.start + late.start(1)
    if DOCUMENT.match(rest) and is_title_alone(rest):
        yield piece.start
    for match in _LEAD.finditer(body, piece.start, piece.end):
        begin = match.start()
        if _is_hidden(body, begin):
            continue
        is_after_comma = body[begin - 2 : begin] == ", "
        if (
            is_after_comma
            and not _TOPIC.match(rest)
            and body[begin - 3 : begin - 2] not in tuple('”“’"»«')
        ):
            reads = is_firm
        else:
            reads = begins_citation
        if reads(body[begin : piece.end]):
            yield begin
    last = max(introduced, default=piece.start)
    if is_title_alone(body[last : piece.end]):
        yield last


def _before_a_reference(piece: str) -> int | None:
    """Where the names right before a reference back begin, when only prose stands before them."""
    reference = back_reference(piece)
    if reference is None:
        return None
    names = _NAMES_BEFORE.search(piece[: reference.span.start])
    if names is None or read_authors(piece[names.start(1) :]) is None:
        return None
    prose, begin = piece[: names.start(1)], names.start(1)
    if _GERMAN_PROSE.search(prose) and " " in names[1] and "." not in names[1]:
        begin = names.end(1) - len(names[1].split()[-1])
    is_host = re.search(r"\b[Ii]n:?\s$", prose) is not None and re.search(r"[“‘„\"«,]", prose)
    return None if is_host or not prose_words(prose) else begin


def _signal_before(introduced: dict[int, str], body: str, start: int, begin: int) -> str:
    if begin in introduced:
        return introduced[begin].strip(" ,:\n")
    before = _SIGNAL.match(body, start)
    return before.group().strip(" ,:\n") if before and before.end() <= begin else ""


def _is_hidden(body: str, place: int) -> bool:
    return any(span.start < place < span.end for span in quotations(body))
