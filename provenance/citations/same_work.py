"""Whether two sources that cite a work in their own ways cite the same one, and why.

Within a document the short titles and years of one author decide. Between documents the spelling
differs too: an umlaut is lost, a letter misread, a subtitle left out. Letters alone must not decide
there: "War in the East" and "War in the West" are nearly the same letters. So every word has to
have its counterpart, numbers must be equal, and nothing known of the two may contradict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.alignment.likeness import alike
from provenance.alignment.matching import blocks, similarity
from provenance.citations.dated_papers import are_one_letter
from provenance.citations.names import fold
from provenance.citations.works import title_words, titles_agree
from provenance.model.notes import Work, WorkKind

_WORD_LIKE = 0.7
"""Least share of equal letters of two words that may be one: "Enemy" and "Enmy", not East, West."""
_NAME_LIKE = 0.75
_SHORTEST_TITLE = 8
"""Letters of the shortest title whose spelling may differ: shorter ones differ by chance."""
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_SERIES = (WorkKind.DOCUMENT_SERIES, WorkKind.ARCHIVAL, WorkKind.CASE, WorkKind.STATUTE)
"""What is told apart by its volume or number; nearly the same is something else there."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """That two works are one."""

    why: str
    """"" where both are written alike; else what differs and why it does not count."""


def same_work(one: Work, other: Work) -> Sameness | None:
    """That two works of different citers are one, or None where that is not plain."""
    if contradict(one, other):
        return None
    if one.kind is other.kind is WorkKind.ARCHIVAL and are_one_letter(one, other):
        is_alike = title_words(one.title) == title_words(other.title)
        return Sameness("" if is_alike else "both are its writer's paper of that day")
    names, titles = _names(one, other), _titles(one, other)
    if names is None or titles is None:
        return None
    if titles.why and one.kind in _SERIES:
        return None
    if names.why and titles.why and not (one.year and one.year == other.year):
        return None
    differs = [part.why for part in (names, titles) if part.why]
    return Sameness("; ".join(differs))


def contradict(one: Work, other: Work) -> bool:
    """Whether what is known of two works shows that they are two."""
    if one.year and other.year and one.year != other.year:
        return True
    if one.kind not in _SERIES and other.kind not in _SERIES:
        return False
    return (one.volume, one.year) != (other.volume, other.year) or (
        one.kind is not other.kind and WorkKind.UNKNOWN not in (one.kind, other.kind)
    )


def _names(one: Work, other: Work) -> Sameness | None:
    ours, theirs = ([fold(name) for name in work.author] for work in (one, other))
    if not ours and not theirs:
        return Sameness("")
    if not ours or not theirs:
        # A work without an author is one with an author only where all else is the same.
        is_plain = fold(one.title) == fold(other.title) and one.year and one.year == other.year
        return Sameness("one names no author") if is_plain else None
    if ours[0] == theirs[0]:
        return Sameness("") if len(ours) == 1 or len(theirs) == 1 or ours[1] == theirs[1] else None
    share = similarity(*sorted((ours[0], theirs[0])))
    if share < _NAME_LIKE or ours[0][0] != theirs[0][0]:
        return None
    return Sameness(f"“{other.author[0]}” has {_letters(theirs[0], ours[0])} of “{one.author[0]}”")


def _titles(one: Work, other: Work) -> Sameness | None:
    ours, theirs = title_words(one.title), title_words(other.title)
    if not ours or not theirs:
        same = fold(one.container) == fold(other.container) and one.volume == other.volume
        return Sameness("") if same and one.container and not (ours or theirs) else None
    if ours == theirs:
        return Sameness("")
    if one.author and other.author and titles_agree(one.title, other.title):
        short, long = sorted((one.title, other.title), key=len)
        return Sameness(f"“{short}” is “{long}” in short")
    if _NUMBER.findall(one.title) != _NUMBER.findall(other.title):
        return None
    shorter, longer = sorted((len("".join(ours)), len("".join(theirs))))
    if shorter < _SHORTEST_TITLE or shorter < _WORD_LIKE * longer:
        return None
    pairs = alike(ours, theirs)
    paired = (sum(pair.left_size for pair in pairs), sum(pair.right_size for pair in pairs))
    if paired != (len(ours), len(theirs)) or any(pair.share < _WORD_LIKE for pair in pairs):
        return None
    common = _letters("".join(theirs), "".join(ours))
    return Sameness(f"its title has {common} of “{one.title}”")


def _letters(written: str, other: str) -> str:
    common = sum(block.size for block in blocks(list(written), list(other)))
    return f"{common} of the {len(other)} letters"
