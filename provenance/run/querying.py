"""The list of queries for an author: numbers kept, states told."""

from __future__ import annotations

from pathlib import Path

from provenance.model.audit import Audit
from provenance.model.queries import Query, numbers_for, queries
from provenance.run.silencing import in_scope
from provenance.workspace.query_numbers import read_numbers, write_numbers


def query_list(folder: Path, audit: Audit) -> tuple[Query, ...]:
    """Every query of the audited drafts by number; new ones get the next numbers, on disk as well.

    Raises `ProvenanceError` where the numbers cannot be read or written.
    """
    before = read_numbers(folder)
    numbers = numbers_for(audit, before, lambda file: not (folder / file).exists())
    if numbers != before:
        write_numbers(folder, numbers)
    return queries(audit, numbers, in_scope(audit, folder))
