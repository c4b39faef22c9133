"""Who did it, or who holds the office: the names a passage answers with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.evidence.asked_passage import SAID_PLAINLY, Found, Passage
from provenance.evidence.excerpts import quoted, trimmed
from provenance.evidence.speakers import is_passive, subject_before, subject_in
from provenance.model.names import fold_text
from provenance.model.notes import Note
from provenance.model.spans import Span
from provenance.model.values import NameValue

LEAST_OF_NAMES = 0.6
"""Share of the names asked for without which a subject is anybody's."""


def named(passage: Passage) -> Iterator[Found]:
    """The names a passage answers with; the first alone where one is asked for."""
    bearers = _bearers(passage) if passage.names >= LEAST_OF_NAMES else ()
    for quote, span, says, basis in (*_named_by_notes(passage), *bearers):
        written = " ".join(span.of(passage.text).split()).rstrip(".")
        if _is_asked_about(passage, written):
            continue
        key = passage.aliases.key(written)
        focus = passage.act[1] if passage.act else span
        stance = passage.stance(focus)
        shown = says or written
        if says:
            stance = SAID_PLAINLY
        yield Found(trimmed(passage.text, quote), NameValue(shown, key), shown, stance, basis, 1.0)
        if not passage.asked.several:
            return


def _is_asked_about(passage: Passage, written: str) -> bool:
    """Whether a name is one the question itself has, a pronoun, or a mere piece of a phrase."""
    said = fold_text(written).split()
    capitals = set(re.findall(r"\b[A-Z][\w-]+", passage.asked.about[1:]))
    asked = {word for name in capitals for word in fold_text(name).split()}
    if set(said) & asked or set(said) <= _PRONOUNS:
        return True
    return len("".join(said)) < 2 or (
        said[0] == "the" and len(said) == 2 and written[4:5].isupper()
    )


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
    quote = quoted(passage, focus)
    beside = subject_in(text, Span(focus.end, passage.span.end))
    if text[focus.start].isupper():
        if beside is not None and not text[focus.end : beside.start].strip():
            yield quote, beside, "", "named with the office"
        return
    if by := _BY.search(text, focus.end, passage.span.end):
        agent = subject_in(text, Span(by.end(), passage.span.end))
        if agent is not None and agent.start - by.end() < 5:
            yield quote, agent, "", "the one it was done by"
    subject = subject_before(text, passage.span.start, focus.start)
    if subject is not None and not is_passive(text, subject.end, focus.start):
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
