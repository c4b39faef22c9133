"""Starting a workspace, adding to it, examining it, and writing its reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from provenance.errors import Problem
from provenance.model.dossier import Dossier
from provenance.model.housekeeping import Added, Examined, Started
from provenance.readers.read import read
from provenance.rendering import report_html, report_json, report_markdown
from provenance.rendering.json_text import dumps
from provenance.workspace import doctor, start
from provenance.workspace.folder import open_workspace
from provenance.workspace.paths import find_root
from provenance.workspace.report_files import write_reports


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


def claims_of(root: Path) -> tuple[str, ...]:
    """The ids of a workspace's claims. Raises `ProvenanceError` when `root` is none."""
    return tuple(claim.id for claim in open_workspace(root).claims)


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
