"""An audit as one HTML file: opens offline, needs no script, prints.

Every expression of the template is made visible (`on_one_line`) and escaped, whatever it holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Template
from markupsafe import Markup, escape

from provenance.model.audit import Audit, AuditedDraft, Support
from provenance.model.findings import Finding
from provenance.rendering.audit_in_words import (
    SUPPORT_WORDS,
    WITH_ERRORS,
    Show,
    borne_out_in_words,
    compared_in_words,
    listed,
    mended_in_words,
    rule_of,
    shortfall_in_words,
    standings,
    summary_in_words,
    title_of,
)
from provenance.rendering.audit_passages import Paragraph, paragraphs
from provenance.rendering.audit_places import spot_in_words, spot_of
from provenance.rendering.html_pages import html_environment
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line

SIGNS = {
    Support.SUPPORTED: "●",
    Support.QUOTED: "❞",
    Support.NOT_CHECKABLE: "·",
    Support.BARE: "○",
}
"""What stands before each sentence. Colour repeats it; a word tells it to those who listen."""


@dataclass(frozen=True, slots=True)
class Part:
    """One draft of the page."""

    number: int
    draft: AuditedDraft
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[tuple[int, Finding], ...]


def audit(audit: Audit, show: Show = Show.OPEN) -> str:
    """Text to be written in UTF-8."""
    numbered = dict(enumerate(listed(audit, show), 1))
    parts = [_part(number, draft, numbered) for number, draft in enumerate(audit.drafts, 1)]
    placed = {n for part in parts for paragraph in part.paragraphs for n, _ in paragraph.findings}
    return _template().render(
        audit=audit,
        parts=parts,
        elsewhere=[(n, finding) for n, finding in numbered.items() if n not in placed],
        beside=standings(audit),
        codes=sorted({finding.code for finding in numbered.values()}),
    )


def _part(number: int, draft: AuditedDraft, numbered: Mapping[int, Finding]) -> Part:
    path = draft.document.path
    mine = {n: finding for n, finding in numbered.items() if finding.place.path == path}
    return Part(number, draft, paragraphs(draft, mine), tuple(mine.items()))


@cache
def _template() -> Template:
    environment = html_environment(on_one_line)
    environment.filters["pieces_kept"] = pieces_kept
    environment.globals.update(
        Support=Support,
        SIGNS=SIGNS,
        WORDS=SUPPORT_WORDS,
        WITH_ERRORS=WITH_ERRORS,
        borne_out_in_words=borne_out_in_words,
        compared_in_words=compared_in_words,
        counted=counted,
        explanation_of=explanation_of,
        mended_in_words=mended_in_words,
        shortfall_in_words=shortfall_in_words,
        spot_in_words=spot_in_words,
        spot_of=spot_of,
        summary_in_words=summary_in_words,
        title_of=title_of,
    )
    return environment.get_template("audit.html")


def explanation_of(audit: Audit, code: str) -> list[str]:
    """What a code means, by paragraphs; nothing where it was not looked for."""
    rule = rule_of(audit, code)
    return rule.explanation.split("\n\n") if rule else []


def pieces_kept(words: str) -> Markup:
    """A piece of a line with the spaces at its ends, which part it from the next."""
    bare = words.strip()
    if not bare:
        return Markup(" " if words else "")
    before, after = " " * words[0].isspace(), " " * words[-1].isspace()
    return Markup(before) + escape(on_one_line(bare)) + Markup(after)
