"""The texts of sources as they were recorded: what a changed file is compared with."""

from __future__ import annotations

from pathlib import Path

from provenance.workspace.cache import FOLDER, keep, recall

MOST_KEPT = 4_000_000
"""Code points of the longest text that is kept."""


def keep_text(root: Path, sha256: str, text: str) -> None:
    """Keep the text that a file with this hash has, unless it is kept."""
    if len(text) <= MOST_KEPT and not (root / FOLDER / _name(sha256)).exists():
        keep(root, _name(sha256), text.encode("utf-8", "surrogatepass"))


def text_of(root: Path, sha256: str) -> str | None:
    """The text that the file with this hash had; None where it is not kept."""
    content = recall(root, _name(sha256))
    return None if content is None else content.decode("utf-8", "surrogatepass")


def _name(sha256: str) -> str:
    return f"text-{sha256}.txt"
