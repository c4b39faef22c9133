"""Everything behind one statement but its value and words, as named facts in one order."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import in_marks
from provenance.model.dossier import ReadSource
from provenance.model.verdicts import PlacedStatement
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.statements_in_words import (
    cited_notes,
    differences_in_words,
    note_in_words,
    place_in_words,
    voice_in_words,
)
from provenance.rendering.untrusted import on_one_line


@dataclass(frozen=True, slots=True)
class Fact:
    """Both parts are safe for a terminal and stand on one line."""

    name: str
    said: str


def facts(placed: PlacedStatement, entry: ReadSource) -> tuple[Fact, ...]:
    """Quotation where it departs from the words, place, how it was found, voice, scope, notes."""
    statement = placed.statement
    departs = placed.span is not None and on_one_line(statement.quote) != on_one_line(placed.words)
    told = [Fact("quoted as", in_marks(on_one_line(statement.quote)))] if departs else []
    told += [Fact("differs", said) for said in differences_in_words(placed, entry.document)]
    told.append(Fact("place", place_in_words(placed, entry)))
    told.append(Fact("found", f"{placed.standing.value}: {on_one_line(placed.why)}"))
    told.append(Fact("speaker", voice_in_words(placed, entry.source)))
    if statement.about:
        told.append(Fact("about", on_one_line(statement.about)))
    if statement.as_of:
        told.append(Fact("as of", date_in_words(statement.as_of)))
    for note in cited_notes(placed, entry.document, entry.works):
        label = on_one_line(note.label)
        told.append(Fact(f"note {label}", note_in_words(note)))
        told += [Fact(f"note {label} cites", cited) for cited in note.cites]
    if statement.place.path:
        told.append(Fact("recorded", on_one_line(str(statement.place))))
    return tuple(told)
