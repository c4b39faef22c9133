"""A note taken apart into the stretches that each cite one work.

Notes mix citations with commentary. A note is first cut where one citation can end and another begin:
at semicolons, sentences, dashes, "and" between two complete references, and where a page number runs
into the next author. In each piece the citation begins at the first place that reads like a beginning
(names and a title, a quotation, a case, *ibid.*), and ends with its last element (year, pages, address).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.citations.enclosed import CITING_BRACKET, brackets, masked, quotations
from provenance.citations.lexicon import SIGNALS
from provenance.citations.names import NAME, UP, read_authors
from provenance.citations.references import back_reference, same_author
from provenance.citations.shape import sentences
from provenance.citations.traits import (
    ACT,
    ARCHIVE,
    CASE,
    CLOSING,
    CONGRESS,
    DOCUMENT,
    LETTER,
    PAGES_AT_END,
    REPORT_FIRST,
    SERIES,
    URL,
    YEAR_GROUP,
    ends_like_a_citation,
    ends_like_a_file,
)
from provenance.model.spans import Span

_SIGNAL = re.compile(
    rf"(?:(?<=^)|(?<=[\s(,.;:—–-]))(?:{SIGNALS})(?=[\s,:]|$)[,:]?\s*", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?<=:\s)|(?<=\ssuch as\s)|(?<=\sare\s)|(?<=\sis\s)|(?<=\sbei\s)|(?<=\svon\s)|(?<=\sby\s)|(?<=\sin\s)"
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
    r",?\s+\(?(?:as\s+)?(?=(?:quoted|cited|discussed|printed)\s+(?:in|by)\s|zit\.\s+(?:n\.|nach|bei)\s|zitiert\s+nach\s)"
)
_NAMES_BEFORE = re.compile(
    rf"(?:^|[\s(])({NAME}(?:(?:\s?/\s?|,\s|\s(?:and|und|&)\s){NAME})*)\s*,?\s*\(?$"
)
_LAST_NAME_BEFORE_COMMA = re.compile(
    rf"^[^,\x00]*[a-zß-ÿ]\s(?=((?:{UP}\.\s?)*{UP}[\w’'-]+),\s{UP})"
)
_SLASHED_ALONE = re.compile(rf"{UP}[\w’-]+(?:/{UP}[\w’-]+)+(?:\s(?:[IVX]+\s)?\d|[.,;)]|$)")
_COMMENT_BEHIND = re.compile(r",?\s(?:per|who|which|der|die|das|where|wo|and|und)\s")
_GERMAN_PROSE = re.compile(r"\b(?:der|die|das|den|dem|des|für|zum|zur|im|vom|bei)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|will|would|should|could|may|might|can|must|that|which|"
    r"who|ist|sind|war|waren|hat|haben|wird|werden|wurde|wurden|daß|dass|kann|könnte|soll)\b"
)
_TRAILING = re.compile(r"(?:[\s,;—–-]|,?\s(?:and|und|sowie|with)\s*$)+$")
_GOES_ON = re.compile(r"\s*(?:Bd\.|Band\s\d|[Vv]ols?\.|\d+\.,?\s(?:\w+\.?,?\s)?Aufl)")
_PAGE_GOES_ON = re.compile(r"\s*(?:S\.|pp?\.|Sp\.|Bl\.)\s?\d")
_TOPIC = re.compile(r"(?:For|On|About|Zu|Zum|Zur|Über|Für|Sur)\s")
_PRINTED_IN = re.compile(r",?\s(?:(?:re)?printed\s)?in:?\s[“„\"]?[^\W\d_a-zß-ÿ]")
_JUNK_BEFORE = re.compile(r"[\s,;:.—–-]*(?:(?:and|und|sowie|bei|as well as|in|or)\s+)?")


@dataclass(frozen=True, slots=True)
class CitedStretch:
    """Where one work is cited, and the words that introduce it."""

    span: Span
    signal: str = ""


def split_note(text: str, note: Span) -> tuple[CitedStretch, ...]:
    """The stretches of a note's body that cite a work, in order, as offsets into the whole text."""
    body = note.of(text)
    found: list[CitedStretch] = []
    for piece in _pieces(body):
        stretch = _citation_in(body, piece)
        if stretch is not None:
            moved = Span(stretch.span.start + note.start, stretch.span.end + note.start)
            found.append(CitedStretch(moved, stretch.signal))
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
    for start, end in zip(ordered, ordered[1:], strict=False):
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
    for part, following in zip(parts, parts[1:], strict=False):
        if "\x00" in hidden[part.end - 1 : following.start + 1] and not _is_outside(
            hidden, part.end
        ):
            continue
        if _PAGE_GOES_ON.match(body, following.start):
            continue
        if _is_unfinished(body[start : part.end]) and _finishes(following.of(body)):
            continue
        start = following.start
        yield following.start - (
            len(body[: following.start]) - len(body[: following.start].rstrip())
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
            ends_like_a_file(left) and _begins_document(right)
        ):
            continue
        is_dash = match.group().strip() in ("-", "--", "–", "—")
        if is_dash and re.search(r"\d$", left) and re.match(r"\d", right):
            continue
        if is_dash or _SIGNAL.match(right) or _begins_citation(right):
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
        end = _end_of(body[begin : piece.end])
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
    yield from (begin for begin in sorted(firsts) if _begins_citation(body[begin : piece.end]))
    if late is not None and introduced and _names_and_title(rest[late.start(1) :]):
        yield piece.start + late.start(1)
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
            reads = _is_firm
        else:
            reads = _begins_citation
        if reads(body[begin : piece.end]):
            yield begin
    last = max(introduced, default=piece.start)
    if _is_title_alone(body[last : piece.end]):
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
    return None if is_host or not _prose_words(prose) else begin


def _signal_before(introduced: dict[int, str], body: str, start: int, begin: int) -> str:
    if begin in introduced:
        return introduced[begin].strip(" ,:\n")
    before = _SIGNAL.match(body, start)
    return before.group().strip(" ,:\n") if before and before.end() <= begin else ""


def _is_hidden(body: str, place: int) -> bool:
    return any(span.start < place < span.end for span in quotations(body))


def _begins_citation(rest: str) -> bool:
    """Whether a citation can begin here: names and what follows names, a quoted title, a case, an act."""
    return _is_firm(rest) or _names_and_title(rest) or _is_letter_or_file(rest)


def _is_firm(rest: str) -> bool:
    """Beginnings that are citations whatever follows."""
    reference = back_reference(rest[:120])
    if reference is not None:
        before = rest[: reference.span.start].rstrip(" ,(")
        if not before:
            return True
        authors = read_authors(rest)
        if authors is not None and authors.end >= len(before):
            return True
    return bool(
        CASE.match(rest)
        or ACT.match(rest)
        or REPORT_FIRST.match(rest)
        or SERIES.match(rest)
        or (same_author(rest) and CLOSING.search(rest))
        or _SLASHED_ALONE.match(rest)
    )


def _names_and_title(rest: str) -> bool:
    for quotation in quotations(rest)[:1]:
        if quotation.start == 0:
            behind = rest[quotation.end :].lstrip(" ,.")
            names = read_authors(behind)
            is_quoted_statement = names is not None and behind[names.end :].startswith(", ")
            return _closes(rest[quotation.end :]) and not (
                is_quoted_statement and len(quotation) > 70
            )
    authors = read_authors(rest)
    if authors is None:
        return False
    behind = rest[authors.end :]
    if re.match(r"\s*(?:,|:\s|[“‘„\"«])", behind):
        return _closes(behind)
    if re.match(r"\s(?:[IVX]+\s|\d\s)?\d+(?:\s?f+\.?)?(?:[.,;)]|\s\(|\s?$)", behind):
        return True
    return (
        authors.are_editors
        and bool(CLOSING.search(behind))
        or (bool(re.match(rf"\s(?:{UP}|\()", behind)) and bool(YEAR_GROUP.search(behind[:160])))
        or (re.fullmatch(r"[\s.]*", behind) is not None and "/" in rest)
    )


def _begins_document(rest: str) -> bool:
    """Beginnings that no archive's name goes on with: a letter, a document, an author's title."""
    authors = read_authors(rest)
    return bool(
        LETTER.match(rest)
        or re.match(r"[“„\"]", rest)
        or (DOCUMENT.match(rest) and rest[0].islower())
        or (authors is not None and re.match(r",\s[“„\"]", rest[authors.end :]))
    )


def _closes(behind: str) -> bool:
    return bool(CLOSING.search(behind) or URL.search(behind)) or back_reference(behind) is not None


def _is_letter_or_file(rest: str) -> bool:
    if LETTER.match(rest):
        return True
    archive = ARCHIVE.search(rest)
    if archive is None or _VERB.search(masked(rest[: archive.start()])):
        return False
    return archive.start() == 0 or bool(
        DOCUMENT.match(rest) or (re.match(rf"[“„\"]?{UP}", rest) and CLOSING.search(rest))
    )


def _is_title_alone(rest: str) -> bool:
    """An anonymous work: a title with a place and year, or pages, and nothing that makes a sentence."""
    if not re.match(rf"[“‘„\"(\[]?{UP}|https?://|www\.", rest):
        return False
    if URL.search(rest):
        return True
    closing = YEAR_GROUP.search(rest) or CONGRESS.search(rest) or PAGES_AT_END.search(rest)
    if closing is None:
        return False
    title = rest[: closing.start()]
    return len(title) < 260 and not _VERB.search(masked(title))


def _end_of(rest: str) -> int:
    """Where the citation at the beginning of `rest` ends; 0 where it never amounts to one."""
    whole = len(_TRAILING.sub("", rest))
    if ARCHIVE.search(rest):
        return whole
    elements = [
        Span(*match.span())
        for pattern in (CLOSING, URL, CASE, ACT)
        for match in pattern.finditer(rest)
    ]
    reference = back_reference(rest)
    if reference is not None:
        elements.append(reference.span)
    if not elements:
        return whole if read_authors(rest) is not None else 0
    end = _last_element(rest, sorted(elements, key=lambda span: span.end))
    for bracket in brackets(rest):
        if 0 <= bracket.start - end <= 1:
            end = bracket.end
    tail = rest[end:whole]
    if _prose_words(tail) <= 3 and len(tail) < 60 and not _COMMENT_BEHIND.match(tail):
        return whole
    stop = re.match(r"[.)\]”’\"]*", rest[end:])
    return end + (stop.end() if stop else 0)


def _last_element(rest: str, elements: list[Span]) -> int:
    """The end of the last year, page or address before the prose takes over again."""
    end = elements[0].end
    for element in elements[1:]:
        gap = rest[end : element.start]
        most = 25 if _PRINTED_IN.match(gap) else 6
        if _prose_words(gap) >= most or _VERB.search(masked(gap)):
            break
        end = max(end, element.end)
    return end


def _prose_words(stretch: str) -> int:
    """Words in lower case outside quotations and brackets: a citation has few behind its title."""
    return len(re.findall(r"(?<![\w’'])[a-zß-ÿ]{3,}\b", masked(stretch)))
