"""The bibliography for a person: each work, who cites it, and which spellings were joined in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from provenance.model.bibliography import ListedWork
from provenance.rendering.citations_in_words import entry_in_words, joined_in_words
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import Paper, laid_out


def works(listed: Sequence[ListedWork], *, width: int | None, colour: bool) -> str:
    """Every work with its key, by which the settings can join it or keep it apart."""
    paper = Paper(width, colour)
    lines = laid_out(f"{counted(len(listed), 'work')} cited", paper, style="bold")
    for work in listed:
        lines += ["", *laid_out(work.label, paper, style="bold")]
        lines += laid_out(work.key, paper, lead="key: ", indent=2)
        times = Counter(source for source, _ in work.cited)
        cited = ", ".join(f"{on_one_line(id_)} ({number}×)" for id_, number in times.items())
        lines += laid_out(cited or "by no note", paper, lead="cited by: ", indent=2)
        for said in joined_in_words(work):
            lines += laid_out(said, paper, lead="joined: ", indent=2)
        entry = entry_in_words(work)
        lines += laid_out(entry, paper, indent=2) if entry else []
    return "\n".join(lines) + "\n"
