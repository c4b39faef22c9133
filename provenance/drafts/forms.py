"""How a citation names its work: in full, in short, with the place in it or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from provenance.citations.lexicon import MONTH_WORDS
from provenance.citations.traits import DATE, PAGE_WORD, URL, VOLUME, YEAR
from provenance.citations.works import title_words
from provenance.drafts.draft import Draft
from provenance.model.audit import DraftCitation
from provenance.model.notes import CitationKind, Work, WorkKind

PRINTED = frozenset({WorkKind.BOOK, WorkKind.ARTICLE, WorkKind.CHAPTER, WorkKind.UNPUBLISHED})
"""Works that are cited in full once and in short from then on."""
PAGED = PRINTED | {WorkKind.DOCUMENT_SERIES}
"""Works in which a statement stands on a page or in a numbered document."""

_PUBLISHED = re.compile(
    rf"[(\[][^()\[\]]*\b{YEAR}[a-z]?\b[^()\[\]]*[)\]]|[,.:]\s[^,.;()]{{3,40}}[,:]?\s{YEAR}\b"
)
_LOCATED = re.compile(
    rf"\b{PAGE_WORD}\s?[\divxlc]|§|\b(?:ch(?:ap(?:ter)?s?)?|parts?|pt|secs?|sections?|docs?|documents?"
    r"|nos?|nrs?|items?|figs?|figures?|tables?|plates?|maps?|appendix|appendices|n|nn|notes?|arts?"
    r"|books?|bk|lines?|ll|fols?|ff|cols?|paras?|kap(?:itel)?|anm|abb|tab|dok|sp|bl|rn|x|enclosure"
    r"|entry|entries|s\.v)\b\.?\s?[\divxlc]"
    r"|\b(?:passim|introduction|preface|foreword|conclusion|throughout|frontispiece|abstract"
    r"|epilogue|prologue|einleitung|vorwort|loc\.)\b",
    re.IGNORECASE,
)
_ENDS_IN_NUMBER = re.compile(
    rf"(?:(?<=[\s,:;–-])(?!{YEAR}\b)\d+[a-z]?|\b[ivxlc]+|\d\s?ff?)[.)\s]*\Z", re.IGNORECASE
)
_DAY = re.compile(rf"{DATE.pattern}|\b(?:{MONTH_WORDS})\b")
_IN_VOLUME = re.compile(r"[,.]\s[Ii]n:?\s")
_WHOLE = re.compile(r"\b\d+\s(?:vols?|Bde)\.", re.IGNORECASE)
"""A work in so many volumes is cited as a whole."""
_CUT_OFF = 60
"""Characters behind a citation in which the rest of it may stand."""
_SURVEY = re.compile(
    r"\b(?:see|compare|contrast|cf|cp|e\.g|for|on|also|among|including|vgl|siehe|zu[rm]?|dazu|hierzu"
    r"|etwa|voir|by|generally|useful|discuss\w*|examples?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Use:
    """One citation of a work, in the draft's own words."""

    cited: DraftCitation
    words: str

    @property
    def is_full(self) -> bool:
        """Whether it says where and when the work appeared, or where it is kept."""
        citation = self.cited.citation
        if citation.kind is CitationKind.ARCHIVAL:
            return bool(citation.title and citation.container)
        is_dated = bool(citation.title and citation.year)
        is_stated = is_dated and is_published(self.words, citation.year)
        return citation.kind is CitationKind.FULL and is_stated

    @property
    def is_short(self) -> bool:
        """Whether it has a name and a title, and nothing of where and when the work appeared."""
        citation = self.cited.citation
        return (
            citation.kind in (CitationKind.FULL, CitationKind.SHORT)
            and citation.work_kind in (WorkKind.UNKNOWN, WorkKind.BOOK, WorkKind.ARTICLE)
            and bool(citation.author and citation.title)
            and not (citation.year or citation.container or URL.search(self.words))
            and not _IN_VOLUME.search(self.words)
        )


def gives_in_full(use: Use, work: Work) -> bool:
    """Whether a citation names a work in full: as its own, or as the volume something stands in."""
    if use.cited.citation.work == work.id:
        return use.is_full
    if work.author[0] not in use.words or not _PUBLISHED.search(use.words):
        return False
    remaining = iter(title_words(use.words))
    return all(word in remaining for word in title_words(work.title))


@lru_cache(maxsize=4096)
def is_published(words: str, year: str) -> bool:
    """Whether a year stands in a citation as that of publication, and not as part of a date."""
    bare = re.sub(rf"(?<!\()\b(?:{DATE.pattern})", "", words)
    return any(year in match.group() for match in _PUBLISHED.finditer(bare))


def uses(draft: Draft) -> Iterator[Use]:
    """Every citation of a draft with its words, in order."""
    for cited in draft.citations:
        yield Use(cited, draft.shown(cited.citation))


def uses_of_works(draft: Draft) -> Mapping[str, tuple[Use, ...]]:
    """By work id, its citations in order; a reference back counts where it is resolved."""
    found: dict[str, list[Use]] = {}
    for use in uses(draft):
        if use.cited.citation.work:
            found.setdefault(use.cited.citation.work, []).append(use)
    return {work: tuple(cited) for work, cited in found.items()}


def lacks_locator(draft: Draft, use: Use) -> bool:
    """Whether a citation gives no page, document or chapter; what was cut off behind it counts."""
    citation, text = use.cited.citation, draft.document.text
    if citation.pages or URL.search(use.words):
        return False
    later = [c.span.start for c in use.cited.note.citations if c.span.start >= citation.span.end]
    end = min([*later, citation.span.end + _CUT_OFF, use.cited.note.span.end])
    behind = text[citation.span.end : end].split(";")[0]
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", use.words)
    if _LOCATED.search(bare) or _LOCATED.search(behind) or _DAY.search(bare):
        return False
    bare = VOLUME.sub(" ", bare)
    if citation.title:
        bare = bare.replace(citation.title, " ")
    return not _WHOLE.search(bare) and not _ENDS_IN_NUMBER.search(bare)


def stands_for_a_statement(draft: Draft, use: Use) -> bool:
    """Whether a citation is the evidence for what its note is called for.

    A work that is spoken of, recommended or listed among others is none: it stands behind "see", or
    within a sentence of the note.
    """
    text, citation, note = draft.document.text, use.cited.citation, use.cited.note
    before = text[note.span.start : citation.span.start]
    behind = text[citation.span.end : note.span.end].lstrip('”’") ')
    opens = not before.strip(" \n\t(“") or re.search(r"(?:[.!?…;]['”’\")\]]*)\s*\Z", before)
    closes = not behind.strip() or use.words.endswith(".") or behind[0] in ".;"
    sentence = re.split(r"(?<=[a-z”’)\]]{2}[.?!])\s+(?=[^\W\d_a-z])", before)[-1]
    is_survey = bool(_SURVEY.search(citation.signal) or _SURVEY.search(sentence))
    return bool(opens) and closes and not citation.signal and not is_survey
