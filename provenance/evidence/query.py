"""What a claim is searched by: its words, names by every alias, and what may stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from provenance.alignment.tokens import words
from provenance.evidence.kin import is_one_word, kin_of, peoples_of
from provenance.evidence.measures import asking_words
from provenance.evidence.names import Aliases
from provenance.evidence.question import asked
from provenance.evidence.stems import FUNCTION_WORDS, stem
from provenance.model.claims import Claim, ClaimType
from provenance.model.spans import Span

Stems = tuple[str, ...]

_ASKS = frozenset(
    stem(word)
    for word in re.findall(
        r"\w+",
        """
        date day year month time many much number person name called wann wer after before during
        between since until while about over under first last
        """,
    )
)
"""Words of a question that ask, and stand in no answer."""
_TIME = re.compile(
    r"(?:\d{1,4}(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing searched for, under every form it may take in a text."""

    shown: str
    forms: frozenset[Stems]
    """Runs of stems. A name has one for each alias."""
    kin: frozenset[str] = frozenset()
    """Stems of other words for it, which count less."""
    is_name: bool = False
    is_time: bool = False
    """A year, month or day: it tells when, not what."""
    is_asked: bool = False
    """Whether the question has it; else it is only among the words to find."""
    is_counted: bool = False
    """Whether the number of it is asked for: a passage may have the number and not the word."""

    def __hash__(self) -> int:
        # Matches are kept by concept and looked up for every passage of every source; to hash
        # all that a concept has takes longer than the look-up.
        return hash(self.shown)


@dataclass(frozen=True, slots=True)
class Query:
    """What a claim is searched by, in the order of its words."""

    concepts: tuple[Concept, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(concept.shown for concept in self.concepts)


def query_of(claim: Claim, aliases: Aliases) -> Query:
    """The words of a claim's question and of its `find`, once each, names under every alias."""
    return _query(claim.question, claim.type, claim.find, aliases.groups)


# Every source is searched for the same claim, one after the other.
@lru_cache(maxsize=4)
def _query(
    question: str, type: ClaimType, find: tuple[str, ...], groups: tuple[tuple[str, ...], ...]
) -> Query:
    names = _names(groups)
    concepts: dict[frozenset[Stems], Concept] = {}
    told = asked(question, type)
    for phrase, is_asked in ((told.about, True), *((phrase, False) for phrase in find)):
        for concept in _concepts(phrase, names, is_asked=is_asked):
            if is_asked and concept.shown.casefold() in asking_words(told.measures):
                continue
            concepts.setdefault(concept.forms, concept)
    found = list(_without_shared_kin(list(concepts.values())))
    return Query(tuple(_with_counted(found, told.counted) if type is ClaimType.NUMBER else found))


def _with_counted(concepts: list[Concept], counted: str) -> list[Concept]:
    """What is counted, marked; where nothing else is asked of it, it is what is looked for."""
    head = _stems(counted)[:1]
    told = [
        replace(c, is_counted=c.is_asked and not c.is_name and c.forms == frozenset({head}))
        for c in concepts
    ]
    others = [c for c in told if c.is_asked and not (c.is_counted or c.is_name or c.is_time)]
    return told if others else concepts


@lru_cache(maxsize=1)
def _names(groups: tuple[tuple[str, ...], ...]) -> list[set[Stems]]:
    return sorted(
        ({_stems(name) for name in group} - {()} for group in groups),
        key=lambda forms: sorted(forms),
    )


def _without_shared_kin(concepts: list[Concept]) -> Iterable[Concept]:
    """No word counts twice: in *when did the conference sit*, *conference* is itself alone."""
    own = {form[0] for concept in concepts for form in concept.forms if len(form) == 1}
    return (replace(concept, kin=concept.kin - own) for concept in concepts)


def _stems(text: str) -> Stems:
    return tuple(stem(word) for word in words(text).words if word not in FUNCTION_WORDS)


def _concepts(phrase: str, names: Sequence[set[Stems]], *, is_asked: bool) -> Iterable[Concept]:
    tokens = words(phrase)
    read = [
        "died" if word == "die" and _is_verb(phrase, tokens.span(i, i)) else word
        for i, word in enumerate(tokens.words)
    ]
    kept = [i for i, word in enumerate(read) if word not in FUNCTION_WORDS]
    stems = tuple(stem(read[i]) for i in kept)
    at = 0
    while at < len(kept):
        length, forms = _name_at(stems, at, names)
        span = tokens.span(kept[at], kept[at + length - 1])
        shown = span.of(phrase)
        capital = shown[:1].isupper() and (span.start > 0 or bool(peoples_of(stems[at])))
        is_name = len(forms) > 1 or capital
        is_time = length == 1 and bool(_TIME.match(shown))
        if not (is_asked and length == 1 and stems[at] in _ASKS):
            word = " ".join(stems[at : at + length])
            kin = peoples_of(word) or (frozenset() if is_name else kin_of(word))
            if is_time and stems[at].isdigit() and len(stems[at]) < 3:
                forms |= {(stem(f"{stems[at]}{ending}"),) for ending in ("st", "nd", "rd", "th")}
            yield Concept(shown, forms, kin, is_name and not is_time, is_time, is_asked)
        at += length


_DIE = re.compile(
    r"\b(?:did|does|do|will|would|to)\b[^?]*\bdie(?=\W*(?:\Z|(?:in|at|on|of|from)\b))"
)


def _is_verb(phrase: str, word: Span) -> bool:
    """Whether `die` is what somebody did, not the German article."""
    return any(match.end() == word.end for match in _DIE.finditer(phrase))


def _name_at(stems: Stems, at: int, names: Sequence[set[Stems]]) -> tuple[int, frozenset[Stems]]:
    """The longest alias that begins here, as all its group's forms; else the word alone, or the
    two that are one."""
    best: tuple[int, frozenset[Stems]] = (1, frozenset({stems[at : at + 1]}))
    if is_one_word(stems[at : at + 2]):
        best = (2, frozenset({stems[at : at + 2]}))
    for group in names:
        for form in group:
            if stems[at : at + len(form)] == form and len(form) >= best[0]:
                best = (len(form), frozenset(group))
    return best
