"""What the checks look at: the parts of a dossier, before there are findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from provenance.model.dossier import ReadSource
from provenance.model.verdicts import Row


@dataclass(frozen=True)
class Subject:
    sources: tuple[ReadSource, ...]
    rows: tuple[Row, ...]

    @cached_property
    def by_id(self) -> Mapping[str, ReadSource]:
        return {entry.source.id: entry for entry in self.sources}
