"""What lets git merge two people's work on the claims: a file it reads in their folder."""

from __future__ import annotations

from pathlib import Path

from provenance.workspace.edits import write
from provenance.workspace.paths import CLAIMS, inside

ATTRIBUTES_FILE = f"{CLAIMS}/.gitattributes"
_RULES = """\
# Where two people each add a statement to a claim, git keeps both. If both changed one line, both
# versions of it are kept, and `provenance doctor` names the key that then stands there twice.
*.yaml merge=union
"""


def keep_both_sides(root: Path) -> bool:
    """Write the file unless there is one; whether that was so. Raises `ProvenanceError`."""
    if inside(root, ATTRIBUTES_FILE).exists():
        return False
    write(root, ATTRIBUTES_FILE, _RULES.encode("utf-8"))
    return True
