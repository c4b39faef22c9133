"""Whether a source is still, to the byte, what was recorded."""

from __future__ import annotations

from hashlib import file_digest
from pathlib import Path

from provenance.errors import Place, Problem, inert, problem_error, quoted
from provenance.model.sources import Source
from provenance.workspace.paths import inside


def sha256_of(root: Path, relative: str) -> str:
    """The SHA-256 of a file's bytes, in lower-case hexadecimal."""
    try:
        with inside(root, relative).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise problem_error(
            "unreadable",
            f"the file cannot be read: {error.strerror}",
            place=Place(relative),
            hint="check who may read it",
        ) from None


def changed(source: Source, actual: str) -> Problem | None:
    """What says that a source's bytes are not those recorded; None when they are, or none were."""
    if not source.sha256 or source.sha256 == actual:
        return None
    return Problem(
        "source-changed",
        f"{quoted(source.path)} is not the file that was recorded: "
        f"its hash was {source.sha256} and is now {actual}",
        source.sha256_place,
        f"if the change is meant, record it with `provenance add {inert(source.path)}`",
    )
