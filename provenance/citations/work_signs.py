"""What a work is found by and called: its signs, its key, and the names a person may give it."""

from __future__ import annotations

import re

from provenance.citations.names import fold
from provenance.citations.works import title_words
from provenance.model.names import fold_text
from provenance.model.notes import Work, WorkKind

_LONGEST_KEY = 60
_NOT_IN_KEYS = re.compile(r"[^0-9a-z]+")


def signs(work: Work) -> list[str]:
    """Its author, its whole title, and the words of it: works that share none are not one."""
    author = [f"by {fold(work.author[0])}"] if work.author else []
    words = title_words(work.title or work.container)
    return [*author, whole_sign(work), *dict.fromkeys(words)]


def whole_sign(work: Work) -> str:
    """The author with the whole title, as one sign: it finds what is written alike."""
    author = fold(work.author[0]) if work.author else ""
    return f"{author}: {' '.join(title_words(work.title or work.container))}"


def key_of(work: Work) -> str:
    """`hasegawa-racing-enemy`: author and title; for volumes and files year and number too."""
    parts = [*work.author[:1], *title_words(work.title or work.container)]
    if work.kind in (WorkKind.DOCUMENT_SERIES, WorkKind.ARCHIVAL):
        parts += [work.year, work.volume]
    written = fold_text(" ".join(part for part in parts if part))
    return _NOT_IN_KEYS.sub("-", written)[:_LONGEST_KEY].strip("-") or "work"


def names_of(work: Work) -> frozenset[str]:
    """What the settings may call it, folded: its key, or the work as it is shown."""
    return frozenset({fold_text(key_of(work)), fold_text(work.label)})
