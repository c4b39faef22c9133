"""The sources of a workspace, read: their text, layers, notes and works, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from provenance.citations.annotate import annotate
from provenance.citations.together import Known
from provenance.errors import Problem, ProvenanceError
from provenance.model.bibliography import Reference
from provenance.model.decisions import in_force
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.kin_decisions import families_in_force
from provenance.model.sources import Source
from provenance.readers.bibliography import read_bibliography
from provenance.readers.layers import layers_of
from provenance.readers.read import read
from provenance.run.progress import Progress, Tell
from provenance.workspace.folder import Workspace
from provenance.workspace.paths import inside


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
        tell(Progress(f"reading {source.path}", len(entries), total))
        entry, found = read_source(workspace.root, source)
        entries.append(replace(_annotated(entry), family=families.get(source.id, "")))
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
    return ReadSource(source, document, *_state(source, document)), problems


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


def _annotated(entry: ReadSource) -> ReadSource:
    if entry.document is None:
        return entry
    annotated = annotate(entry.document)
    return replace(entry, document=annotated.document, works=annotated.works)


def _state(source: Source, document: Document) -> tuple[SourceState, str]:
    if source.sha256 and source.sha256 != document.sha256:
        why = f"recorded as {source.sha256[:12]}…, the file is now {document.sha256[:12]}…"
        return SourceState.CHANGED, why
    if not document.gaps:
        return SourceState.READ, ""
    why = "; ".join(f"{gap.where}: {gap.reason}".removeprefix(": ") for gap in document.gaps)
    return (SourceState.PARTLY_READ if document.text.strip() else SourceState.UNREAD), why
