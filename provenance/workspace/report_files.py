"""Puts rendered reports into `reports/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from provenance.workspace.edits import write
from provenance.workspace.paths import REPORTS


def write_reports(root: Path, rendered: Mapping[str, str]) -> tuple[str, ...]:
    """Write each report under its file name; the paths written, relative to the workspace.

    Each is whole or not there. Raises `ProvenanceError`, slug `unwritable`, at the first that
    cannot be written.
    """
    written: list[str] = []
    for name, text in rendered.items():
        path = f"{REPORTS}/{name}"
        write(root, path, text.encode("utf-8"))
        written.append(path)
    return tuple(written)
