"""One text at a time: what we see of it, and where in it a quotation stands."""

from __future__ import annotations

from pathlib import Path

import click

from provenance import run
from provenance.cli import options
from provenance.cli.streams import put, put_exactly, wants_colour, width
from provenance.model.alignments import Found
from provenance.model.values import DateValue

FILE = click.argument("file", type=click.Path(path_type=Path))


@click.command(epilog="Example: provenance read seeds/cable.txt --text")
@FILE
@options.as_json
@options.plain
@click.option("--text", is_flag=True, help="The canonical text alone, in which offsets count.")
@click.option("--alone", is_flag=True, help="Leave the other sources unread: no garbles are told.")
@click.option("--date", metavar="EDTF", help="When FILE was written, where nothing says so.")
def read(*, file: Path, json: bool, plain: bool, text: bool, alone: bool, date: str | None) -> None:
    """What the tool sees of FILE: text, notes, works, dates, garbles, and what it cannot read."""
    from provenance.rendering import read_json, read_text
    from provenance.rendering.json_text import dumps

    if text:
        put_exactly(run.read_file(file).text)
        return
    reading = run.read_closely(file, written=_written(date), alone=alone)
    if json:
        put(dumps(read_json.read(reading)))
    else:
        put(read_text.read(reading, width=width(), colour=wants_colour(plain=plain)))


def _written(date: str | None) -> DateValue | None:
    from provenance.evidence.edtf_dates import read_date
    from provenance.evidence.values import BadValue

    try:
        return read_date(date) if date else None
    except BadValue as error:
        raise click.BadParameter(f"{error.message}: {error.hint}", param_hint="--date") from None


@click.command(epilog='Example: provenance locate seeds/cable.txt "prepared to accept"')
@FILE
@click.argument("words")
@options.as_json
@options.plain
@click.option("--prefix", default="", help="Words that stand before it, where it stands twice.")
@click.option("--suffix", default="", help="Words that stand after it, where it stands twice.")
def locate(*, file: Path, words: str, json: bool, plain: bool, prefix: str, suffix: str) -> int:
    """Where in FILE the quotation WORDS stands, and how its wording differs there."""
    from provenance.alignment.locate import Locator
    from provenance.rendering import locate_json, locate_text
    from provenance.rendering.json_text import dumps

    document = run.read_marked(file)
    locator = Locator(document.text, [marker.span for marker in document.markers])
    located = locator.locate(words, prefix=prefix, suffix=suffix)
    if json:
        put(dumps(locate_json.locate(document, words, located)))
    else:
        colour = wants_colour(plain=plain)
        put(locate_text.locate(document, words, located, width=width(), colour=colour))
    return int(located.found in (Found.NONE, Found.SEVERAL))
