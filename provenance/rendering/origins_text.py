"""What a claim rests on, down to its origins: the text twin of the origins screen."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.dossier import Dossier
from provenance.model.origins import Trail
from provenance.model.verdicts import Row
from provenance.rendering.origin_trees import Branch, tree
from provenance.rendering.origins_outline import NOBODY, outline
from provenance.rendering.statements_in_words import origins_in_words, verdict_with_origins
from provenance.rendering.wrapping import Paper, laid_out


def origins(
    dossier: Dossier, row: Row, trail: Trail, *, width: int | None = None, colour: bool = False
) -> str:
    """The tree of one claim, its circles and straits, its ladders, and what would change it."""
    paper = Paper(width, colour)
    lines = laid_out(row.claim.question, paper, lead=f"{row.claim.id}: ", style="bold")
    lines += laid_out(verdict_with_origins(row), paper, lead="verdict: ", indent=2)
    lines += laid_out(origins_in_words(row), paper, lead="rests on: ", indent=2)
    if not trail.positions:
        lines += ["", *laid_out(NOBODY, paper)]
    for branch in outline(dossier, row, trail):
        lines += ["", *laid_out("", paper, lead=branch.said, style="bold")]
        lines += _branches(branch.branches, paper, 2)
    return "\n".join(lines) + "\n"


def tree_lines(dossier: Dossier, row: Row, trail: Trail) -> tuple[str, ...]:
    """The tree alone, indented by two spaces a hop: what stands for the graph where it cannot be
    seen."""
    lines: list[str] = []
    for branch in tree(dossier, row, trail):
        lines.append(branch.said)
        lines += _branches(branch.branches, Paper(None), 2)
    return tuple(lines)


def line_of(branch: Branch) -> str:
    """What a branch says, with its words."""
    return f"{branch.said}: “{branch.words}”" if branch.words else branch.said


def _branches(branches: Sequence[Branch], paper: Paper, indent: int) -> list[str]:
    lines: list[str] = []
    for branch in branches:
        margin = min(indent, (paper.width or 1_000) // 2)
        lines += laid_out(line_of(branch), paper, lead="- ", indent=margin)
        lines += _branches(branch.branches, paper, indent + 2)
    return lines
