"""What an empty workspace says: what was read, what was found, and what to do next."""

from __future__ import annotations

from textual.content import Content

from provenance.model.dossier import Dossier
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.hints import key_of
from provenance.tui.outside import OutsideApp


def nothing_yet(dossier: Dossier, app: OutsideApp, *, writes: bool) -> Content:
    """The words of the empty board. `writes` says that the reader may write at it."""
    sources = counted(len(dossier.sources), "source")
    lines = [
        Content.styled("There is no claim to look at yet.", "bold"),
        Content(""),
        Content(f"Read: {on_one_line(str(app.root / 'seeds'))}"),
        Content(f"      {on_one_line(str(app.root / 'claims'))}"),
        Content(f"Found: {sources}, no claims."),
        *(
            Content.styled(f"Left out: {on_one_line(str(problem))}", "$warning")
            for problem in dossier.problems
        ),
        Content(""),
        *(_keys(dossier, app) if writes else ()),
        Content("At the command line:"),
        *_commands(dossier),
    ]
    return Content("\n").join(lines)


def _keys(dossier: Dossier, app: OutsideApp) -> list[Content]:
    if not dossier.sources:
        does = "adds your first source: pick a file, say what it is"
    else:
        does = "writes a question; what the sources say on it is then proposed"
    read = "lists the sources, each to be read; its words become statements there"
    listed = [_command(key_of(app, "app.sources"), read)] if dossier.sources else []
    return [_command(key_of(app, "app.add"), does), *listed, Content("")]


def _commands(dossier: Dossier) -> list[Content]:
    if not dossier.sources:
        return [
            _command("provenance add FILE…", "puts a document among the sources"),
            _command("provenance init", "writes a first claim to start from"),
        ]
    return [_command("provenance check", "tells all that stands on the board as text")]


def _command(command: str, does: str) -> Content:
    return Content.assemble("  ", (command, "bold $primary"), ("   " + does, "$muted"))
