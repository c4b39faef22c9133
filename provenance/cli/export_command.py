"""The works that all sources cite, for reference managers and for a person."""

from __future__ import annotations

import click

from provenance import run
from provenance.cli import options
from provenance.cli.board_commands import exit_code
from provenance.cli.progress import teller
from provenance.cli.streams import put, wants_colour, width

_FORMATS = ("csl-json", "bibtex", "text")


@click.command(epilog="Example: provenance export bibtex > cited.bib")
@click.argument("format", type=click.Choice(_FORMATS))
@options.plain
def export(*, format: str, plain: bool) -> int:
    """Every work that the sources cite, once, as CSL-JSON, BibTeX or text."""
    from provenance.rendering import works_bibtex, works_csl, works_text

    dossier = run.check(options.root(), teller())
    if format == "csl-json":
        put(works_csl.dumps(works_csl.works(dossier.bibliography)))
    elif format == "bibtex":
        put(works_bibtex.works(dossier.bibliography))
    else:
        colour = wants_colour(plain=plain)
        put(works_text.works(dossier.bibliography, width=width(), colour=colour))
    return exit_code(dossier.findings, dossier.problems, "never")
