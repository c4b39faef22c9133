"""What `provenance init` and `provenance add` did, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.dossier import ReadSource
from provenance.model.housekeeping import Added, Adding, Started
from provenance.model.revisions import revisions_in_words
from provenance.rendering.statements_in_words import counted
from provenance.rendering.wrapping import Paper, laid_out

_UNWRAPPED = Paper(width=None)
_OUTCOMES = {
    Adding.ADDED: "added; say what it is in {description}",
    Adding.UNCHANGED: "a source already, and unchanged",
    Adding.RECORDED: "changed since it was recorded; its new hash stands in {description}",
}


def started(done: Started, folder: str) -> str:
    """What was made in a folder and the next step; also where all was there before."""
    if done.made:
        lines = laid_out(f"Started a workspace in {folder}:", _UNWRAPPED)
        for path in done.made:
            lines += laid_out(path, _UNWRAPPED, indent=2)
    else:
        lines = laid_out(f"{folder} is a workspace already; nothing was changed.", _UNWRAPPED)
    lines += laid_out("provenance add FILE – copy in the first source", _UNWRAPPED, lead="Next: ")
    return "\n".join(lines) + "\n"


def added(files: Sequence[Added]) -> str:
    """What became of every file, by id, and the next step; "" where there is none."""
    if not files:
        return ""
    lines = laid_out(f"{counted(len(files), 'source')}:", _UNWRAPPED)
    for file in files:
        outcome = _OUTCOMES[file.outcome].format(description=file.description)
        if file.same_as:
            outcome += f"; the same bytes as {file.same_as}, so the two count as one origin"
        lines += laid_out(f"{file.path}, {outcome}", _UNWRAPPED, lead=f"{file.id}: ", indent=2)
    step = "run provenance, where the key + writes a question"
    lines += laid_out(step, _UNWRAPPED, lead="Next: ")
    return "\n".join(lines) + "\n"


def new_version(entry: ReadSource, touched: Sequence[tuple[str, str]]) -> str:
    """What changed in a source, and the claims whose words it takes, each with why."""
    changed = "what it was is not kept, so the changes cannot be shown"
    if entry.revised is not None:
        changed = revisions_in_words(entry.revised)
    lines = laid_out(f"{entry.source.path} changed: {changed}", _UNWRAPPED)
    if touched:
        lines += laid_out(f"{counted(len(touched), 'statement')} lost:", _UNWRAPPED)
    for claim, why in touched:
        lines += laid_out(why, _UNWRAPPED, lead=f"{claim}: ", indent=2)
    return "\n".join(lines)
