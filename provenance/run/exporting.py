"""What can leave the board as a file: reports of all claims or some, and the works cited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from provenance.model.dossier import Dossier
from provenance.rendering import (
    report_html,
    report_json,
    report_markdown,
    works_bibtex,
    works_csl,
    works_text,
)
from provenance.rendering.json_text import dumps
from provenance.workspace.edits import write
from provenance.workspace.paths import REPORTS, inside

_TEXT_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file."""

    id: str
    words: str
    name: str
    """The file's usual name."""
    of_claims: bool
    """Whether it can be of some claims only."""
    render: Callable[[Dossier, Sequence[str]], str]
    """The dossier, and the ids of the claims of a partial report, () for all."""


EXPORTS: tuple[Export, ...] = (
    Export("markdown", "report, Markdown", "conflicts.md", True, report_markdown.report),
    Export("html", "report, one HTML page", "conflicts.html", True, report_html.report),
    Export(
        "json",
        "report, JSON",
        "conflicts.json",
        True,
        lambda dossier, only: dumps(report_json.report(dossier, only)),
    ),
    Export(
        "bibtex",
        "works cited, BibTeX",
        "cited.bib",
        False,
        lambda dossier, _: works_bibtex.works(dossier.bibliography),
    ),
    Export(
        "csl-json",
        "works cited, CSL-JSON",
        "cited.json",
        False,
        lambda dossier, _: works_csl.dumps(works_csl.works(dossier.bibliography)),
    ),
    Export(
        "text",
        "works cited, text",
        "cited.txt",
        False,
        lambda dossier, _: works_text.works(dossier.bibliography, width=_TEXT_WIDTH, colour=False),
    ),
)


def export_path(export: Export) -> str:
    """Where a kind of file goes, from the workspace on."""
    return f"{REPORTS}/{export.name}"


def is_there(root: Path, path: str) -> bool:
    """Whether writing to a path of the workspace replaces something. Raises `ProvenanceError`
    where it leads out of the workspace."""
    return inside(root, path).exists()


def write_export(root: Path, path: str, text: str) -> int:
    """Write a rendered file, whole or not at all; its size in bytes. Raises `ProvenanceError`."""
    content = text.encode("utf-8")
    write(root, path, content)
    return len(content)
