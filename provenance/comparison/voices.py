"""Who says it, how firmly and when: what turns a clash into one that may be none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.comparison.wording import in_words, listed
from provenance.model.claims import Claim, ClaimType, Holds
from provenance.model.documents import Layer
from provenance.model.names import fold_name, fold_text, may_be_one_bearer
from provenance.model.sources import Kind, Source
from provenance.model.values import Answer, AnswerValue, DateValue
from provenance.model.verdicts import PlacedStatement, StatementState

_FIRMNESS = {
    Holds.PLANNED: "gives a plan",
    Holds.PROBABLE: "gives it only as probable",
    Holds.POSSIBLE: "gives it only as possible",
}
_OTHER_HANDS = frozenset(
    {
        *("abstract", "annotation", "archive", "caption", "caption", "catalogue", "commentary"),
        *("editor", "editors", "editorial", "foreword", "headnote", "introduction", "note"),
        *("notes", "preface", "summary", "translator"),
    }
)
"""Words in a layer's name that tell of another hand, where its author is not given."""


def doubts(
    claim: Claim, a: PlacedStatement, b: PlacedStatement, source_a: Source, source_b: Source
) -> tuple[str, ...]:
    """Why a clash of the two may be none, a clause each; none of them where it is outright."""
    found = [*_of_one(claim, a, source_a), *_of_one(claim, b, source_b)]
    by_source: dict[str, list[str]] = {}
    for source, doubt in dict.fromkeys(found):
        by_source.setdefault(source, []).append(doubt)
    clauses = [f"{source} {listed(verbs)}" for source, verbs in by_source.items()]
    clauses += _of_time(claim, a, b, source_a, source_b)
    if source_a.id == source_b.id:
        clauses.append(f"both stand in {source_a.id}")
    return tuple(clauses)


def unlike_layers(a: PlacedStatement, b: PlacedStatement) -> str:
    """How two layers of one source differ in firmness where they say the same; "" where not."""
    one, other = a.layer, b.layer
    if a.statement.source != b.statement.source or one is None or other is None or one == other:
        return ""
    (verb, word), (other_verb, other_word) = _commitment(a), _commitment(b)
    if verb == other_verb or not (verb and other_verb):
        return ""
    told = f"the {one.name} {verb} (“{word}”), the {other.name} {other_verb} (“{other_word}”)"
    return f"but not alike: {told}"


_COMMITMENTS = tuple(
    (verb, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for verb, words in (
        ("promises", r"promis\w+|undert[ao]ok|undertak\w+|pledg\w+|guarant\w+|assur\w+"),
        ("refuses", r"refus\w+|reject\w*|declin\w+|oppos\w+"),
        ("hopes", r"hope[sd]?|hopeful|wish(?:es|ed)?|desir\w+"),
        ("plans", r"expect(?:s|ed)?|intend\w*|plan(?:s|ned)?|prepared to|ready to"),
    )
)


def _commitment(placed: PlacedStatement) -> tuple[str, str]:
    """What the words make of what they tell, firmest first, and the word that shows it."""
    for verb, pattern in _COMMITMENTS:
        if match := pattern.search(placed.words):
            return verb, match.group()
    return "", ""


def _of_one(claim: Claim, placed: PlacedStatement, source: Source) -> Iterator[tuple[str, str]]:
    statement, layer = placed.statement, placed.layer
    if not is_own_voice(statement.speaker, source, layer):
        yield source.id, f"reports {statement.speaker}"
    if layer and is_other_hand(layer, source):
        by = f" (by {layer.author})" if layer.author else ""
        yield source.id, f"says it in its {layer.name}{by}"
    if statement.holds in _FIRMNESS:
        yield source.id, _FIRMNESS[statement.holds]
    elif _is_forecast(placed, source):
        yield source.id, "speaks of it beforehand"
    if placed.state is StatementState.PROPOSED:
        if claim.type not in _TYPED:
            yield source.id, "has been read by cues alone, and nobody has confirmed it"
        elif not placed.is_sure:
            yield source.id, "may speak of something else, and nobody has confirmed it"


_TYPED = (ClaimType.DATE, ClaimType.NUMBER)


def is_own_voice(speaker: str, source: Source, layer: Layer | None) -> bool:
    """Whether the source speaks for itself: no speaker, `author`, or one of its authors by name.

    The author of the layer is not a speaker reported either; that it is another hand is said once.
    """
    key = fold_name(speaker)
    if key in ("", "author", "authors"):
        return True
    own = [*source.authors, *([layer.author] if layer else [])]
    return any(is_same_person(key, fold_name(name)) for name in own if name)


def is_same_person(speaker: str, author: str) -> bool:
    """`harriman` is short for `averell harriman`; `averell` is not."""
    if not speaker or not author:
        return False
    same_family_name = speaker.split()[-1] == author.split()[-1]
    return speaker == author or (same_family_name and may_be_one_bearer(speaker, author))


def is_other_hand(layer: Layer, source: Source) -> bool:
    """Whether a layer is by somebody else than its source: a summary, an editor's note."""
    author = fold_name(layer.author)
    if author in ("author", "authors"):
        return False
    if author:
        return not any(is_same_person(author, fold_name(name)) for name in source.authors)
    return not _OTHER_HANDS.isdisjoint(fold_text(layer.name).split())


def _is_forecast(placed: PlacedStatement, source: Source) -> bool:
    value = placed.statement.value
    spoken = placed.statement.as_of or source.issued
    if not isinstance(value, DateValue) or spoken is None:
        return False
    return bool(spoken.latest and value.earliest and spoken.latest < value.earliest)


def _of_time(
    claim: Claim, a: PlacedStatement, b: PlacedStatement, source_a: Source, source_b: Source
) -> list[str]:
    one, other = _held_at(claim, a, source_a), _held_at(claim, b, source_b)
    is_bound = a.statement.as_of is not None or b.statement.as_of is not None
    if one is None or other is None or (not is_bound and _look_back(claim, (a, one), (b, other))):
        return []
    is_fixed = asks_of_one_event(claim) and not is_bound
    # What nobody has read as a fact may be a plan of it, written before.
    proposed = StatementState.PROPOSED in (a.state, b.state)
    if is_fixed and not proposed:
        return []
    for earlier, later in ((one, other), (other, one)):
        if earlier.latest and later.earliest and earlier.latest < later.earliest:
            times = f"{in_words(earlier)} and {in_words(later)}"
            if is_fixed:
                return [f"they were written at different times ({times})"]
            return [
                f"they speak of different times ({times}), and the later may supersede the earlier"
            ]
    return []


def _held_at(claim: Claim, placed: PlacedStatement, source: Source) -> DateValue | None:
    """The time an answer speaks of; None where it looks back, or is not bound to a time.

    A date does not change with the day it is written down, so on a question of when, only an
    `as-of` that a person recorded counts. On other questions a source speaks of its own time,
    unless it is secondary and looks back.
    """
    if placed.statement.as_of is not None:
        return placed.statement.as_of
    looks_back = source.kind in (Kind.SECONDARY, Kind.TERTIARY)
    if looks_back or claim.type is ClaimType.DATE:
        return None
    return source.issued


_COUNTS_WHAT_WAS_DONE = re.compile(
    r"\b(?:(?:was|were)\b(?!\s+(?:there|in|at|on|still|living)\b)[^?]*?\b\w+(?:ed|en|ost|"
    r"ought|aught|ilt|orn|own|ung|unk)|did)\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:have|own|possess|hold|number|employ|contain|remain|live|cost|want|need|expect|intend|"
    r"plan|propose|demand|ask|offer|support|believe|think|owned|held|employed|stationed|expected|"
    r"intended|planned|needed|left|known|occupied|settled)\b",
    re.IGNORECASE,
)


_ASKS_OF_THE_PAST = re.compile(r"\b(?:did|was|were|had)\b", re.IGNORECASE)
_OF_A_MOMENT = re.compile(
    r"\b(?:when|while|at the time|(?:on|during|in|at) the (?:night|day|morning|evening|fire|"
    r"flood|battle|wreck|accident|explosion|conference|meeting)|"
    r"(?:on|in|before|after) (?:\d|[A-Z]\w+ \d))",
    re.IGNORECASE,
)
_IRREGULAR_PAST = (
    "told|said|gave|sent|went|came|saw|took|made|knew|wrote|heard|found|left|lost|met|held|brought|"
    "spoke|began|broke|fell|ran|paid|sold|bought|built|sank|swore|rang|drew|threw|led|drove"
)
_ASKS_WHAT_HAD_BEEN = re.compile(
    rf"^\W*had\b[^?]*\b(?:been|\w{{3,}}ed|seen|known|given|taken|written|heard|gone|{_IRREGULAR_PAST})"
    r"\b",
    re.IGNORECASE,
)
"""*Had he been warned* asks of the time before something that is over, whenever it is told."""
_LOOKS_BACK = re.compile(
    rf"\b(?:was|were|had|did|(?!need)\w{{3,}}ed|{_IRREGULAR_PAST})\b", re.IGNORECASE
)
_STILL_OPEN = re.compile(
    r"\b(?:yet|so far|still|until now|hitherto|(?:has|have) not|hasn't|haven't|is|are|will|would|"
    r"shall|may|might|intend\w*|expect\w*|plan\w*|hop(?:e|es|ed|ing)|about to|remains?|noch)\b",
    re.IGNORECASE,
)
_LONG_AFTER = 366
"""Days between two papers from which on the later one looks back, and supersedes nothing."""


def _look_back(
    claim: Claim, a: tuple[PlacedStatement, DateValue], b: tuple[PlacedStatement, DateValue]
) -> bool:
    """Whether both answers tell of one past thing, that no paper written later supersedes.

    What was so cannot cease to have been so; what had not happened still may happen, unless the
    question tells of what moment it asks, or the other looks back from years later.
    """
    if claim.type is not ClaimType.YES_NO or _STATE.search(claim.question):
        return False
    if not _ASKS_OF_THE_PAST.search(claim.question):
        return False
    words = [placed.words for placed, _ in (a, b)]
    if not all(_LOOKS_BACK.search(each) and not _STILL_OPEN.search(each) for each in words):
        return False
    if _OF_A_MOMENT.search(claim.question) or _ASKS_WHAT_HAD_BEEN.search(claim.question):
        return True
    (earlier, first), (_, second) = sorted((a, b), key=_written)
    return _says_yes(earlier) or _is_long_before(first, second)


def _is_long_before(first: DateValue, second: DateValue) -> bool:
    if first.latest is None or second.earliest is None:
        return False
    return second.earliest.ordinal - first.latest.ordinal > _LONG_AFTER


def _written(statement: tuple[PlacedStatement, DateValue]) -> int:
    latest = statement[1].latest
    return latest.ordinal if latest else 0


def _says_yes(placed: PlacedStatement) -> bool:
    value, denied = placed.statement.value, placed.statement.holds is Holds.DENIED
    return isinstance(value, AnswerValue) and (
        value.answer is (Answer.NO if denied else Answer.YES)
    )


def asks_of_one_event(claim: Claim) -> bool:
    """Whether a number is asked of what happened once, and cannot change: *how many were killed*.

    How many men a town has can; so can what somebody wants.
    """
    if claim.type is not ClaimType.NUMBER or _STATE.search(claim.question):
        return False
    return bool(_COUNTS_WHAT_WAS_DONE.search(claim.question))
