"""What a claim rests on as `provenance/origins/1`, and the keys the other shapes gain."""

from __future__ import annotations

from typing import Any

from provenance.model.dossier import Dossier
from provenance.model.origins import Edge, FamilyProposal, Ladder, Node, Pivot, Pull, Trail
from provenance.model.spans import Span
from provenance.model.verdicts import Origins, Row

Json = dict[str, Any]


def origins(dossier: Dossier, row: Row, trail: Trail) -> Json:
    """One claim. Offsets are code points of the citing source's canonical text."""
    return {
        "schema": "provenance/origins/1",
        "claim": row.claim.id,
        "question": row.claim.question,
        "verdict": row.verdict.value,
        "origins": counts(row.origins),
        "positions": positions(trail),
        "own": list(trail.own),
        "edges": [_edge(edge) for edge in trail.edges],
        "loops": [[_edge(edge) for edge in loop] for loop in trail.loops],
        "strait": _node(trail.strait) if trail.strait else None,
        "other_hands": [
            {
                "source": hand.source,
                "index": hand.statement,
                "layer": hand.layer,
                "author": hand.author or None,
            }
            for hand in trail.other_hands
        ],
        "ladders": [_ladder(ladder) for ladder in trail.ladders],
        "pivots": [_pivot(pivot) for pivot in trail.pivots],
        "pull_next": [
            pull(each)
            for each in dossier.pull_next
            if row.claim.id in (*each.behind, *each.perhaps)
        ],
        "proposed_families": [family(each) for each in dossier.proposed_families],
    }


def counts(origins: Origins) -> Json:
    """Sources, families, origins at most, and statements that rest on an unknown."""
    return {
        "sources": origins.sources,
        "families": origins.families,
        "at_most": origins.at_most,
        "unknown": origins.unknown,
    }


def positions(trail: Trail) -> list[Json]:
    """Every position of a claim with the statements that take it."""
    return [
        {
            "says": position.says,
            "statements": [{"source": id_, "index": at} for id_, at in position.statements],
            "origins": counts(position.origins),
        }
        for position in trail.positions
    ]


def pull(pull: Pull) -> Json:
    """An unopened work and the claims that wait for it."""
    return {
        "work": pull.work.key,
        "label": pull.work.label,
        "behind": list(pull.behind),
        "perhaps": list(pull.perhaps),
        "cited": [{"source": source, "note": note or None} for source, note in pull.cited],
    }


def family(family: FamilyProposal) -> Json:
    """A proposed family with its evidence; `left` and `right` count in the two sources."""
    return {
        "members": list(family.members),
        "kinships": [
            {
                "left": kinship.left,
                "right": kinship.right,
                "direction": kinship.direction.value,
                "why": kinship.why,
                "evidence": [
                    {
                        "kind": each.kind.value,
                        "left": _span(each.left),
                        "right": _span(each.right),
                        "words": {"same": each.same, "of": each.of},
                        "why": each.why or None,
                    }
                    for each in kinship.evidence
                ],
            }
            for kinship in family.kinships
        ],
    }


def _edge(edge: Edge) -> Json:
    return {
        "from": _node(edge.start),
        "to": _node(edge.end),
        "basis": edge.basis.value,
        "source": edge.source,
        "index": edge.statement,
        "note": edge.note or None,
        "words": edge.words or None,
        **(_span(edge.span) if edge.span else {"start": None, "end": None}),
    }


def _node(node: Node) -> Json:
    return {"kind": node.kind.value, "id": node.id}


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _pivot(pivot: Pivot) -> Json:
    return {
        "without": pivot.source,
        "verdict": pivot.verdict.value,
        "origins": counts(pivot.origins),
        "flips_verdict": pivot.flips_verdict,
        "flips_single": pivot.flips_single,
    }


def _ladder(ladder: Ladder) -> Json:
    return {
        "first_change": ladder.first_change,
        "rungs": [
            {
                "source": rung.source,
                "index": rung.statement,
                "words": rung.words,
                "changes": [
                    {
                        "aspect": change.aspect.value,
                        "before": change.before or None,
                        "after": change.after or None,
                    }
                    for change in rung.changes
                ],
            }
            for rung in ladder.rungs
        ],
    }
