"""A dossier that is hard to draw: a draft, eleven sources, every mark, every state, hard texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from provenance.errors import Place, Problem
from provenance.model.claims import ClaimType, Holds
from provenance.model.documents import Layer, Page
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.findings import Finding, Severity
from provenance.model.sources import Role
from provenance.model.spans import Span
from provenance.model.values import Answer, AnswerValue
from provenance.model.verdicts import (
    Cell,
    CellState,
    Pair,
    PlacedStatement,
    Relation,
    Row,
    Standing,
    StatementState,
    Verdict,
)
from tests.factories import (
    HARD_TEXTS,
    cell,
    claim,
    document,
    placed,
    read_source,
    row,
    source,
    statement,
)

IDS = (
    *("draft", "harriman-cable", "yalta-essay", "milestones-potsdam-conference", "chinese"),
    *("right-to-left", "control-sequences", "markup", "curly-quotes", "combining-accents"),
    *("travels-of-the-president-in-1945", "unread"),
)
PLAIN = "The Generalissimo was told on June 15 of the terms agreed at Yalta, and was not pleased."
COUNTING = IDS[1:]


def _source(id_: str) -> ReadSource:
    role = Role.DRAFT if id_ == "draft" else Role.SOURCE
    described = source(id_, title=f"What {id_} says | a *long* title", role=role, issued=None)
    if id_ == "unread":
        why = "no text\x1b[2J could be read"
        return read_source(described, state=SourceState.UNREAD, why=why)
    text = HARD_TEXTS.get(id_, PLAIN)
    whole = Span(0, len(text))
    read = document(text, f"seeds/{id_}.txt", layers=(Layer("transcript", whole, "archive"),))
    return read_source(described, replace(read, pages=(Page("iv", whole),)))


def _said(id_: str, says: str, type_: ClaimType = ClaimType.DATE) -> PlacedStatement:
    text = HARD_TEXTS.get(id_, PLAIN)
    quote = text.strip() or "nothing"
    number = IDS.index(id_)
    stated = statement(
        id_,
        says,
        type_=type_,
        quote=quote,
        holds=list(Holds)[number % 5],
        speaker="T. V. Soong\x07" if number % 3 == 1 else "",
        notes=("29", "2/30") if number % 2 else (),
        about="official notice" if number % 4 == 2 else "",
        as_of="1945-07-05" if number % 4 == 1 else None,
    )
    state = StatementState.PROPOSED if number % 5 == 2 else StatementState.CONFIRMED
    layer = Layer("transcript", Span(0, len(text)), "archive")
    return placed(stated, text=text, state=state, layer=layer)


def _row(
    id_: str,
    verdict: Verdict,
    marks: Sequence[Relation | None],
    speaking: Sequence[str],
    silent: Sequence[str] = (),
) -> Row:
    cells: list[Cell] = []
    spoken: list[str] = []
    for source_id in IDS:
        mark = marks[len(spoken) % len(marks)]
        if source_id in speaking:
            spoken.append(source_id)
            said = _said(source_id, f"1945-06-{10 + len(spoken)}")
            cells.append(cell(said, source_id=source_id, mark=mark, why="Days | apart."))
        elif source_id in silent:
            cells.append(cell(source_id=source_id, why="A person read it through: silent."))
        elif source_id == "unread":
            unread = CellState.UNREAD
            cells.append(cell(source_id=source_id, state=unread, why="It could not be read."))
        else:
            cells.append(_proposed_silence(source_id))
    counting = [id_ for id_ in spoken if id_ != "draft"]
    pairs = tuple(
        Pair(a, 0, b, 0, marks[0] or Relation.AGREE, f"{a} beside {b}.")
        for a, b in pairwise(counting)
    )
    why = "The essay and the cable give days that exclude each other."
    return row(
        claim(id_, f"When was he told ({id_})?"),
        tuple(cells),
        verdict=verdict,
        why=why,
        pairs=pairs,
        unknown=1,
    )


def _proposed_silence(source_id: str) -> Cell:
    state = CellState.PROPOSED_SILENT
    found = cell(source_id=source_id, state=state, why="A search found nothing.")
    return replace(found, searched=("Chiang", "told\u202e"))


def _two_statements() -> Row:
    """One source that speaks twice, once lost; and an answer with a condition."""
    kind = ClaimType.YES_NO
    lost = placed(statement("yalta-essay", "no", type_=kind), standing=Standing.LOST)
    said = _said("yalta-essay", "yes", kind)
    condition = AnswerValue(Answer.CONDITIONAL, "if the ports are\nkept")
    cable = _said("harriman-cable", "conditional", kind)
    cable = replace(cable, statement=replace(cable.statement, value=condition))
    cells = [cell(source_id=id_, why="A person read it through: silent.") for id_ in IDS]
    undetermined = Relation.UNDETERMINED
    cells[1] = cell(cable, source_id="harriman-cable", mark=undetermined, why="A condition.")
    cells[2] = cell(said, lost, source_id="yalta-essay", mark=undetermined, why="Two voices.")
    pairs = (Pair("harriman-cable", 0, "yalta-essay", 0, undetermined, "A condition."),)
    question = claim("mongolia", "Would Soong accept <the> *clause*?", type_=kind)
    return row(question, tuple(cells), verdict=Verdict.OPEN, why="A condition.", pairs=pairs)


def crowded_dossier() -> Dossier:
    """Seven claims that reach every verdict and every mark."""
    sources = tuple(_source(id_) for id_ in IDS)
    conflict, possible = Relation.CONFLICT, Relation.POSSIBLE_CONFLICT
    rows = (
        _row("disputed", Verdict.DISPUTED, [conflict, Relation.COMPATIBLE], IDS[:9]),
        _row("open", Verdict.OPEN, [possible, Relation.UNDETERMINED], IDS[:4], IDS[4:9]),
        _two_statements(),
        _row("single", Verdict.SINGLE, [None], IDS[2:3], (*IDS[:2], *IDS[3:])),
        _row("agreed", Verdict.AGREED, [Relation.AGREE], COUNTING[:3]),
        _row("compatible", Verdict.COMPATIBLE, [Relation.COMPATIBLE], COUNTING[5:8]),
        _row("silent", Verdict.SILENT, [None], (), IDS),
        _row("gap", Verdict.OPEN, [None], (), IDS[:11]),
    )
    place = Place("claims/disputed.yaml", 1, 1)
    findings = (
        Finding("PV501", Severity.ERROR, place, "they conflict\x1b[1m", "Weigh <b>them</b>."),
        Finding("PV401", Severity.WARNING, place, "a note has no body", claim="disputed"),
    )
    mistake = Place("claims/bad\u202e.yaml", 3, 2)
    problems = (Problem("yaml-not-read", "does not parse: '\x1b[31m'", mistake, "Put quotes."),)
    return Dossier("Yalta <and> *China*", sources, rows, findings, problems)
