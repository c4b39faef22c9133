"""Slips of a letter in names that are spelt otherwise all over the rest: "Outer Monogolia".

One letter too many, too few, another, or two that changed places: that is how slips look, and how
two names of two people may look as well. So it is said only of a name that stands nowhere else, in
the midst of which the letter differs, and that keeps the known name's company: the same word right
before or behind it. A long name in running prose needs no company: who is named once only is given
with a first name or an office.
"""

from __future__ import annotations

import re
from collections import defaultdict

from provenance.alignment.lexicon import MONTHS
from provenance.citations.company import Company, SeenName
from provenance.citations.lexicon import FUNCTION_WORDS
from provenance.citations.names import fold
from provenance.model.spans import Span

_SHORTEST = 6
_MOST = 2
"""How often a slip stands at most: what stands oftener is a spelling."""
_LONG = 8
"""Letters from which on a name needs no company."""
_VERY_OFTEN = 10
"""How often a shorter one stands then, or one that is a plain word as well."""
_OFTEN_ENOUGH = 3
"""How often the known name stands at least, for each time the other does."""
_LAST_LETTERS = 2
"""Letters behind the one that differs, at least: endings are inflected."""
_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*)[\s*_]+$")
_DAY_BEFORE = re.compile(r"\d\.?\s+$")
_DAY_BEHIND = re.compile(r",?\s+\d")
_BEHIND = re.compile(r"(?:[’']s)?[\s*_]+([^\W\d_][\w’'-]*)")


class Slips:
    """Names of several texts, by what is left of them without one letter."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._nearly: dict[str, set[str]] = defaultdict(set)
        for name in company.every():
            if len(name) >= _SHORTEST - 1:
                for form in _forms(fold(name)):
                    self._nearly[form].add(name)

    def reading(self, name: str, seen: SeenName, text: int) -> tuple[str, str] | None:
        """The one known name that a name is a slip for, and why; None where none or several are."""
        if len(seen.spans) > _MOST:
            return None
        found = [
            (known, why)
            for known in self._near(name)
            if self._is_told_apart(known, len(seen.spans))
            and (why := self._why(name, known, seen, text))
        ]
        return found[0] if len(found) == 1 else None

    def _near(self, name: str) -> list[str]:
        folded = fold(name)
        if len(folded) < _SHORTEST:
            return []
        near = {known for form in _forms(folded) for known in self._nearly.get(form, ())}
        return sorted(
            known for known in near if is_slip(folded, fold(known)) and _begins_alike(name, known)
        )

    def _is_told_apart(self, known: str, count: int) -> bool:
        return self._company.is_sure(known) or (
            self._company.written(known) >= _OFTEN_ENOUGH * count
        )

    def _why(self, name: str, known: str, seen: SeenName, text: int) -> str:
        """Why it is a slip; "" where the two may well be two names."""
        here = {word for span in seen.spans for word in self._beside(text, span)}
        there = {word for each, span in self._company.places(known) for word in beside(each, span)}
        shared = sorted(here & there)
        alone = f"“{name}” stands nowhere else"
        if fold(known) in MONTHS and all(_has_day(self._company.text(text), s) for s in seen.spans):
            return f"one letter off “{known}”, and a day or a year stands beside it; {alone}"
        is_name, count = self._company.is_mostly_name(known), self._company.written(known)
        if shared and (is_name or count >= _VERY_OFTEN):
            return f"one letter off “{known}”, which stands beside “{shared[0]}” too; {alone}"
        is_long = len(name) >= _LONG or count >= _VERY_OFTEN
        is_alone = is_long and is_name and len(seen.spans) == 1
        is_plain = is_alone and self._is_plain(text, seen.spans[0])
        return f"one letter off “{known}”; {alone}" if is_plain else ""

    def _beside(self, text: int, span: Span) -> set[str]:
        return beside(self._company.text(text), span)

    def _is_plain(self, text: int, span: Span) -> bool:
        """Whether it stands among plain words, without a first name, an office or a title."""
        said = self._company.text(text)
        before = _BEFORE.search(said, max(0, span.start - 40), span.start)
        behind = _BEHIND.match(said, span.end)
        plain = [
            match[1][0].islower() or fold(match[1]) in FUNCTION_WORDS
            for match in (before, behind)
            if match
        ]
        return any(plain) and all(plain)


def beside(text: str, span: Span) -> set[str]:
    """The telling words right before and behind a name, folded."""
    found = (
        _BEFORE.search(text, max(0, span.start - 40), span.start),
        _BEHIND.match(text, span.end),
    )
    words = {fold(match[1].strip(".")) for match in found if match}
    return {word for word in words if len(word) > 3} - FUNCTION_WORDS


def _has_day(text: str, span: Span) -> bool:
    return bool(_DAY_BEFORE.search(text, max(0, span.start - 6), span.start)) or bool(
        _DAY_BEHIND.match(text, span.end)
    )


def _begins_alike(name: str, known: str) -> bool:
    """Whether every part of a joined name begins with the same letter."""
    parts = [[fold(part)[:1] for part in each.split("-")] for each in (name, known)]
    return parts[0] == parts[1]


def is_slip(name: str, known: str) -> bool:
    """Whether two names differ in the midst by one letter, or by two that changed places."""
    if name == known or abs(len(name) - len(known)) > 1:
        return False
    shorter = min(len(name), len(known))
    start = next((at for at in range(shorter) if name[at] != known[at]), shorter)
    rest = shorter - start
    tail = next((at for at in range(rest) if name[-1 - at] != known[-1 - at]), rest)
    if not start or tail < _LAST_LETTERS or not name[start - 1].isalpha():
        return False
    left, right = name[start : len(name) - tail], known[start : len(known) - tail]
    if len(left) == len(right) == 2:
        return left == right[::-1]
    return max(len(left), len(right)) <= 1


def _forms(folded: str) -> set[str]:
    """A name, and what is left of it without any one letter."""
    return {folded, *(folded[:at] + folded[at + 1 :] for at in range(len(folded)))}
