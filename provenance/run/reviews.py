"""What people decided, put beside what was computed: reviews, waivers, drift, the chain."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from provenance.comparison.drift import Versions
from provenance.comparison.resolving import resolve
from provenance.comparison.reviewing import REVIEWS, review, visible_to
from provenance.errors import Place, ProvenanceError
from provenance.evidence.values import BadValue, read_value
from provenance.model.claims import Claim
from provenance.model.decided import Decided, without_set_aside
from provenance.model.decision_chain import Lineage, broken
from provenance.model.decisions import Decision, Hashes, in_force
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource
from provenance.model.findings import Finding
from provenance.model.reviews import Drifted, Review
from provenance.model.sources import Role
from provenance.model.values import Value
from provenance.model.verdicts import Resolution, Row
from provenance.run.reader import Reader
from provenance.workspace.decisions import hashes_on_disk
from provenance.workspace.draft_copies import copy_of, hash_of_text
from provenance.workspace.folder import Workspace
from provenance.workspace.hashes import sha256_of


@dataclass(frozen=True)
class Reviewing:
    """What a reader sees of the reviews of a workspace, before anything is found wrong."""

    workspace: Workspace
    reader: Reader
    shown: tuple[Decision, ...]
    """Without those hidden from who works blind."""
    reviews: tuple[Review, ...]
    """One a claim, in the order of the claims."""
    now: _Now

    def resolved(self, row: Row) -> Row:
        """The row, with what became of its statements where persons resolved its conflict."""
        review = next(each for each in self.reviews if each.claim == row.claim.id)
        if not review.settling:
            return row
        says = review.settling[-1].says
        value: Value | None = None
        with suppress(BadValue):
            value = read_value(row.claim.type, says, self.workspace.settings.aliases)
        names = tuple(dict.fromkeys(each.by for each in review.settling))
        return resolve(row, Resolution(names, says, value), self.now.drafts)


def reviewed(workspace: Workspace, sources: Sequence[ReadSource], reader: Reader) -> Reviewing:
    """What people made of every claim, and whether it still holds."""
    every = workspace.decisions
    shown = every
    if reader.blind or workspace.settings.blind:
        name = reader.signs(workspace.settings.initials)
        person = Decision("", REVIEWS[0], name, "").person
        shown = visible_to(person, every)
    now = _Now(workspace.root, sources, {})
    lineage = Lineage(every)
    reviews = tuple(_review(workspace, claim, shown, lineage, now) for claim in workspace.claims)
    return Reviewing(workspace, reader, shown, reviews, now)


def decided(
    reviewing: Reviewing, findings: Sequence[Finding]
) -> tuple[Decided, tuple[Finding, ...]]:
    """All that people decided, and the findings that none of them set aside."""
    workspace, reader, shown = reviewing.workspace, reviewing.reader, reviewing.shown
    every = workspace.decisions
    drifted, gone = _drift(workspace, shown, reviewing.now)
    counting, aside = without_set_aside(findings, shown, reader.day)
    told = Decided(
        decisions=shown,
        signer=reader.signs(workspace.settings.initials),
        is_signer_guessed=reader.is_guessed(workspace.settings.initials),
        reviews=reviewing.reviews,
        hidden=len(every) - len(shown),
        broken=broken(every, hashes_on_disk(workspace.root)) if every else (),
        set_aside=aside,
        drifted=drifted,
        copies_gone=gone,
    )
    return told, counting


def _review(
    workspace: Workspace,
    claim: Claim,
    shown: Sequence[Decision],
    lineage: Lineage,
    now: _Now,
) -> Review:
    hidden = sum(d.subject == claim.id for d in workspace.decisions)
    hidden -= sum(d.subject == claim.id for d in shown)
    return review(
        claim,
        shown,
        lineage,
        wanted=workspace.settings.signatures,
        hash_now=now.hash_of,
        drift=lambda _, drafts: now.drifted(claim, drafts),
        hidden=hidden,
    )


def _drift(
    workspace: Workspace, shown: Sequence[Decision], now: _Now
) -> tuple[tuple[Drifted, ...], tuple[str, ...]]:
    """For every claim, what became of its words since its newest decision that knew the draft,
    else since the newest on any claim; and the drafts whose copy is gone."""
    knew = sorted((d for d in in_force(shown) if d.drafts), key=lambda d: (d.at, d.path))
    if not knew:
        return (), ()
    found: list[Drifted] = []
    for claim in workspace.claims:
        mine = [each for each in knew if each.subject == claim.id] or knew
        found += now.drifted(claim, mine[-1].drafts)
    gone = {path for each in knew for path, digest in each.drafts if now.is_gone(path, digest)}
    return tuple(found), tuple(sorted(gone))


@dataclass
class _Now:
    """The files as they are now; what is asked twice is looked up once."""

    root: Path
    sources: Sequence[ReadSource]
    hashes: dict[str, str]
    versions: dict[tuple[str, str], Versions] = field(default_factory=dict)

    @property
    def drafts(self) -> frozenset[str]:
        """Their source ids."""
        return frozenset(e.source.id for e in self.sources if e.source.role is Role.DRAFT)

    @property
    def documents(self) -> list[Document]:
        return [entry.document for entry in self.sources if entry.document]

    def hash_of(self, path: str) -> str:
        """The hash of a file; "" where there is none to read."""
        if not self.hashes:
            self.hashes |= {each.path: each.sha256 for each in self.documents}
        if path not in self.hashes:
            self.hashes[path] = ""
            with suppress(ProvenanceError):
                self.hashes[path] = sha256_of(self.root, path)
        return self.hashes[path]

    def is_gone(self, path: str, digest: str) -> bool:
        """Whether a draft changed since and the copy of what it was is not there."""
        versions = self._versions(path, digest)
        return versions is not None and versions.old is None

    def drifted(self, claim: Claim, drafts: Hashes) -> tuple[Drifted, ...]:
        """What became of a claim's words in drafts that were kept with these hashes."""
        return tuple(
            drifted for path, digest in drafts for drifted in self._of_one(claim, path, digest)
        )

    def _of_one(self, claim: Claim, path: str, digest: str) -> list[Drifted]:
        entry = self._draft(path)
        versions = self._versions(path, digest)
        if entry is None or entry.document is None or versions is None:
            return []
        told: list[Drifted] = []
        for statement in claim.statements:
            if statement.source != entry.source.id:
                continue
            became = versions.became(statement)
            if became is None or became.kind is None:
                continue
            span, document = became.span, entry.document
            line = document.line_of(span.start) if span else 0
            now = span.of(document.text) if span else ""
            told.append(
                Drifted(claim.id, entry.source.id, became.kind, became.was, now, Place(path, line))
            )
        return told

    def _draft(self, path: str) -> ReadSource | None:
        mine = (e for e in self.sources if e.source.path == path and e.source.role is Role.DRAFT)
        return next(mine, None)

    def _versions(self, path: str, digest: str) -> Versions | None:
        """The draft then and now; None where it is the same, or is no draft any more."""
        entry = self._draft(path)
        if entry is None or entry.document is None:
            return None
        if hash_of_text(entry.document.text) == digest:
            return None
        if (path, digest) not in self.versions:
            old = copy_of(self.root, digest)
            self.versions[path, digest] = Versions(old, entry.document.text)
        return self.versions[path, digest]
