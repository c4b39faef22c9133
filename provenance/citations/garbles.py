"""Names a copy has corrupted, proposed as variants of names that other texts know.

Letters alone decide nothing: "Woalta" is as near to Malta as to Yalta. What decides is company:
"the secret Woalta agreement" has the noun that "the Yalta Agreement" has elsewhere, and few other
names do. Only a misreading that scanners are known for (rn for m, l for i) needs no company.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from provenance.citations.lexicon import FUNCTION_WORDS
from provenance.citations.names import fold
from provenance.model.garbles import Garble
from provenance.model.spans import Span

_NAME = re.compile(r"(?<![^\W_])(?=[^\W\d_a-zß-öø-ÿ])[^\W\d_]+(?:-[^\W\d_]+)*")
_LOWER = re.compile(r"(?<![^\W_])[a-zß-öø-ÿ][^\W\d_]*")
_GOVERNED = re.compile(r"(?:[`´’']s?)?\s+([^\W\d_]{3,})")
_GOVERNING = re.compile(r"([^\W\d_]{4,})\s+of\s+(?:(?:the|an?|this)\s+)?(?:[^\W\d_]+\s+)?$")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;”“\"\n(|*#])\s*$")

_SHORTEST = 4
_ALIKE = 0.55
"""Least share of letters in common, in their order, beside common company."""
_OWN_COMPANY = 0.2
"""Least share of a noun's names that must be the known name's, for the noun to tell it from
others.
"""
_RARE = 3
"""A corrupted name stands seldom: one that stands oftener is a name of its own."""
_SCANNED_ALIKE = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "n"), ("h", "b"), ("c", "e"))
_SCANNED_SIGNS = str.maketrans("l1j0u", "iiion")


@dataclass(slots=True)
class _Name:
    """A capitalised word: where it stands, and which nouns govern it or are governed by it."""

    spans: list[Span] = field(default_factory=list)
    company: Counter[str] = field(default_factory=Counter)
    inside: int = 0
    """How often it stands inside a sentence, where only names are capitalised."""


def suspect_garbles(
    text: str, others: Sequence[str], known_names: Iterable[str] = ()
) -> tuple[Garble, ...]:
    """Names of `text` that look like corrupted forms of names in the other texts, in order.

    `known_names` are further names that are surely right: aliases, authors in a bibliography. A
    name that another text has as well is not suspected, nor one that is only inflected.
    """
    known, words = _known(others, known_names)
    words |= {fold(match.group()) for match in _LOWER.finditer(text)}
    companions: dict[str, Counter[str]] = defaultdict(Counter)
    for name, seen in known.items():
        for noun, count in seen.company.items():
            companions[noun][name] += count
    scanned = _by_scanned_form(known)
    found: list[Garble] = []
    for name, seen in _names(text).items():
        is_rare = seen.inside > 0 and len(seen.spans) <= _RARE and len(name) >= _SHORTEST
        if not is_rare or name in known or fold(name) in words:
            continue
        reading = _by_company(name, seen, companions) or _by_scan(name, scanned)
        if reading is not None:
            found += [Garble(span, name, *reading) for span in seen.spans]
    return tuple(sorted(found, key=lambda garble: garble.span))


def _known(others: Sequence[str], known_names: Iterable[str]) -> tuple[dict[str, _Name], set[str]]:
    known: dict[str, _Name] = defaultdict(_Name)
    lower: set[str] = set()
    for other in others:
        lower |= {fold(match.group()) for match in _LOWER.finditer(other)}
        for name, seen in _names(other).items():
            known[name].company.update(seen.company)
            known[name].inside += seen.inside
    for written in known_names:
        for match in _NAME.finditer(written):
            known[match.group()].inside += 1
    return known, lower


def _names(text: str) -> dict[str, _Name]:
    names: dict[str, _Name] = defaultdict(_Name)
    for match in _NAME.finditer(text):
        word = match.group()
        if word.isupper():
            continue
        name = names[word]
        name.spans.append(Span(*match.span()))
        before = text[max(0, match.start() - 60) : match.start()]
        name.inside += not _SENTENCE_END.search(before)
        nouns = (_GOVERNED.match(text, match.end()), _GOVERNING.search(before))
        name.company.update({_stem(noun[1]) for noun in nouns if noun} - FUNCTION_WORDS)
    return names


def _stem(word: str) -> str:
    folded = fold(word)
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded


def _by_company(
    name: str, seen: _Name, companions: dict[str, Counter[str]]
) -> tuple[str, str] | None:
    """The known name whose nouns these are, and why; None where none is or two are as good."""
    shared: dict[str, list[str]] = defaultdict(list)
    for noun in sorted(seen.company):
        total = sum(companions[noun].values()) if noun in companions else 0
        for candidate, count in sorted(companions.get(noun, {}).items()):
            if count >= _OWN_COMPANY * total and count > 1:
                shared[candidate].append(noun)
    ranked = sorted(
        (
            (_alike(name, candidate) + len(nouns), candidate)
            for candidate, nouns in shared.items()
            if _alike(name, candidate) >= _ALIKE and not _is_inflected(name, candidate)
        ),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.05):
        return None
    best = ranked[0][1]
    common, letters = _common_letters(fold(name), fold(best)), len(fold(best))
    nouns = ", ".join(f"“{noun}”" for noun in shared[best])
    return best, (
        f"{common} of the {letters} letters of “{best}” in order, and elsewhere it is “{best}” "
        f"that goes with {nouns}"
    )


def _by_scanned_form(known: dict[str, _Name]) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known):
        forms[_scanned(name)].append(name)
    return forms


def _by_scan(name: str, forms: dict[str, list[str]]) -> tuple[str, str] | None:
    """The one known name that a scanner may have misread as this."""
    candidates = forms.get(_scanned(name), [])
    if len(candidates) != 1 or fold(candidates[0]) == fold(name):
        return None
    return candidates[0], f"scanners misread “{candidates[0]}” so; “{name}” stands nowhere else"


def _scanned(name: str) -> str:
    folded = fold(name)
    first, rest = folded[:1], folded[1:]
    for pair, sign in _SCANNED_ALIKE:
        rest = rest.replace(pair, sign)
    return first + rest.translate(_SCANNED_SIGNS)


def _is_inflected(name: str, candidate: str) -> bool:
    """Whether two words are forms of one or joined of one: Japan, Japanese, Anglo-Japanese."""
    a, b = sorted((fold(name), fold(candidate)), key=len)
    return a in b or a[: max(3, len(a) - 2)] == b[: max(3, len(a) - 2)]


def _alike(name: str, candidate: str) -> float:
    a, b = fold(name), fold(candidate)
    return 2 * _common_letters(a, b) / (len(a) + len(b))


def _common_letters(a: str, b: str) -> int:
    """Length of the longest sequence of letters that both have in this order."""
    row = [0] * (len(b) + 1)
    for letter in a:
        diagonal = 0
        for place, other in enumerate(b, 1):
            here = row[place]
            row[place] = diagonal + 1 if letter == other else max(here, row[place - 1])
            diagonal = here
    return row[-1]
