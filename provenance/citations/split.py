"""A note taken apart into the stretches that each cite one work.

Notes mix citations with commentary. In each piece of a note the citation begins at the first place
that reads like a beginning (names and a title, a quotation, a case, *ibid.*), and ends with its
last element (year, pages, address).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from provenance.citations.beginnings import (
    begins_citation,
    has_names_and_title,
    is_firm,
    is_title_alone,
)
from provenance.citations.enclosed import brackets, masked, quotations
from provenance.citations.endings import FINITE_VERB, end_of, prose_words
from provenance.citations.lines import unwrapped
from provenance.citations.names import NAME, UP, read_authors
from provenance.citations.papers import DOCUMENT, LETTER
from provenance.citations.pieces import JUNK_BEFORE, LOCATED, SIGNAL, pieces
from provenance.citations.references import back_reference
from provenance.citations.shared import issue_lists, shared_files
from provenance.citations.traits import CONGRESS, DATE, SERIES, VOLUME
from provenance.model.spans import Span

_LEAD = re.compile(
    r"(?:(?<=:\s)|(?<=\ssuch as\s)|(?<=\sare\s)|(?<=\sis\s)|(?<=\swas\s)"
    r"|(?<=\sbei\s)|(?<=\svon\s)|(?<=\sby\s)"
    r"|(?<=\sin\s)"
    r"|(?<=,\s)|(?<=\sauf\s)|(?<=\sto\s)|(?<=\sthat\s))"
)
_NAMES_BEFORE = re.compile(
    rf"(?:^|[\s(])({NAME}(?:(?:\s?/\s?|,\s|\s(?:and|und|&)\s){NAME})*)\s*,?\s*\(?$"
)
_LAST_NAME_BEFORE_COMMA = re.compile(
    r"^(?P<prose>[^,\x00]*\b(?!(?:of|to|in|at|the|from|and|for|on|with|de)\s)[^\W\d_]*[a-zß-ÿ])\s"
    rf"(?=(?P<name>(?:{UP}\.\s?)*{UP}[\w’'-]+),\s{UP})"
)
_GERMAN_PROSE = re.compile(r"\b(?:der|die|das|den|dem|des|für|zum|zur|im|vom|bei)\b", re.IGNORECASE)
_TOPIC = re.compile(r"(?:For|On|About|Zu|Zum|Zur|Über|Für|Sur)\s")
_SERIAL_FIRST = re.compile(
    rf"(?:The\s)?(?:{UP}[\w’-]*\s){{0,4}}?(?:Review|Journal|Quarterly|Magazine|Monthly|Bulletin)\b"
    r"[^;:“”]*\d"
)
_ENDS_WITH_DAY = re.compile(rf",\s{DATE.pattern}[\s;.]*(?:and\s*)?$")
_NAME_AND_TITLE = re.compile(
    rf"(?P<all>{NAME}(?:\s(?:and|und|&)\s{NAME})?,\s[“„\"‘]?{UP}[^\d,;.:()]{{2,60}})[.”“’\"\s]*"
)
_BEHIND_QUOTATION = re.compile(r"[\s.,(—–-]*")
_NAMED_BEFORE_TO = re.compile(rf"{UP}[\w.)\]’-]*\sto\s$")
"""Behind "Seward to" stands who got a letter, and no author."""


@dataclass(frozen=True, slots=True)
class CitedStretch:
    """Where one work is cited, and the words that introduce it."""

    span: Span
    signal: str = ""
    shared: str = ""
    """What a later citation of the note says for this one too: the day, the file."""


def split_note(text: str, note: Span) -> tuple[CitedStretch, ...]:
    """The stretches of a note's body that cite a work, in order, as offsets into the whole text."""
    body = unwrapped(text, note)
    lists = {issues.span.start: issues for issues in issue_lists(body.text)}
    found: list[CitedStretch] = []
    for piece in pieces(body.text, lists.values()):
        if piece.start in lists:
            issues = lists[piece.start]
            found += (CitedStretch(span, shared=issues.day) for span in issues.newspapers)
        elif (stretch := _citation_in(body.text, piece)) is not None:
            found.append(stretch)
    files = shared_files([stretch.span.of(body.text) for stretch in found])
    return tuple(
        CitedStretch(
            _emphasised(text, body.back(stretch.span)), stretch.signal, stretch.shared or file
        )
        for stretch, file in zip(found, files, strict=True)
    )


def names_and_titles(
    text: str, note: Span, found: Iterable[CitedStretch]
) -> Iterator[CitedStretch]:
    """Sentences of a note that are a name and a title and no more: `Feis, *Tangle*.`

    Nothing in them tells a citation from a remark: they cite what is known to be a work.
    """
    body = unwrapped(text, note)
    taken = [stretch.span for stretch in found]
    for match in re.finditer(r"[^;]+", masked(body.text)):
        piece = match.group()
        signal = SIGNAL.match(piece.lstrip())
        start = match.start() + len(piece) - len(piece.lstrip()) + (signal.end() if signal else 0)
        short = _NAME_AND_TITLE.fullmatch(body.text, start, match.end())
        if short is None:
            continue
        span = _emphasised(text, body.back(Span(*short.span("all"))))
        if not any(span.overlaps(other) for other in taken):
            yield CitedStretch(span, signal.group().strip(" ,:") if signal else "")


def _emphasised(text: str, span: Span) -> Span:
    """A stretch that begins right behind a star of Markdown, with that star."""
    start = span.start
    while text[start - 1 : start] == "*" and text.count("*", start, span.end) % 2:
        start -= 1
    return Span(start, span.end)


def _citation_in(body: str, piece: Span) -> CitedStretch | None:
    junk = JUNK_BEFORE.match(body, piece.start, piece.end)
    start = junk.end() if junk else piece.start
    start = _behind_quotation(body, Span(start, piece.end))
    introduced = {
        match.end(): match.group()
        for match in SIGNAL.finditer(body, start, piece.end)
        if not _is_hidden(body, match.start())
    }
    for begin in _beginnings(body, Span(start, piece.end), introduced):
        end = end_of(body[begin : piece.end])
        if end and _is_spoken_of(body, piece, Span(begin, begin + end)):
            return None
        if end:
            signal = _signal_before(introduced, body, start, begin)
            return CitedStretch(Span(begin, begin + end), signal)
    return None


def _behind_quotation(body: str, piece: Span) -> int:
    """Where the citation of a piece may begin that opens with what it quotes: `“… said,” Feis, 3`.

    A title stands in marks too, and has no verb, or nobody's name behind it.
    """
    quoted = quotations(piece.of(body))
    if quoted and not quoted[0].start and FINITE_VERB.search(quoted[0].of(piece.of(body))):
        behind = _BEHIND_QUOTATION.match(body, piece.start + quoted[0].end, piece.end)
        if behind and has_names_and_title(body[behind.end() : piece.end]):
            return behind.end()
    return piece.start


def _is_spoken_of(body: str, piece: Span, cited: Span) -> bool:
    """Whether a sentence says something about a volume of a series and does not cite it."""
    words = cited.of(body)
    if not SERIES.match(words) or LOCATED.search(words) or VOLUME.search(words):
        return False
    around = body[piece.start : cited.start] + " " + body[cited.end : piece.end]
    return FINITE_VERB.search(masked(around)) is not None


def _beginnings(body: str, piece: Span, introduced: dict[int, str]) -> Iterator[int]:
    """Where the citation of a piece can begin, the likeliest first."""
    rest = piece.of(body)
    anchored = _before_a_reference(rest)
    if anchored is not None:
        yield piece.start + anchored
    late = _last_name_before_comma(rest)
    firsts = set(introduced) if SIGNAL.match(rest) else {piece.start, *introduced}
    yield from (begin for begin in sorted(firsts) if begins_citation(body[begin : piece.end]))
    if late is not None and introduced and has_names_and_title(rest[late:]):
        yield piece.start + late
    last = max(introduced, default=piece.start)
    if DOCUMENT.match(rest) and (is_title_alone(rest) or _is_dated_document(rest)):
        yield piece.start
    is_plain = CONGRESS.search(body, last, piece.end) or _is_one_title(body[last : piece.end])
    if is_plain and is_title_alone(body[last : piece.end]):
        yield last
    titles: list[int] = []
    for match in _LEAD.finditer(body, piece.start, piece.end):
        begin = match.start()
        if _is_hidden(body, begin) or _NAMED_BEFORE_TO.search(body, piece.start, begin):
            continue
        is_after_comma = body[begin - 2 : begin] == ", "
        if (
            is_after_comma
            and not _TOPIC.match(rest)
            and body[begin - 3 : begin - 2] not in tuple('”“’"»«')
        ):
            reads = _is_firm_or_letter
        else:
            reads = begins_citation
        if reads(body[begin : piece.end]):
            yield begin
        elif body[begin - 4 : begin] == " in " and is_title_alone(body[begin : piece.end]):
            titles.append(begin)
    yield from titles
    if is_title_alone(body[last : piece.end]):
        yield last


def _last_name_before_comma(piece: str) -> int | None:
    """Where a surname stands at the end of prose: "… untersucht bei Dörner, Rechtstatsachen"."""
    match = _LAST_NAME_BEFORE_COMMA.search(masked(piece))
    if match is None:
        return None
    # "Central Intelligence Agency," is one name; before a German surname a noun may stand.
    word = match["prose"].rpartition(" ")[2]
    is_noun = word[:1].isupper()
    return None if is_noun and not _GERMAN_PROSE.search(piece) else match.start("name")


def _is_dated_document(rest: str) -> bool:
    """Whether it is a document with its day: "minutes of the hearing, April 8, 1977"."""
    return _ENDS_WITH_DAY.search(rest) is not None and not FINITE_VERB.search(masked(rest))


def _is_one_title(rest: str) -> bool:
    """Whether no other beginning is to be sought in it: "Saturday Review of Politics, Art (…)"."""
    return _SERIAL_FIRST.match(rest) is not None


def _is_firm_or_letter(rest: str) -> bool:
    return is_firm(rest) or LETTER.match(rest) is not None


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
    before = SIGNAL.match(body, start)
    return before.group().strip(" ,:\n") if before and before.end() <= begin else ""


def _is_hidden(body: str, place: int) -> bool:
    enclosed = (*quotations(body), *brackets(body))
    return any(span.start < place < span.end for span in enclosed)
