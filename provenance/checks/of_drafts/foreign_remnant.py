"""A word of another language's citations was left in a note.

What it means: the draft is written in one language, and a note has the term of another for a
volume, a page, an editor or a reference back. Words in quotation marks are left alone: titles keep
their own language.

Why it matters: the citation was copied from a foreign catalogue or an earlier translation; what
else was copied with it was perhaps not looked at either.

To put it right: write the term of the draft's own language.

Bad:  `FRUS: Potsdam, Bd. 2, 1587.` in an English draft

Good: `FRUS: Potsdam, vol. 2, 1587.`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.drafts.remnants import remnants
from provenance.errors import quoted
from provenance.model.findings import Finding, Severity

CODE = "PV405"
SEVERITY = Severity.NOTE
TITLE = "Remnant of another language"

_LANGUAGES = {"de": "German", "en": "English", "fr": "French"}


def audit(draft: Draft) -> Iterator[Finding]:
    for note, found in remnants(draft):
        first = found[0]
        same = [each for each in found if each.language == first.language]
        words = dict.fromkeys(" ".join(r.span.of(draft.document.text).split()) for r in same)
        named = ", ".join(quoted(word) for word in words)
        instead = ", ".join(quoted(word) for word in dict.fromkeys(r.instead for r in same))
        yield draft.finding(
            CODE,
            SEVERITY,
            f"{named} {'are' if len(words) > 1 else 'is'} {_LANGUAGES[first.language]}.",
            f"Write {instead}.",
            first.span,
            words=note.span,
        )
