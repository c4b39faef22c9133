"""A workspace that was read, laid out: from here claims are judged, and the dossier is put together
as far as they are."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.alignment.locate import Locator
from provenance.checks.registry import run_checks
from provenance.checks.subject import Subject
from provenance.citations.together import Together
from provenance.comparison.families import propose_families
from provenance.comparison.grounds import Grounds, ground
from provenance.comparison.pulls import pull_next
from provenance.errors import Problem
from provenance.evidence.cells import Search, gather
from provenance.model.claims import Claim
from provenance.model.decisions import in_force
from provenance.model.dossier import Dossier
from provenance.model.kin_decisions import refused_kin
from provenance.model.origins import FamilyProposal
from provenance.model.verdicts import Row
from provenance.run.kindred import remembered_kindred
from provenance.run.progress import Tell
from provenance.run.reader import Reader
from provenance.run.reviews import decided, reviewed
from provenance.run.standing import Last, Standing
from provenance.workspace.folder import Workspace
from provenance.workspace.settings import unknown_works

_STANDING: Last[Standing] = Last()


@dataclass(frozen=True)
class LaidOut:
    """What a workspace says, what was read of its sources, and for whom it is compared."""

    workspace: Workspace
    seen: Together
    reader: Reader
    problems: tuple[Problem, ...]
    """With what was read."""
    standing: Standing

    @property
    def grounds(self) -> Grounds:
        return self.standing.grounds

    def row(self, claim: Claim, search: Search | None) -> Row:
        """A claim, judged. Without a `search` only what people confirmed counts."""
        cells = tuple(
            gather(claim, entry, self.standing.locators.get(entry.source.id), search)
            for entry in self.seen.sources
        )
        return self.standing.row(claim, cells)

    def families(self, tell: Tell) -> tuple[FamilyProposal, ...]:
        """The sources that seem to copy one another."""
        refused = refused_kin(in_force(self.workspace.decisions))
        grounds = self.grounds
        kindred = remembered_kindred(self.workspace.root, grounds, tell)
        return propose_families(
            grounds.sources, grounds.documents, grounds.families, refused, kindred
        )

    def dossier(
        self, rows: tuple[Row, ...], kin: tuple[FamilyProposal, ...], *, is_searched: bool = True
    ) -> Dossier:
        """All of it, as far as claims were judged and sources compared."""
        workspace, seen, grounds = self.workspace, self.seen, self.grounds
        settings = workspace.settings
        reviewing = reviewed(workspace, seen.sources, self.reader)
        rows = tuple(map(reviewing.resolved, rows))
        trails = tuple(map(self.standing.trail, rows))
        findings = run_checks(Subject(seen.sources, rows, trails, grounds.catalogue.works, kin))
        graded = settings.graded(findings)
        people, findings = decided(reviewing, graded)
        unknown = unknown_works(settings, seen.unknown)
        return Dossier(
            title=settings.title or workspace.root.name,
            sources=seen.sources,
            rows=rows,
            findings=findings,
            problems=(*workspace.problems, *self.problems, *unknown),
            bibliography=seen.bibliography,
            letters=settings.letters,
            trails=trails,
            works_declared=grounds.catalogue.of_descriptions,
            pull_next=pull_next(rows, trails, grounds),
            proposed_families=kin,
            decided=people,
            is_searched=is_searched,
        )


def laid_out(
    workspace: Workspace, seen: Together, reader: Reader, problems: tuple[Problem, ...]
) -> LaidOut:
    """A workspace laid out, `problems` being what was wrong with its sources. What was judged last
    on the same sources is not judged again."""
    aliases = workspace.settings.aliases.groups
    standing = _STANDING.of((aliases, seen), lambda: _standing(aliases, seen))
    return LaidOut(workspace, seen, reader, problems, standing)


def _standing(aliases: tuple[tuple[str, ...], ...], seen: Together) -> Standing:
    grounds = _grounds(aliases, seen)
    locators = {
        id_: Locator(document.text, [marker.span for marker in document.markers])
        for id_, document in grounds.documents.items()
    }
    return Standing(grounds, locators)


def _grounds(aliases: tuple[tuple[str, ...], ...], seen: Together) -> Grounds:
    sources = seen.sources
    documents = {entry.source.id: entry.document for entry in sources if entry.document}
    descriptions = {entry.source.id: entry.source for entry in sources}
    families = {entry.source.id: entry.family for entry in sources if entry.family}
    return ground(descriptions, documents, families, aliases, seen.bibliography)
