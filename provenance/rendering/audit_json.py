"""An audit as `provenance/audit/1`."""

from __future__ import annotations

from typing import Any

from provenance.model.audit import Audit, AuditedDraft, DraftCitation
from provenance.rendering.check_json import finding, problem

Json = dict[str, Any]


def audit(audit: Audit) -> Json:
    """The whole audit. Offsets are code points of each draft's canonical text."""
    return {
        "schema": "provenance/audit/1",
        "title": audit.title,
        "drafts": [_draft(draft) for draft in audit.drafts],
        "findings": [finding(each) for each in audit.findings],
        "problems": [problem(each) for each in audit.problems],
    }


def _draft(draft: AuditedDraft) -> Json:
    return {
        "id": draft.source.id,
        "path": draft.document.path,
        "sha256": draft.document.sha256,
        "format": draft.document.format,
        "chars": len(draft.document.text),
        "coverage": {support.value: count for support, count in draft.coverage.items()},
        "sentences": [
            {
                "start": sentence.span.start,
                "end": sentence.span.end,
                "support": sentence.support.value,
                "why": sentence.why,
                "notes": list(sentence.notes),
            }
            for sentence in draft.sentences
        ],
        "citations": [_citation(each) for each in draft.citations],
    }


def _citation(each: DraftCitation) -> Json:
    return {
        "id": each.citation.id,
        "note": each.note.label,
        "start": each.citation.span.start,
        "end": each.citation.span.end,
        "work": each.citation.work,
        "held": each.held or None,
        "sentence": [each.sentence.start, each.sentence.end] if each.sentence else None,
    }
