"""The numbers of queries on disk: one line a query, so that git merges what two people add."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from provenance.errors import Problem, ProvenanceError, quoted
from provenance.model.queries import Numbered
from provenance.workspace.edits import write
from provenance.workspace.fields import Fields
from provenance.workspace.paths import content_of
from provenance.workspace.quoting import as_line
from provenance.workspace.schema import check
from provenance.workspace.yaml_nodes import decoded, parse

NUMBERS_FILE = "audit-queries.yaml"
_HEADING = """\
# The number of each query to the author. `provenance audit --queries` adds to it and takes nothing
# away, so that a number means the same query in every list that was sent.
"""
_LONGEST = 200
"""Code points of a text that are kept: enough to show what a mended query was about."""


def read_numbers(folder: Path) -> tuple[Numbered, ...]:
    """The numbers a folder keeps, by number; () where it keeps none.

    Raises all that is wrong with the file; also where two queries have one number.
    """
    if not (folder / NUMBERS_FILE).exists():
        return ()
    root = parse(decoded(content_of(folder, NUMBERS_FILE), NUMBERS_FILE), NUMBERS_FILE)
    problems = list(check(root, "queries"))
    if problems:
        raise ProvenanceError(*problems)
    found: dict[str, Numbered] = {}
    taken: dict[int, str] = {}
    for item in Fields(root, problems).mappings("queries"):
        numbered = Numbered(
            int(item.text("number")),
            item.text("fingerprint"),
            item.text("code"),
            item.text("file"),
            item.text("said"),
            item.text("words"),
        )
        if taken.setdefault(numbered.number, numbered.fingerprint) != numbered.fingerprint:
            message = f"two queries have the number {quoted(str(numbered.number))}"
            hint = "give the one that was not sent to the author yet the next free number"
            problems.append(Problem("bad-value", message, item.place("number"), hint))
        found.setdefault(numbered.fingerprint, numbered)
    if problems:
        raise ProvenanceError(*problems)
    return tuple(sorted(found.values(), key=lambda each: each.number))


def write_numbers(folder: Path, numbers: Sequence[Numbered]) -> None:
    """Write the numbers a folder keeps. Raises `ProvenanceError`."""
    lines = [as_line(_item(each), "  ") for each in numbers]
    text = "queries: []\n" if not lines else "\n".join(["queries:", *lines, ""])
    write(folder, NUMBERS_FILE, (_HEADING + text).encode("utf-8"))


def _item(each: Numbered) -> dict[str, str | list[str]]:
    item: dict[str, str | list[str]] = {
        "number": str(each.number),
        "fingerprint": each.fingerprint,
        "code": each.code,
        "file": _kept(each.file),
        "said": _kept(each.said),
    }
    return item | ({"words": _kept(each.words)} if each.words else {})


def _kept(text: str) -> str:
    """The text without half characters, which no file can hold, and not too long."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1] + "…"
