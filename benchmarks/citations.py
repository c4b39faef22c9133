"""A random sample of the citations found in given files, to be judged by reading.

The sample depends on the files, the seed and what the program finds: the same three give the same
sample.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 70
_HEAD = "| | where | surname | title | year | pages | work |\n|---|---|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class _Found:
    """A citation with its place among all that were found."""

    place: int
    where: str
    cells: tuple[str, ...]


def sample(files: Sequence[Path], seed: int, size: int) -> str:
    """A table in Markdown of `size` citations, in the order in which they stand in the files.

    The work a citation was tied to is "=" where its title is the one the citation gives.
    """
    every = [found for number, file in enumerate(files) for found in _citations(file, number)]
    chosen = random.Random(seed).sample(every, min(size, len(every)))
    rows = (
        f"| {number} | {found.where} | {' | '.join(found.cells)} |"
        for number, found in enumerate(sorted(chosen, key=lambda found: found.place), 1)
    )
    return "\n".join([f"{len(every)} citations, seed {seed}", "", _HEAD, *rows])


def _citations(file: Path, number: int) -> Iterator[_Found]:
    command = [sys.executable, "-m", "provenance", "read", str(file), "--json"]
    answer = json.loads(subprocess.run(command, check=False, capture_output=True).stdout)
    works = {work["id"]: work for work in answer["works"]}
    for note in answer["notes"]:
        for citation in note["citations"]:
            work = works.get(citation["work"])
            title = work["title"] if work else "–"
            yield _Found(
                place=number * 10**9 + citation["start"],
                where=f"{file.stem} n. {note['label']}",
                cells=(
                    ", ".join(citation["author"]),
                    _short(citation["title"]),
                    citation["year"],
                    citation["pages"],
                    "=" if title == citation["title"] else _short(title),
                ),
            )


def _short(text: str) -> str:
    text = text.replace("|", "/")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
