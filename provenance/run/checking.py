"""A whole workspace, read, lined up and judged."""

from __future__ import annotations

from pathlib import Path

from provenance.alignment.locate import Locator
from provenance.checks.registry import run_checks
from provenance.checks.subject import Subject
from provenance.citations.together import Together, together
from provenance.comparison.families import propose_families
from provenance.comparison.grounds import Grounds, ground
from provenance.comparison.judge import judge
from provenance.comparison.pulls import pull_next
from provenance.comparison.trails import trace
from provenance.evidence.cells import gather
from provenance.evidence.finding import find
from provenance.model.claims import Claim
from provenance.model.decisions import in_force, rejected
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.kin_decisions import refused_kin
from provenance.model.search import Search
from provenance.model.verdicts import Row
from provenance.run.kindred import remembered_kindred
from provenance.run.progress import Progress, Tell, tell_nobody
from provenance.run.proposals import Proposals
from provenance.run.reviews import ANYBODY, Reader, decided, reviewed
from provenance.run.sources import known_names, read_sources
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.settings import unknown_works


def check(
    root: Path,
    tell: Tell = tell_nobody,
    *,
    confirmed_only: bool = False,
    reader: Reader = ANYBODY,
) -> Dossier:
    """Read the workspace at `root`, line everything up and judge it.

    `confirmed_only` leaves out what the program proposes and nobody has confirmed. `reader` is who
    looks, which tells what is hidden from somebody who works blind, and when, which tells whether
    a finding that was set aside counts again. One bad file stops no other: it is left out, and the
    dossier's problems name it. Raises `ProvenanceError` when `root` is no workspace at all.
    """
    workspace = open_workspace(root)
    settings, total = workspace.settings, len(workspace.sources) + len(workspace.claims)
    alone, problems = read_sources(workspace, tell, total)
    known, unread = known_names(workspace)
    seen = together(alone, known)
    grounds = _grounds(workspace, seen)
    rows = _judge_claims(workspace, seen.sources, grounds, tell, confirmed_only=confirmed_only)
    reviewing = reviewed(workspace, seen.sources, reader)
    rows = tuple(map(reviewing.resolved, rows))
    tell(Progress("tracing origins", total, total))
    trails = tuple(trace(row, grounds) for row in rows)
    refused = refused_kin(in_force(workspace.decisions))
    kindred = remembered_kindred(workspace.root, grounds, tell)
    kin = propose_families(grounds.sources, grounds.documents, grounds.families, refused, kindred)
    findings = run_checks(Subject(seen.sources, rows, trails, grounds.catalogue.works, kin))
    people, findings = decided(reviewing, settings.graded(findings))
    unknown = unknown_works(settings, seen.unknown)
    return Dossier(
        title=settings.title or workspace.root.name,
        sources=seen.sources,
        rows=rows,
        findings=findings,
        problems=(*workspace.problems, *problems, *unread, *unknown),
        bibliography=seen.bibliography,
        letters=settings.letters,
        trails=trails,
        works_declared=grounds.catalogue.of_descriptions,
        pull_next=pull_next(rows, trails, grounds),
        proposed_families=kin,
        decided=people,
    )


def search(root: Path, claim: str, tell: Tell = tell_nobody) -> Search:
    """The passages of every source that may speak on a claim, best first within each.

    KeyError where there is no such claim; raises `ProvenanceError` when `root` is no workspace.
    """
    workspace = open_workspace(root)
    wanted = {each.id: each for each in workspace.claims}[claim]
    sources, problems = read_sources(workspace, tell, len(workspace.sources))
    return find(wanted, sources, workspace.settings.aliases, (*workspace.problems, *problems))


def _grounds(workspace: Workspace, seen: Together) -> Grounds:
    sources = seen.sources
    documents = {entry.source.id: entry.document for entry in sources if entry.document}
    descriptions = {entry.source.id: entry.source for entry in sources}
    families = {entry.source.id: entry.family for entry in sources if entry.family}
    aliases = workspace.settings.aliases.groups
    return ground(descriptions, documents, families, aliases, seen.bibliography)


def _judge_claims(
    workspace: Workspace,
    sources: tuple[ReadSource, ...],
    grounds: Grounds,
    tell: Tell,
    *,
    confirmed_only: bool,
) -> tuple[Row, ...]:
    documents = grounds.documents
    locators = {
        id_: Locator(document.text, [m.span for m in document.markers])
        for id_, document in documents.items()
    }

    refused = rejected(in_force(workspace.decisions))
    proposals = Proposals(workspace.root, sources, workspace.settings.aliases, refused)
    chosen = None if confirmed_only else proposals.of

    def row(claim: Claim) -> Row:
        cells = tuple(
            gather(claim, entry, locators.get(entry.source.id), chosen) for entry in sources
        )
        return judge(claim, cells, grounds.sources, documents, grounds)

    rows: list[Row] = []
    total = len(sources) + len(workspace.claims)
    for claim in workspace.claims:
        tell(Progress(f"comparing {claim.id}", len(sources) + len(rows), total))
        rows.append(row(claim))
    if not confirmed_only:
        proposals.keep()
    return tuple(rows)
