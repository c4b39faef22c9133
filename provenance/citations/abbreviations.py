"""A document's own list of abbreviations: which short name stands for which work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.citations.fields import parse_fields
from provenance.citations.kinds import kind_of
from provenance.citations.special import Fields
from provenance.model.notes import WorkKind

_HEADING = re.compile(
    r"^[ \t#*=]*(?:(?:list of )?abbreviations(?: used| and short titles)?(?: in (?:the )?notes)?|"
    r"short titles|abkürzungen|abkürzungsverzeichnis|siglen|abréviations)[ \t#*=:.]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRY = re.compile(
    r"^[ \t*•–-]*(?P<short>[^\s=:;.()][^=:;()\n]{0,40}?)(?:[ \t]*(?:=|:|\t|[–—])[ \t]*|[ \t]{2,})"
    r"(?P<long>\S[^\n]{7,})$",
    re.MULTILINE,
)
_LINES_BETWEEN = 3
"""How many lines that are no entries end a list."""


def listed_works(text: str) -> Iterator[tuple[str, Fields, WorkKind]]:
    """The short names in lists of abbreviations, with the works they stand for, in order.

    Abbreviated archives and institutions are no works and are left out.
    """
    for heading in _HEADING.finditer(text):
        missed = 0
        for line in text[heading.end() :].splitlines()[1:]:
            entry = _ENTRY.match(line)
            if entry is None:
                missed += bool(line.strip())
                if missed > _LINES_BETWEEN:
                    break
                continue
            fields = parse_fields(entry["long"].strip())
            kind = kind_of(entry["long"], fields)
            if fields.title and (fields.year or kind is WorkKind.DOCUMENT_SERIES):
                yield entry["short"].strip(), fields, kind
