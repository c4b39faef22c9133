"""The report for programs: the sections of the printed one over the shapes of `check --json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from provenance.model.dossier import Dossier
from provenance.model.verdicts import Cell, Row
from provenance.rendering import check_json
from provenance.rendering.counts_in_words import at_most_origins, unknown_origins
from provenance.rendering.json_text import dumps as dumps
from provenance.rendering.marks import LOOKS, VERDICT_MARKS, mark_of
from provenance.rendering.report_order import chosen, gaps, is_draft, scope_in_words, sections

Json = dict[str, Any]


def report(dossier: Dossier, only: Sequence[str] = ()) -> Json:
    """`provenance/report/1`: every claim once, under the section that it belongs to.

    `only` names the claims of a partial report.
    """
    scope, dossier = scope_in_words(dossier, only), chosen(dossier, only)
    whole = check_json.check(dossier)
    return {
        "schema": "provenance/report/1",
        "title": dossier.title,
        "scope": scope or None,
        "counts": {
            "claims": len(dossier.rows),
            "verdicts": {
                verdict.value: sum(row.verdict is verdict for row in dossier.rows)
                for verdict in VERDICT_MARKS
            },
            "resolved": sum(row.resolution is not None for row in dossier.rows),
            "sources": len(dossier.counted_sources),
            "at_most_origins": at_most_origins(dossier),
            "unknown_origins": unknown_origins(dossier),
        },
        "sources": whole["sources"],
        "sections": [
            {
                "id": section.id,
                "heading": section.heading,
                "claims": [_claim(dossier, row) for row in section.rows],
            }
            for section in sections(dossier)
        ],
        "gaps": [
            {"claim": gap.claim or None, "source": gap.source, "state": gap.state, "why": gap.why}
            for gap in gaps(dossier)
        ],
        "findings": whole["findings"],
        "set_aside": whole["set_aside"],
        "drifted": whole["drifted"],
        "problems": whole["problems"],
        "legend": [
            {"mark": mark.value, "sign": look.sign, "letter": look.letter, "word": look.word}
            for mark, look in LOOKS.items()
        ],
    }


def _claim(dossier: Dossier, row: Row) -> Json:
    told = check_json.claim(dossier, row)
    told["cells"] = [
        {**cell_json, **_shown(dossier, cell)}
        for cell_json, cell in zip(told["cells"], row.cells, strict=True)
    ]
    return told


def _shown(dossier: Dossier, cell: Cell) -> Json:
    """The mark as the other reports draw it, where `mark` is only the relation."""
    return {"shown": mark_of(cell).value, "draft": is_draft(dossier, cell)}
