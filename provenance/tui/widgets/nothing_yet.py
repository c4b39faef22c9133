"""What an empty workspace says: what was read, what was found, and what to do next."""

from __future__ import annotations

from pathlib import Path

from textual.content import Content

from provenance.model.dossier import Dossier
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line


def nothing_yet(dossier: Dossier, root: Path) -> Content:
    """The words of the empty board."""
    sources = counted(len(dossier.sources), "source")
    lines = [
        Content.styled("There is no claim to look at yet.", "bold"),
        Content(""),
        Content(f"Read: {on_one_line(str(root / 'seeds'))}"),
        Content(f"      {on_one_line(str(root / 'claims'))}"),
        Content(f"Found: {sources}, no claims."),
        *(
            Content.styled(f"Left out: {on_one_line(str(problem))}", "$warning")
            for problem in dossier.problems
        ),
        Content(""),
        Content("Do next, then press c:"),
        Content(""),
        *_commands(dossier),
    ]
    return Content("\n").join(lines)


def _commands(dossier: Dossier) -> list[Content]:
    if not dossier.sources:
        return [
            _command("provenance add FILE…", "puts a document among the sources"),
            _command("provenance init", "writes a first claim to start from"),
        ]
    path = dossier.sources[0].source.path
    return [
        _command(f'provenance locate {on_one_line(path)} "words"', "finds the words to quote"),
        _command("provenance check", "reads claims/NAME.yaml once you wrote it"),
    ]


def _command(command: str, does: str) -> Content:
    return Content.assemble("  ", (command, "bold $primary"), ("   " + does, "$muted"))
