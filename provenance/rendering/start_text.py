"""What `provenance init` and `provenance add` did, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.sources import Source
from provenance.rendering.statements_in_words import counted
from provenance.rendering.wrapping import Paper, laid_out

_UNWRAPPED = Paper(width=None)


def started(made: Sequence[str], folder: str) -> str:
    """What was made in a folder, by path, and the next step; also where all was there before."""
    if made:
        lines = laid_out(f"Started a workspace in {folder}:", _UNWRAPPED)
        for path in made:
            lines += laid_out(path, _UNWRAPPED, indent=2)
    else:
        lines = laid_out(f"{folder} is a workspace already; nothing was changed.", _UNWRAPPED)
    lines += laid_out("provenance add FILE – copy in the first source", _UNWRAPPED, lead="Next: ")
    return "\n".join(lines) + "\n"


def added(sources: Sequence[Source]) -> str:
    """The sources that were added, by id, and the next step."""
    lines = laid_out(f"Added {counted(len(sources), 'source')}:", _UNWRAPPED)
    for source in sources:
        described = f"{source.path} (described in {source.place.path})"
        lines += laid_out(described, _UNWRAPPED, lead=f"{source.id}: ", indent=2)
    step = "write a question in claims/NAME.yaml, then run: provenance check"
    lines += laid_out(step, _UNWRAPPED, lead="Next: ")
    return "\n".join(lines) + "\n"
