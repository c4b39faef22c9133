"""One file at a time, as the board would read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from provenance.citations.annotate import annotate, mark
from provenance.citations.bibliography import bibliography
from provenance.citations.garbles import suspect_garbles
from provenance.errors import ProvenanceError
from provenance.evidence.dates import tag_dates
from provenance.model.documents import Document
from provenance.model.dossier import FileReading
from provenance.model.sources import Source
from provenance.model.values import DateValue
from provenance.readers.read import read
from provenance.run.sources import known_names, read_source
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.paths import is_workspace, shown
from provenance.workspace.shelf import read_shelf


def read_closely(
    file: Path, *, written: DateValue | None = None, alone: bool = False
) -> FileReading:
    """One file with all that is seen of it: notes, citations, works, dates, suspected garbles.

    Garbles are told beside the other sources of its workspace, which are read for it unless it is
    to be read `alone`. `written` is the day it was written, which decides dates without a year; in
    a workspace its description may tell it. Raises `ProvenanceError` where it cannot be read.
    """
    document = read_file(file)
    annotated = annotate(document)
    document, works = annotated.document, annotated.works
    workspace, source = _described(file)
    events = workspace.settings.events if workspace else ()
    written = written or (source.issued if source else None)
    dates = tag_dates(document.text, written=written, events=events, language=document.language)
    if workspace is None or source is None or alone:
        listed = bibliography([(document.path, works)])
        return FileReading(document, works, listed.works, dates)
    known, _ = known_names(workspace)
    others = (read_source(workspace.root, s)[0] for s in workspace.sources if s != source)
    texts = [entry.document.text for entry in others if entry.document]
    listed = bibliography([(document.path, works)], known.rules, known.references)
    garbles = suspect_garbles(document.text, texts, known.every_name())
    return FileReading(document, works, listed.works, dates, garbles, len(texts))


def read_file(file: Path) -> Document:
    """One file as it was read, with its layers where a description tells of them.

    Raises `ProvenanceError` where it cannot be read.
    """
    root = _workspace_of(file)
    if root is None:
        return read(file, str(file))
    path = shown(root, file.resolve())
    described = [s for s in read_shelf(root).sources if s.path == path and not s.unusable]
    if not described:
        return read(file, str(file))
    entry, problems = read_source(root, described[0])
    if entry.document is None:
        raise ProvenanceError(*problems)
    return replace(entry.document, path=str(file))


def read_marked(file: Path) -> Document:
    """One file with its markers, and its notes not taken apart: what a quotation is looked for in.

    Raises `ProvenanceError` where it cannot be read.
    """
    document = read_file(file)
    found = mark(document)
    return replace(document, markers=found.markers, notes=found.notes)


def _described(file: Path) -> tuple[Workspace | None, Source | None]:
    """The workspace a file is a source of, and its description there."""
    root = _workspace_of(file)
    if root is None:
        return None, None
    workspace, path = open_workspace(root), shown(root.resolve(), file.resolve())
    source = next((s for s in workspace.sources if s.path == path), None)
    return (workspace, source) if source else (None, None)


def _workspace_of(file: Path) -> Path | None:
    folder = file.resolve().parent
    return next((above for above in (folder, *folder.parents) if is_workspace(above)), None)
