"""What each source may say on a claim, for a person to confirm: passages with value and stance.

A source is proposed to be silent where no passage speaks to enough of what is asked; the words that
were searched are listed then. Where one does and no value can be read from it, neither is proposed.
Nothing here is stored: the same files give the same proposals.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.alignment.tokens import words
from provenance.evidence.answers import answers
from provenance.evidence.asked_passage import Found as Answered
from provenance.evidence.asked_passage import Passage, is_heading, is_record
from provenance.evidence.corpus import Corpus, Searchable
from provenance.evidence.measured import has_measure, measured_in
from provenance.evidence.names import Aliases
from provenance.evidence.query import Query, query_of
from provenance.evidence.question import Asked, asked
from provenance.evidence.search import Matches, why
from provenance.evidence.stems import stem
from provenance.evidence.weighing import Weighed, weigh
from provenance.model.alignments import Found
from provenance.model.claims import Claim, ClaimType, Event, Holds, Statement
from provenance.model.decisions import NOTHING_REJECTED, Rejected
from provenance.model.notes import MarkerKind
from provenance.model.spans import Span
from provenance.model.values import Answer, AnswerValue, DateValue, NumberValue
from provenance.model.verdicts import PlacedStatement, Standing, StatementState

MOST_PROPOSED = 3
"""Statements of one source on one claim: a person is to judge them, not to wade through them."""
ENOUGH = 0.4
"""Share of what is asked that a passage must speak to, its surroundings counted."""
OWN = 0.25
"""Share that must stand in the passage itself."""
OF_NAMES: dict[ClaimType, float] = {
    ClaimType.DATE: 0.6,
    ClaimType.NUMBER: 0.6,
    ClaimType.NAME: 0.2,
    ClaimType.YES_NO: 0.3,
    ClaimType.TEXT: 0.3,
}
"""Share of the names asked for that it must speak to: a date without its event answers nothing."""
OF_ACTS = 0.55
"""Share of its other words that makes up for names it lacks, on yes-no questions and texts."""
ALL_ACTS = 0.95
OF_NAMES_BESIDE_ALL_ACTS = 0.45
"""Share of the one name asked for beside a number of which all else that is asked stands in the
passage: *She had a crew of eleven*, where the sentence before or the title names the ship."""
MOST_ACTS = 0.6
"""The same of a date: *The fire began on the 15th*, where the sentence before names the house."""
OF_NAMES_ALONE = 0.6
"""Share of the names that speaks to a mere topic, or to a question for words."""
BESIDE_BEST = 0.7
"""A further passage is offered only when it is nearly as good as the best one."""
CLEARLY = 0.95
"""Of the best score: what is closer to it makes the best one doubtful."""
HANGS_ON = 0.95
"""How closely a value must hang on what is asked to be called a conflict."""
MAY_SPEAK = 0.5
"""Share of what is asked that stands in a passage which is worth reading, though no value in it
hangs on what is asked."""
MOST_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a search in one source came to; no statements mean it is proposed to be silent."""

    statements: tuple[PlacedStatement, ...]
    searched: tuple[str, ...]
    passages: int
    """How many passages were looked through."""
    rejected: int = 0
    """How many answers are not proposed because a person rejected them."""
    silence_rejected: bool = False
    """Whether a person holds that the source is not silent."""
    may_speak: Span | None = None
    """The best passage that has what is asked, where no value could be read from any."""


def propose(
    claim: Claim,
    entry: Searchable,
    corpus: Corpus,
    aliases: Aliases,
    rejected: Rejected = NOTHING_REJECTED,
) -> Proposed:
    """The best answers of one source, best first, as statements nobody has confirmed.

    What a person rejected is left out, and what is much worse than it does not take its place.
    """
    question = asked(claim.question, claim.type)
    query = query_of(claim, aliases)
    matches, weighed = weigh(corpus, entry, query)
    events = corpus.events(claim.events, entry.source.id)
    good = [each for each in weighed if _speaks(each, question, entry)]
    best = sorted(good, key=lambda each: (-each.whole, each.at))[:MOST_LOOKED_AT]
    found = [
        (each.whole * answer.fit, each, answer)
        for each in best
        for answer in answers(_passage(events, each, entry, question, matches, aliases))
        if each.whole * answer.fit >= ENOUGH
    ]
    found = _of_the_body(found, entry)
    left = _not_rejected(found, entry, rejected)
    best_score = max((score for score, *_ in found), default=0.0)
    chosen = _chosen(left, best_score)
    sure = _clear_best(chosen)
    statements = tuple(
        _statement(each, answer, entry, query, matches, question, is_sure=answer is sure)
        for _, each, answer in chosen
    )
    return Proposed(
        statements,
        query.words,
        len(entry.passages.spans),
        len(found) - len(left),
        rejected.silence,
        None if found else _may_speak(weighed, question, entry, events),
    )


def _of_the_body(found: list[Scored], entry: Searchable) -> list[Scored]:
    """The answers in the source's own text; those in its notes where it has none, so that a note
    which repeats or corrects what it hangs on is no second answer."""
    body = [each for each in found if entry.passages.notes[each[1].at] is None]
    return body or found


def _may_speak(
    weighed: tuple[Weighed, ...], question: Asked, entry: Searchable, events: tuple[Event, ...]
) -> Span | None:
    """The best passage that has most of what is asked, and a number or date where one is asked."""
    spans = entry.passages.spans
    close = [
        each
        for each in weighed
        if _is_worth_reading(each, question, entry) and not is_heading(entry.read, spans[each.at])
    ]
    for each in sorted(close, key=lambda each: (-each.own, each.at)):
        if _has_value(spans[each.at], question, entry, events):
            return spans[each.at]
    if question.measures and any(each.names or not each.names_asked for each in weighed):
        return measured_in(entry, [each.at for each in weighed], question.measures)
    return None


def _is_worth_reading(each: Weighed, question: Asked, entry: Searchable) -> bool:
    """Whether it has most of what is asked. Where a date or number is asked for and it has one, it
    may have less of it, or the names alone: what was done has more words than are known for it."""
    if question.type not in (ClaimType.DATE, ClaimType.NUMBER):
        speaks = question.type is ClaimType.YES_NO and _speaks(each, question, entry)
        return speaks or (each.own >= MAY_SPEAK and each.acts > 0)
    if each.acts > 0 or each.acts_before > 0:
        return each.own >= MAY_SPEAK or (each.whole >= ENOUGH and not each.names_missing)
    return each.own >= MAY_SPEAK and each.names_asked > 0 and not each.names_missing


def _has_value(span: Span, question: Asked, entry: Searchable, events: tuple[Event, ...]) -> bool:
    if question.type is ClaimType.DATE:
        return any(span.covers(date.span) for date in entry.dates(events))
    if question.type is ClaimType.NUMBER:
        return has_measure(entry.read, span, question.measures)
    return True


def _speaks(each: Weighed, question: Asked, entry: Searchable) -> bool:
    """Whether a passage speaks to enough of the question to be offered as an answer.

    Of two names none may be missing, of more nearly half; a question for a name or for words may
    lack one of two. What is asked of them must stand in the passage itself, except in a record,
    whose fields say it.
    """
    if each.whole < ENOUGH or each.own < OWN:
        return False
    text, span = entry.document.text, entry.passages.spans[each.at]
    if question.type in (ClaimType.DATE, ClaimType.NUMBER, ClaimType.NAME):
        spare = each.names_asked if question.type is ClaimType.NAME else 0
        named = each.names_missing <= max(spare, (each.names_asked - 1) // 2)
        if each.acts >= ALL_ACTS and question.counted and each.names_asked == 1:
            return each.names >= OF_NAMES_BESIDE_ALL_ACTS
        counted = each.has_counted and each.names_asked > 0
        gone_on = each.acts_before > 0 and not each.names_missing
        acts = each.acts > 0 or gone_on or counted or is_record(text, span)
        if question.type is ClaimType.DATE and each.acts >= MOST_ACTS and not each.names_missing:
            return each.names >= OF_NAMES_BESIDE_ALL_ACTS
        return named and acts and each.names >= OF_NAMES[question.type]
    if is_heading(text, span):
        return False
    spare = each.names_asked // 2 if question.type is ClaimType.TEXT else 0
    named = each.names_missing <= max(spare, (each.names_asked - 1) // 2)
    if not named or each.names < OF_NAMES[question.type]:
        return each.acts >= OF_ACTS
    if question.is_topic or question.type is ClaimType.TEXT:
        return each.acts > 0 or each.names > OF_NAMES_ALONE
    return each.acts > 0


def _passage(
    events: tuple[Event, ...],
    each: Weighed,
    entry: Searchable,
    question: Asked,
    matches: Matches,
    aliases: Aliases,
) -> Passage:
    own = {concept: found[each.at] for concept, found in matches.items() if each.at in found}
    span = entry.passages.spans[each.at]
    return Passage(entry, span, question, own, events, aliases, each.names)


Scored = tuple[float, Weighed, Answered]


def _not_rejected(found: list[Scored], entry: Searchable, rejected: Rejected) -> list[Scored]:
    """Without what was rejected, nor the same value from words that overlap it."""
    text = entry.document.text
    refused = [
        answer for *_, answer in found if (answer.span.of(text), answer.says) in rejected.statements
    ]
    return [
        item
        for item in found
        if not any(
            item[2].value == answer.value and item[2].span.overlaps(answer.span)
            for answer in refused
        )
    ]


def _chosen(found: list[Scored], best: float) -> list[Scored]:
    """The best answers that differ, and none much worse than the best there was."""
    ranked = sorted(found, key=lambda item: (-item[0], item[1].at, item[2].span))
    chosen: list[Scored] = []
    for score, each, answer in ranked:
        same = any(a.span.overlaps(answer.span) or a.value == answer.value for *_, a in chosen)
        if not same and score >= BESIDE_BEST * best and len(chosen) < MOST_PROPOSED:
            chosen.append((score, each, answer))
    return chosen


def _clear_best(chosen: list[Scored]) -> Answered | None:
    """The one answer that may be called a conflict: typed, whole, and well before any other.

    Where a source offers two values that are about as good, it is not known which of them answers.
    """
    if not chosen:
        return None
    score, each, answer = chosen[0]
    is_typed = isinstance(answer.value, DateValue | NumberValue)
    if not (is_typed and each.is_sure and answer.fit >= HANGS_ON):
        return None
    return answer if all(other <= CLEARLY * score for other, *_ in chosen[1:]) else None


def _statement(
    each: Weighed,
    answer: Answered,
    entry: Searchable,
    query: Query,
    matches: Matches,
    question: Asked,
    *,
    is_sure: bool,
) -> PlacedStatement:
    document = entry.document
    quote = answer.span.of(document.text)
    stance = answer.stance
    statement = Statement(
        source=entry.source.id,
        quote=quote,
        says=answer.says,
        value=answer.value,
        holds=_holds(answer),
        speaker=stance.speaker,
        notes=_notes(each, answer, entry),
        about=_part_answered(each, question, matches),
    )
    return PlacedStatement(
        statement=statement,
        state=StatementState.PROPOSED,
        standing=Standing.EXACT,
        span=answer.span,
        words=quote,
        layer=document.layer_of(answer.span),
        why=_why(each, answer, entry, query, matches),
        found=Found.EXACT,
        is_sure=is_sure,
    )


def _holds(answer: Answered) -> Holds:
    """A no of yes and no is in its value; any other value that is denied is held as denied."""
    if isinstance(answer.value, AnswerValue):
        return answer.stance.holds
    return Holds.DENIED if answer.stance.denied else answer.stance.holds


def _part_answered(each: Weighed, question: Asked, matches: Matches) -> str:
    """Of a question that joins several, the one answered: they are different matters."""
    own = {form[0] for c, found in matches.items() if each.at in found for form in c.forms}
    return max(
        question.parts,
        key=lambda part: len(own & {stem(word) for word in words(part).words}),
        default="",
    )


def _notes(each: Weighed, answer: Answered, entry: Searchable) -> tuple[str, ...]:
    """The labels of the markers in the passage; in a note, its own."""
    document, span = entry.document, entry.passages.spans[each.at]
    note = next((n for n in document.notes if n.span.overlaps(answer.span)), None)
    if note is not None:
        return (note.label,)
    near = [
        marker.label
        for marker in document.markers
        if marker.kind is MarkerKind.NOTE and span.start <= marker.span.start <= span.end + 1
    ]
    return tuple(dict.fromkeys(near))


def _why(each: Weighed, answer: Answered, entry: Searchable, query: Query, matches: Matches) -> str:
    """The reason in a sentence: the words it has, what was inferred, what shows the stance."""
    text = entry.document.text
    parts = [f"Proposed: {why(entry.passages, each.at, query, matches)}"]
    if answer.basis:
        parts.append(answer.basis)
    parts += [f"{cue.shows} (“{_flat(cue.span.of(text))}”)" for cue in answer.stance.cues]
    if isinstance(answer.value, AnswerValue) and answer.value.answer is Answer.YES:
        parts.append("read as yes by cues alone")
    return "; ".join(parts) + "."


def _flat(quoted: str) -> str:
    return " ".join(quoted.split())
