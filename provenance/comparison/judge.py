"""A claim's row: every pair of statements related, every cell marked, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping

from provenance.model.claims import Claim
from provenance.model.documents import Document
from provenance.model.sources import Source
from provenance.model.verdicts import Cell, Relation, Row


def judge(
    claim: Claim,
    cells: tuple[Cell, ...],
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
) -> Row:
    """Relate, mark and judge. `cells` come in the order of the board; their marks are ignored.

    `documents` holds what was read, by source id; it tells which cited notes have a body.
    """
    raise NotImplementedError


def marks_against(row: Row, base: str | None) -> dict[str, Relation | None]:
    """By source id, the firmest relation to the base column; None for `base`: to all others."""
    raise NotImplementedError
