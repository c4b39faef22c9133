"""What two texts share."""

from __future__ import annotations

import csv
import json as json_format
from collections.abc import Iterator
from pathlib import Path

import click

from provenance import run
from provenance.alignment.align import align as shared_passages
from provenance.alignment.shared import shared
from provenance.cli import exit_codes, options
from provenance.cli.streams import put, say, wants_colour, width
from provenance.errors import Place, ProvenanceError, inert, problem_error


@click.command(
    epilog="Example: provenance align seeds/essay.txt seeds/review.txt --html > both.html"
)
@click.argument("left", required=False, type=click.Path(path_type=Path))
@click.argument("right", required=False, type=click.Path(path_type=Path))
@options.as_json
@options.plain
@click.option("--html", is_flag=True, help="One page, side by side, that needs nothing else.")
@click.option(
    "--pairs",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.tsv",
    help="Many pairs: two paths a line with a tab between, from this folder.",
)
def align(
    *,
    left: Path | None,
    right: Path | None,
    json: bool,
    plain: bool,
    html: bool,
    pairs: Path | None,
) -> int:
    """The passages that LEFT and RIGHT share, and how their words differ there."""
    if (pairs is None) == (left is None or right is None):
        raise click.UsageError("Name two files, or a list of pairs with --pairs.")
    if html and (json or pairs):
        raise click.UsageError("--html shows one pair and nothing else.")
    if pairs is not None:
        return _align_pairs(pairs, json=json, plain=plain)
    assert left is not None
    assert right is not None
    _put_pair(left, right, json=json, plain=plain, html=html)
    return exit_codes.CLEAN


def _put_pair(left: Path, right: Path, *, json: bool, plain: bool, html: bool) -> None:
    from provenance.rendering import alignment_html, alignment_json, alignment_text
    from provenance.rendering.json_text import dumps

    one, other = run.read_file(left), run.read_file(right)
    if json:
        passages = shared_passages(one.text, other.text)
        put(dumps(alignment_json.align(one, other, passages)))
        return
    found = list(shared(one.text, other.text))
    passages, runs = tuple(each.passage for each in found), [each.runs for each in found]
    if html:
        put(alignment_html.align(one, other, passages, runs))
        return
    colour = wants_colour(plain=plain)
    put(alignment_text.align(one, other, passages, runs, width=width(), colour=colour))


def _align_pairs(pairs: Path, *, json: bool, plain: bool) -> int:
    """One JSON object a line, or one text after the other; a bad pair stops no other."""
    from provenance.rendering import alignment_json

    code = exit_codes.CLEAN
    for left, right in list(_listed(pairs)):
        try:
            if json:
                one, other = run.read_file(left), run.read_file(right)
                told = alignment_json.align(one, other, shared_passages(one.text, other.text))
                put(json_format.dumps(told, ensure_ascii=False))
            else:
                _put_pair(left, right, json=False, plain=plain, html=False)
        except ProvenanceError as error:
            say(str(error))
            code = exit_codes.BAD_INPUT
    return code


def _listed(pairs: Path) -> Iterator[tuple[Path, Path]]:
    listing = run.read_file(pairs).text
    for number, row in enumerate(csv.reader(listing.splitlines(), delimiter="\t"), 1):
        if len(row) < 2 or not row[0] or not row[1]:
            if not any(row):
                continue
            raise problem_error(
                "bad-pair",
                "a line needs two paths with a tab between them",
                place=Place(inert(str(pairs)), number),
                hint="LEFT<tab>RIGHT, one pair a line",
            )
        yield Path(row[0]), Path(row[1])
