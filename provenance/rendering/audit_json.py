"""An audit as `provenance/audit/1`."""

from __future__ import annotations

from typing import Any

from provenance.model.audit import Audit, AuditedDraft, DraftCitation
from provenance.model.baseline import KnownFinding
from provenance.model.decided import SetAside
from provenance.model.findings import Finding
from provenance.rendering.audit_places import spot_of
from provenance.rendering.check_json import finding as bare_finding
from provenance.rendering.check_json import problem

Json = dict[str, Any]


def audit(audit: Audit) -> Json:
    """The whole audit. Offsets are code points of each draft's canonical text."""
    return {
        "schema": "provenance/audit/1",
        "title": audit.title,
        "drafts": [_draft(draft) for draft in audit.drafts],
        "findings": [_finding(audit, each) for each in audit.findings],
        "set_aside": [_aside(audit, each) for each in audit.set_aside],
        "lapsed": [_aside(audit, each) for each in audit.lapsed],
        "known": [_finding(audit, each) for each in audit.known],
        "mended": [_mended(each) for each in audit.mended],
        "problems": [problem(each) for each in audit.problems],
        "fail_on": audit.fail_on.value if audit.fail_on else "never",
        "require_coverage": (
            str(audit.require_coverage) if audit.require_coverage is not None else None
        ),
        "fails": audit.fails,
    }


def _draft(draft: AuditedDraft) -> Json:
    return {
        "id": draft.source.id,
        "path": draft.document.path,
        "sha256": draft.document.sha256,
        "format": draft.document.format,
        "chars": len(draft.document.text),
        "coverage": {support.value: count for support, count in draft.coverage.items()},
        "with_errors": {support.value: count for support, count in draft.with_errors.items()},
        "checkable": draft.checkable,
        "borne_out": draft.borne_out,
        "compared": draft.compared,
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


def _finding(audit: Audit, finding: Finding) -> Json:
    """As every output has it, with where a person looks it up in a file that has no lines."""
    spot = spot_of(audit, finding)
    return {
        **bare_finding(finding),
        "page": spot.page or None,
        "paragraph": spot.paragraph or None,
        "note": spot.note or None,
    }


def _aside(audit: Audit, aside: SetAside) -> Json:
    waiver = aside.waiver
    return {
        **_finding(audit, aside.finding),
        "by": waiver.by,
        "at": waiver.at,
        "why": waiver.why,
        "until": waiver.expires or None,
        "decision": waiver.path or None,
    }


def _mended(known: KnownFinding) -> Json:
    return {
        "code": known.code,
        "fingerprint": known.fingerprint,
        "path": known.file or None,
        "message": known.said,
        "count": known.count,
    }
