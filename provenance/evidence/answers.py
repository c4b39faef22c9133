"""What a passage answers to a question: the value of its type, and the words it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.alignment.tokens import words
from provenance.evidence import cues
from provenance.evidence.asked_passage import Found, Passage
from provenance.evidence.bearers import named
from provenance.evidence.counted import counts, is_nearest, is_of_another_event
from provenance.evidence.date_counting import BY_WEEKDAY
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.excerpts import hangs_on, quoted, share_of
from provenance.evidence.imprints import is_of_the_paper
from provenance.evidence.kin import are_opposed
from provenance.evidence.measured import may_measure
from provenance.evidence.numbers import read_number, singular
from provenance.evidence.quantities import number_in_digits, quantities
from provenance.evidence.query import Concept
from provenance.evidence.question import Aspect
from provenance.evidence.stems import FUNCTION_WORDS, stem
from provenance.model.claims import ClaimType
from provenance.model.names import fold_text
from provenance.model.spans import Span
from provenance.model.values import Answer, AnswerValue, DateShape, DateValue, TextValue

OF_ANOTHER_ACT = 0.6
"""What a number counts less where another stands nearer to what is asked."""
WITHOUT_UNIT = 0.94
"""The same where what it counts is named elsewhere, and may be another thing."""

OF_A_WEEKDAY = 0.68
"""The same of *on Saturday* with no day of the month: which Saturday is inferred."""
THROUGH_A_GARBLE = 0.94
"""The same where letters were taken for digits: nobody has said that they are."""


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
            return list(named(passage))
        case ClaimType.TEXT:
            return list(_texts(passage))


def _dates(passage: Passage) -> Iterator[Found]:
    dates = [d for d in passage.entry.dates(passage.events) if passage.span.covers(d.span)]
    for date in dates:
        if is_of_the_paper(passage.text, date.span, passage.asked.about):
            continue
        focus = passage.nearest_act(date.span)
        fit = hangs_on(passage, date.span, focus, [d.span for d in dates])
        if fit <= 0:
            continue
        if passage.entry.garble_in(date.span):
            fit *= THROUGH_A_GARBLE
        if BY_WEEKDAY in date.basis:
            fit *= OF_A_WEEKDAY
        stance = passage.stance(focus)
        value = _end_asked_for(date.value, passage.asked.aspect)
        span = share_of(passage, date, focus, dates)
        basis = "" if date.basis == "as written" else date.basis
        if value != date.value:
            basis = "; ".join(
                filter(None, (basis, f"the {passage.asked.aspect.value} is asked for"))
            )
        yield Found(span, value, value.edtf, stance, basis, fit)


def _end_asked_for(value: DateValue, aspect: Aspect) -> DateValue:
    if value.shape is not DateShape.STRETCH or aspect is Aspect.WHOLE:
        return value
    first, _, last = value.edtf.partition("/")
    wanted = first if aspect is Aspect.BEGINNING else last
    return read_date(wanted) if wanted.strip(".") else value


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
    found = quantities(span.of(passage.entry.read), apart)
    spans = [Span(span.start + q.span.start, span.start + q.span.end) for q in found]
    counted = frozenset(
        singular(word) for word in passage.asked.counted.split() if word not in FUNCTION_WORDS
    )
    acts = passage.stems_of_acts
    before_end = text[: span.end]
    fitting = [
        (quantity, at)
        for quantity, at in zip(found, spans, strict=True)
        if counts(before_end, at, quantity.value.unit, counted, acts)
        and may_measure(text, at, quantity.value, passage.asked.measures)
    ]
    for quantity, at in fitting:
        focus = passage.nearest_act(at)
        fit = hangs_on(passage, at, focus, spans)
        others = [other for _, other in fitting if other != at]
        if counted and (
            not is_nearest(text, span, at, passage.acts, others)
            or is_of_another_event(text, span, at, passage.asked.about)
        ):
            fit *= OF_ANOTHER_ACT
        if counted and not quantity.value.unit:
            fit *= WITHOUT_UNIT
        garble = passage.entry.garble_in(at)
        if garble:
            fit *= THROUGH_A_GARBLE
        stance = passage.stance(focus)
        written = number_in_digits(quantity.value)
        yield Found(quoted(passage, at), quantity.value, written, stance, garble, fit)
    if not counted:
        yield from _labels(passage)


_LABEL = re.compile(r"\b(?:[Nn]o|[Nn]r|[Nn]umber|[Dd]oc|[Dd]ocument)\.?\s*(?P<number>\d{1,6})\b")


def _labels(passage: Passage) -> Iterator[Found]:
    """`Message No. 308`, right behind what the question asks the number of."""
    text, span = passage.text, passage.span
    for match in _LABEL.finditer(text, span.start, span.end):
        at = Span(*match.span("number"))
        before = [place for place in passage.anchors if place.end <= match.start()]
        if not before or text[before[-1].end : match.start()].strip():
            continue
        value = read_number(match["number"])
        stance = passage.stance(before[-1])
        yield Found(quoted(passage, at), value, match["number"], stance, "its number", 1.0)


_WHETHER_IT_WAS = re.compile(r"\W*(?:was|were|is|are)\b", re.IGNORECASE)
_WHERE_OR_WHEN = re.compile(
    r"\s+(?:in|on|at|by|before|after|during|for|from|to|under|until|with)\s.*", re.IGNORECASE
)


def _said_of_it(passage: Passage) -> tuple[Concept, Span] | None:
    """What a question for what something *was* asks of it, `insured`, where the passage has it."""
    about = _WHERE_OR_WHEN.sub("", passage.asked.about)
    asked = [stem(word) for word in words(about).words if word not in FUNCTION_WORDS]
    for concept in passage.matches:
        if asked and not concept.is_name and concept.forms == frozenset({(asked[-1],)}):
            return concept, passage.places(concept)[0]
    return None


def _yes_or_no(passage: Passage) -> Iterator[Found]:
    text, act = passage.text, passage.act
    anchors = passage.anchors
    if not anchors:
        return
    if _WHETHER_IT_WAS.match(passage.asked.about) and act and not passage.asked.parts:
        act = _said_of_it(passage)
        if act is None:
            return
    focus = act[1] if act else anchors[-1]
    stance = passage.stance(focus)
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
    yield Found(quoted(passage, focus), value, answer.value, stance, basis, 1.0)


def _lacks_a_name(passage: Passage) -> bool:
    names = [c for c in passage.matches if c.is_name]
    return len(names) < len(re.findall(r"(?<!^)\b[A-Z]\w+", passage.asked.about))


def _texts(passage: Passage) -> Iterator[Found]:
    anchors = passage.anchors
    if not anchors:
        return
    act = passage.act
    focus = act[1] if act else anchors[0]
    stance = passage.stance(focus)
    span = quoted(passage, focus)
    written = " ".join(span.of(passage.text).split())
    yield Found(span, TextValue(written, fold_text(written)), written, stance, "", 1.0)
