"""The baseline on disk: one line a finding, sorted, so that git merges what two people change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.model.baseline import KnownFinding
from provenance.workspace.edits import write
from provenance.workspace.fields import Fields
from provenance.workspace.paths import content_of
from provenance.workspace.quoting import as_line
from provenance.workspace.schema import check
from provenance.workspace.yaml_nodes import decoded, parse

BASELINE_FILE = "audit-baseline.yaml"
_HEADING = """\
# Findings that were there when the audit was adopted: they are counted, and only others fail it.
# `provenance audit --write-baseline` writes this file anew, without those that were mended.
"""
_LONGEST = 120
"""Code points of what a finding said: enough for a person to know it again."""


def read_baseline(folder: Path) -> tuple[KnownFinding, ...]:
    """What a folder's baseline lists, in its order; () where there is none.

    Of two lines with one fingerprint, as git may leave them, the larger count holds. Raises all
    that is wrong with the file.
    """
    if not (folder / BASELINE_FILE).exists():
        return ()
    root = parse(decoded(content_of(folder, BASELINE_FILE), BASELINE_FILE), BASELINE_FILE)
    problems = list(check(root, "baseline"))
    if problems:
        raise ProvenanceError(*problems)
    found: dict[str, KnownFinding] = {}
    for item in Fields(root, problems).mappings("findings"):
        known = KnownFinding(
            item.text("fingerprint"),
            item.text("code"),
            item.text("file"),
            item.text("said"),
            int(item.text("count") or 1),
        )
        before = found.get(known.fingerprint)
        if before is None or before.count < known.count:
            found[known.fingerprint] = known
    return tuple(found.values())


def write_baseline(folder: Path, baseline: Sequence[KnownFinding]) -> str:
    """Write a folder's baseline; its path from the folder on. Raises `ProvenanceError`."""
    lines = [as_line(_item(known), "  ") for known in baseline]
    text = "findings: []\n" if not lines else "\n".join(["findings:", *lines, ""])
    write(folder, BASELINE_FILE, (_HEADING + text).encode("utf-8", "replace"))
    return BASELINE_FILE


def _item(known: KnownFinding) -> dict[str, str | list[str]]:
    said = known.said if len(known.said) <= _LONGEST else known.said[: _LONGEST - 1] + "…"
    item: dict[str, str | list[str]] = {"code": known.code, "fingerprint": known.fingerprint}
    if known.count > 1:
        item["count"] = str(known.count)
    return item | {"file": _whole(known.file), "said": _whole(said)}


def _whole(text: str) -> str:
    """The text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
