"""Which source a sentence names: `Harriman reported`, by author or by title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from provenance.model.dossier import ReadSource
from provenance.model.names import fold_name, fold_text

_SUPPLIED = re.compile(r"\s*\[.*\]\s*", re.DOTALL)
_SHORTEST = 4
"""Letters of the shortest family name or title that is looked for."""


class NamedSources:
    """Sources by what a sentence may call them."""

    def __init__(self, sources: Iterable[ReadSource]) -> None:
        self._sources = tuple(sources)

    @cached_property
    def _names(self) -> dict[str, str]:
        """By folded name, the one source it stands for."""
        found: dict[str, set[str]] = {}
        for entry in self._sources:
            source = entry.source
            names = {
                fold_name(author).split()[-1] for author in source.authors if fold_name(author)
            }
            titles = (source.title, source.described_as("title-short"))
            names |= {fold_text(t) for t in titles if t and not _SUPPLIED.fullmatch(t)}
            for name in names:
                found.setdefault(name, set()).add(source.id)
        alone = {name: min(ids) for name, ids in found.items() if len(ids) == 1}
        return {name: id_ for name, id_ in alone.items() if len(name) >= _SHORTEST}

    def only(self, sentence: str) -> str:
        """The id of the one source a sentence names; "" where it names none, or several."""
        folded = f" {fold_text(sentence)} "
        found = {id_ for name, id_ in self._names.items() if f" {name} " in folded}
        return min(found) if len(found) == 1 else ""
