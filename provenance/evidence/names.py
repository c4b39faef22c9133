"""Names and texts folded to keys, so that two ways of writing one bearer compare as equal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Aliases:
    """Groups of names for one bearer each, as the settings list them."""

    groups: tuple[tuple[str, ...], ...] = ()

    def key(self, name: str) -> str:
        """The folded name; the same for every name of one group."""
        raise NotImplementedError
