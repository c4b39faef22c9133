"""A dossier as `provenance/check/1`: what scripts, scorers and other programs read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from provenance.errors import Place, Problem
from provenance.model.decided import SetAside
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.findings import Finding
from provenance.model.values import AnswerValue, DateValue, NameValue, NumberValue, Value
from provenance.model.verdicts import Cell, Pair, PlacedStatement, Resolution, Row
from provenance.rendering.decisions_text import drift, review
from provenance.rendering.json_text import dumps as dumps
from provenance.rendering.marks import chosen_in_words
from provenance.rendering.origins_json import family, positions, pull
from provenance.rendering.statements_in_words import cited_notes
from provenance.rendering.values_in_words import value_in_words

Json = dict[str, Any]


def check(dossier: Dossier) -> Json:
    """The whole dossier. Offsets are code points of each source's canonical text."""
    return {
        "schema": "provenance/check/1",
        "title": dossier.title,
        "sources": [_source(entry) for entry in dossier.sources],
        "claims": [claim(dossier, row) for row in dossier.rows],
        "findings": [finding(each) for each in dossier.findings],
        "problems": [problem(each) for each in dossier.problems],
        "pull_next": [pull(each) for each in dossier.pull_next],
        "proposed_families": [family(each) for each in dossier.proposed_families],
        "set_aside": [set_aside(each) for each in dossier.decided.set_aside],
        "drifted": [drift(each) for each in dossier.decided.drifted],
    }


def show(dossier: Dossier, row: Row) -> Json:
    """One claim, with the sources that its cells name, as `provenance/show/1`."""
    return {
        "schema": "provenance/show/1",
        "sources": [_source(entry) for entry in dossier.sources],
        "claim": claim(dossier, row),
        "findings": [finding(each) for each in dossier.findings if each.claim == row.claim.id],
    }


def claim(dossier: Dossier, row: Row) -> Json:
    """One of `claims`."""
    return {
        "id": row.claim.id,
        "question": row.claim.question,
        "type": row.claim.type.value,
        "type_proposed": row.claim.type_proposed or None,
        "verdict": row.verdict.value,
        "why": row.why,
        "on_proposals": row.on_proposals,
        "resolved": _resolved(row.resolution),
        "path": row.claim.place.path,
        "cells": [_cell(cell, dossier.source(cell.source)) for cell in row.cells],
        "pairs": [_pair(pair) for pair in row.pairs],
        "origins": {
            "sources": row.origins.sources,
            "families": row.origins.families,
            "at_most": row.origins.at_most,
            "unknown": row.origins.unknown,
        },
        "positions": positions(trail) if (trail := dossier.trail(row.claim.id)) else [],
        "review": review(dossier.decided.review(row.claim.id)),
    }


def _resolved(resolution: Resolution | None) -> Json | None:
    """What persons hold right beside the computed verdict; None while that stands alone."""
    if resolution is None:
        return None
    return {
        "by": list(resolution.by),
        "says": resolution.says,
        "in_words": chosen_in_words(resolution),
    }


def _source(entry: ReadSource) -> Json:
    source, document = entry.source, entry.document
    return {
        "id": source.id,
        "path": source.path,
        "sha256": document.sha256 if document else source.sha256 or None,
        "state": entry.state.value,
        "family": entry.family or None,
        "why": entry.why or None,
        "role": source.role.value,
        "title": source.title,
        "issued": source.issued.edtf if source.issued else None,
        "chars": len(document.text) if document else None,
    }


def _cell(cell: Cell, entry: ReadSource) -> Json:
    return {
        "source": cell.source,
        "state": cell.state.value,
        "mark": cell.mark.value if cell.mark else None,
        "outcome": cell.outcome.value if cell.outcome else None,
        "proposed": cell.is_proposed,
        "why": cell.why,
        "searched": list(cell.searched),
        "statements": [_statement(placed, entry) for placed in cell.statements],
    }


def _statement(placed: PlacedStatement, entry: ReadSource) -> Json:
    statement, span, document = placed.statement, placed.span, entry.document
    placed_in = document if span else None
    layer = placed.layer.name if placed.layer else statement.layer
    return {
        "state": placed.state.value,
        "outcome": placed.outcome.value if placed.outcome else None,
        "found": placed.standing.value,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "line": placed_in.line_of(span.start) if placed_in and span else None,
        "column": placed_in.column_of(span.start) if placed_in and span else None,
        "page": (placed_in.page_of(span.start) or None) if placed_in and span else None,
        "quote": statement.quote,
        "words": placed.words,
        "layer": layer or None,
        "says": statement.says,
        "value": value(statement.value),
        "holds": statement.holds.value,
        "speaker": statement.speaker or None,
        "about": statement.about or None,
        "as-of": statement.as_of.edtf if statement.as_of else None,
        "notes": list(statement.notes),
        "note_bodies": [
            {"label": note.label, "body": note.body or None, "cites": list(note.cites)}
            for note in cited_notes(placed, document, entry.works)
        ],
        "why": placed.why,
        "recorded": _place(statement.place),
    }


def value(value: Value) -> Json:
    """A typed value. Days are ISO 8601, null for an open end; numbers are decimal strings."""
    in_words = value_in_words(value)
    if isinstance(value, DateValue):
        return {
            "earliest": str(value.earliest) if value.earliest else None,
            "latest": str(value.latest) if value.latest else None,
            "edtf": value.edtf,
            "shape": value.shape.value,
            "approximate": value.approximate,
            "uncertain": value.uncertain,
            "in_words": in_words,
        }
    if isinstance(value, NumberValue):
        return {
            "low": _number(value.low),
            "high": _number(value.high),
            "unit": value.unit,
            "approximate": value.approximate,
            "in_words": in_words,
        }
    if isinstance(value, AnswerValue):
        return {
            "answer": value.answer.value,
            "condition": value.condition or None,
            "in_words": in_words,
        }
    kind = "name" if isinstance(value, NameValue) else "text"
    return {kind: value.written, "key": value.key, "in_words": in_words}


def _number(number: Decimal | None) -> str | None:
    return format(number, "f") if number is not None else None


def _pair(pair: Pair) -> Json:
    return {
        "a": pair.a,
        "a_index": pair.a_index,
        "b": pair.b,
        "b_index": pair.b_index,
        "relation": pair.relation.value,
        "why": pair.why,
    }


def finding(finding: Finding) -> Json:
    """One of `findings`; offsets count in the file at `path`."""
    beside = finding.counterpart
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.place.path,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
        "message": finding.message,
        "hint": finding.hint or None,
        "claim": finding.claim or None,
        "fingerprint": finding.fingerprint,
        "words": finding.words or None,
        "counterpart": {
            "source": beside.source,
            "words": beside.words,
            "path": beside.place.path,
            "line": beside.place.line,
            "column": beside.place.column,
        }
        if beside
        else None,
    }


def set_aside(each: SetAside) -> Json:
    """A finding that does not count, and who said so, why and until when."""
    waiver = each.waiver
    return {
        **finding(each.finding),
        "set_aside": {
            "by": waiver.by,
            "at": waiver.at,
            "reason": waiver.why,
            "expires": waiver.expires or None,
            "decision": waiver.path,
        },
    }


def problem(problem: Problem) -> Json:
    """One of `problems`."""
    return {
        "slug": problem.slug,
        "message": problem.message,
        "hint": problem.hint or None,
        **_place(problem.place or Place("")),
    }


def _place(place: Place) -> Json:
    return {
        "path": place.path or None,
        "line": place.line or None,
        "column": place.column or None,
    }
