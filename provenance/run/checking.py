"""A whole workspace, read, lined up and judged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from provenance.citations.together import Together, together
from provenance.evidence.finding import find
from provenance.model.decisions import in_force, rejected
from provenance.model.dossier import Dossier
from provenance.model.search import Search
from provenance.model.verdicts import Row
from provenance.run.laid_out import LaidOut, laid_out
from provenance.run.progress import Progress, Tell, tell_nobody
from provenance.run.proposals import Proposals
from provenance.run.reader import ANYBODY, Reader
from provenance.run.sources import known_names, read_sources
from provenance.run.standing import Last
from provenance.workspace.folder import open_workspace

_LOOKING = "still looking for passages"
_TOGETHER: Last[Together] = Last()


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
    laid = _laid_out(root, tell, reader)
    if confirmed_only:
        rows = tuple(laid.row(claim, None) for claim in laid.workspace.claims)
    else:
        rows = _searched(laid, tell)
    total = len(laid.workspace.sources) + len(laid.workspace.claims)
    tell(Progress("tracing origins", total, total))

    def half() -> Dossier:
        return laid.dossier(rows, (), is_searched=False)

    return laid.dossier(rows, laid.families(lambda each: tell(replace(each, so_far=half))))


def search(root: Path, claim: str, tell: Tell = tell_nobody) -> Search:
    """The passages of every source that may speak on a claim, best first within each.

    KeyError where there is no such claim; raises `ProvenanceError` when `root` is no workspace.
    """
    workspace = open_workspace(root)
    wanted = {each.id: each for each in workspace.claims}[claim]
    sources, problems = read_sources(workspace, tell, len(workspace.sources))
    return find(wanted, sources, workspace.settings.aliases, (*workspace.problems, *problems))


def _laid_out(root: Path, tell: Tell, reader: Reader) -> LaidOut:
    workspace = open_workspace(root)
    total = len(workspace.sources) + len(workspace.claims)
    alone, problems = read_sources(workspace, tell, total)
    known, unread = known_names(workspace)
    seen = _TOGETHER.of((alone, known), lambda: together(alone, known))
    return laid_out(workspace, seen, reader, (*problems, *unread))


def _searched(laid: LaidOut, tell: Tell) -> tuple[Row, ...]:
    """Every claim, judged on what people confirmed and on what is proposed. Where somebody stops
    it, what was proposed until then is kept."""
    workspace, sources = laid.workspace, laid.seen.sources
    refused = rejected(in_force(workspace.decisions))
    proposals = Proposals(workspace.root, sources, workspace.settings.aliases, refused)
    rows: list[Row] = []

    def half() -> Dossier:
        waiting = (laid.row(claim, None) for claim in workspace.claims[len(rows) :])
        return laid.dossier((*rows, *waiting), (), is_searched=False)

    total = len(workspace.claims) * len(sources)
    try:
        for claim in workspace.claims:
            done = len(rows) * len(sources)
            tell(Progress(f"comparing {claim.id}", done, total, _LOOKING, half))
            rows.append(laid.row(claim, proposals.of))
    finally:
        proposals.keep(is_whole=len(rows) == len(workspace.claims))
    return tuple(rows)
