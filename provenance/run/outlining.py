"""A workspace in outline: its questions and its sources, before any source was read."""

from __future__ import annotations

from pathlib import Path

from provenance.model.claims import Claim
from provenance.model.decided import Decided
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.sources import Source
from provenance.model.verdicts import Cell, CellState, Origins, Row, Verdict
from provenance.run.reader import Reader
from provenance.workspace.folder import open_workspace

_SOURCE_WAITS = "the check has not come to it yet"
_CELL_WAITS = "Not read so far: the check has only begun."
_ROW_WAITS = "Nothing is compared so far: the check has only begun."
_NO_ORIGINS = Origins(0, 0, 0, 0)


def outline(root: Path, reader: Reader) -> Dossier:
    """The board that a check will fill: no cell of it is read, and nothing is found or decided.

    Raises `ProvenanceError` when `root` is no workspace.
    """
    workspace = open_workspace(root)
    settings = workspace.settings
    # Every row waits for the same, so they share what they are made of.
    cells = tuple(_cell(source) for source in workspace.sources)
    return Dossier(
        title=settings.title or workspace.root.name,
        sources=tuple(map(_unread, workspace.sources)),
        rows=tuple(_row(claim, cells) for claim in workspace.claims),
        problems=workspace.problems,
        letters=settings.letters,
        decided=Decided(
            signer=reader.signs(settings.initials),
            is_signer_guessed=reader.is_guessed(settings.initials),
        ),
        is_searched=False,
        is_compared=False,
    )


def _unread(source: Source) -> ReadSource:
    return ReadSource(source, None, SourceState.UNREAD, source.unusable or _SOURCE_WAITS)


def _cell(source: Source) -> Cell:
    return Cell(source.id, CellState.UNREAD, None, _CELL_WAITS)


def _row(claim: Claim, cells: tuple[Cell, ...]) -> Row:
    return Row(claim, Verdict.OPEN, _ROW_WAITS, cells, (), _NO_ORIGINS)
