"""Everything that is told of what one claim rests on, as one outline.

The command prints it, the screen unfolds it; neither says anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.model.dossier import Dossier
from provenance.model.origins import FamilyProposal, Ladder, Pull, Trail
from provenance.model.verdicts import Row
from provenance.rendering.kin_in_words import confirmed_among
from provenance.rendering.origin_trees import Branch, tree
from provenance.rendering.origins_in_words import (
    family_in_words,
    ladder_lines,
    loops_in_words,
    pivot_in_words,
    pull_in_words,
    strait_in_words,
)
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line

_MOST_PULLS = 10
NOBODY = "No source speaks, so nothing rests on anything."


def outline(dossier: Dossier, row: Row, trail: Trail) -> tuple[Branch, ...]:
    """The positions with their chains, then a heading for each thing that was found about them."""
    strait = strait_in_words(dossier, row, trail)
    found = [
        *tree(dossier, row, trail),
        *_headed("One way only", [Branch(strait)] if strait else []),
        *(
            Branch(f"A circle of {len(hops)}", branches=tuple(map(Branch, hops)))
            for hops in loops_in_words(dossier, trail)
        ),
        *map(_ladder, trail.ladders),
        *_headed(
            "What would change it",
            (Branch(pivot_in_words(pivot, row), about=pivot) for pivot in trail.pivots),
        ),
        *_headed("Pull next", _pulls(dossier, row)),
        *_kin(dossier, row),
    ]
    return tuple(found)


def _headed(heading: str, told: Iterable[Branch]) -> Iterator[Branch]:
    branches = tuple(told)
    if branches:
        yield Branch(heading, branches=branches)


def _ladder(ladder: Ladder) -> Branch:
    hops = []
    for rung, (name, words, changes, first) in zip(ladder.rungs, ladder_lines(ladder), strict=True):
        lead = "first change of meaning" if first else "changed"
        told = tuple(Branch(f"{lead}: {change}", about=rung) for change in changes)
        hops.append(Branch(name, words, about=rung, branches=told))
    return Branch("The words, hop by hop", about=ladder, branches=tuple(hops))


def _pulls(dossier: Dossier, row: Row) -> Iterator[Branch]:
    own = [pull for pull in dossier.pull_next if row.claim.id in (*pull.behind, *pull.perhaps)]
    yield from map(_pull, own[:_MOST_PULLS])
    if len(own) > _MOST_PULLS:
        yield Branch(f"and {len(own) - _MOST_PULLS} more")


def _pull(pull: Pull) -> Branch:
    label = on_one_line(pull.work.label)
    waiting = len(pull.behind) or len(pull.perhaps)
    short = f"{label} – {'' if pull.behind else 'perhaps '}behind {counted(waiting, 'claim')}"
    return Branch(f"{label}: {pull_in_words(pull)}", short=short, about=pull)


def _kin(dossier: Dossier, row: Row) -> Iterator[Branch]:
    speaking = {cell.source for cell in row.cells if cell.statements}
    confirmed = (Branch(said) for said in confirmed_among(dossier, speaking))
    yield from _headed("One family, confirmed, with one voice", confirmed)
    for family in dossier.proposed_families:
        if len(speaking.intersection(family.members)) > 1:
            yield family_branch(family)


def family_branch(family: FamilyProposal) -> Branch:
    """A proposed family, each of its kinships below it with the evidence."""
    names = ", ".join(map(on_one_line, family.members))
    return Branch(
        f"Perhaps one family, not confirmed and not counted: {names}",
        short=f"(Perhaps one family: {names})",
        about=family,
        branches=tuple(
            Branch(said, about=kinship)
            for kinship, said in zip(family.kinships, family_in_words(family), strict=True)
        ),
    )
