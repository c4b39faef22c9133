"""The keys that a workspace gives to commands of the board."""

from __future__ import annotations

from pathlib import Path

from provenance.errors import Place
from provenance.workspace.folder import settings_of
from provenance.workspace.paths import is_workspace


def keys_of(root: Path) -> tuple[dict[str, str], dict[str, Place]]:
    """The keys that the settings give to commands of the board, and where each is set."""
    keys = settings_of(root.resolve())[0].keys if is_workspace(root) else ()
    return {id: keys for id, keys, _ in keys}, {id: place for id, _, place in keys}
