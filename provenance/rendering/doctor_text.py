"""What `provenance doctor` examined: is everything installed, readable, unchanged."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.housekeeping import Examined, Health
from provenance.rendering.json_text import dumps
from provenance.rendering.statements_in_words import counted
from provenance.rendering.wrapping import Paper, laid_out

_STYLES = {Health.WELL: "", Health.NOTED: "bold", Health.ILL: "bold red"}


def text(examined: Iterable[Examined], *, colour: bool, width: int | None = None) -> str:
    """One thing a line, in the order given, then how many of them are wrong."""
    every, paper = list(examined), Paper(width, colour)
    lines: list[str] = []
    for thing in every:
        said = f"{thing.subject}: {thing.said}" if thing.said else thing.subject
        lead, style = f"{thing.health.value:<6}", _STYLES[thing.health]
        lines += laid_out(said, paper, lead=lead, style=style)
        if thing.hint:
            lines += laid_out(thing.hint, paper, lead="hint: ", indent=6)
    ill = sum(thing.is_error for thing in every)
    lines += ["", *laid_out(f"{counted(len(every), 'thing')} examined, {ill} wrong", paper)]
    return "\n".join(lines) + "\n"


def json(examined: Iterable[Examined]) -> str:
    """The same as `provenance/doctor/1`."""
    told = {
        "schema": "provenance/doctor/1",
        "examined": [
            {
                "subject": thing.subject,
                "health": thing.health.value,
                "said": thing.said,
                "hint": thing.hint or None,
            }
            for thing in examined
        ],
    }
    return dumps(told)
