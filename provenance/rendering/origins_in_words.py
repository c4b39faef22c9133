"""Findings about a claim's origins as sentences: circles, straits, pivots, ladders, pulls, kin."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.dossier import Dossier
from provenance.model.origins import (
    Aspect,
    Evidence,
    FamilyProposal,
    Kinship,
    Ladder,
    Pivot,
    Pull,
    Rung,
    Trail,
    WordingChange,
)
from provenance.model.verdicts import Row
from provenance.rendering.marks import VERDICT_MARKS
from provenance.rendering.origin_trees import node_in_words, origins_said
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line

_ASPECTS = {
    Aspect.HEDGE: "hedge",
    Aspect.PRECISION: "precision",
    Aspect.SPEAKER: "speaker",
    Aspect.CONDITION: "condition",
    Aspect.ANSWER: "answer",
}


def loops_in_words(dossier: Dossier, trail: Trail) -> tuple[tuple[str, ...], ...]:
    """For each circle, a line a hop: who rests on whom, and the words that say so."""
    return tuple(
        tuple(
            f"{on_one_line(edge.start.id)} → {node_in_words(dossier, edge.end)}"
            + (f", note {on_one_line(edge.note)}" if edge.note else "")
            + (f": “{on_one_line(edge.words)}”" if edge.words else "")
            for edge in loop
        )
        for loop in trail.loops
    )


def strait_in_words(dossier: Dossier, row: Row, trail: Trail) -> str:
    """That everything passes one node; "" where it does not."""
    if trail.strait is None:
        return ""
    sources = counted(row.origins.sources, "source")
    name = trail.strait.id
    if name.startswith("family "):
        return f"All {sources} are one family: {on_one_line(name.removeprefix('family '))}."
    return f"All {sources} have it by way of {node_in_words(dossier, trail.strait)}."


def pivot_in_words(pivot: Pivot, row: Row) -> str:
    """`Without gazette: agreed → one source; at most 2 origins → at most 1 origin`."""
    told = []
    if pivot.flips_verdict:
        told.append(f"{VERDICT_MARKS[row.verdict][1]} → {VERDICT_MARKS[pivot.verdict][1]}")
    if pivot.origins.at_most != row.origins.at_most:
        told.append(f"{origins_said(row.origins)} → {origins_said(pivot.origins)}")
    return f"Without {on_one_line(pivot.source)}: {'; '.join(told)}."


def changes_in_words(rung: Rung) -> tuple[str, ...]:
    """What a hop lost, gained or changed."""
    return tuple(_change(change) for change in rung.changes)


def ladder_lines(ladder: Ladder) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """For every hop its name, its words, what it changed, and whether it changed the meaning
    first."""
    for hop, rung in enumerate(ladder.rungs):
        name = f"{'origin' if hop == 0 else f'hop {hop}'}, {on_one_line(rung.source)}"
        first = hop == ladder.first_change
        yield name, on_one_line(rung.words), changes_in_words(rung), first


def pull_in_words(pull: Pull) -> str:
    """What a work would tell: `behind 3 claims (a, b, c); perhaps behind 2 more (d, e)`."""
    told = []
    if pull.behind:
        told.append(f"behind {counted(len(pull.behind), 'claim')} ({_some(pull.behind)})")
    if pull.perhaps:
        more = " more" if pull.behind else ""
        number = counted(len(pull.perhaps), "claim")
        told.append(f"perhaps behind {number}{more} ({_some(pull.perhaps)})")
    cited = ", ".join(
        f"{on_one_line(source)}{f' note {on_one_line(label)}' if label else ''}"
        for source, label in pull.cited[:3]
    )
    more_cited = len(pull.cited) - 3
    return (
        f"{'; '.join(told)}; cited in {cited}{f' and {more_cited} more' if more_cited > 0 else ''}"
    )


def family_in_words(family: FamilyProposal) -> Iterator[str]:
    """Each kinship of a proposed family, with its gravest evidence first."""
    return map(kinship_in_words, family.kinships)


def kinship_in_words(kinship: Kinship) -> str:
    """What speaks for the kinship of two sources, the gravest first."""
    shared = sum(e.same for e in kinship.evidence if e.kind is Evidence.PASSAGES)
    errors = [on_one_line(e.why) for e in kinship.evidence if e.kind is Evidence.ERROR]
    pair = f"{on_one_line(kinship.left)} and {on_one_line(kinship.right)}"
    return f"{pair}: {'; '.join([f'{shared} words the same', *errors, on_one_line(kinship.why)])}"


def remarks(dossier: Dossier, row: Row, trail: Trail) -> tuple[str, ...]:
    """Strait, circles, ladders that change the meaning, and what would change the claim."""
    strait = strait_in_words(dossier, row, trail)
    told = [strait] if strait else []
    for hops in loops_in_words(dossier, trail):
        told.append(f"A circle of {len(hops)}: {'; '.join(hops)}.")
    for ladder in trail.ladders:
        for name, words, changes, first in ladder_lines(ladder):
            if first:
                told.append(f"At {name}, “{words}”: {'; '.join(changes)}.")
    if row.origins.sources > 1:
        told += [pivot_in_words(pivot, row) for pivot in trail.pivots]
    return tuple(dict.fromkeys(told))


def _change(change: WordingChange) -> str:
    name = _ASPECTS[change.aspect]
    before, after = on_one_line(change.before), on_one_line(change.after)
    if not after:
        return f"{name} lost: “{before}”"
    if not before:
        return f"{name} gained: “{after}”"
    return f"{name} changed: “{before}” → “{after}”"


def _some(claims: tuple[str, ...]) -> str:
    shown = ", ".join(on_one_line(claim) for claim in claims[:5])
    return f"{shown}, …" if len(claims) > 5 else shown
