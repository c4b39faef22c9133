"""Where a sentence has one name and a passage in nearly the same words has another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.alignment.differences import compare
from provenance.alignment.lexicon import DAYS, MONTHS
from provenance.evidence.garbled import is_garble
from provenance.evidence.kin import peoples_of
from provenance.evidence.names import Aliases
from provenance.evidence.stems import FUNCTION_WORDS, stem
from provenance.model.alignments import Change, Run
from provenance.model.names import TITLES, fold_text, may_be_one_bearer
from provenance.model.spans import Span

_FEWEST_BESIDE = 3
"""Words that are the same right beside the names, before and behind together."""
_OPENING = " \t\n\"'“”‘’«»„([*_—–"
_NO_NAME = re.compile(r"\w{3}(?:ly|ing|ed|er|wise|more)\Z")
"""Endings of words that open a sentence and are seldom names."""
_AUXILIARIES = frozenset(re.findall(r"\w+", "was were is are had has have did does would will"))
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True)
class Names:
    """Which words of some texts are names: those in capitals wherever they stand."""

    texts: Sequence[str]

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that stand in small letters somewhere."""
        return frozenset(w for text in self.texts for w in _WORD.findall(text) if w[0].islower())

    def is_name(self, text: str, span: Span) -> bool:
        """Whether a word is a name. One that opens a sentence may be any word: it is a name where
        a verb follows it as its subject's.
        """
        word = span.of(text)
        if not word[0].isupper() or word.casefold() in self._small | MONTHS | DAYS:
            return False
        before = text[: span.start].rstrip(_OPENING)
        if before and before[-1] not in ".!?:":
            return True
        if word.casefold() in FUNCTION_WORDS or _NO_NAME.search(word):
            return False
        following = re.match(r"\s+([a-z]+)\b", text[span.end :])
        after = following.group(1) if following else ""
        return bool(after) and (after in _AUXILIARIES or after not in FUNCTION_WORDS)


def replaced_names(
    left: str, right: str, known: Names, aliases: Aliases
) -> Iterator[tuple[Span, Span]]:
    """The names that stand for one another, as stretches of either text. A name that the
    other side has somewhere else too is not replaced.
    """
    runs = compare(left, right)
    for at, run in enumerate(runs):
        if run.change is not Change.REPLACED or _same_beside(runs, at, left) < _FEWEST_BESIDE:
            continue
        one, other = _name_in(left, run.left, known), _name_in(right, run.right, known)
        if one is None or other is None:
            continue
        if not _are_one(one.of(left), other.of(right), aliases) and not (
            _has(right, one.of(left), aliases) or _has(left, other.of(right), aliases)
        ):
            yield one, other


def _same_beside(runs: tuple[Run, ...], at: int, left: str) -> int:
    beside = (*runs[max(0, at - 1) : at], *runs[at + 1 : at + 2])
    same = (run for run in beside if run.change is Change.SAME)
    return sum(len(_WORD.findall(run.left.of(left))) for run in same)


def _name_in(text: str, span: Span, known: Names) -> Span | None:
    """The name that a stretch is, titles and articles aside; None where it is anything more."""
    found = [
        Span(span.start + m.start(), span.start + m.end()) for m in _WORD.finditer(span.of(text))
    ]
    kept = [each for each in found if fold_text(each.of(text)) not in TITLES]
    if len(found) == 1:
        kept = found  # King asked: whoever has a title for a name
    if not kept or not all(known.is_name(text, each) for each in kept):
        return None
    return Span(kept[0].start, kept[-1].end)


def _are_one(one: str, other: str, aliases: Aliases) -> bool:
    a, b = aliases.key(one), aliases.key(other)
    if a == b or may_be_one_bearer(a, b) or stem(b) in {stem(a), *peoples_of(stem(a))}:
        return True
    return is_garble(fold_text(one), (fold_text(other),))


def _has(text: str, name: str, aliases: Aliases) -> bool:
    """Whether a text has a name, under any alias or by its last word."""
    folded = f" {fold_text(text)} "
    forms = {fold_text(name), fold_text(name).split()[-1]}
    for group in aliases.groups:
        if aliases.key(name) in {aliases.key(each) for each in group}:
            forms |= {fold_text(each) for each in group}
    return any(f" {form} " in folded for form in forms)
