"""Who is reported as saying something: `Soong states that …`, `according to the Minister`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.evidence import cues
from provenance.model.spans import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a sentence reports, and what shows it."""

    speaker: str
    """As the text names them; "" where only a pronoun stands and nobody is named before."""
    shown_by: Span


_PARTICLES = r"(?:of|the|de|von|van|for|in|and)"
_CAPITAL = r"(?:(?:T|[A-Z])\.\s?)*[A-Z][\w.'’`-]*"
_SUBJECT = re.compile(
    rf"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Oo]ur)\s+)?(?:(?:Mr|Dr|Mrs|Sir|Lord|General|Gen|Marshal|"
    rf"Admiral)\.?\s+)?{_CAPITAL}(?:\s+(?:{_PARTICLES}\s+)*{_CAPITAL}){{0,5}}"
    rf"|\b(?:[Tt]he|[Aa]n?)\s+(?:\w+\s){{0,2}}?(?:president|minister|ambassador|marshal|general|"
    rf"note|government|official|officials|report|telegram|message|author|writer|witness|soviets|"
    rf"russians|chinese|japanese|british|americans|germans|delegation|ministry|foreign office)\b"
    rf"|\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+)?\Z")
_NO_PERSON = re.compile(
    r"\b(?:government|ministry|committee|department|council|embassy|legation|union|states|kingdom|"
    r"conference|agreement|treaty|army|fleet|force|forces|office|party|assembly|republic|nations)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = frozenset({"i", "we"})
_THIRD_PERSON = frozenset({"he", "she", "they"})
_REACH_BACK = 1_200
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|[.!?](?!\s+[A-Z])|(?<=\b[A-Z])\.|(?<=\bDr)\.|(?<=\bMr)\.|(?<=\bNo)\.|"
    r"(?<=\bGen)\.|\n(?!\n))+"
)
_ARTICLES = frozenset({"the", "a", "an"})
_NOT_AFTER_A_NAME = re.compile(r"\s+(?:all|every|everywhere|again|at last|fell|falls|of)\b")
_NO_SUBJECT = frozenset(
    re.findall(
        r"\w+",
        """
    although before after when while since if this that these those there then however moreover
    third second first therefore furthermore on in at from by for to as it its his her their but
    and otherwise thus also once during under about between following meanwhile accordingly yet so
    regarding despite thereafter subject what which who whom whose not no neither nor only any
    everyone everybody someone somebody nobody all some many most others people
    january february march april may june july august september october november december
    yesterday today tomorrow tonight monday tuesday wednesday
    thursday friday saturday sunday
        """,
    )
)
_AFTER_SUBJECT = re.compile(
    r"(?:,\s+(?:the|an?|our|his|her|their|my|then|late|formerly)\b[^,;:.\"“”]{2,60},)?"
    r"[,\s]*(?:(?:also|then|later|again|further|repeatedly|thereupon|next|first|always|had|has|have|"
    r"would|will|did|is|was|were|are|may|might|should|not|to|been|therefore|himself|clearly|now|"
    r"replying|went on to|went on|continued to|asked me to|\w+ly)\s+){0,4}\Z"
)


def voice_of(text: str, sentence: Span, focus: Span) -> Voice | None:
    """Whose words the focus stands in; None for the source's own.

    The verb of saying nearest before the focus counts, with the subject before it; a pronoun
    stands for the last one who was a subject before. First persons are the author.
    """
    if match := cues.ATTRIBUTING.search(text, sentence.start, sentence.end):
        return Voice(_tidied(match["who"]), Span(*match.span()))
    verbs = list(cues.SAYING.finditer(text, sentence.start, max(focus.start, sentence.start)))
    for verb in reversed(verbs):
        subject = subject_before(text, sentence.start, verb.start())
        if subject is None or is_passive(text, subject.end, verb.start()):
            continue
        name = _resolved(text, subject)
        return Voice(name, Span(subject.start, verb.end())) if name is not None else None
    return _said_after(text, sentence, focus) or _said_before(text, sentence, focus)


_QUOTE_MARK = re.compile(r"[\"“”„«»]")
_OPEN_QUOTE = re.compile(r"(?P<lead>[^.!?\"“”„«»]*[:,])\s*[\"“„«][^\"“”„«»]*\Z")


def _said_before(text: str, sentence: Span, focus: Span) -> Voice | None:
    """`He said: “It is late. It was signed.”`: who opened the quotation that runs on from a
    sentence before; None where the focus stands in none."""
    start = max(text.rfind("\n\n", 0, focus.start), focus.start - _REACH_BACK, 0)
    opened = _OPEN_QUOTE.search(text, start, sentence.start)
    marks = len(_QUOTE_MARK.findall(text, start, focus.start))
    if opened is None or marks % 2 == 0 or _QUOTE_MARK.search(text, sentence.start, focus.start):
        return None
    lead = Span(*opened.span("lead"))
    for verb in reversed(list(cues.SAYING.finditer(text, lead.start, lead.end))):
        subject = subject_before(text, lead.start, verb.start())
        if subject is not None and not is_passive(text, subject.end, verb.start()):
            name = _resolved(text, subject)
            return Voice(name, Span(subject.start, verb.end())) if name else None
    return None


def _said_after(text: str, sentence: Span, focus: Span) -> Voice | None:
    """`“…,” Soong said`: the verb and its subject behind what is said."""
    for verb in cues.SAYING.finditer(text, focus.end, sentence.end):
        comma = text.rfind(",", focus.end, verb.start())
        if comma < 0 or len(text[comma : verb.start()].split()) > 6:
            continue
        subject = subject_before(text, comma, verb.start())
        ends = text[verb.end() : verb.end() + 1] in (".", ",", ";", "")
        if subject is not None and ends:
            name = _resolved(text, subject)
            return Voice(name, Span(subject.start, verb.end())) if name is not None else None
    return None


def is_passive(text: str, subject_end: int, verb: int) -> bool:
    """Whether what stands between subject and verb makes the subject the one it is done to."""
    return bool(_PASSIVE.search(text, subject_end, verb))


def subject_in(text: str, within: Span) -> Span | None:
    """The first name or office in a stretch of text that may be the subject of its sentence."""
    for match in _SUBJECT.finditer(text, within.start, within.end):
        span = _without_opening(text, Span(*match.span()))
        if span is not None:
            return span
    return None


def subject_before(text: str, start: int, verb: int) -> Span | None:
    """The subject right before a verb, auxiliaries and adverbs aside; None where none is named."""
    found = None
    for match in _SUBJECT.finditer(text, start, verb):
        span = _without_opening(text, Span(*match.span()))
        if span is not None and _AFTER_SUBJECT.match(text[span.end : verb]):
            found = span
    if found is None and re.fullmatch(r"[\s\S]{0,40}?\b(?:and|to)\s+", text[start:verb][-44:]):
        return subject_in(text, Span(start, verb))
    return found


def _without_opening(text: str, span: Span) -> Span | None:
    """A subject without a conjunction that merely stands in capitals at the sentence's start."""
    first, gap, rest = span.of(text).partition(" ")
    if first.casefold() not in _NO_SUBJECT and (rest or first.casefold() not in _ARTICLES):
        return span
    return (
        _without_opening(text, Span(span.start + len(first) + len(gap), span.end)) if rest else None
    )


def _resolved(text: str, subject: Span) -> str | None:
    """The subject's name; None for the author himself, "" for a pronoun nobody stands behind."""
    name = _tidied(subject.of(text))
    if name.casefold() in _FIRST_PERSON:
        return None
    if name.casefold() not in _THIRD_PERSON:
        return name
    return _named_before(text, subject, persons=name.casefold() != "they")


def _named_before(text: str, pronoun: Span, *, persons: bool) -> str:
    """The nearest subject before a pronoun: what a sentence begins with, not what it speaks of."""
    back = Span(max(0, pronoun.start - _REACH_BACK), pronoun.start)
    for sentence in reversed(list(_SENTENCE.finditer(text, back.start, back.end))):
        for match in _SUBJECT.finditer(text, *sentence.span()):
            subject = _without_opening(text, Span(*match.span()))
            known = _tidied(subject.of(text)) if subject else ""
            if not known or (persons and _NO_PERSON.search(known)):
                continue
            if subject and _is_common(text, sentence.start(), subject):
                continue
            if known.casefold() in _FIRST_PERSON:
                continue
            if known.casefold() in _THIRD_PERSON:
                break
            return known
    return ""


def _is_common(text: str, sentence: int, subject: Span) -> bool:
    """Whether it is one word that has its capital from opening a sentence: the text has it in lower
    case as well, or what follows it is said of no person (`Rain all week`)."""
    word = subject.of(text)
    if not word.isalpha() or text[sentence : subject.start].strip():
        return False
    if _NOT_AFTER_A_NAME.match(text, subject.end):
        return True
    return re.search(rf"\b{re.escape(word[:1].lower() + word[1:])}\b", text) is not None


def _tidied(name: str) -> str:
    flat = " ".join(name.split()).strip(" ,.;:")
    return re.sub(r"['’`]s?\Z", "", flat)
