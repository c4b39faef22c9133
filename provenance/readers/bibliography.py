"""The one way from a bibliography that a user keeps to its entries, in whichever form it is kept.

The content decides which form it is: BibTeX, RIS or CSL-JSON.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from provenance.errors import Place, Problem, ProvenanceError, problem_error, quoted
from provenance.model.bibliography import Reference
from provenance.readers.read import read

_BIBTEX = re.compile(r"^[ \t]*@[ \t]*[a-z]+\s*[{(]", re.IGNORECASE | re.MULTILINE)
_RIS = re.compile(r"^TY {0,2}- ?", re.MULTILINE)
_JSON = re.compile(r"\s*[\[{]")
_FORMS = (
    (_JSON.match, "provenance.readers.bibliography_csl", "read_csl"),
    (_RIS.search, "provenance.readers.bibliography_ris", "read_ris"),
    (_BIBTEX.search, "provenance.readers.bibliography_bibtex", "read_bibtex"),
)


ENDINGS = frozenset({".bib", ".bibtex", ".ris", ".json", ".txt"})
"""How the names of bibliographies end, in lower case."""


@dataclass(frozen=True, slots=True)
class ReadBibliography:
    references: tuple[Reference, ...] = ()
    """In the order of the file."""
    problems: tuple[Problem, ...] = ()
    """Entries that were left out, and why."""


def read_bibliography(path: Path, shown: str) -> ReadBibliography:
    """The entries of a file, those that can be read; of entries with one key the first.

    Raises `ProvenanceError` where the file cannot be read at all: the slugs of `read`, and
    `bad-bibliography` where it holds none.
    """
    document = read(path, shown)
    for is_form, module, name in _FORMS:
        if document.format in ("txt", "md") and is_form(document.text):
            reader: Callable[[str, str], ReadBibliography] = getattr(import_module(module), name)
            return _without_twins(reader(document.text, shown))
    if not document.text.strip():
        return ReadBibliography()
    raise problem_error(
        "bad-bibliography",
        "this is no bibliography in BibTeX, RIS or CSL-JSON",
        place=Place(shown),
        hint="export it from your reference manager in one of these forms",
    )


def _without_twins(found: ReadBibliography) -> ReadBibliography:
    first: dict[str, Reference] = {}
    problems = list(found.problems)
    for entry in found.references:
        twin = first.setdefault(entry.id, entry)
        if twin is not entry:
            message = f"{quoted(entry.id)} is also the key of the entry at {twin.place}"
            hint = "give one of them another key; the first was taken"
            problems.append(Problem("duplicate-id", message, entry.place, hint))
    return ReadBibliography(tuple(first.values()), tuple(problems))


def left_out(message: str, place: Place, hint: str = "the other entries were read") -> Problem:
    """What is said of an entry that cannot be read."""
    return Problem("bad-bibliography", message, place, hint)


def none_of_it(message: str, place: Place, hint: str = "") -> ProvenanceError:
    """What is raised where nothing of a file can be read."""
    return problem_error("bad-bibliography", message, place=place, hint=hint)
