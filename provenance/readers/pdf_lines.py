"""Runs of a page put together as lines, and lines in the order in which a person reads columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from itertools import count, pairwise
from statistics import median

from provenance.readers.pdf_initials import with_initials_joined
from provenance.readers.pdf_runs import Run

_GUTTER = 1.4
"""Blank stretch, in sizes, that may part columns. A word space is about a third of a size."""
_NARROW_GUTTER = 0.65
"""One that may do so where many lines begin behind it at the same place."""
_LONGEST_SHIFTED = 16
_WIDEST_CELL = 3.0
_FEWEST_LINES = 6
TAB = "\t"
"""Begins a piece of a line that stands as far from the one before as a table's cells do."""
_NARROWEST_COLUMN = 9.0
"""Median width of a column's lines, in sizes: what is narrower is a table."""


class Shift(Enum):
    LEVEL = "level"
    RAISED = "raised"
    LOWERED = "lowered"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, level with it or not."""

    text: str
    shift: Shift = Shift.LEVEL
    after_blank: bool = False
    """Whether a blank parts it from the piece before."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column."""

    pieces: tuple[Piece, ...]
    left: float
    right: float
    baseline: float
    size: float
    column: int = 0
    """Counts the columns of a page in reading order; a heading across all of them is one too."""
    rule: float = 0.0
    """How wide the ruled line is that stands right above; 0 where none does."""

    @property
    def text(self) -> str:
        words = ""
        for piece in self.pieces:
            words += (" " if piece.after_blank and words else "") + piece.text
        return words


@dataclass(slots=True)
class _Row:
    baseline: float
    size: float
    runs: list[tuple[Run, Shift]] = field(default_factory=list)


def page_lines(runs: Iterable[Run]) -> tuple[Line, ...]:
    """The lines of a page in reading order."""
    rows = _rows(with_initials_joined(list(runs)))
    edges = _common_edges(rows)
    fragments = [fragment for row in rows for fragment in _fragments(row, edges)]
    columns = count()
    ordered: list[Line] = []
    for block in _blocks(fragments):
        number = next(columns)
        ordered += _joined(block, number)
    return tuple(ordered)


def _rows(runs: Iterable[Run]) -> list[_Row]:
    """Runs by baseline; small ones above or below a neighbour's baseline belong to its row."""
    rows: dict[int, list[_Row]] = {}
    for run in sorted(runs, key=lambda run: (-run.size, -run.baseline, run.left)):
        near = [
            row
            for bucket in range(int(run.baseline // 8) - 2, int(run.baseline // 8) + 3)
            for row in rows.get(bucket, ())
        ]
        level = [row for row in near if abs(row.baseline - run.baseline) <= 0.12 * run.size]
        shifted = _shifted_row(run, near)
        if shifted is not None:
            shifted[0].runs.append((run, shifted[1]))
        elif level:
            nearest = min(level, key=lambda row: abs(row.baseline - run.baseline))
            nearest.runs.append((run, Shift.LEVEL))
        else:
            row = _Row(run.baseline, run.size, [(run, Shift.LEVEL)])
            rows.setdefault(int(run.baseline // 8), []).append(row)
    return [row for bucket in rows.values() for row in bucket]


def _shifted_row(run: Run, rows: Iterable[_Row]) -> tuple[_Row, Shift] | None:
    for row in rows:
        rise = (run.baseline - row.baseline) / row.size
        if not (0.12 < rise < 0.75 or -0.45 < rise < -0.08):
            continue
        is_small = run.size < 0.88 * row.size or (0.2 < rise < 0.6 and len(run.text) <= 4)
        # Longer ones are a line of another column beside a heading, or beside a large initial.
        if is_small and len(run.text) <= _LONGEST_SHIFTED and _touches(run, row):
            return row, Shift.RAISED if rise > 0 else Shift.LOWERED
    return None


def _touches(run: Run, row: _Row) -> bool:
    reach = 0.6 * row.size
    return any(
        -reach <= run.left - other.right <= reach
        or -reach <= other.left - run.right <= 1.5 * row.size
        for other, shift in row.runs
        if len(other.text) > 1 or shift is not Shift.LEVEL or other.size > run.size
    )


def _common_edges(rows: Iterable[_Row]) -> frozenset[int]:
    """Where a run begins behind a blank in many rows: the left edge of a column, maybe."""
    edges: Counter[int] = Counter()
    for row in rows:
        runs = sorted((run for run, shift in row.runs if shift is Shift.LEVEL), key=_left)
        for before, run in pairwise(runs):
            if run.left - before.right > _NARROW_GUTTER * row.size:
                edges[round(run.left)] += 1
    common = {edge for edge, count in edges.items() if count >= _FEWEST_LINES}
    return frozenset(near for edge in common for near in (edge - 1, edge, edge + 1))


def _left(run: Run) -> float:
    return run.left


def _fragments(row: _Row, edges: frozenset[int]) -> list[Line]:
    """A row cut at every blank that is wide enough to part columns."""
    runs = sorted(row.runs, key=lambda placed: placed[0].left)
    cut: list[list[tuple[Run, Shift]]] = [[]]
    reached = runs[0][0].left
    for run, shift in runs:
        gutter = _NARROW_GUTTER if round(run.left) in edges else _GUTTER
        if cut[-1] and run.left - reached > gutter * row.size:
            cut.append([])
        cut[-1].append((run, shift))
        reached = max(reached, run.right)
    return [_line(fragment, row.baseline) for fragment in cut]


def _line(runs: list[tuple[Run, Shift]], baseline: float) -> Line:
    pieces: list[Piece] = []
    reached = runs[0][0].left
    widths: Counter[float] = Counter()
    for run, shift in runs:
        blank = run.left - reached > 0.14 * run.size
        if pieces and pieces[-1].shift is shift:
            pieces[-1] = Piece(
                pieces[-1].text + " " * blank + run.text, shift, pieces[-1].after_blank
            )
        else:
            pieces.append(Piece(run.text, shift, blank))
        reached = max(reached, run.right)
        widths[run.size] += len(run.text)
    size = max(sorted(widths, reverse=True), key=lambda size: widths[size])
    return Line(tuple(pieces), runs[0][0].left, reached, baseline, size)


def _blocks(fragments: list[Line]) -> list[list[Line]]:
    """Fragments in reading order, cut into columns and what stands across them."""
    fragments = sorted(fragments, key=lambda line: (-line.baseline, line.left))
    gutter = _gutter(fragments)
    if gutter is None:
        return [fragments] if fragments else []
    blocks: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []

    def flush() -> None:
        for side in (left, right):
            if side:
                blocks.extend(_blocks(side))
            side.clear()

    for fragment in fragments:
        if fragment.left < gutter - 1 and fragment.right > gutter + 1:
            flush()
            across.append(fragment)
            continue
        if across:
            blocks.append(list(across))
            across.clear()
        (left if fragment.right <= gutter + 1 else right).append(fragment)
    if across:
        blocks.append(across)
    flush()
    return blocks


def _gutter(fragments: list[Line]) -> float | None:
    """Where one column ends and the next begins; None where there is but one."""
    if len(fragments) < 2 * _FEWEST_LINES:
        return None
    left, right = min(f.left for f in fragments), max(f.right for f in fragments)
    edges = Counter(round(f.left) for f in fragments if f.left > left + 0.2 * (right - left))
    best: tuple[int, float] | None = None
    for edge, lines in edges.most_common(8):
        place = edge - 2.0
        score = _parts(fragments, place)
        if lines >= 3 and score and (best is None or score > best[0]):
            best = (score, place)
    return _with_hung_labels(fragments, best[1]) if best else None


def _with_hung_labels(fragments: list[Line], place: float) -> float:
    """The same place, or one farther left, so that labels that hang out stay with their column."""
    reached = max(f.right for f in fragments if f.right <= place + 1)
    hung = (f.left - 2.0 for f in fragments if reached - 1 <= f.left < place - 1 < f.right)
    return min(place, *hung, place)


def _parts(fragments: list[Line], place: float) -> int:
    """How well a place parts columns: lines on its weaker side less those across; 0 if not."""
    before = [f for f in fragments if f.right <= place + 1]
    after = [f for f in fragments if f.left >= place - 1]
    across = len(fragments) - len(before) - len(after)
    if min(len(before), len(after)) < _FEWEST_LINES or across > 0.5 * min(len(before), len(after)):
        return 0
    if any(
        median((f.right - f.left) / f.size for f in side) < _NARROWEST_COLUMN
        for side in (before, after)
    ):
        return 0
    top = min(max(f.baseline for f in side) for side in (before, after))
    bottom = max(min(f.baseline for f in side) for side in (before, after))
    shorter = min(max(f.baseline for f in s) - min(f.baseline for f in s) for s in (before, after))
    return max(0, min(len(before), len(after)) - across) if top - bottom > 0.4 * shorter else 0


def _joined(fragments: list[Line], column: int) -> list[Line]:
    """Fragments of one row in one column are one line."""
    lines: list[Line] = []
    for fragment in fragments:
        last = lines[-1] if lines else None
        if (
            last is None
            or abs(last.baseline - fragment.baseline) > 0.3
            or fragment.left < last.right - 1
        ):
            lines.append(
                Line(
                    fragment.pieces,
                    fragment.left,
                    fragment.right,
                    fragment.baseline,
                    fragment.size,
                    column,
                )
            )
            continue
        wide = fragment.left - last.right > _WIDEST_CELL * last.size
        first = fragment.pieces[0]
        joint = Piece((TAB if wide else "") + first.text, first.shift, after_blank=True)
        size = last.size if len(last.text) >= len(fragment.text) else fragment.size
        pieces = (*last.pieces, joint, *fragment.pieces[1:])
        lines[-1] = Line(pieces, last.left, fragment.right, last.baseline, size, column)
    return lines
