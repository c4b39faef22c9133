"""What a claim rests on as a tree: for each position its statements, below each what it rests on.

The command's text, the report and the screen are drawings of what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provenance.model.dossier import Dossier
from provenance.model.origins import (
    Basis,
    Edge,
    FamilyProposal,
    Kinship,
    Ladder,
    Node,
    NodeKind,
    Pivot,
    Position,
    Pull,
    Rung,
    Trail,
)
from provenance.model.verdicts import Origins, PlacedStatement, Row
from provenance.rendering.statements_in_words import counted, source_in_words
from provenance.rendering.untrusted import on_one_line


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement, by its source and its place in that source's cell."""

    source: str
    index: int


About = Position | Stated | Edge | Ladder | Rung | Pivot | Pull | FamilyProposal | Kinship | None
"""What a branch stands for."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree and what hangs from it. All text is safe and stands on one line."""

    said: str
    words: str = ""
    """The words at the edge: of the citation, or of the statement."""
    short: str = ""
    """What is said, where there is little room; "" where it is the same."""
    about: About = None
    branches: tuple[Branch, ...] = ()


DEEPEST = 40
"""Hops shown below a statement; nobody reads on, and the count does not hang on it."""

_AN_ORIGIN = ", an origin as far as its notes tell"
_VERBS = {
    Basis.NOTE: "rests on",
    Basis.SPEAKER: "reports",
    Basis.DECLARED: "derives from",
    Basis.QUOTED_IN: "which has it from",
}


def tree(dossier: Dossier, row: Row, trail: Trail) -> tuple[Branch, ...]:
    """A branch a position, in the order of the board; the draft, if it speaks, last."""
    onward: dict[Node, list[Edge]] = {}
    for edge in trail.edges:
        onward.setdefault(edge.start, []).append(edge)
    told = [
        Branch(
            f"{on_one_line(position.says)}: {origins_said(position.origins)}",
            about=position,
            branches=tuple(
                _statement(dossier, row, trail, onward, stated) for stated in position.statements
            ),
        )
        for position in trail.positions
    ]
    placed = {stated for position in trail.positions for stated in position.statements}
    drafts = [
        (cell.source, at)
        for cell in row.cells
        for at, each in enumerate(cell.statements)
        if each.span is not None and (cell.source, at) not in placed
    ]
    if drafts:
        branches = tuple(_statement(dossier, row, trail, onward, stated) for stated in drafts)
        told.append(Branch("the draft, which counts as no origin", branches=branches))
    return tuple(told)


def origins_said(origins: Origins) -> str:
    """`2 sources, at most 1 origin, 1 unknown`."""
    unknown = f", {origins.unknown} unknown" if origins.unknown else ""
    return (
        f"{counted(origins.sources, 'source')}, at most {counted(origins.at_most, 'origin')}"
        f"{unknown}"
    )


def node_in_words(dossier: Dossier, node: Node) -> str:
    """A source by id and title, a work by author and title, an unknown by its note."""
    if node.kind is NodeKind.SOURCE:
        return f"{on_one_line(node.id)}, {source_in_words(dossier.source(node.id).source)}"
    if node.kind is NodeKind.WORK:
        work = dossier.work(node.id)
        part = node.id.partition("#")[2]
        label = on_one_line(work.label if work else node.id)
        return f"{label}{f', p. {on_one_line(part)}' if part else ''}, not opened"
    source, _, label = node.id.rpartition("#")
    why = _unknown(dossier, node)
    return f"note {on_one_line(label)} of {on_one_line(source)}: unknown, {why}"


def _unknown(dossier: Dossier, node: Node) -> str:
    source, _, label = node.id.rpartition("#")
    document = dossier.source(source).document
    is_read = document is not None and document.note_labelled(label) is not None
    return "what it cites could not be told" if is_read else "its body is missing"


def _statement(
    dossier: Dossier,
    row: Row,
    trail: Trail,
    onward: Mapping[Node, Sequence[Edge]],
    stated: tuple[str, int],
) -> Branch:
    source, at = stated
    cell = row.cell(source)
    node = Node(NodeKind.SOURCE, source)
    placed = cell.statements[at]
    several = f" ({at + 1})" if len(cell.statements) > 1 else ""
    edges = [
        edge
        for edge in onward.get(node, ())
        if edge.source == source and edge.statement in (at, None)
    ]
    said = f"{on_one_line(source)}{several}{_hand(placed, trail, stated)}"
    if not edges:
        said += _AN_ORIGIN
    shown: set[Node] = set()
    branches = tuple(_below(dossier, onward, edge, (node,), shown) for edge in edges)
    short = said.replace(_AN_ORIGIN, ", an origin")
    return Branch(said, on_one_line(placed.words), short, Stated(source, at), branches)


def _hand(placed: PlacedStatement, trail: Trail, stated: tuple[str, int]) -> str:
    other = next((h for h in trail.other_hands if (h.source, h.statement) == stated), None)
    if other is None:
        return f", {on_one_line(placed.layer.name)}" if placed.layer else ""
    by = f" by {on_one_line(other.author)}" if other.author else ""
    return f", {on_one_line(other.layer)}{by}, which rests on the same file"


def _below(
    dossier: Dossier,
    onward: Mapping[Node, Sequence[Edge]],
    edge: Edge,
    above: tuple[Node, ...],
    shown: set[Node],
) -> Branch:
    note = f" over note {on_one_line(edge.note)}" if edge.note else ""
    said = f"{_VERBS[edge.basis]} {node_in_words(dossier, edge.end)}"
    short = _short(dossier, edge)
    if edge.end.kind is not NodeKind.UNKNOWN:
        said += note
    words = on_one_line(edge.words) if edge.basis is not Basis.SPEAKER else ""
    if edge.end in above:
        return Branch(f"{said} – back where it began: a circle", words, f"{short} – a circle", edge)
    further = onward.get(edge.end, ())
    if further and (edge.end in shown or len(above) == DEEPEST):
        return Branch(f"{said} – and so on, as shown for it", words, f"{short} – as above", edge)
    shown.add(edge.end)
    once = {each.end: each for each in reversed(further)}
    branches = tuple(
        _below(dossier, onward, each, (*above, edge.end), shown)
        for each in further
        if once[each.end] is each
    )
    return Branch(said, words, short, edge, branches)


def _short(dossier: Dossier, edge: Edge) -> str:
    """`note 29: unknown, its body is missing`, `reports: cable`."""
    over = f"note {on_one_line(edge.note)}" if edge.note else ""
    if edge.basis is Basis.NOTE and over:
        lead = over
    elif edge.basis is Basis.QUOTED_IN:
        lead = "taken from"
    else:
        lead = _VERBS[edge.basis]
    end = edge.end
    if end.kind is NodeKind.UNKNOWN:
        return f"{lead}: unknown, {_unknown(dossier, end)}"
    name = on_one_line(end.id) if end.kind is NodeKind.SOURCE else node_in_words(dossier, end)
    return f"{lead}: {name}"
