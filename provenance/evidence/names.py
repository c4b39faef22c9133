"""Names of one bearer, as the settings list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from provenance.model.names import fold_name


@dataclass(frozen=True)
class Aliases:
    """Groups of names for one bearer each. Groups that share a name are one."""

    groups: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _representative(self) -> Mapping[str, str]:
        chosen: dict[str, str] = {}
        for group in self.groups:
            keys = [fold_name(name) for name in group]
            known = sorted({chosen[key] for key in keys if key in chosen})
            first = known[0] if known else keys[0] if keys else ""
            chosen = {key: first if at in known else at for key, at in chosen.items()}
            chosen.update(dict.fromkeys(keys, first))
        return chosen

    def key(self, name: str) -> str:
        """The folded name; the same for every name of one group."""
        folded = fold_name(name)
        return self._representative.get(folded, folded)
