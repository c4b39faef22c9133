"""What a sentence states that a source could bear out: a date, an amount, a deed, another's words.

A question, a turn in the argument and a sentence that announces what comes state nothing of the
kind, whatever names and years are in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.alignment.lexicon import MONTHS
from provenance.drafts.quotations import DraftQuotation
from provenance.evidence.passages import passages_of
from provenance.model.dated import TaggedDate
from provenance.model.documents import Document
from provenance.model.spans import Span

MOST_YEARS = 2
"""A stretch of more is a period that a sentence is about, not a date that it states."""
_OWN_VOICE = re.compile(
    r"\b(?:I|[Ww]e) (?:\w+ly )?(?:argue|contend|suggest|believe|shall|will|show|turn|conclude|"
    r"hope|think|propose|submit|maintain|would|may|might|can|must|know|"
    r"have (?:seen|argued|shown|tried))\b"
    r"|\b(?:[Tt]his|[Tt]he present|[Tt]he (?:next|following|preceding|previous|last|first|second|"
    r"third)|[Tt]hese) (?:chapters?|essays?|articles?|books?|papers?|sections?|stud(?:y|ies)|"
    r"parts?|pages?) (?:\w+ly )?(?:argues?|shows?|explores?|examines?|traces?|turns?|asks?|"
    r"considers?|deals?|describes?|discuss(?:es)?|begins?|follows?|focus(?:es)?|looks?|seeks?|"
    r"tells?|is|are|will|has)\b"
    r"|\b(?:[Aa]s (?:we|I) |[Ii]n what follows|[Ii]n conclusion|[Tt]o sum up|[Ii]n sum\b)"
    r"|\b[Cc]hapters? (?:\d+|[IVX]+|[a-z]+) (?:\w+ly )?\w+s\b"
    r"|\b(?:tells?|told|reminds?|gives?|leaves?|brings?|allows?|lets?) us\b"
    r"|\b[Aa]s (?:noted|discussed|shown|described|argued)\b[^,.;]{0,30}"
    r"\b(?:above|below|earlier|before)"
    r"|\b[Ii]t (?:is (?:clear|likely|unlikely|evident|possible|doubtful)|appears|seems)\b"
    r"|\bevidence (?:\w+ )?(?:indicates|suggests|shows)\b|\bmay (?:well )?have been\b"
)
_CONCLUDING = re.compile(
    r"\b(?:therefore|thus|of course|clearly|obviously|evidently|in effect|in short|illustrates?|"
    r"demonstrates?|suggests?|reflects?|important|significan(?:t|ce|tly)|remarkabl[ey])\b",
    re.IGNORECASE,
)
"""Words of a sentence that weighs what was told before."""
_VERBS = (
    r"(?!(?:need|indeed|hundred|red|speed|deed|seed|breed|greed|feed|bed|shed)\b)\w{2,}ed|said|told|"
    r"met|wrote|gave|took|came|went|left|sent|made|began|held|sought|saw|became|found|brought|kept|"
    r"led|won|lost|spoke|rose|fell|drew|got|put|set|cut|paid|read|ran|bought|sold|taught|chose|"
    r"swore|fought|broke|forbade|withdrew|overthrew|undertook|laid|stood|sat|let"
)
_DEED = re.compile(
    rf"(?P<name>[A-Z][\w’'.-]*)(?:,[^,.;:]{{3,60}},)?\s+(?:\w+ly\s+|also\s+|then\s+|never\s+|soon\s+|"
    rf"(?:had|was|were|did|has|have)\s+(?:not\s+|been\s+|\w+ly\s+|also\s+)?)*(?:{_VERBS})\b"
)
_SUBJECT_OPENS = re.compile(
    r"(?:\A|[,;:—]|\b(?:and|but|when|while|as|that|after|before|because|whereupon))"
    r"[\s\"“‘'(]*(?:(?:the|[A-Z][\w’'.-]*|of|de|von)\s+)*\Z"
)
"""What stands before the subject of a clause: its opening, titles and given names."""
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Prof|Professor|General|Gen|Marshal|Admiral|Colonel|Captain|"
    r"Major|President|Premier|Chancellor|Secretary|Minister|Ambassador|Envoy|Senator|Congressman|"
    r"Representative|Governor|Judge|Justice|King|Queen|Prince|Emperor|Foreign Minister|Chairman|"
    r"Director|Chief|Clerk|Consul|Commissioner|Editor|member|Member|historian|Historian)\.?\s+"
    r"(?:(?:of|to|in|for|the)\s+(?:[A-Z]\w+\s+)+?)?(?:[A-Z][\w’-]+\s+|[A-Z]\.\s*){0,3}?"
    r"(?P<titled>[A-Z][\w-]+)\b"
    r"|\b[A-Z]\w+\s+(?:[A-Z]\.\s*)+(?P<initialled>[A-Z][a-z][\w-]+)"
    r"|(?:\b[A-Z]\.\s*)+(?P<initials>[A-Z][a-z][\w-]+)"
)
_PERIOD = re.compile(r"\b(?:between|from)\s+(\d{4})\s+(?:and|to|until)\s+(\d{4})\b", re.IGNORECASE)
_YEAR_SAID = re.compile(
    r"\b(?:in|by|since|until|till|during|after|before|to|of|early|mid|late|from|and)[\s-]+\Z", re.I
)
_TOLD_BEFORE = re.compile(r"\b(?:the|these|those|all|both|such)\s+\Z", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"\b(?:ways?|things?|reasons?|questions?|points?|parts?|sides?|stages?|phases?|groups?|kinds?|"
    r"sorts?|types?|issues?|problems?|factors?|themes?|aspects?|cases?|hands?|words?|times?|"
    r"decades?|(?:half-)?centur(?:y|ies)|generations?)\Z"
    r"|-(?:year|month|week|day|hour|minute|page|man|mile|volume)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stated:
    """What the sentences of one document state."""

    document: Document
    dates: Sequence[TaggedDate]
    """In order."""
    amounts: Sequence[Span]
    """Numbers with what they count, in order."""
    quotations: Sequence[DraftQuotation]
    """Those that promise another's words."""

    def by(self, sentence: Span, *, opens: bool) -> str:
        """What a sentence states, as `a date`; "" for nothing that could be checked. `opens`:
        whether it opens a paragraph that goes on.
        """
        said = sentence.of(self.document.text)
        if self.why_not(sentence):
            return ""
        if any(self._quotes(sentence, each) for each in self.quotations):
            return "another's words"
        if any(self._is_stated(date, is_topic=opens) for date in self._dates_in(sentence)):
            return "a date"
        if _CONCLUDING.search(said):
            return ""
        if any(self._is_counted(amount) for amount in self.amounts if sentence.covers(amount)):
            return "a number"
        return "what somebody did" if not opens and self._tells_a_deed(said) else ""

    def why_not(self, sentence: Span) -> str:
        """Why a sentence is not to be checked, whatever it has; "" for most."""
        said = sentence.of(self.document.text)
        if ":" not in said and re.search(r"\?[\"'”’»)\]*_\d]*\Z", said.rstrip()):
            return "It asks."
        if re.match(r"\W*[Ii]f (?:that|this|it|so|they|these)\b", said):
            return "It supposes."
        return "It is the author's own voice." if _OWN_VOICE.search(said) else ""

    def _quotes(self, sentence: Span, quotation: DraftQuotation) -> bool:
        """Whether some words of a quotation stand in a sentence, and not its last mark alone."""
        start = max(quotation.span.start, sentence.start)
        shared = self.document.text[start : min(quotation.span.end, sentence.end)]
        return bool(re.search(r"\w", shared))

    def _is_counted(self, amount: Span) -> bool:
        """Whether an amount states how many: not `the two dates`, which were told before."""
        text = self.document.text
        before = text[max(0, amount.start - 8) : amount.start]
        return not (_TOLD_BEFORE.search(before) or _NO_AMOUNT.search(amount.of(text)))

    def _dates_in(self, sentence: Span) -> list[TaggedDate]:
        at = bisect_left(self._starts, sentence.start)
        found = []
        for date in self.dates[at:]:
            if date.span.start >= sentence.end:
                break
            found.append(date)
        return found

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(date.span.start for date in self.dates)

    def _is_stated(self, date: TaggedDate, *, is_topic: bool) -> bool:
        """Whether a date says when: not the period a topic spans, nor a year that only tells
        things apart (`the 1866 law`).
        """
        text, words = self.document.text, date.span.of(self.document.text)
        first, last = date.value.earliest, date.value.latest
        if first and last and last.year - first.year >= MOST_YEARS:
            return False
        if len(date.value.edtf) == len("1945"):
            before = text[max(0, date.span.start - 12) : date.span.start]
            return not is_topic and bool(_YEAR_SAID.search(before)) and not self._in_period(date)
        has_month = not MONTHS.isdisjoint(re.findall(r"[^\W\d_]+", words.casefold()))
        return has_month or any(sign.isdigit() for sign in words)

    def _in_period(self, date: TaggedDate) -> bool:
        """Whether it is an end of `between 1958 and 1979`."""
        low, high = max(0, date.span.start - 30), date.span.end + 30
        for match in _PERIOD.finditer(self.document.text, low, high):
            whole = Span(*match.span())
            if whole.covers(date.span) and int(match[2]) - int(match[1]) >= MOST_YEARS:
                return True
        return False

    @cached_property
    def _persons(self) -> frozenset[str]:
        """Folded family names: those that stand behind a title or initials somewhere."""
        found = _PERSON.finditer(self.document.text)
        names = (m["titled"] or m["initialled"] or m["initials"] for m in found)
        return frozenset(name.casefold() for name in names) & self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return passages_of("", self.document).names

    def _tells_a_deed(self, said: str) -> bool:
        for match in _DEED.finditer(said):
            name = re.sub(r"['’]s?\Z", "", match["name"]).casefold()
            if name in self._persons and _SUBJECT_OPENS.search(said[: match.start()]):
                return True
        return False
