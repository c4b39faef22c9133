"""Who says it, where it stands and what it rests on, in the phrases that every output shares.

Everything returned is safe for a terminal and stands on one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model.alignments import Difference
from provenance.model.claims import Holds, Statement
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource
from provenance.model.names import fold_name, may_be_one_bearer
from provenance.model.notes import Work
from provenance.model.sources import Source
from provenance.model.verdicts import (
    Cell,
    PlacedStatement,
    Relation,
    Row,
    Standing,
    StatementState,
    Verdict,
)
from provenance.rendering.citations_in_words import cited_in
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.marks import LOOKS, VERDICT_MARKS, Mark, sign_of, verdict_mark
from provenance.rendering.untrusted import on_one_line

HELD = {
    Holds.ASSERTED: "asserted",
    Holds.PROBABLE: "held probable",
    Holds.POSSIBLE: "held possible",
    Holds.PLANNED: "planned",
    Holds.DENIED: "denied",
}
"""How firmly a speaker holds it, after the speaker's name."""
NEAR_SIGN, NEAR_WORD = "*", "quoted words differ"


@dataclass(frozen=True, slots=True)
class CitedNote:
    """A note that a statement rests on, and its body where this file holds it."""

    label: str
    body: str
    """"" where the body was not found: what it says is unknown."""
    place: str
    """`path:line` of the body; "" where it was not found."""
    cites: tuple[str, ...] = ()
    """Each work it cites, in words; () where it cites none, or the works were not asked for."""


def near_sign(placed: PlacedStatement) -> str:
    """What stands before the value of a quotation that is not word for word in its source."""
    return NEAR_SIGN if placed.standing is Standing.NEAR else ""


def cited_notes(
    placed: PlacedStatement, document: Document | None, works: Sequence[Work] = ()
) -> tuple[CitedNote, ...]:
    """The notes of a statement, in the order it names them; `works` are those of its source."""
    return tuple(_cited(label, document, works) for label in placed.statement.notes)


def note_in_words(note: CitedNote) -> str:
    """`The county rate book, f. 9 (seeds/x.txt:5)`, or that its body is not there."""
    if not note.body:
        return "body not in this file: unknown"
    return f"{on_one_line(note.body)} ({on_one_line(note.place)})"


def note_labels(statement: Statement) -> str:
    """`[29] [30]`, as a cell shows them."""
    return " ".join(f"[{on_one_line(label)}]" for label in statement.notes)


def is_own_voice(statement: Statement, source: Source) -> bool:
    """Whether the source itself says it, and not somebody it reports."""
    speaker = fold_name(statement.speaker)
    if speaker in ("", "author", "authors"):
        return True
    authors = [fold_name(author) for author in source.authors]
    return any(
        speaker == author
        or (speaker.split()[-1:] == author.split()[-1:] and may_be_one_bearer(speaker, author))
        for author in authors
    )


def voice_in_words(placed: PlacedStatement, source: Source) -> str:
    """`Soong, planned; reported in "Cable", transcript layer`: who says it, how firmly, where."""
    statement = placed.statement
    held = HELD[statement.holds]
    layer = layer_in_words(placed)
    tail = f", {layer}" if layer else ""
    if is_own_voice(statement, source):
        return f"{_own_voice(placed, source)}, {held}{tail}"
    reported = f"reported in “{on_one_line(source.title)}”"
    return f"{on_one_line(statement.speaker)}, {held}; {reported}{tail}"


def _own_voice(placed: PlacedStatement, source: Source) -> str:
    author = placed.layer.author if placed.layer else ""
    names = on_one_line(author) or on_one_line(", ".join(source.authors))
    return f"the source itself ({names})" if names else "the source itself"


def layer_in_words(placed: PlacedStatement) -> str:
    """`transcript layer`; "" where it lies in none."""
    name = placed.layer.name if placed.layer else placed.statement.layer
    return f"{on_one_line(name)} layer" if name else ""


def place_in_words(placed: PlacedStatement, entry: ReadSource) -> str:
    """`seeds/a.txt:41, page 3, characters 120–168`; where it is lost, the file alone."""
    path = on_one_line(entry.source.path)
    if placed.span is None or entry.document is None:
        return path
    document, span = entry.document, placed.span
    page = document.page_of(span.start)
    parts = [
        f"{path}:{document.line_of(span.start)}:{document.column_of(span.start)}",
        *([f"page {on_one_line(page)}"] if page else []),
        f"characters {span.start}–{span.end}",
    ]
    return ", ".join(parts)


def differences_in_words(placed: PlacedStatement, document: Document | None) -> tuple[str, ...]:
    """Where a statement's quotation departs from its source; () where the source was not read."""
    if document is None:
        return ()
    quote = placed.statement.quote
    return tuple(difference_in_words(each, quote, document) for each in placed.differences)


def difference_in_words(difference: Difference, quote: str, document: Document) -> str:
    """`number: quoted “308”, the source has “803”`; or what only one of the two has."""
    quoted = on_one_line(difference.left.of(quote))
    stands = on_one_line(difference.right.of(document.text))
    if not stands:
        return f"not in the source: “{quoted}”"
    if not quoted:
        return f"left out of the quotation: “{stands}”"
    return f"{difference.kind.value}: quoted “{quoted}”, the source has “{stands}”"


def source_in_words(source: Source) -> str:
    """`A diary (1841)`: title and date, as they stand beside an id."""
    title = on_one_line(source.title) or "(no title)"
    return f"{title} ({date_in_words(source.issued)})" if source.issued else f"{title} (undated)"


def cell_sign(cell: Cell, mark: Mark, *, letters: bool = False) -> str:
    """The mark's sign, in parentheses while it is only proposed: always three columns."""
    sign = sign_of(mark, letters=letters)
    return f"({sign})" if cell.is_proposed else f" {sign} "


def cell_word(cell: Cell, mark: Mark) -> str:
    """The mark's word, with `proposed` while it is only that."""
    word = LOOKS[mark].word
    return f"{word}, proposed" if cell.is_proposed else word


def verdict_word(row: Row) -> str:
    """`disputed`, and whether it rests on what nobody has confirmed."""
    word = verdict_mark(row)[1]
    return f"{word}, on proposals" if row.on_proposals and row.resolution is None else word


def why_of_verdict(row: Row) -> str:
    """Why the verdict was computed; what it was, first, where persons resolved the claim."""
    computed = f"Computed: {VERDICT_MARKS[row.verdict][1]}. " if row.resolution else ""
    return on_one_line(f"{computed}{row.why}")


def verdict_with_origins(row: Row) -> str:
    """`agreed, 3 sources, 1 origin`; a verdict that counts no agreement stays as it is."""
    word, origins = verdict_word(row), row.origins
    if row.verdict not in (Verdict.AGREED, Verdict.COMPATIBLE) or origins.sources < 2:
        return word
    told = counted(origins.at_most, "origin")
    unknown = f", {origins.unknown} unknown" if origins.unknown else ""
    if origins.at_most == origins.sources:
        return f"{word}, at most {told}{unknown}"
    most = "" if origins.at_most == 1 else "at most "
    return f"{word}, {counted(origins.sources, 'source')}, {most}{told}{unknown}"


def origins_in_words(row: Row) -> str:
    """`3 sources, at most 2 origins, 1 note unread`."""
    origins = row.origins
    families = f" in {counted(origins.families, 'family', 'families')}"
    return (
        f"{counted(origins.sources, 'source')}"
        f"{families if origins.families != origins.sources else ''}, "
        f"at most {counted(origins.at_most, 'origin')}" + notes_unread(origins.unknown)
    )


def notes_unread(number: int) -> str:
    """`, 1 note unread`; "" where there is none."""
    return f", {counted(number, 'note')} unread" if number else ""


def silence_in_words(cell: Cell) -> str:
    """Why a cell does not speak, and what was searched where a search is all there is."""
    why = on_one_line(cell.why)
    searched = ", ".join(f"“{on_one_line(words)}”" for words in cell.searched)
    return f"{why} Searched for {searched}." if searched else why


def is_proposed(placed: PlacedStatement) -> bool:
    return placed.state is StatementState.PROPOSED


def counted(number: int, one: str, many: str = "") -> str:
    """`1 source`, `2 sources`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


@dataclass(frozen=True, slots=True)
class Against:
    """How one statement stands to another of its row."""

    source: str
    index: int
    relation: Relation
    why: str


def against(row: Row, source: str, index: int) -> tuple[Against, ...]:
    """How one statement stands to each of the others, firmest first."""
    told = []
    for pair in row.pairs_of(source):
        if (pair.a, pair.a_index) == (source, index):
            told.append(Against(pair.b, pair.b_index, pair.relation, pair.why))
        elif (pair.b, pair.b_index) == (source, index):
            told.append(Against(pair.a, pair.a_index, pair.relation, pair.why))
    return tuple(told)


def _cited(label: str, document: Document | None, works: Sequence[Work]) -> CitedNote:
    note = document.note_labelled(label) if document else None
    if document is None or note is None:
        return CitedNote(label, "", "")
    place = f"{document.path}:{document.line_of(note.span.start)}"
    cites = cited_in(note, works) if works else ()
    return CitedNote(label, note.span.of(document.text), place, cites)
