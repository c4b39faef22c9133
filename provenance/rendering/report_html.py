"""The report as one HTML file: opens offline, works without JavaScript, prints on A4.

The template calls the functions that word the other reports, so that all say the same. Every
expression in it is made visible (`on_one_line`) and then escaped by Jinja, whatever it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Template
from markupsafe import Markup, escape

from provenance.errors import in_marks
from provenance.model.dossier import Dossier
from provenance.model.origins import Trail
from provenance.model.verdicts import Row
from provenance.rendering import origins_svg
from provenance.rendering.citation_line import short_hash
from provenance.rendering.counts_in_words import (
    claims_in_words,
    findings_in_words,
    sources_in_words,
)
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.facts import facts
from provenance.rendering.html_pages import html_environment
from provenance.rendering.marks import (
    LOOKS,
    Mark,
    mark_of,
    sign_of,
    verdict_mark,
)
from provenance.rendering.origins_in_words import family_in_words, pull_in_words, remarks
from provenance.rendering.origins_text import tree_lines
from provenance.rendering.report_order import (
    MEANINGS,
    NEAR_MEANING,
    ORIGINS_LEAD,
    chosen,
    gaps,
    is_draft,
    of_drafts,
    of_sources,
    reasons,
    scope_in_words,
    sections,
    with_chains,
)
from provenance.rendering.review_in_words import aside_in_words, review_facts, reviews_counted
from provenance.rendering.statements_in_words import (
    NEAR_SIGN,
    NEAR_WORD,
    cell_sign,
    cell_word,
    is_proposed,
    near_sign,
    note_labels,
    origins_in_words,
    silence_in_words,
    verdict_with_origins,
    why_of_verdict,
)
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words

_WORDS_FIT = 5
"""Columns of the overview up to which each cell has room for the mark's word."""


def report(dossier: Dossier, only: Sequence[str] = ()) -> str:
    """Text to be written in UTF-8. `only` names the claims of a partial report, which says so."""
    scope, dossier = scope_in_words(dossier, only), chosen(dossier, only)
    every = sections(dossier)
    in_order = [row for section in every for row in section.rows]
    return _template().render(
        dossier=dossier,
        scope=scope,
        sections=every,
        rows=in_order,
        numbers={row.claim.id: number for number, row in enumerate(in_order, 1)},
        words_fit=len(dossier.sources) <= _WORDS_FIT,
    )


@cache
def _template() -> Template:
    environment = html_environment(on_one_line)
    environment.globals.update(_words_of_the_template())
    return environment.get_template("report.html")


def _words_of_the_template() -> dict[str, Any]:
    functions = (
        *(
            family_in_words,
            indented,
            origins_graph,
            pull_in_words,
            remarks,
            tree_lines,
            verdict_mark,
        ),
        *(verdict_with_origins, why_of_verdict, with_chains),
        *(cell_sign, cell_word, claims_in_words, date_in_words, facts, findings_in_words),
        *(gaps, in_marks, is_draft, is_proposed, mark_of, near_sign, note_labels, of_drafts),
        *(of_sources, origins_in_words, reasons, said_in_words, short_hash, sign_of),
        *(aside_in_words, review_facts, reviews_counted, silence_in_words, sources_in_words),
    )
    named: dict[str, Any] = {function.__name__: function for function in functions}
    values = {"LOOKS": LOOKS, "MEANINGS": MEANINGS, "Mark": Mark, "ORIGINS_LEAD": ORIGINS_LEAD}
    values |= {"NEAR_SIGN": NEAR_SIGN, "NEAR_WORD": NEAR_WORD, "NEAR_MEANING": NEAR_MEANING}
    return {**named, **values}


def origins_graph(dossier: Dossier, row: Row, trail: Trail, number: int) -> Markup:
    """The claim's graph; its text is escaped where it is drawn."""
    return Markup(origins_svg.graph(dossier, row, trail, number))


def indented(line: str) -> Markup:
    """A line of a tree with its margin, which a browser keeps only inside `pre`."""
    bare = line.lstrip()
    return Markup(" " * (len(line) - len(bare))) + escape(on_one_line(bare))
