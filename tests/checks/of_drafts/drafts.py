"""Small drafts for the tests of their checks, put together the way the program does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.checks.registry import checks
from provenance.citations.annotate import annotate
from provenance.citations.together import Known
from provenance.drafts.draft import Draft
from provenance.model.bibliography import Reference
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.findings import Finding
from provenance.model.sources import Kind, Role, Source
from provenance.run.auditing import draft_of
from provenance.workspace.settings import Settings
from tests.factories import date_value, document

_DEFAULTS = Settings()


def held(
    id_: str,
    text: str,
    *,
    title: str = "",
    authors: tuple[str, ...] = (),
    issued: str = "",
    kind: Kind | None = None,
    format_: str = "md",
) -> ReadSource:
    """A source of the workspace; a work cited with this author and title is held as it."""
    described = Source(
        id_,
        f"seeds/{id_}.{format_}",
        title or id_,
        authors,
        issued=date_value(issued) if issued else None,
        kind=kind,
        language="en",
    )
    return _read(described, text, format_)


def draft(
    text: str,
    *sources: ReadSource,
    title: str = "",
    authors: tuple[str, ...] = (),
    issued: str = "",
    language: str = "en",
    format_: str = "md",
    references: Sequence[Reference] = (),
    settings: Settings = _DEFAULTS,
) -> Draft:
    """A manuscript, annotated, beside the sources it is held against.

    In Markdown, `[^1]` is a marker and a line `[^1]: ...` a note. Any other format is plain text.
    """
    described = Source(
        "draft",
        f"draft.{format_}",
        title or "draft",
        authors,
        issued=date_value(issued) if issued else None,
        role=Role.DRAFT,
        language=language,
    )
    entry = _read(described, text, format_)
    known = Known(settings.aliases.groups, references=tuple(references))
    return draft_of(entry, Dossier("", (entry, *sources), ()), known, settings)


def found(code: str, audited: Draft) -> list[Finding]:
    """What the one check finds."""
    audit = checks()[code].audit
    assert audit is not None, f"{code} is no check of drafts"
    return sorted(audit(audited), key=lambda finding: finding.order)


def told(code: str, audited: Draft) -> list[str]:
    """The same as text: line and message."""
    return [f"{finding.place.line}: {finding.message}" for finding in found(code, audited)]


def noted(*notes: str, works: Sequence[str] = ()) -> str:
    """Markdown with one sentence for every note, in order, and a list of works where there is one.

    Sentence n is line 2n - 1; the notes follow, one to a line, with a blank line between.
    """
    said = [f"It was told in the city that day.[^{n}]" for n, _ in enumerate(notes, 1)]
    bodies = [f"[^{n}]: {body}" for n, body in enumerate(notes, 1)]
    listed = ["## Bibliography", *works] if works else []
    return "\n\n".join([*said, *bodies, *listed]) + "\n"


def _read(source: Source, text: str, format_: str) -> ReadSource:
    bare = replace(document(text, source.path), format=format_, language=source.language)
    annotated = annotate(bare)
    return ReadSource(source, annotated.document, SourceState.READ, works=annotated.works)
