"""The decisions as plain text, the linear twin of their screen; and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from provenance.model.decided import Decided
from provenance.model.decisions import Decision
from provenance.model.dossier import Dossier
from provenance.model.reviews import Drifted, Review, Reviewed
from provenance.rendering.decisions_in_words import (
    Entry,
    State,
    breach_in_words,
    counts_of_decisions,
    fact_lines,
)
from provenance.rendering.json_text import dumps as dumps
from provenance.rendering.review_in_words import drift_in_words
from provenance.rendering.wrapping import Paper, laid_out

Json = dict[str, Any]
_STYLES = {State.BROKEN: "bold red", State.STALE: "bold"}


def text(
    dossier: Dossier, chosen: Iterable[Entry], *, width: int | None = None, colour: bool = False
) -> str:
    """Every decision with its facts, one a line; then what changed in the draft, and counts."""
    paper, decided = Paper(width, colour), dossier.decided
    lines: list[str] = []
    for entry in chosen:
        first, *rest = fact_lines(entry, decided)
        lines += laid_out(first, paper, style=_STYLES.get(entry.state, ""))
        for line in rest:
            lines += laid_out(line, paper, indent=2)
        lines.append("")
    lines += drift_lines(decided, paper)
    lines += laid_out(counts_of_decisions(decided), paper)
    return "\n".join(lines) + "\n"


def drift_lines(decided: Decided, paper: Paper) -> list[str]:
    """Claims whose words changed in the draft since they were signed; [] where none did."""
    said = [f"{each.claim}: {drift_in_words(each)}" for each in decided.drifted]
    said += [
        f"{path} changed, and the copy of what was signed is gone from .provenance/: "
        "what moved or was reworded cannot be told"
        for path in decided.copies_gone
    ]
    if not said:
        return []
    lines = laid_out("The draft changed since it was signed", paper, style="bold")
    for each in said:
        lines += laid_out(each, paper, indent=2)
    return [*lines, ""]


def decisions(dossier: Dossier, chosen: Iterable[Entry]) -> Json:
    """`provenance/decisions/1`."""
    decided = dossier.decided
    return {
        "schema": "provenance/decisions/1",
        "decisions": [
            {
                **_decision(entry.decision),
                "state": entry.state.value,
                "state_why": entry.why or None,
            }
            for entry in chosen
        ],
        "hidden": decided.hidden,
        "broken": [
            {
                "path": each.path,
                "breach": each.breach.value,
                "seen_by": each.seen_by,
                "now": each.now or None,
                "said": breach_in_words(each),
            }
            for each in decided.broken
        ],
        "drifted": [drift(each) for each in decided.drifted],
        "copies_gone": list(decided.copies_gone),
    }


def review(each: Review) -> Json:
    """A claim's `review`: the reviewers' verdict beside the computed one."""
    return {
        "status": each.status.value,
        "stale": list(each.why_stale),
        "wanted": each.wanted,
        "persons": each.persons,
        "done": each.is_done,
        "verdict": each.verdict or None,
        "answer": each.answer or None,
        "contested": each.is_contested,
        "signatures": [_reviewed(one) for one in each.signatures],
        "resolutions": [_reviewed(one) for one in each.resolutions],
        "comments": [_decision(one) for one in each.comments],
        "hidden": each.hidden,
    }


def drift(each: Drifted) -> Json:
    """What became of a claim's words in the draft."""
    return {
        "claim": each.claim,
        "draft": each.draft,
        "kind": each.kind.value,
        "was": each.was,
        "now": each.now or None,
        "path": each.place.path,
        "line": each.place.line or None,
    }


def _reviewed(each: Reviewed) -> Json:
    return {**_decision(each.decision), "stale": list(each.stale)}


def _decision(each: Decision) -> Json:
    return {
        "subject": each.subject,
        "decision": each.action.value,
        "by": each.by,
        "at": each.at,
        "source": each.source or None,
        "members": list(each.members),
        "words": each.words or None,
        "says": each.says or None,
        "verdict": each.verdict or None,
        "reason": each.why or None,
        "weighed": list(each.weighed),
        "code": each.code or None,
        "expires": each.expires or None,
        "blind": each.blind,
        "withdraws": each.withdraws or None,
        "path": each.path,
        "sha256": each.sha256 or None,
        "seen": dict(each.seen),
    }
