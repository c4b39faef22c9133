"""Values for tests: sensible defaults, so that a test states only what matters to it."""

from __future__ import annotations

import calendar
import hashlib
from decimal import Decimal

from provenance.errors import Place
from provenance.model.alignments import Difference, Found
from provenance.model.claims import Claim, ClaimType, Holds, Statement, Tolerance
from provenance.model.documents import Document, Gap, Layer
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.findings import Finding, Severity
from provenance.model.notes import (
    Citation,
    CitationKind,
    Marker,
    MarkerEvidence,
    MarkerKind,
    Note,
    Resolution,
    Work,
    WorkKind,
)
from provenance.model.sources import Kind, Role, Source
from provenance.model.spans import Span
from provenance.model.values import (
    Answer,
    AnswerValue,
    DateShape,
    DateValue,
    Day,
    NameValue,
    NumberValue,
    TextValue,
    Value,
)
from provenance.model.verdicts import (
    Cell,
    CellState,
    Origins,
    Pair,
    PlacedStatement,
    Relation,
    Row,
    Standing,
    StatementState,
    Verdict,
)

HARD_TEXTS: dict[str, str] = {
    "curly-quotes": "“No,” he said, ‘not now’ – and left.",
    "long-s-and-ligatures": "The ſource was ﬁne, the oﬃce cloſed.",
    "combining-accents": "Cafe\u0301 de la Paix, E\u0301tude",
    "hyphenated-line-ends": "the nego-\ntiations were inter-\nrupted",
    "right-to-left": "הוא הסכים לתנאי יאלטה. \u202eevil\u202c end",
    "chinese": "蒋介石于1945年6月15日得知雅尔塔协定的条款。宋子文反对。",
    "control-sequences": "plain \x1b[31mred\x1b[0m \x07bell \x9b2J c1",
    "markup": "<script>alert(1)</script> [bold]x[/bold] | # not a heading\n***",
    "empty": "",
    "blank": " \n\t \n",
}


def day(text: str) -> Day:
    year, month, number = text.split("-")
    return Day(int(year), int(month), int(number))


def date_value(edtf: str, *, approximate: bool = False) -> DateValue:
    """A date from `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them with a slash."""
    first, _, last = edtf.partition("/")
    shape = DateShape.STRETCH if last else DateShape.POINT
    return DateValue(edtf, _ends(first)[0], _ends(last or first)[1], shape, approximate)


def _ends(text: str) -> tuple[Day, Day]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return Day(*parts), Day(*parts)
    if len(parts) == 2:
        year, month = parts
        return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])
    return Day(parts[0], 1, 1), Day(parts[0], 12, 31)


def value_of(type_: ClaimType, says: str) -> Value:
    """A plain value of the type, without the cleverness of the real parser."""
    match type_:
        case ClaimType.DATE:
            return date_value(says)
        case ClaimType.NUMBER:
            number, _, unit = says.partition(" ")
            return NumberValue(says, Decimal(number), Decimal(number), unit)
        case ClaimType.YES_NO:
            return AnswerValue(Answer(says))
        case ClaimType.NAME:
            return NameValue(says, says.casefold())
        case ClaimType.TEXT:
            return TextValue(says, says.casefold())


def document(
    text: str = "The bridge at Harrow was closed on the fourteenth of March 1841.\n",
    path: str = "seeds/clerk.txt",
    *,
    layers: tuple[Layer, ...] = (),
    markers: tuple[Marker, ...] = (),
    notes: tuple[Note, ...] = (),
    gaps: tuple[Gap, ...] = (),
) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(path, digest, "txt", text, layers, markers, notes, gaps=gaps)


def source(
    id_: str = "clerk",
    *,
    title: str = "The clerk's minute book",
    issued: str | None = "1841-03-20",
    role: Role = Role.SOURCE,
    authors: tuple[str, ...] = ("J. Hartley",),
    kind: Kind = Kind.PRIMARY,
    derived_from: tuple[str, ...] = (),
) -> Source:
    return Source(
        id=id_,
        path=f"seeds/{id_}.txt",
        title=title,
        authors=authors,
        issued=date_value(issued) if issued else None,
        type="report",
        role=role,
        kind=kind,
        language="en",
        derived_from=derived_from,
        fields=(("archive", "County Record Office, Q/S 4"),),
        place=Place(f"seeds/{id_}.txt.source.yaml", 1, 1),
    )


def statement(
    source_id: str = "clerk",
    says: str = "1841-03-14",
    *,
    type_: ClaimType = ClaimType.DATE,
    quote: str = "closed on the fourteenth of March 1841",
    holds: Holds = Holds.ASSERTED,
    speaker: str = "",
    notes: tuple[str, ...] = (),
    about: str = "",
    as_of: str | None = None,
    value: Value | None = None,
) -> Statement:
    return Statement(
        source=source_id,
        quote=quote,
        says=says,
        value=value or value_of(type_, says),
        holds=holds,
        speaker=speaker,
        notes=notes,
        about=about,
        as_of=date_value(as_of) if as_of else None,
        place=Place("claims/closed.yaml", 4, 5),
        quote_place=Place("claims/closed.yaml", 5, 12),
    )


def claim(
    id_: str = "closed",
    question: str = "When was the bridge at Harrow closed?",
    *,
    type_: ClaimType = ClaimType.DATE,
    statements: tuple[Statement, ...] = (),
    silent: tuple[str, ...] = (),
    one_answer: bool = False,
    tolerance: Tolerance | None = None,
) -> Claim:
    return Claim(
        id=id_,
        question=question,
        type=type_,
        place=Place(f"claims/{id_}.yaml", 1, 1),
        one_answer=one_answer,
        silent=silent,
        tolerance=tolerance or Tolerance(),
        statements=statements,
    )


def placed(
    statement_: Statement | None = None,
    *,
    text: str | None = None,
    state: StatementState = StatementState.CONFIRMED,
    standing: Standing = Standing.EXACT,
    layer: Layer | None = None,
    differences: tuple[Difference, ...] = (),
) -> PlacedStatement:
    """A statement at its place in `text`; in a text of its own where none is given."""
    own = statement_ or statement()
    if standing is Standing.LOST:
        why = "its words stand nowhere in the source"
        return PlacedStatement(own, state, standing, None, "", None, why, Found.NONE)
    start = (text or own.quote).find(own.quote)
    if start < 0:
        raise ValueError(f"the text does not hold {own.quote!r}")
    span = Span(start, start + len(own.quote))
    why = "found word for word"
    return PlacedStatement(
        own, state, standing, span, own.quote, layer, why, Found.EXACT, differences
    )


def cell(
    *statements: PlacedStatement,
    source_id: str = "clerk",
    state: CellState | None = None,
    mark: Relation | None = None,
    why: str = "it speaks",
) -> Cell:
    default = CellState.SPEAKS if statements else CellState.SILENT
    return Cell(source_id, state or default, mark, why, statements)


def row(
    claim_: Claim,
    cells: tuple[Cell, ...],
    *,
    verdict: Verdict = Verdict.SINGLE,
    why: str = "Only one source speaks.",
    pairs: tuple[Pair, ...] = (),
    unknown: int = 0,
) -> Row:
    speaking = sum(c.state is CellState.SPEAKS for c in cells)
    origins = Origins(speaking, speaking, speaking, unknown)
    return Row(claim_, verdict, why, cells, pairs, origins)


def read_source(
    source_: Source | None = None,
    document_: Document | None = None,
    *,
    state: SourceState = SourceState.READ,
    why: str = "",
    works: tuple[Work, ...] = (),
) -> ReadSource:
    return ReadSource(source_ or source(), document_, state, why, works=works)


CLERK = (
    "Minutes of the Bridge Committee.\n\n"
    "Resolved: the bridge at Harrow was closed on the fourteenth of March 1841 until the timbers\n"
    "on the north side had been renewed, at a cost of forty pounds.\n"
)
GAZETTE = (
    "HARROW. We learn that the bridge at Harrow was closed on the fourteenth of May instant until\n"
    "the timbers on the south side had been renewed, as our correspondent learns, at a cost of\n"
    "forty pounds.[1] The clerk <b>signed</b> no order \x1b[31mhimself\x1b[0m.\n\n"
    "[1] The county rate book, f. 9, gives £41 3s.\n"
)
DIARY = "Rain all week. Nobody crossed the river.\n"
HISTORY = (
    "In March 1841 the old bridge closed; it is said that the clerk meant to sign the order.\n"
)


def _said(
    text: str,
    source_id: str,
    quote: str,
    says: str,
    type_: ClaimType = ClaimType.DATE,
    **more: object,
) -> PlacedStatement:
    return placed(statement(source_id, says, type_=type_, quote=quote, **more), text=text)  # type: ignore[arg-type]


def _closed_row() -> Row:
    clerk = _said(CLERK, "clerk", "closed on the fourteenth of March 1841", "1841-03-14")
    gazette = _said(
        GAZETTE, "gazette", "closed on the fourteenth of May instant", "1841-05-14", notes=("1",)
    )
    history = _said(HISTORY, "history", "In March 1841 the old bridge closed", "1841-03")
    question = claim(
        statements=(clerk.statement, gazette.statement, history.statement), silent=("diary",)
    )
    apart = "14 March 1841 against 14 May 1841: the days lie 61 days apart."
    inside = "14 March 1841 lies inside March 1841: less precise is not wrong."
    away = "March 1841 against 14 May 1841: the two do not meet."
    cells = (
        cell(clerk, source_id="clerk", mark=Relation.CONFLICT, why=apart),
        cell(gazette, source_id="gazette", mark=Relation.CONFLICT, why=apart),
        cell(source_id="diary", state=CellState.SILENT, why="A person read it through: silent."),
        cell(history, source_id="history", mark=Relation.CONFLICT, why=away),
    )
    pairs = (
        Pair("clerk", 0, "gazette", 0, Relation.CONFLICT, apart),
        Pair("clerk", 0, "history", 0, Relation.COMPATIBLE, inside),
        Pair("gazette", 0, "history", 0, Relation.CONFLICT, away),
    )
    why = "The clerk and the gazette give days that exclude each other."
    return row(question, cells, verdict=Verdict.DISPUTED, why=why, pairs=pairs)


def _signed_row() -> Row:
    kind = ClaimType.YES_NO
    gazette = _said(GAZETTE, "gazette", "The clerk <b>signed</b> no order", "no", kind)
    history = placed(
        statement(
            "history",
            "yes",
            type_=kind,
            quote="the clerk meant to sign the order",
            holds=Holds.PLANNED,
            speaker="hearsay",
        ),
        text=HISTORY,
        state=StatementState.PROPOSED,
    )
    why = "no against yes: the history reports another's words, and a plan."
    cells = (
        cell(source_id="clerk", state=CellState.UNREAD, why="Nobody has looked for it here yet."),
        cell(gazette, source_id="gazette", mark=Relation.POSSIBLE_CONFLICT, why=why),
        cell(source_id="diary", state=CellState.PROPOSED_SILENT, why="Searched, nothing found."),
        cell(history, source_id="history", mark=Relation.POSSIBLE_CONFLICT, why=why),
    )
    pairs = (Pair("gazette", 0, "history", 0, Relation.POSSIBLE_CONFLICT, why),)
    question = claim(
        "signed",
        "Did the clerk sign the order?",
        type_=kind,
        statements=(gazette.statement,),
    )
    return row(question, cells, verdict=Verdict.OPEN, why=why, pairs=pairs, unknown=1)


def _cost_row() -> Row:
    kind = ClaimType.NUMBER
    clerk = _said(CLERK, "clerk", "a cost of forty pounds", "40 pound", kind)
    gazette = _said(GAZETTE, "gazette", "forty pounds", "40 pound", kind, notes=("1",))
    why = "Both say 40 pounds."
    cells = (
        cell(clerk, source_id="clerk", mark=Relation.AGREE, why=why),
        cell(gazette, source_id="gazette", mark=Relation.AGREE, why=why),
        cell(source_id="diary", why="A person read it through: silent."),
        cell(source_id="history", why="A person read it through: silent."),
    )
    pairs = (Pair("clerk", 0, "gazette", 0, Relation.AGREE, why),)
    question = claim(
        "cost",
        "What did the repairs cost?",
        type_=kind,
        statements=(clerk.statement, gazette.statement),
        silent=("diary", "history"),
    )
    return row(question, cells, verdict=Verdict.AGREED, why=why, pairs=pairs)


def example_dossier() -> Dossier:
    """Three claims over four sources: disputed, open on a proposal, and agreed."""
    note_start = GAZETTE.index("[1] The county")
    body = Span(note_start + 4, len(GAZETTE) - 1)
    cited = Citation(
        "c1",
        body,
        CitationKind.ARCHIVAL,
        pages="f. 9",
        work="w1",
        resolution=Resolution.RESOLVED,
    )
    note = Note("n1", "1", body, "m1", citations=(cited,))
    at = GAZETTE.index("[1]")
    marker = Marker("m1", Span(at, at + 3), "1", MarkerKind.NOTE, MarkerEvidence.BRACKET, note.id)
    rate_book = Work("w1", (), "County rate book", "", ("c1",), WorkKind.ARCHIVAL)
    sources = (
        read_source(source("clerk"), document(CLERK, "seeds/clerk.txt")),
        read_source(
            source("gazette", title="Harrow Gazette", issued="1841-05-20", authors=()),
            document(GAZETTE, "seeds/gazette.txt", markers=(marker,), notes=(note,)),
            works=(rate_book,),
        ),
        read_source(
            source("diary", title="A diary", issued=None),
            document(DIARY, "seeds/diary.txt"),
            state=SourceState.PARTLY_READ,
            why="page 2 has no text",
        ),
        read_source(
            source("history", title="A history of Harrow", issued="1902", kind=Kind.SECONDARY),
            document(HISTORY, "seeds/history.txt"),
        ),
    )
    finding = Finding(
        "PV501",
        Severity.ERROR,
        Place("claims/closed.yaml", 1, 1),
        "clerk and gazette conflict: 14 March 1841 against 14 May 1841.",
        "Weigh the two and record which one holds.",
        claim="closed",
    )
    rows = (_closed_row(), _cost_row(), _signed_row())
    return Dossier("Harrow bridge", sources, rows, (finding,))
