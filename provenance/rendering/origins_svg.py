"""The graph of a claim as SVG: statements on the left, what they rest on to the right.

Nodes stand in columns by their distance from a statement, and in each column in the order in which
they are first reached, so that the same claim draws the same bytes. No script, no font is fetched,
and the title and description inside say what is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from provenance.model.dossier import Dossier
from provenance.model.origins import Edge, Node, NodeKind, Trail
from provenance.model.verdicts import Row
from provenance.rendering.statements_in_words import origins_in_words
from provenance.rendering.untrusted import on_one_line

_WIDTH, _HEIGHT, _GAP, _BETWEEN = 190, 40, 18, 90
_MARGIN = 10
_LONGEST = 27
"""Characters of a label that fit a box."""
MOST_NODES = 80
"""Nodes of a graph somebody can still read; larger ones are told as text alone."""


def graph(dossier: Dossier, row: Row, trail: Trail, number: int) -> str:
    """The SVG element, "" where nothing rests on anything or it would be too large to read.

    `number` makes the ids inside unique in one page.
    """
    columns = _columns(trail)
    nodes = [node for column in columns for node in column]
    if not trail.edges or len(nodes) > MOST_NODES:
        return ""
    places = {
        node: (_MARGIN + at * (_WIDTH + _BETWEEN), _MARGIN + level * (_HEIGHT + _GAP))
        for at, column in enumerate(columns)
        for level, node in enumerate(column)
    }
    wide = 2 * _MARGIN + len(columns) * (_WIDTH + _BETWEEN) - _BETWEEN
    high = 2 * _MARGIN + max(map(len, columns)) * (_HEIGHT + _GAP) - _GAP
    title = escape(f"What “{on_one_line(row.claim.question)}” rests on")
    lines = [
        f'<svg class="origins" xmlns="http://www.w3.org/2000/svg" role="img"'
        f' viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
        f' aria-labelledby="origins-title-{number} origins-text-{number}">',
        f'<title id="origins-title-{number}">{title}</title>',
        f'<desc id="origins-text-{number}">{escape(origins_in_words(row))}</desc>',
        *_edges(trail.edges, places),
        *(_box(dossier, trail, node, place) for node, place in places.items()),
        "</svg>",
    ]
    return "\n".join(lines)


def _columns(trail: Trail) -> list[list[Node]]:
    """Nodes by their shortest distance from a source that speaks and that nobody rests on."""
    onward: dict[Node, dict[Node, None]] = {}
    for edge in trail.edges:
        onward.setdefault(edge.start, {})[edge.end] = None
    speaking = [
        Node(NodeKind.SOURCE, source)
        for position in trail.positions
        for source, _ in position.statements
    ]
    first = dict.fromkeys([*speaking, *onward])
    rested_on = {edge.end for edge in trail.edges}
    tops = [node for node in first if node not in rested_on]
    levels: dict[Node, int] = {}
    # In a circle everything is rested on; then the first of it that speaks stands on the left.
    for seeds in (tops, *([node] for node in first)):
        column = [node for node in seeds if node not in levels]
        level = 0
        while column:
            levels.update(dict.fromkeys(column, level))
            following = dict.fromkeys(other for node in column for other in onward.get(node, ()))
            column = [node for node in following if node not in levels]
            level += 1
    columns: list[list[Node]] = [[] for _ in range(max(levels.values(), default=-1) + 1)]
    for node, level in levels.items():
        columns[level].append(node)
    return columns


def _edges(edges: Sequence[Edge], places: Mapping[Node, tuple[int, int]]) -> list[str]:
    lines = []
    for start, end in dict.fromkeys((edge.start, edge.end) for edge in edges):
        if start not in places or end not in places:
            continue
        (x, y), (to_x, to_y) = places[start], places[end]
        middle, to_middle = y + _HEIGHT // 2, to_y + _HEIGHT // 2
        if to_x > x:
            x, bend = x + _WIDTH, _BETWEEN // 2
            path = f"M{x} {middle} C{x + bend} {middle} {to_x - bend} {to_middle}"
            path += f" {to_x - 7} {to_middle}"
            lines.append(f'<path class="way" d="{path}"/>')
            tip = f"{to_x - 7},{to_middle - 4} {to_x},{to_middle} {to_x - 7},{to_middle + 4}"
        else:
            # Back, or within a column: round the right-hand side, so that it is seen as one.
            x, to_x = x + _WIDTH, to_x + _WIDTH
            out = max(x, to_x) + _BETWEEN // 2
            path = f"M{x} {middle - 8} C{out} {middle - 8} {out} {to_middle + 8}"
            path += f" {to_x + 7} {to_middle + 8}"
            lines.append(f'<path class="way back" d="{path}"/>')
            tip = f"{to_x + 7},{to_middle + 4} {to_x},{to_middle + 8} {to_x + 7},{to_middle + 12}"
        lines.append(f'<polygon class="tip" points="{tip}"/>')
    return lines


def _box(dossier: Dossier, trail: Trail, node: Node, place: tuple[int, int]) -> str:
    x, y = place
    kind = "own" if node.kind is NodeKind.SOURCE and node.id in trail.own else node.kind.value
    name, below = _labels(dossier, node, is_own=kind == "own")
    text = f'<text x="{x + 10}" y="{y + 17}">{escape(_cut(name))}</text>'
    text += f'<text class="kind" x="{x + 10}" y="{y + 32}">{escape(_cut(below))}</text>'
    frame = f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="4"/>'
    return f'<g class="node {kind}">{frame}{text}</g>'


def _labels(dossier: Dossier, node: Node, *, is_own: bool) -> tuple[str, str]:
    if node.kind is NodeKind.SOURCE:
        return node.id, "an origin, as far as told" if is_own else "source, held"
    if node.kind is NodeKind.WORK:
        work = dossier.work(node.id)
        return (work.label if work else node.id), "work, not opened"
    source, _, label = node.id.rpartition("#")
    return f"note {label} of {source}", "unknown: body missing"


def _cut(text: str) -> str:
    shown = on_one_line(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1].rstrip()}…"
