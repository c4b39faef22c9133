"""What a claim rests on, down to its origins: the text twin of the origins screen."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.dossier import Dossier
from provenance.model.origins import Trail
from provenance.model.verdicts import Row
from provenance.rendering.origin_trees import Branch, tree
from provenance.rendering.origins_in_words import (
    family_in_words,
    ladder_lines,
    loops_in_words,
    pivot_in_words,
    pull_in_words,
    strait_in_words,
)
from provenance.rendering.statements_in_words import origins_in_words, verdict_with_origins
from provenance.rendering.wrapping import Paper, laid_out

_MOST_PULLS = 10


def origins(
    dossier: Dossier, row: Row, trail: Trail, *, width: int | None = None, colour: bool = False
) -> str:
    """The tree of one claim, its circles and straits, its ladders, and what would change it."""
    paper = Paper(width, colour)
    lines = laid_out(row.claim.question, paper, lead=f"{row.claim.id}: ", style="bold")
    lines += laid_out(verdict_with_origins(row), paper, lead="verdict: ", indent=2)
    lines += laid_out(origins_in_words(row), paper, lead="rests on: ", indent=2)
    if not trail.positions:
        lines += ["", *laid_out("No source speaks, so nothing rests on anything.", paper)]
    for branch in tree(dossier, row, trail):
        lines += ["", *laid_out("", paper, lead=branch.said, style="bold")]
        lines += _branches(branch.branches, paper, 2)
    strait = strait_in_words(dossier, row, trail)
    lines += _section("One way only", [strait] if strait else [], paper)
    for hops in loops_in_words(dossier, trail):
        lines += _section(f"A circle of {len(hops)}", hops, paper)
    lines += _ladders(trail, paper)
    pivots = [pivot_in_words(pivot, row) for pivot in trail.pivots]
    lines += _section("What would change it", pivots, paper)
    lines += _pulls(dossier, row, paper)
    lines += _kin(dossier, row, paper)
    return "\n".join(lines) + "\n"


def tree_lines(dossier: Dossier, row: Row, trail: Trail) -> tuple[str, ...]:
    """The tree alone, indented by two spaces a hop: what stands for the graph where it cannot be
    seen."""
    lines: list[str] = []
    for branch in tree(dossier, row, trail):
        lines.append(branch.said)
        lines += _branches(branch.branches, Paper(None), 2)
    return tuple(lines)


def _branches(branches: Sequence[Branch], paper: Paper, indent: int) -> list[str]:
    lines: list[str] = []
    for branch in branches:
        words = f": “{branch.words}”" if branch.words else ""
        margin = min(indent, (paper.width or 1_000) // 2)
        lines += laid_out(f"{branch.said}{words}", paper, lead="- ", indent=margin)
        lines += _branches(branch.branches, paper, indent + 2)
    return lines


def _section(heading: str, said: Sequence[str], paper: Paper) -> list[str]:
    if not said:
        return []
    lines = ["", *laid_out("", paper, lead=heading, style="bold")]
    for each in said:
        lines += laid_out(each, paper, indent=2)
    return lines


def _ladders(trail: Trail, paper: Paper) -> list[str]:
    lines: list[str] = []
    for ladder in trail.ladders:
        lines += ["", *laid_out("", paper, lead="The words, hop by hop", style="bold")]
        for name, words, changes, first in ladder_lines(ladder):
            lines += laid_out(f"“{words}”", paper, lead=f"{name}: ", indent=2)
            for change in changes:
                mark = "first change of meaning: " if first else "changed: "
                lines += laid_out(change, paper, lead=mark, indent=4)
    return lines


def _pulls(dossier: Dossier, row: Row, paper: Paper) -> list[str]:
    own = [pull for pull in dossier.pull_next if row.claim.id in (*pull.behind, *pull.perhaps)]
    said = [f"{pull.work.label}: {pull_in_words(pull)}" for pull in own[:_MOST_PULLS]]
    more = len(own) - len(said)
    return _section("Pull next", [*said, *([f"and {more} more"] if more > 0 else [])], paper)


def _kin(dossier: Dossier, row: Row, paper: Paper) -> list[str]:
    speaking = {cell.source for cell in row.cells if cell.statements}
    said = [
        line
        for family in dossier.proposed_families
        if len(speaking.intersection(family.members)) > 1
        for line in family_in_words(family)
    ]
    return _section("Perhaps one family, not confirmed and not counted", said, paper)
