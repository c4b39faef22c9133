"""What a source is, in plain words, in place of the names that libraries' software has for it."""

from __future__ import annotations

from collections.abc import Iterable

_USUAL = {
    "book": "book",
    "chapter": "chapter of a book",
    "article-journal": "article in a journal",
    "article-newspaper": "article in a newspaper",
    "article-magazine": "article in a magazine",
    "personal_communication": "letter, cable or other message",
    "report": "report",
    "manuscript": "manuscript or unpublished paper",
    "webpage": "page on the web",
    "interview": "interview",
}
"""The most usual first."""
_GROUPS = {
    "Law": [
        "bill",
        "hearing",
        "legal_case",
        "legislation",
        "patent",
        "regulation",
        "standard",
        "treaty",
    ],
    "Heard or seen": [
        "broadcast",
        "event",
        "figure",
        "graphic",
        "map",
        "motion_picture",
        "musical_score",
    ],
    "Performed": ["performance", "song", "speech"],
    "Online": ["dataset", "post", "post-weblog", "software"],
    "Reference": ["entry", "entry-dictionary", "entry-encyclopedia", "review", "review-book"],
}
_WORDS = {
    "article-preprint": "paper published in advance",
    "motion_picture": "film",
    "paper-conference": "paper of a conference",
    "post-weblog": "entry of a blog",
    "entry": "entry of a work of reference",
    "entry-dictionary": "entry of a dictionary",
    "entry-encyclopedia": "entry of an encyclopedia",
    "review-book": "review of a book",
}


def type_in_words(type: str) -> str:
    """What a source of this type is: `letter, cable or other message`; "" for none."""
    known = _USUAL.get(type) or _WORDS.get(type)
    return known or type.replace("-", " ").replace("_", " ")


def types_to_choose(types: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The types in words, as offered, and as written: the usual first, the others by group."""
    known = frozenset(types)
    usual = [(words, type) for type, words in _USUAL.items() if type in known]
    rest = sorted((f"{_group(t)} · {type_in_words(t)}", t) for t in known - _USUAL.keys())
    return (*usual, *rest)


def _group(type: str) -> str:
    return next((name for name, types in _GROUPS.items() if type in types), "Other")
