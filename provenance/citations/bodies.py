"""Bodies of notes in plain text: listed at an end, at the foot of pages, or run into the prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from provenance.citations.labels import Candidate
from provenance.citations.lexicon import NOTES_HEADING
from provenance.citations.sequence import StepCosts, best_series
from provenance.citations.shape import reads_as_citation, sentences
from provenance.model.spans import Span

_LINE = re.compile(
    r"^[ \t]*(?:\[(?P<bracket>\d{1,4})\]|\((?P<round>\d{1,3})\)|(?P<plain>\d{1,3})(?P<stop>[.)]?)"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))(?:[ \t]+(?=\S)|(?=[^\W\d_a-z“‘„\"]))",
    re.MULTILINE,
)
_ALONE = re.compile(r"\s*(?P<plain>\d{1,3})[.)]?[ \t]*\n\s*(?=\S)")
_HEADING = re.compile(rf"^[ \t#*=]*(?:{NOTES_HEADING})[ \t#*=:.]*$", re.IGNORECASE | re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:_+|[-–—=]{3,}|(?:\*[ \t]*){3,})[ \t]*$", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LIST_STEPS = StepCosts(
    begin=0.5,
    begin_later=0.01,
    begin_at_most=1.0,
    lost=0.35,
    longest_loss=4,
    again=3.0,
    restart=0.9,
    jump=3.0,
)
_LITTLE = 200
_LONGEST_RUN_IN = 4000
_FEWEST = 3
"""How many bodies make a list that needs no heading."""


@dataclass(frozen=True, slots=True)
class Body:
    """A note's words, and the label that stands before them."""

    value: int
    label: Span
    span: Span


@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies that follow one another, one label a line."""

    bodies: tuple[Body, ...]
    headed: bool
    """Whether a heading such as "Notes" stands right before the first."""
    ruled: bool = False
    """Whether a ruled line does."""
    bracketed: bool = False
    """Whether every label stands in square brackets, as nothing but notes does."""
    closes_text: bool = False
    """Whether it runs from 1 to the text's end, with bare labels, behind pages without any."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches its notes take, labels included: prose may stand between them."""
        return tuple(Span(body.label.start, body.span.end) for body in self.bodies)

    @property
    def is_steady(self) -> bool:
        """Whether nearly every label is one more than the last."""
        steps = [b.value - a.value for a, b in zip(self.bodies, self.bodies[1:], strict=False)]
        return sum(step == 1 for step in steps) >= 0.8 * len(steps)


def body_lists(text: str) -> tuple[BodyList, ...]:
    """What is laid out as lists of notes; whether they are is for the markers to say."""
    lines = list(_LINE.finditer(text))
    labels = [_value(line) for line in lines]
    chosen = [lines[i] for i in best_series(labels, [1.0] * len(lines), _LIST_STEPS)]
    headings = [match.end() for match in _HEADING.finditer(text)]
    rules = [match.end() for match in _RULE.finditer(text)]
    lists = [*_lists(text, chosen, headings), *_labels_on_their_own_lines(text, headings)]
    return tuple(
        replace(
            part,
            ruled=_is_right_below(text, part.bodies[0].label.start, rules),
            bracketed=all(text[body.label.start] == "[" for body in part.bodies),
            closes_text=_closes_text(text, part),
        )
        for part in sorted(lists, key=lambda part: part.bodies[0].label)
    )


def _value(line: re.Match[str]) -> int:
    digits = line["bracket"] or line["round"] or line["plain"] or line["raised"] or "0"
    return int(digits.translate(_RAISED))


def _lists(
    text: str, lines: Sequence[re.Match[str]], headings: Sequence[int]
) -> Iterator[BodyList]:
    group: list[re.Match[str]] = []
    headed = False
    for line in lines:
        under_heading = _is_right_below(text, line.start(), headings)
        if group and (under_heading or _value(line) <= _value(group[-1])):
            yield BodyList(tuple(_bodies(text, group, headed)), headed)
            group = []
        if not group:
            headed = under_heading
        group.append(line)
    if group:
        yield BodyList(tuple(_bodies(text, group, headed)), headed)


def _labels_on_their_own_lines(text: str, headings: Sequence[int]) -> Iterator[BodyList]:
    """Lists under a heading where every label stands alone in its line, above its note."""
    for heading in headings:
        labels: list[re.Match[str]] = []
        place, label = heading, _ALONE.match(text, heading)
        while label is not None:
            labels.append(label)
            place = label.end()
            wanted = int(label["plain"]) + 1
            following = re.compile(rf"\n\s*(?={wanted}[.)]?[ \t]*\n)").search(text, place)
            label = _ALONE.match(text, following.start()) if following else None
        if len(labels) > 1:
            yield BodyList(tuple(_bodies_below(text, labels)), headed=True)


def _bodies_below(text: str, labels: Sequence[re.Match[str]]) -> Iterator[Body]:
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        limit = following.start() if following is not None else len(text)
        end = label.end() + len(text[label.end() : limit].rstrip())
        yield Body(
            int(label["plain"]), Span(label.start("plain"), label.end()), Span(label.end(), end)
        )


def _is_right_below(text: str, start: int, headings: Sequence[int]) -> bool:
    place = bisect_left(headings, start) - 1
    return place >= 0 and not text[headings[place] : start].strip()


def _closes_text(text: str, part: BodyList) -> bool:
    labels = [body.label.of(text).strip() for body in part.bodies]
    return (
        labels[0] == "1"
        and all(label.isdecimal() for label in labels)
        and len(text) - part.bodies[-1].span.end < _LITTLE
        and part.bodies[0].label.start > len(text) // 3
    )


def _bodies(text: str, lines: Sequence[re.Match[str]], headed: bool) -> Iterator[Body]:
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        limit = following.start() if following is not None else len(text)
        blank = _BLANK.search(text, line.end(), limit)
        # Under a heading a note may have paragraphs; elsewhere what follows a blank line is prose.
        if blank is not None and (following is None or not headed):
            limit = blank.start()
        end = line.end() + len(text[line.end() : limit].rstrip())
        label = Span(line.start() + len(line.group()) - len(line.group().lstrip()), line.end())
        yield Body(_value(line), label, Span(line.end(), end))


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for and against a list's being notes, counted over its bodies."""

    number: int
    pointed_at: int
    """Bodies whose label a marker bears that stands before them."""
    citing: int
    markers_inside: int
    """Markers that a search of the whole text finds within the bodies."""

    def __add__(self, other: _Signs) -> _Signs:
        return _Signs(
            self.number + other.number,
            self.pointed_at + other.pointed_at,
            self.citing + other.citing,
            self.markers_inside + other.markers_inside,
        )

    @property
    def speak_for_notes(self) -> bool:
        if self.markers_inside * 3 > self.number:
            return False
        return self.pointed_at * 2 > self.number or self.citing * 5 > self.number * 3


def notes_among(
    proposed: Sequence[BodyList],
    text: str,
    marked: dict[int, list[int]],
    everywhere: Sequence[int],
) -> list[BodyList]:
    """The lists whose bodies are notes, and not numbered paragraphs or points.

    `marked` has, for each label, the places of markers found outside every list; `everywhere` the
    places of those a search of the whole text finds. Short lists, as at the foot of pages, are
    believed together where each alone could be chance.
    """
    signs = [_signs(part, text, marked, everywhere) for part in proposed]
    steady = [(part, sign) for part, sign in zip(proposed, signs, strict=True) if part.is_steady]
    together = sum((sign for _, sign in steady), start=_Signs(0, 0, 0, 0))
    are_believed = together.number >= _FEWEST and together.speak_for_notes

    def is_accepted(part: BodyList, sign: _Signs) -> bool:
        if part.headed:
            return True
        if not part.is_steady:
            return False
        if part.bracketed and sign.pointed_at == sign.number and not sign.markers_inside:
            return True
        if part.ruled or sign.number >= _FEWEST:
            is_last = part.closes_text and sign.markers_inside * 3 <= sign.number
            return is_last or sign.speak_for_notes
        return are_believed and sign.pointed_at == sign.number and not sign.markers_inside

    return [part for part, sign in zip(proposed, signs, strict=True) if is_accepted(part, sign)]


def _signs(
    part: BodyList, text: str, marked: dict[int, list[int]], everywhere: Sequence[int]
) -> _Signs:
    return _Signs(
        len(part.bodies),
        sum(
            any(place < body.label.start for place in marked.get(body.value, ()))
            for body in part.bodies
        ),
        sum(reads_as_citation(body.span.of(text)) for body in part.bodies),
        sum(
            bisect_left(everywhere, span.end) - bisect_left(everywhere, span.start)
            for span in part.spans
        ),
    )


def run_in_body(text: str, candidate: Candidate) -> Body | None:
    """The body that begins behind a number amid the prose, while its sentences are citations."""
    after = candidate.span.end
    if text[after : after + 1] != " " or (candidate.as_note < 2.5 and not candidate.opens_line):
        return None
    furthest = min(len(text), after + _LONGEST_RUN_IN)
    paragraph = text.find("\n\n", after, furthest)
    limit = Span(after, paragraph if paragraph >= 0 else furthest)
    end = after
    for sentence in sentences(text, limit):
        if not reads_as_citation(sentence.of(text).strip()):
            break
        end = sentence.end
    if end == after:
        return None
    start = after + len(text[after:end]) - len(text[after:end].lstrip())
    return Body(candidate.value, candidate.span, Span(start, end))
