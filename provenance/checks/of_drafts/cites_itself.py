"""The draft cites itself.

What it means: a note cites a work with the draft's own title, by the draft's own author where both
name one. The title is the description's, or else the draft's first heading.

Why it matters: a text is no evidence for itself; often an earlier version of the manuscript was
taken for a source.

To put it right: cite what the earlier version rested on. Where it is a published work of the same
title, set the finding aside.

Bad:  the draft "The Terms of Yalta" by J. Hale cites `Hale, The Terms of Yalta (2019), 4.`

Good: it cites the cable that `Hale, The Terms of Yalta (2019)` cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.citations.names import families_of, fold
from provenance.citations.works import title_words
from provenance.drafts.draft import Draft
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity
from provenance.model.notes import Work
from provenance.model.spans import Span

CODE = "PV414"
SEVERITY = Severity.WARNING
TITLE = "Draft that cites itself"

_HEADING = re.compile(
    r"\A\s*(?:#{1,6}\s+(?P<title>\S[^\n]*)|(?P<line>\S[^\n]{0,200}[^\s.])[ \t]*\n[ \t]*\n)"
)
"""In Markdown a heading; elsewhere a first line that stands alone and is no sentence."""
_FEWEST_WORDS = 2
"""A title of one word is many works'."""


def audit(draft: Draft) -> Iterator[Finding]:
    title = _own_title(draft)
    if len(title_words(title)) < _FEWEST_WORDS:
        return
    own = {work.id for work in draft.works if _is_draft(draft, work, title)}
    for note in draft.document.notes:
        cited = [c for c in note.citations if c.work in own]
        for citation in cited:
            yield _finding(draft, draft.shown(citation), citation.span)
        # What was not taken apart may be the draft all the same.
        if not cited and not note.citations and fold(title) in fold(draft.shown(note)):
            yield _finding(draft, draft.shown(note), note.span)


def _finding(draft: Draft, words: str, at: Span) -> Finding:
    message = f"{quoted(words)} is this draft itself."
    return draft.finding(CODE, SEVERITY, message, "Cite what it rests on.", at)


def _own_title(draft: Draft) -> str:
    """The draft's title; a title made of the file's name is none."""
    described = draft.source.title
    if described and described not in (draft.source.id, draft.source.path) and " " in described:
        return described
    heading = _HEADING.match(draft.document.text)
    return (heading["title"] or heading["line"]).strip(" #*_") if heading else ""


def _is_draft(draft: Draft, work: Work, title: str) -> bool:
    if title_words(work.title) != title_words(title):
        return False
    own = families_of(draft.source.authors)
    return not own or not work.author or bool(own & {fold(author) for author in work.author})
