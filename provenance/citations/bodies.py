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
    r"^[ \t]*(?:\[(?P<bracket>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<plain>\d{1,3})(?P<stop>[.)]?)"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))(?:[ \t]+(?=\S)|(?=[^\W\d_a-z“‘„\"]))",
    re.MULTILINE,
)
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
_FEWEST_WITHOUT_HEADING = 3


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
    closes_text: bool = False
    """Whether it runs from 1 to the text's end, with bare labels, behind pages without any."""

    @property
    def span(self) -> Span:
        return Span(self.bodies[0].label.start, self.bodies[-1].span.end)

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
    return tuple(
        replace(
            part,
            ruled=_is_right_below(text, part.bodies[0].label.start, rules),
            closes_text=_closes_text(text, part),
        )
        for part in _lists(text, chosen, headings)
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


def _is_right_below(text: str, start: int, headings: Sequence[int]) -> bool:
    place = bisect_left(headings, start) - 1
    return place >= 0 and not text[headings[place] : start].strip()


def _closes_text(text: str, part: BodyList) -> bool:
    labels = [body.label.of(text).strip() for body in part.bodies]
    return (
        labels[0] == "1"
        and all(label.isdecimal() for label in labels)
        and len(text) - part.span.end < _LITTLE
        and part.span.start > len(text) // 3
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


def are_notes(
    listed: BodyList, text: str, marked: dict[int, list[int]], markers_inside: int
) -> bool:
    """Whether a list's bodies are notes, and not numbered paragraphs or points.

    `marked` has, for each label, the places of markers found outside every list; `markers_inside`
    is how many markers a search of the whole text would find inside this one.
    """
    if listed.headed:
        return True
    number = len(listed.bodies)
    fewest = 1 if listed.ruled else _FEWEST_WITHOUT_HEADING
    if number < fewest or not listed.is_steady or markers_inside * 3 > number:
        return False
    pointed_at = sum(
        any(place < body.label.start for place in marked.get(body.value, ()))
        for body in listed.bodies
    )
    citing = sum(reads_as_citation(body.span.of(text)) for body in listed.bodies)
    return listed.closes_text or pointed_at * 2 > number or citing * 5 > number * 3


def run_in_body(text: str, candidate: Candidate) -> Body | None:
    """The body that begins behind a number amid the prose, as long as its sentences are citation"
    "s."""
    after = candidate.span.end
    if text[after : after + 1] != " " or (candidate.as_note < 2.5 and not candidate.opens_line):
        return None
    paragraph = text.find("\n\n", after)
    limit = Span(after, paragraph if paragraph >= 0 else len(text))
    end = after
    for sentence in sentences(text, limit):
        if not reads_as_citation(sentence.of(text).strip()):
            break
        end = sentence.end
    if end == after:
        return None
    start = after + len(text[after:end]) - len(text[after:end].lstrip())
    return Body(candidate.value, candidate.span, Span(start, end))
