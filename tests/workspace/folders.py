"""Small workspaces on disk for tests, with no more in them than the test is about."""

from __future__ import annotations

from pathlib import Path

CABLE = "Soong expects to see Stalin again tonight.\n"
CLAIM = """\
question: When did Soong see Stalin?
type: date
statements:
  - source: cable
    quote: Soong expects to see Stalin again tonight
    says: 1945-07-05
"""


def make(root: Path, files: dict[str, str | bytes], *, with_cable: bool = True) -> Path:
    """A workspace of these files, and of a cable (id `cable`) for claims to quote."""
    ours: dict[str, str | bytes] = {"provenance.yaml": "title: Test\n"}
    if with_cable:
        ours["seeds/cable.txt"] = CABLE
    for name, content in {**ours, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    (root / "claims").mkdir(exist_ok=True)
    return root
