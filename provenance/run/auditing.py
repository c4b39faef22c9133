"""A manuscript audited against the sources of its workspace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from provenance.checks.registry import audit_draft, rules
from provenance.citations.annotate import annotate
from provenance.citations.bibliography import bibliography
from provenance.citations.garbles import suspect_garbles
from provenance.citations.held_works import holding
from provenance.citations.together import Known
from provenance.drafts.draft import Draft, audited
from provenance.errors import Problem, ProvenanceError
from provenance.model.asked import Asked
from provenance.model.audit import Audit, AuditedDraft, LookedAt
from provenance.model.baseline import KnownFinding
from provenance.model.bibliography import ListedWork
from provenance.model.decisions import Action, Decision, in_force
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.findings import Severity
from provenance.model.selection import Selection
from provenance.model.sources import Role, Source
from provenance.model.spans import Span
from provenance.model.verdicts import StatementState
from provenance.model.waivers import waivers
from provenance.readers.read import read
from provenance.run.checking import check
from provenance.run.progress import Progress, Tell, tell_nobody
from provenance.run.reader import ANYBODY, Reader
from provenance.run.silencing import Silence, silenced
from provenance.run.sources import known_names
from provenance.workspace.audit_cache import keep_audit, name_of, recall_audit
from provenance.workspace.audit_settings import AuditSettings, read_fail_on
from provenance.workspace.baseline_file import read_baseline
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.paths import shown
from provenance.workspace.settings import Settings

NO_BOARD = Dossier("", (), ())


def over(asked: Asked, settings: AuditSettings) -> AuditSettings:
    """The settings of an audit as a person wants them."""
    before, share = settings.selection, asked.require_coverage
    return AuditSettings(
        Selection(
            before.select if asked.select is None else asked.select,
            before.ignore if asked.ignore is None else asked.ignore,
        ),
        settings.fail_on if asked.fail_on is None else read_fail_on(asked.fail_on),
        settings.require_coverage if share is None else share,
    )


def audit(
    root: Path | None,
    files: Sequence[Path] = (),
    tell: Tell = tell_nobody,
    asked: Asked = Asked(),
) -> Audit:
    """Audit the files, or the workspace's drafts and its board where none is given.

    `root` is the workspace whose sources the drafts are held against; None outside one. What
    cannot be read is told, and stops no other. In a workspace, an audit that was made before from
    the same bytes is recalled. Raises `ProvenanceError` when `root` is no workspace.
    """
    if root is None:
        return _made(None, Settings(), files, tell, asked)
    name = name_of(root, files, asked)
    recalled = recall_audit(root, name)
    if recalled is not None:
        return recalled
    workspace = open_workspace(root)
    made = _made(workspace, workspace.settings, files, tell, asked)
    # What changed while it was made is in the one name and not in the other.
    if name_of(root, files, asked) == name:
        named = [path.text for path in workspace.settings.bibliography]
        keep_audit(root, name, made, [*named, *_asked_after(workspace)])
    return made


def _made(
    workspace: Workspace | None,
    settings: Settings,
    files: Sequence[Path],
    tell: Tell,
    asked: Asked,
) -> Audit:
    root = workspace.root if workspace else None
    dossier = check(root, tell, reader=Reader(day=asked.day)) if root else NO_BOARD
    return _beside(workspace, settings, dossier, files, tell, asked)


def board(root: Path, tell: Tell = tell_nobody, *, reader: Reader = ANYBODY) -> Dossier:
    """The dossier of a workspace together with the audit of its drafts: what the board shows.

    Raises `ProvenanceError` when `root` is no workspace.
    """
    dossier = check(root, tell, reader=reader)
    if not any(e.source.role is Role.DRAFT and e.document for e in dossier.sources):
        return dossier
    workspace = open_workspace(root)
    asked = Asked(day=reader.day)
    audit = _beside(workspace, workspace.settings, dossier, (), tell, asked)
    decided = replace(dossier.decided, set_aside=audit.set_aside)
    return replace(dossier, findings=audit.findings, drafts=audit.drafts, decided=decided)


def _beside(
    workspace: Workspace | None,
    settings: Settings,
    dossier: Dossier,
    files: Sequence[Path],
    tell: Tell,
    asked: Asked,
) -> Audit:
    """The audit of drafts beside a board."""
    root = workspace.root if workspace else None
    wanted, folder = over(asked, settings.audit), root or Path()
    drafts, problems = _prepared(workspace, dossier, files, tell)
    found = [] if files else [*dossier.findings, *(s.finding for s in dossier.decided.set_aside)]
    found += settings.graded(finding for draft in drafts for finding in audit_draft(draft))
    baseline, unread = _baseline(folder) if asked.baseline else ((), ())
    covers = wanted.selection.covers
    decisions = workspace.decisions if workspace else ()
    whole = Audit(
        title=dossier.title or (drafts[0].source.title if drafts else ""),
        drafts=tuple(
            replace(audited(each), looked_at=looked_at(dossier, decisions, each.source.id))
            for each in drafts
        ),
        findings=tuple(sorted((f for f in found if covers(f.code)), key=lambda f: f.order)),
        problems=(*dossier.problems, *problems, *unread),
        sources=tuple(entry.source for entry in dossier.counted_sources),
        rules=tuple(rule for rule in rules() if covers(rule.code)),
        fail_on=wanted.fail_on,
        require_coverage=wanted.require_coverage,
        selection=wanted.selection,
        is_whole=not files,
    )
    told = silenced(whole, Silence(decisions, asked.day, baseline), folder)
    drafts_told = (replace(each, mistaken=_mistaken(each, told)) for each in told.drafts)
    return replace(told, drafts=tuple(drafts_told))


def _mistaken(draft: AuditedDraft, audit: Audit) -> tuple[Span, ...]:
    """Where the open errors of an audit are in a draft."""
    return tuple(
        finding.span
        for finding in audit.findings
        if finding.span
        and finding.severity is Severity.ERROR
        and finding.place.path == draft.document.path
    )


def _asked_after(workspace: Workspace) -> Iterator[str]:
    """Files of which an audit asks whether they are still there: another may have taken over."""
    yield from (each.file for each in _baseline(workspace.root)[0])
    yield from (each.file for each in waivers(workspace.decisions) if each.file)


def _baseline(folder: Path) -> tuple[tuple[KnownFinding, ...], tuple[Problem, ...]]:
    try:
        return read_baseline(folder), ()
    except ProvenanceError as error:
        return (), error.problems


def _prepared(
    workspace: Workspace | None, dossier: Dossier, files: Sequence[Path], tell: Tell
) -> tuple[list[Draft], list[Problem]]:
    """The drafts, each with what is held against it; and what could not be read."""
    known, _ = known_names(workspace) if workspace else (Known(), ())
    settings = workspace.settings if workspace else Settings()
    entries, problems = _drafts(workspace, dossier, known, files)
    drafts: list[Draft] = []
    for number, entry in enumerate(entries):
        tell(Progress(f"auditing {entry.source.path}", number, len(entries), "auditing"))
        drafts.append(draft_of(entry, dossier, known, settings))
    return drafts, problems


def _drafts(
    workspace: Workspace | None, dossier: Dossier, known: Known, files: Sequence[Path]
) -> tuple[list[ReadSource], list[Problem]]:
    """What is to be audited, read; and what could not be read."""
    if not files:
        return [e for e in dossier.sources if e.source.role is Role.DRAFT and e.document], []
    entries: list[ReadSource] = []
    problems: list[Problem] = []
    on_board = {entry.source.path: entry for entry in dossier.sources if entry.document}
    for file in files:
        path = _from(workspace, file)
        try:
            entries.append(on_board.get(path) or _read(file, dossier, known))
        except ProvenanceError as error:
            problems += error.problems
    return entries, problems


def _from(workspace: Workspace | None, file: Path) -> str:
    """A file's path as the workspace gives it, where it is in there; else as typed."""
    whole = file.resolve()
    if workspace and whole.is_relative_to(workspace.root):
        return shown(workspace.root, whole)
    return str(file)


def _read(file: Path, dossier: Dossier, known: Known) -> ReadSource:
    """A file that is not on the board, its names compared with those of the sources that are."""
    annotated = annotate(read(file, str(file)))
    document = annotated.document
    texts = [entry.document.text for entry in dossier.sources if entry.document]
    garbles = suspect_garbles(document.text, texts, known.every_name())
    source = Source(file.name, str(file), file.stem, role=Role.DRAFT)
    return ReadSource(source, document, SourceState.READ, works=annotated.works, garbles=garbles)


def draft_of(entry: ReadSource, dossier: Dossier, known: Known, settings: Settings) -> Draft:
    """What the checks of drafts look at: a manuscript that was read, beside the board's sources.

    Raises `ValueError` when it was not read.
    """
    if entry.document is None:
        raise ValueError("a draft that was not read cannot be audited")
    others = [e for e in dossier.sources if e.source.id != entry.source.id]
    held = {e.source.id: e for e in others if e.source.role is not Role.DRAFT}
    everything = {e.source.id: e for e in (*held.values(), entry)}
    listed = bibliography(
        [(id_, each.works) for id_, each in everything.items()], known.rules, known.references
    )
    works = holding(listed.works, tuple(everything.values()), settings.aliases.groups)
    return Draft(
        entry.source,
        entry.document,
        works=entry.works,
        bibliography=works,
        references=known.references,
        held=_held(works, entry.source.id),
        sources=held,
        confirmed=_confirmed(dossier, entry.source.id),
        garbles=entry.garbles,
        aliases=settings.aliases,
        events=settings.events,
    )


def _held(works: Sequence[ListedWork], draft: str) -> dict[str, str]:
    """By citation of the draft, the one source that is held of the work it cites."""
    return {
        citation: work.held
        for work in works
        for source, citation in work.cited
        if source == draft and work.held
    }


def _confirmed(dossier: Dossier, draft: str) -> tuple[Span, ...]:
    return tuple(
        placed.span
        for row in dossier.rows
        for cell in row.cells
        if cell.source == draft
        for placed in cell.statements
        if placed.span and placed.state is StatementState.CONFIRMED
    )


def looked_at(dossier: Dossier, decisions: Sequence[Decision], draft: str) -> tuple[LookedAt, ...]:
    """The passages of a draft that people confirmed, by place."""
    signed = {
        (each.subject, each.words): each
        for each in in_force(decisions)
        if each.action is Action.CONFIRMED and each.source == draft
    }
    found = [
        LookedAt(placed.span, decision.by, decision.at)
        for row in dossier.rows
        for cell in row.cells
        if cell.source == draft
        for placed in cell.statements
        if placed.span and (decision := signed.get((row.claim.id, placed.statement.quote)))
    ]
    return tuple(sorted(found, key=lambda each: (each.span, each.at, each.by)))
