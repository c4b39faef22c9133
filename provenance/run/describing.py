"""What forms ask of sources before there is one: names made from a file's, types, entries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain, count
from pathlib import Path

from provenance.errors import ProvenanceError, inert
from provenance.evidence.bad_value import BadValue
from provenance.evidence.date_hints import meant
from provenance.evidence.edtf_dates import read_date as read_date
from provenance.model.bibliography import Reference
from provenance.readers.bibliography import ENDINGS as BIBLIOGRAPHY_ENDINGS
from provenance.readers.bibliography import read_bibliography
from provenance.readers.imprint import Said, imprint
from provenance.readers.read import ENDINGS as SOURCE_ENDINGS
from provenance.workspace.paths import SEEDS
from provenance.workspace.schema import schema_named
from provenance.workspace.sources import slug, title_of
from provenance.workspace.start import path_beside

ENDINGS_OF_SOURCES, ENDINGS_OF_BIBLIOGRAPHIES = SOURCE_ENDINGS, BIBLIOGRAPHY_ENDINGS
"""How the names of files end that can be read as such."""


@cache
def source_types() -> tuple[str, ...]:
    """CSL's types, as a description may name them."""
    named = schema_named("source")["properties"]["type"]["enum"]
    return tuple(type for type in named if type)


def source_id(file: str) -> str:
    """An id made from a file's name."""
    return slug(file)


def source_title(file: str) -> str:
    """A title made from a file's name."""
    return title_of(file)


def seed_path(root: Path, file: Path) -> str:
    """Where a file lies once it is a source, from the workspace on: beside one of its name."""
    try:
        return path_beside(root, file)
    except ProvenanceError:
        return f"{SEEDS}/{file.name}"


def references_in(file: Path) -> tuple[Reference, ...]:
    """The entries of a bibliography. Raises `ProvenanceError` where there is none to be had."""
    found = read_bibliography(file, str(file))
    if not found.references and found.problems:
        raise ProvenanceError(*found.problems)
    return found.references


def said_of_itself(file: Path) -> tuple[Said, ...]:
    """What a file says of itself, for a form to propose: dates as files have them, those that
    cannot be read left out. Nothing where the file cannot be opened: adding it will say why."""
    try:
        found = imprint(file, inert(str(file)))
    except ProvenanceError:
        return ()
    return tuple(read for said in found if (read := _readable(said)))


def _readable(said: Said) -> Said | None:
    if said.field != "issued":
        return said
    date = date_meant(said.text)
    try:
        read_date(date)
    except BadValue:
        return None
    return Said(said.field, date, said.basis)


def free_id(id: str, taken: Iterable[str]) -> str:
    """The id, or where it is taken the first that is not: `letter-2`."""
    others = {each.casefold() for each in taken}
    numbered = (f"{id}-{number}" for number in count(2))
    return next(each for each in chain((id,), numbered) if each.casefold() not in others)


def date_meant(text: str) -> str:
    """A date as files have it, from one in words that can mean only one: `16 March 1842` is
    `1842-03-16`. What is not understood stays as it is."""
    written = text.strip()
    try:
        read_date(written)
    except BadValue:
        edtf = meant(written)
        try:
            read_date(edtf)
        except BadValue:
            return written
        return edtf
    return written
