"""A note taken apart into the stretches that each cite one work.

Notes mix citations with commentary. A note is first cut where one citation can end and another
begin: at semicolons, sentences, dashes, "and" between two complete references, and where a page
number runs into the next author. In each piece the citation begins at the first place that reads
like a beginning (names and a title, a quotation, a case, *ibid.*), and ends with its last element
(year, pages, address).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
from provenance.citations.enclosed import brackets, citing_brackets, masked, quotations
from provenance.citations.endings import FINITE_VERB, end_of, prose_words
from provenance.citations.lexicon import SIGNALS
from provenance.citations.lines import unwrapped
from provenance.citations.names import NAME, UP, read_authors
from provenance.citations.papers import DOCUMENT, LETTER, ends_like_a_file
from provenance.citations.references import back_reference
from provenance.citations.shape import sentences
from provenance.citations.shared import IssueList, issue_lists, shared_files
from provenance.citations.traits import (
    CLOSING,
    CONGRESS,
    DATE,
    MARKED_PAGES,
    SERIES,
    URL,
    VOLUME,
    ends_like_a_citation,
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
    r"^(?P<prose>[^,\x00]*\b(?!(?:of|to|in|at|the|from|and|for|on|with|de)\s)[^\W\d_]*[a-zß-ÿ])\s"
    rf"(?=(?P<name>(?:{UP}\.\s?)*{UP}[\w’'-]+),\s{UP})"
)
_GERMAN_PROSE = re.compile(r"\b(?:der|die|das|den|dem|des|für|zum|zur|im|vom|bei)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:Bd\.|Band\s\d|[Vv]ols?\.|\d+\.,?\s(?:\w+\.?,?\s)?Aufl)")
_PAGE_GOES_ON = re.compile(r"\s*(?:S\.|pp?\.|Sp\.|Bl\.)\s?\d")
_TOPIC = re.compile(r"(?:For|On|About|Zu|Zum|Zur|Über|Für|Sur)\s")
_LOCATED = re.compile(
    rf"{MARKED_PAGES.pattern}|\b[Dd]oc(?:uments?|s?\.)\s\d|\b[Nn]os?\.\s\d|:\s?\d|{URL.pattern}"
    r"|,\s(?!(?:1[4-9]|20)\d\d\b)\d+(?:[-–]\d+)?[.,;]?(?:\s|$)"
)
_SERIAL_FIRST = re.compile(
    rf"(?:The\s)?(?:{UP}[\w’-]*\s){{0,4}}?(?:Review|Journal|Quarterly|Magazine|Monthly|Bulletin)\b"
    r"[^;:“”]*\d"
)
_NAMES_AND_QUOTATION = re.compile(rf"{NAME},\s[“‘„\"]")
_NAMED_BEFORE_TO = re.compile(rf"{UP}[\w.)\]’-]*\sto\s$")
"""Behind "Seward to" stands who got a letter, and no author."""
_SENTENCES_OF_DATED = 5
_JUNK_BEFORE = re.compile(r"[\s,;:.—–-]*(?:(?:and|und|sowie|bei|as well as|in|or)\s+)?")


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
    for piece in _pieces(body.text, lists.values()):
        if piece.start in lists:
            issues = lists[piece.start]
            found += (CitedStretch(span, shared=issues.day) for span in issues.newspapers)
        elif (stretch := _citation_in(body.text, piece)) is not None:
            found.append(stretch)
    files = shared_files([stretch.span.of(body.text) for stretch in found])
    return tuple(
        CitedStretch(body.back(stretch.span), stretch.signal, stretch.shared or file)
        for stretch, file in zip(found, files, strict=True)
    )


def _pieces(body: str, lists: Iterable[IssueList]) -> Iterator[Span]:
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
    for issues in lists:
        cuts.difference_update(range(issues.span.start + 1, issues.span.end))
        cuts.update((issues.span.start, issues.span.end))
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        if body[start:end].strip():
            yield Span(start, end)


def _semicolon_cuts(body: str, hidden: str) -> Iterator[int]:
    """Behind semicolons, save those in the title of a volume: "FRUS, vol. 5, Art; War, Doc. 3"."""
    start = 0
    for match in re.finditer(r";\s", hidden):
        series = SERIES.search(body, start, match.start())
        volume = VOLUME.search(body, series.end(), match.start()) if series else None
        if volume is not None and not _LOCATED.search(body, volume.end(), match.start()):
            rest = body[match.end() :].partition("; ")[0]
            is_new = _SIGNAL.match(rest) or SERIES.match(rest) or LETTER.match(rest)
            if _LOCATED.search(body, match.end()) and not is_new and rest[:1] not in '“„‘"':
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
        if end and _is_spoken_of(body, piece, Span(begin, begin + end)):
            return None
        if end:
            signal = _signal_before(introduced, body, start, begin)
            return CitedStretch(Span(begin, begin + end), signal)
    return None


def _is_spoken_of(body: str, piece: Span, cited: Span) -> bool:
    """Whether a sentence says something about a volume of a series and does not cite it."""
    words = cited.of(body)
    if not SERIES.match(words) or _LOCATED.search(words) or VOLUME.search(words):
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
    firsts = set(introduced) if _SIGNAL.match(rest) else {piece.start, *introduced}
    yield from (begin for begin in sorted(firsts) if begins_citation(body[begin : piece.end]))
    if late is not None and introduced and has_names_and_title(rest[late:]):
        yield piece.start + late
    last = max(introduced, default=piece.start)
    if DOCUMENT.match(rest) and is_title_alone(rest):
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
    before = _SIGNAL.match(body, start)
    return before.group().strip(" ,:\n") if before and before.end() <= begin else ""


def _is_hidden(body: str, place: int) -> bool:
    enclosed = (*quotations(body), *brackets(body))
    return any(span.start < place < span.end for span in enclosed)
