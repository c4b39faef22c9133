"""The sources of a workspace, read: their text, layers, notes and works, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from provenance.citations.annotate import annotate
from provenance.citations.together import Known
from provenance.comparison.revisions import revisions
from provenance.errors import Problem, ProvenanceError
from provenance.model.bibliography import Reference
from provenance.model.decisions import in_force
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.kin_decisions import families_in_force
from provenance.model.revisions import Revision, revisions_in_words
from provenance.model.sources import Source
from provenance.readers.bibliography import read_bibliography
from provenance.readers.layers import layers_of
from provenance.readers.read import read
from provenance.run.progress import Progress, Tell
from provenance.workspace.document_cache import (
    Annotated,
    keep_document,
    name_of,
    recall_document,
)
from provenance.workspace.folder import Workspace
from provenance.workspace.paths import inside
from provenance.workspace.source_texts import keep_text, text_of


def read_sources(
    workspace: Workspace, tell: Tell, total: int
) -> tuple[tuple[ReadSource, ...], tuple[Problem, ...]]:
    """Every source in the order of the board, its notes taken apart; and what could not be read.

    `total` is the number of steps of the whole run, of which these are the first.
    """
    entries: list[ReadSource] = []
    families = families_of(workspace)
    problems: list[Problem] = []
    for source in workspace.sources:
        tell(Progress(f"reading {source.path}", len(entries), total, "reading"))
        entry, found = _read(workspace.root, source)
        entries.append(replace(entry, family=families.get(source.id, "")))
        problems += found
    return tuple(entries), tuple(problems)


def families_of(workspace: Workspace) -> dict[str, str]:
    """By source, the family a person confirmed it to belong to, in the settings or at the board."""
    ids = [source.id for source in workspace.sources]
    decided = in_force(workspace.decisions)
    return families_in_force(decided, workspace.settings.family_of, ids)


def read_source(root: Path, source: Source) -> tuple[ReadSource, tuple[Problem, ...]]:
    """One source with its layers. What cannot be read is told, and never raised."""
    if source.unusable:
        return ReadSource(source, None, SourceState.UNREAD, source.unusable), ()
    try:
        document = read(root / source.path, source.path)
    except ProvenanceError as error:
        why = "; ".join(problem.message for problem in error.problems)
        return ReadSource(source, None, SourceState.UNREAD, why), error.problems
    layers, problems = layers_of(document.text, source.layers)
    document = replace(document, layers=layers)
    return _stated(root, source, document), problems


def _stated(root: Path, source: Source, document: Document) -> ReadSource:
    """A source that was read: whether it is what was recorded, and what changed if it is not."""
    state, why = _state(source, document)
    if state is SourceState.CHANGED:
        revised = _revised(root, source, document)
        told = f"{why}; {revisions_in_words(revised)}" if revised is not None else why
        return ReadSource(source, document, state, told, revised=revised)
    return ReadSource(source, document, state, why)


def _revised(root: Path, source: Source, document: Document) -> tuple[Revision, ...] | None:
    """What changed since the source was recorded; None where that cannot be told."""
    before = text_of(root, source.sha256)
    return None if before is None else revisions(before, document.text)


def known_names(workspace: Workspace) -> tuple[Known, tuple[Problem, ...]]:
    """What the settings and the user's own bibliographies tell of names and works."""
    references: list[Reference] = []
    problems: list[Problem] = []
    for path in workspace.settings.bibliography:
        try:
            found = read_bibliography(inside(workspace.root, path.text), path.text)
        except ProvenanceError as error:
            problems += error.problems
            continue
        references += found.references
        problems += found.problems
    return Known(
        workspace.settings.aliases.groups, workspace.settings.works, tuple(references)
    ), tuple(problems)


def _read(root: Path, source: Source) -> tuple[ReadSource, tuple[Problem, ...]]:
    """One source as `_read_closely` has it. The text of what was recorded is kept, so that a later
    change to the file can be told."""
    entry, problems = _read_closely(root, source)
    if source.sha256 and entry.document is not None and entry.state is not SourceState.CHANGED:
        keep_text(root, source.sha256, entry.document.text)
    return entry, problems


def _read_closely(root: Path, source: Source) -> tuple[ReadSource, tuple[Problem, ...]]:
    """One source, its notes taken apart; a long one is recalled where its bytes are the same."""
    if source.unusable:
        return read_source(root, source)
    name = name_of(root, source)
    recalled = recall_document(root, name)
    if recalled is not None:
        document, works = recalled.document, recalled.works
        return replace(_stated(root, source, document), works=works), ()
    entry, problems = read_source(root, source)
    if entry.document is None:
        return entry, problems
    annotated = annotate(entry.document)
    document, works = annotated.document, annotated.works
    if not problems and name_of(root, source) == name:
        keep_document(root, name, Annotated(document, works))
    return replace(entry, document=document, works=works), problems


def _state(source: Source, document: Document) -> tuple[SourceState, str]:
    if source.sha256 and source.sha256 != document.sha256:
        why = f"recorded as {source.sha256[:8]}…, the file is now {document.sha256[:8]}…"
        return SourceState.CHANGED, why
    if not document.gaps:
        return SourceState.READ, ""
    why = "; ".join(f"{gap.where}: {gap.reason}".removeprefix(": ") for gap in document.gaps)
    return (SourceState.PARTLY_READ if document.text.strip() else SourceState.UNREAD), why
