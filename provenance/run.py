"""Load, compute, freeze: the one way from a folder on disk to a `Dossier`.

Commands and screens call what stands here, and nothing below it that reads or writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from provenance.alignment.locate import Locator
from provenance.checks.registry import run_checks
from provenance.checks.subject import Subject
from provenance.citations.annotate import annotate
from provenance.citations.bibliography import bibliography
from provenance.citations.garbles import suspect_garbles
from provenance.citations.together import Known, together
from provenance.comparison.judge import judge
from provenance.errors import Problem, ProvenanceError
from provenance.evidence.cells import gather
from provenance.evidence.dates import tag_dates
from provenance.model.bibliography import Reference
from provenance.model.claims import Claim, Event
from provenance.model.documents import Document
from provenance.model.dossier import Dossier, FileReading, ReadSource, SourceState
from provenance.model.housekeeping import Added, Examined, Started
from provenance.model.sources import Source
from provenance.model.values import DateValue
from provenance.model.verdicts import Row
from provenance.readers.bibliography import read_bibliography
from provenance.readers.layers import layers_of
from provenance.readers.read import read
from provenance.rendering import report_html, report_json, report_markdown
from provenance.rendering.json_text import dumps
from provenance.workspace import doctor, start
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.paths import find_root, inside, is_workspace, shown
from provenance.workspace.report_files import write_reports
from provenance.workspace.settings import unknown_works
from provenance.workspace.shelf import read_shelf


@dataclass(frozen=True, slots=True)
class Progress:
    """What is about to be done, and how far the run has got."""

    doing: str
    done: int
    total: int


Tell = Callable[[Progress], None]
"""Called before every step. Whatever it raises ends the run: that is how a screen stops one."""


def check(root: Path, tell: Tell = lambda _: None) -> Dossier:
    """Read the workspace at `root`, line everything up and judge it.

    One bad file stops no other: it is left out, and the dossier's problems name it. Raises
    `ProvenanceError` when `root` is no workspace at all.
    """
    workspace = open_workspace(root)
    total = len(workspace.sources) + len(workspace.claims)
    alone, problems = _read_sources(workspace, tell, total)
    known, unread = _known(workspace)
    seen = together(alone, known)
    sources = seen.sources
    rows = _judge_claims(workspace, sources, tell, total)
    return Dossier(
        title=workspace.settings.title or workspace.root.name,
        sources=sources,
        rows=rows,
        findings=workspace.settings.graded(run_checks(Subject(sources, rows))),
        problems=(
            *workspace.problems,
            *problems,
            *unread,
            *unknown_works(workspace.settings, seen.unknown),
        ),
        bibliography=seen.bibliography,
        letters=workspace.settings.letters,
    )


def read_closely(
    file: Path, *, written: DateValue | None = None, alone: bool = False
) -> FileReading:
    """One file with all that is seen of it: notes, works, dates, and suspected garbles.

    `written` is the document's own date, where no description gives it. Garbles are told beside
    the other sources of its workspace, which are read for it unless it is to be read `alone`.
    Raises `ProvenanceError` where it cannot be read.
    """
    annotated = annotate(read_file(file))
    document, works = annotated.document, annotated.works
    workspace = _workspace_holding(file)
    issued, events = _dating(workspace, file)
    dates = tag_dates(
        document.text, written=written or issued, events=events, language=document.language
    )
    if workspace is None or alone:
        listed = bibliography([(document.path, works)])
        return FileReading(document, works, listed.works, dates=dates)
    path = shown(workspace.root, file.resolve())
    known, _ = _known(workspace)
    others = (_read_source(workspace.root, s)[0] for s in workspace.sources if s.path != path)
    texts = [entry.document.text for entry in others if entry.document]
    listed = bibliography([(document.path, works)], known.rules, known.references)
    garbles = suspect_garbles(document.text, texts, known.every_name())
    return FileReading(document, works, listed.works, garbles, len(texts), dates)


def _dating(workspace: Workspace | None, file: Path) -> tuple[DateValue | None, tuple[Event, ...]]:
    """What its workspace knows of a file's date, and of the events it may count from."""
    if workspace is None:
        return None, ()
    path = shown(workspace.root, file.resolve())
    issued = next(source.issued for source in workspace.sources if source.path == path)
    return issued, workspace.settings.events


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
    entry, problems = _read_source(root, described[0])
    if entry.document is None:
        raise ProvenanceError(*problems)
    return replace(entry.document, path=str(file))


def _workspace_holding(file: Path) -> Workspace | None:
    """The workspace a file is a source of."""
    root = _workspace_of(file)
    if root is None:
        return None
    workspace, path = open_workspace(root), shown(root.resolve(), file.resolve())
    return workspace if any(source.path == path for source in workspace.sources) else None


def _workspace_of(file: Path) -> Path | None:
    folder = file.resolve().parent
    return next((above for above in (folder, *folder.parents) if is_workspace(above)), None)


def find_workspace(start_from: Path, *, exactly: bool) -> Path:
    """The workspace at a folder; unless `exactly` that one, the nearest above it will do.

    Raises `ProvenanceError`, slug `no-workspace`, where there is none.
    """
    return start_from if exactly else find_root(start_from)


def init(folder: Path) -> Started:
    """Make a folder a workspace; what is there stays as it is. Raises `ProvenanceError`."""
    return start.init(folder)


def add(root: Path, files: Iterable[Path]) -> tuple[tuple[Added, ...], tuple[Problem, ...]]:
    """Register files as sources; what became of each, and what is wrong with the others."""
    return start.add(root, files, read)


def report(root: Path, dossier: Dossier, only: Sequence[str] = ()) -> tuple[str, ...]:
    """Write the conflict report in every format; the paths written, relative to the workspace.

    `only` names the claims of a partial report. Raises `ProvenanceError` where nothing can be
    written.
    """
    rendered = {
        "conflicts.md": report_markdown.report(dossier, only),
        "conflicts.html": report_html.report(dossier, only),
        "conflicts.json": dumps(report_json.report(dossier, only)),
    }
    return write_reports(root, rendered)


def examine(root: Path | None) -> tuple[Examined, ...]:
    """Is everything installed, readable and unchanged? None where there is no workspace."""
    return doctor.examine(root, read)


def _read_sources(
    workspace: Workspace, tell: Tell, total: int
) -> tuple[tuple[ReadSource, ...], tuple[Problem, ...]]:
    entries: list[ReadSource] = []
    problems: list[Problem] = []
    for source in workspace.sources:
        tell(Progress(f"reading {source.path}", len(entries), total))
        entry, found = _read_source(workspace.root, source)
        entries.append(_annotated(entry))
        problems += found
    return tuple(entries), tuple(problems)


def _read_source(root: Path, source: Source) -> tuple[ReadSource, tuple[Problem, ...]]:
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


def _annotated(entry: ReadSource) -> ReadSource:
    """A source with its notes taken apart and its works told."""
    if entry.document is None:
        return entry
    annotated = annotate(entry.document)
    return replace(entry, document=annotated.document, works=annotated.works)


def _known(workspace: Workspace) -> tuple[Known, tuple[Problem, ...]]:
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
    names = tuple(name for group in workspace.settings.aliases.groups for name in group)
    return Known(names, workspace.settings.works, tuple(references)), tuple(problems)


def _state(source: Source, document: Document) -> tuple[SourceState, str]:
    if source.sha256 and source.sha256 != document.sha256:
        why = f"recorded as {source.sha256[:12]}…, the file is now {document.sha256[:12]}…"
        return SourceState.CHANGED, why
    if not document.gaps:
        return SourceState.READ, ""
    why = "; ".join(f"{gap.where}: {gap.reason}".removeprefix(": ") for gap in document.gaps)
    return (SourceState.PARTLY_READ if document.text.strip() else SourceState.UNREAD), why


def _judge_claims(
    workspace: Workspace, sources: tuple[ReadSource, ...], tell: Tell, total: int
) -> tuple[Row, ...]:
    documents = {entry.source.id: entry.document for entry in sources if entry.document}
    descriptions = {entry.source.id: entry.source for entry in sources}
    locators = {
        id_: Locator(document.text, [m.span for m in document.markers])
        for id_, document in documents.items()
    }

    def row(claim: Claim) -> Row:
        cells = tuple(gather(claim, entry, locators.get(entry.source.id)) for entry in sources)
        return judge(claim, cells, descriptions, documents)

    rows: list[Row] = []
    for claim in workspace.claims:
        tell(Progress(f"comparing {claim.id}", len(sources) + len(rows), total))
        rows.append(row(claim))
    return tuple(rows)
