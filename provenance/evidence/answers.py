"""What a passage answers to a question: the value of its type, and where in the passage it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from provenance.alignment.tokens import words
from provenance.evidence import cues
from provenance.evidence.clauses import clauses
from provenance.evidence.corpus import Searchable
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.kin import are_opposed
from provenance.evidence.names import Aliases
from provenance.evidence.numbers import singular
from provenance.evidence.quantities import quantities
from provenance.evidence.query import Concept
from provenance.evidence.question import Asked, Aspect
from provenance.evidence.search import Match
from provenance.evidence.speakers import subject_before, subject_in
from provenance.evidence.stance import Stance, stance_at
from provenance.evidence.stems import stem
from provenance.model.claims import ClaimType, Event, Holds
from provenance.model.dated import TaggedDate
from provenance.model.names import fold_text
from provenance.model.notes import Note
from provenance.model.spans import Span
from provenance.model.values import (
    Answer,
    AnswerValue,
    DateShape,
    DateValue,
    NameValue,
    TextValue,
    Value,
)

LONGEST_QUOTE = 45
"""Words of the longest passage that is quoted whole; of a longer one, the clauses that matter."""
LEAST_OF_NAMES = 0.6
"""Share of the names asked for without which a subject is anybody's."""
_SAID_PLAINLY = Stance(denied=False, holds=Holds.ASSERTED, condition=None, speaker="", cues=())
FAR = 14
"""Words between a date or number and the act it may date or count; what is farther counts less."""


@dataclass(frozen=True, slots=True)
class Found:
    """One answer in a passage."""

    span: Span
    """The words to quote."""
    value: Value
    says: str
    stance: Stance
    basis: str
    """What was inferred on the way to the value; "" for nothing."""
    fit: float
    """From 0 to 1: how closely the value hangs on what was asked."""


@dataclass(frozen=True)
class Passage:
    """A passage with what it has of the question."""

    entry: Searchable
    span: Span
    asked: Asked
    matches: Mapping[Concept, Match]
    events: tuple[Event, ...]
    aliases: Aliases
    names: float
    """Share of the names asked for that it speaks to."""

    @property
    def text(self) -> str:
        return self.entry.document.text

    def places(self, concept: Concept) -> list[Span]:
        """Where a thing asked for stands in the passage."""
        match = self.matches[concept]
        forms = [(match.how,)] if match.how else sorted(concept.forms)
        return self._standing({form[0] for form in forms})

    def _standing(self, wanted: set[str]) -> list[Span]:
        found = words(self.span.of(self.text))
        return [
            Span(self.span.start + int(found.starts[i]), self.span.start + int(found.ends[i]))
            for i, word in enumerate(found.words)
            if stem(word) in wanted
        ]

    @property
    def act(self) -> tuple[Concept, Span] | None:
        """The rarest-looking act of the question that the passage has, and where."""
        acts = [c for c in self.matches if not c.is_name and not c.is_time and c.is_asked]
        acts = acts or [c for c in self.matches if not c.is_name and not c.is_time]
        # The very word before another word for it, and the verb, which comes first in a question.
        for concept in sorted(acts, key=lambda c: bool(self.matches[c].how)):
            places = self.places(concept)
            if places:
                return concept, places[0]
        return None

    @property
    def acts(self) -> list[Span]:
        """Where any act of the question stands."""
        acts = [c for c in self.matches if not c.is_name and not c.is_time and c.is_asked]
        return [place for concept in acts for place in self.places(concept)]

    @property
    def kindred(self) -> list[Span]:
        """Where any word for what is asked stands, the very word or another."""
        return self._standing(
            {word for c in self.matches for word in (*c.kin, *(form[0] for form in c.forms))}
        )

    @property
    def anchors(self) -> list[Span]:
        return sorted(place for concept in self.matches for place in self.places(concept))


def answers(passage: Passage) -> list[Found]:
    """What the passage answers, in the order of the text."""
    match passage.asked.type:
        case ClaimType.DATE:
            return list(_dates(passage))
        case ClaimType.NUMBER:
            return list(_numbers(passage))
        case ClaimType.YES_NO:
            return list(_yes_or_no(passage))
        case ClaimType.NAME:
            return list(_names(passage))
        case ClaimType.TEXT:
            return list(_texts(passage))


def _dates(passage: Passage) -> Iterator[Found]:
    dates = [d for d in passage.entry.dates(passage.events) if passage.span.covers(d.span)]
    for date in dates:
        focus = _nearest_act(passage, date.span)
        fit = _hangs_on(passage, date.span, focus, [d.span for d in dates])
        if fit <= 0:
            continue
        stance = _stance(passage, focus)
        value = _end_asked_for(date.value, passage.asked.aspect)
        span = _share_of(passage, date, focus, dates)
        basis = "" if date.basis == "as written" else date.basis
        if value != date.value:
            basis = "; ".join(filter(None, (basis, f"the {passage.asked.aspect.value} is asked for")))
        yield Found(span, value, value.edtf, stance, basis, fit)


def _stance(passage: Passage, focus: Span) -> Stance:
    """How it is put; a record puts everything in the same way."""
    if _is_record(passage):
        return _SAID_PLAINLY
    return stance_at(passage.text, passage.span, focus)


def _nearest_act(passage: Passage, at: Span) -> Span:
    places = passage.acts or passage.anchors
    return min(places, key=lambda place: abs(place.start - at.start), default=at)


def _hangs_on(passage: Passage, value: Span, focus: Span, values: list[Span]) -> float:
    """How closely a value hangs on what was asked: near it, in its clause, no other between."""
    if _is_record(passage):
        return 1.0
    low, high = sorted((value, focus))
    if low.overlaps(high):
        return 1.0
    between = passage.text[low.end : high.start]
    fit = 1.0
    if _in_parenthesis(passage, value) and not _in_parenthesis(passage, focus):
        fit *= 0.6
    if any(low.end <= other.start and other.end <= high.start for other in values):
        fit *= 0.7
    if _NEW_SUBJECT.search(between):
        fit *= 0.7
    if len(between.split()) > FAR:
        fit *= 0.85
    return fit


def _in_parenthesis(passage: Passage, span: Span) -> bool:
    before = passage.text[passage.span.start : span.start]
    return before.rfind("(") > before.rfind(")")


_NEW_SUBJECT = re.compile(
    r"[;.]\s|,?\s+(?:and|but|while|although|whereas)\s+(?:the|he|she|it|they|we|I|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\A[A-Za-z][\w -]{0,30}:[ \t]+\S.*\n[A-Za-z][\w -]{0,30}:[ \t]")


def is_record(text: str, span: Span) -> bool:
    """Whether a passage is a record of `field: value` lines."""
    return bool(_RECORD.match(span.of(text)))


def _is_record(passage: Passage) -> bool:
    return is_record(passage.text, passage.span)


def _end_asked_for(value: DateValue, aspect: Aspect) -> DateValue:
    if value.shape is not DateShape.STRETCH or aspect is Aspect.WHOLE:
        return value
    first, _, last = value.edtf.partition("/")
    wanted = first if aspect is Aspect.BEGINNING else last
    return read_date(wanted) if wanted.strip(".") else value


def _share_of(passage: Passage, date: TaggedDate, focus: Span, dates: list[TaggedDate]) -> Span:
    """The words to quote for one date: the passage, or the clauses that are this date's alone.

    From the date, or what is dated by it, to where the clauses of the next date begin.
    """
    parts = clauses(passage.text, passage.span)
    holding = [i for i, part in enumerate(parts) if part.span.overlaps(date.span)]
    others = {
        i
        for i, part in enumerate(parts)
        for other in dates
        if other is not date and part.span.overlaps(other.span)
    } - set(holding)
    if not others or _is_record(passage) or not holding:
        return _quoted(passage, date.span)
    act = next((i for i, part in enumerate(parts) if part.span.overlaps(focus)), holding[0])
    first, last = min(act, holding[0]), max(act, holding[-1])
    if others & set(range(first, last + 1)):
        first, last = holding[0], holding[-1]
    while last + 1 < len(parts) and last + 1 not in others:
        last += 1
    whole = Span(parts[first].span.start, parts[last].span.end)
    if len(whole.of(passage.text).split()) > LONGEST_QUOTE:
        whole = Span(parts[first].span.start, parts[max(act, holding[-1])].span.end)
    return _trimmed(passage.text, whole)


def _quoted(passage: Passage, focus: Span) -> Span:
    """The passage whole, or the clauses around the focus up to the longest quotation."""
    if len(passage.span.of(passage.text).split()) <= LONGEST_QUOTE or _is_record(passage):
        return passage.span
    parts = clauses(passage.text, passage.span)
    at = next((i for i, part in enumerate(parts) if focus.start < part.span.end), len(parts) - 1)
    first = last = at
    while True:
        wider = [
            (a, b) for a, b in ((first - 1, last), (first, last + 1)) if a >= 0 and b < len(parts)
        ]
        fitting = [
            (a, b)
            for a, b in wider
            if len(passage.text[parts[a].span.start : parts[b].span.end].split()) <= LONGEST_QUOTE
        ]
        if not fitting:
            break
        first, last = fitting[0]
    return _trimmed(passage.text, Span(parts[first].span.start, parts[last].span.end))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " \n\t,;:":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:":
        end -= 1
    return Span(start, end)


def _numbers(passage: Passage) -> Iterator[Found]:
    text, span = passage.text, passage.span
    apart = [
        Span(each.start - span.start, each.end - span.start)
        for each in (
            *(d.span for d in passage.entry.dates(passage.events)),
            *(m.span for m in passage.entry.document.markers),
        )
        if span.covers(each)
    ]
    found = quantities(span.of(text), apart)
    spans = [Span(span.start + q.span.start, span.start + q.span.end) for q in found]
    counted = {singular(word) for word in passage.asked.counted.split()}
    for quantity, at in zip(found, spans, strict=True):
        of_kind = not counted or quantity.value.unit in counted or _counts(passage, at, counted)
        if not of_kind:
            continue
        focus = _nearest_act(passage, at)
        fit = _hangs_on(passage, at, focus, spans)
        stance = stance_at(text, span, focus)
        yield Found(
            _quoted(passage, at), quantity.value, quantity.value.written, stance, "", fit
        )


def _counts(passage: Passage, at: Span, counted: set[str]) -> bool:
    """Whether what is counted stands right behind a number, its unit or adjectives between."""
    behind = passage.text[at.start : at.end + 40]
    return any(singular(word) in counted for word in re.findall(r"[A-Za-z][\w-]*", behind)[:6])


def _yes_or_no(passage: Passage) -> Iterator[Found]:
    text, act = passage.text, passage.act
    anchors = passage.anchors
    if not anchors:
        return
    focus = act[1] if act else anchors[-1]
    stance = stance_at(text, passage.span, focus)
    opposed = act is not None and any(
        are_opposed(form[0], passage.matches[act[0]].how) for form in act[0].forms
    )
    confined = cues.CONFINING.search(text, passage.span.start, passage.span.end)
    answer = Answer.NO if stance.denied is not opposed else Answer.YES
    condition = stance.condition.of(text) if stance.condition else ""
    if confined and _lacks_a_name(passage):
        answer, condition = Answer.NO, ""
    elif condition:
        answer = Answer.CONDITIONAL
    value = AnswerValue(answer, " ".join(condition.split()) if condition else "")
    basis = f"“{confined.group()}” leaves the rest out" if confined else ""
    yield Found(_quoted(passage, focus), value, answer.value, stance, basis, 1.0)


def _lacks_a_name(passage: Passage) -> bool:
    names = [c for c in passage.matches if c.is_name]
    return len(names) < len(re.findall(r"(?<!^)\b[A-Z]\w+", passage.asked.about))


def _names(passage: Passage) -> Iterator[Found]:
    bearers = _bearers(passage) if passage.names >= LEAST_OF_NAMES else ()
    for quote, span, says, basis in (*_named_by_notes(passage), *bearers):
        written = " ".join(span.of(passage.text).split()).rstrip(".")
        if _is_asked_about(passage, written):
            continue
        key = passage.aliases.key(written)
        focus = passage.act[1] if passage.act else span
        stance = stance_at(passage.text, passage.span, focus)
        shown = says or written
        if says:
            stance = _SAID_PLAINLY
        yield Found(_trimmed(passage.text, quote), NameValue(shown, key), shown, stance, basis, 1.0)
        if not passage.asked.several:
            return


def _is_asked_about(passage: Passage, written: str) -> bool:
    about = set(fold_text(passage.asked.about).split())
    said = set(fold_text(written).split())
    return said <= about or said <= _PRONOUNS


_PRONOUNS = frozenset({"i", "we", "he", "she", "they", "it", "you"})
_BY = re.compile(r"\bby\s+")
Named = tuple[Span, Span, str, str]
"""The words to quote, the name in them, how to write it ("" as it stands), and how it was found."""


def _bearers(passage: Passage) -> Iterator[Named]:
    """Who did it: the bearer named beside the office, the one it was done by, or the subject."""
    act = passage.act
    if act is None:
        return
    text, focus = passage.text, act[1]
    quote = _quoted(passage, focus)
    beside = subject_in(text, Span(focus.end, passage.span.end))
    if beside is not None and not text[focus.end : beside.start].strip():
        yield quote, beside, "", "named with the office"
    if text[focus.start].isupper():
        return
    if by := _BY.search(text, focus.end, passage.span.end):
        agent = subject_in(text, Span(by.end(), passage.span.end))
        if agent is not None and agent.start - by.end() < 5:
            yield quote, agent, "", "the one it was done by"
    subject = subject_before(text, passage.span.start, focus.start)
    if subject is not None:
        yield quote, subject, "", "the subject of the act"


_MOST_BETWEEN = 4
"""Characters between a word and the marker of the note that says who is meant."""


def _named_by_notes(passage: Passage) -> Iterator[Named]:
    """`the Minister [1]`: a note on a word that was asked for, which begins with a name."""
    document = passage.entry.document
    bodies = {note.id: note for note in document.notes}
    for marker in document.markers:
        note = bodies.get(marker.note or "")
        if note is None or not passage.span.covers(marker.span):
            continue
        before = document.text[: marker.span.start].rstrip()
        word = next((a for a in passage.kindred if a.end == len(before)), None)
        if word is None or marker.span.start - len(before) > _MOST_BETWEEN:
            continue
        name = subject_in(document.text, note.span)
        if name is not None and len(document.text[note.span.start : name.start].split()) < 2:
            office = word.of(document.text)
            bearer = " ".join(name.of(document.text).split()).rstrip(".")
            written = f"{bearer} ({office})"
            yield _with_label(passage, note), name, written, f"note {note.label} says who is meant"


def _with_label(passage: Passage, note: Note) -> Span:
    """A note's first passage, its label included."""
    spans = passage.entry.passages.spans
    return next((span for span in spans if span.overlaps(note.span)), note.span)


def _texts(passage: Passage) -> Iterator[Found]:
    anchors = passage.anchors
    if not anchors:
        return
    act = passage.act
    focus = act[1] if act else anchors[0]
    stance = stance_at(passage.text, passage.span, focus)
    span = _quoted(passage, focus)
    written = " ".join(span.of(passage.text).split())
    yield Found(span, TextValue(written, fold_text(written)), written, stance, "", 1.0)
