"""Names a copy has corrupted, proposed as variants of names that other texts know.

Letters alone decide nothing: "Woalta" is as near to Malta as to Yalta. What decides is company:
"the secret Woalta agreement" has the noun that "the Yalta Agreement" has elsewhere, and few other
names do. Only a misreading that scanners are known for (rn for m, l for i) needs no company. Which
of two is the corrupted one is told by which stands oftener, or is known for sure; else not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance.citations.company import Company, SeenName
from provenance.citations.names import fold
from provenance.citations.slips import Slips
from provenance.model.garbles import Garble

_SHORTEST = 4
_ALIKE = 0.55
"""Least share of letters in common, in their order, beside common company."""
_LENGTHS_APART = 2
"""Letters by which a damaged name is longer or shorter at most: "Coordination" is no "Printing"."""
_OWN_COMPANY = 0.2
"""Least share of a noun's names that must be the known name's, for the noun to tell it from
others.
"""
_RARE = 3
"""A corrupted name stands seldom: one that stands oftener is a name of its own."""
_SCANNED_ALIKE = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "n"), ("h", "b"), ("c", "e"))
_SCANNED_SIGNS = str.maketrans("l1j0u", "iiion")


def suspect_garbles(
    text: str, others: Sequence[str], known_names: Iterable[str] = ()
) -> tuple[Garble, ...]:
    """Names of `text` that look like corrupted forms of names in the other texts, in order.

    `known_names` are further names that are surely right: aliases, authors in a bibliography. A
    name that another text has as well is not suspected, nor one that is only inflected.
    """
    company = Company([text, *others], known_names)
    return _suspects(company, 0, _by_scanned_form(company), Slips(company))


def garbles_among(
    texts: Sequence[str], known_names: Iterable[str] = ()
) -> tuple[tuple[Garble, ...], ...]:
    """For each of several texts, its suspected garbles against all the others."""
    company = Company(texts, known_names)
    forms, slips = _by_scanned_form(company), Slips(company)
    return tuple(_suspects(company, place, forms, slips) for place in range(len(texts)))


def _suspects(
    company: Company, text: int, forms: dict[str, list[str]], slips: Slips
) -> tuple[Garble, ...]:
    found: list[Garble] = []
    for name, seen in company.names(text).items():
        is_rare = seen.inside > 0 and len(seen.spans) <= _RARE and len(name) >= _SHORTEST
        if not is_rare or company.is_known(name, text) or company.is_word(name):
            continue
        reading = (
            _by_company(name, seen, company, text)
            or _by_scan(name, forms, company, text)
            or slips.reading(name, seen, text)
        )
        if reading is not None:
            found += [Garble(span, name, *reading) for span in seen.spans]
    return tuple(sorted(found, key=lambda garble: garble.span))


def _by_company(name: str, seen: SeenName, company: Company, text: int) -> tuple[str, str] | None:
    """The known name whose nouns these are, and why; None where none is or two are as good."""
    shared: dict[str, list[str]] = defaultdict(list)
    for noun in sorted(seen.company):
        companions = company.companions(noun, text)
        total = companions.total()
        for candidate, count in sorted(companions.items()):
            if count >= _OWN_COMPANY * total and count > 1:
                shared[candidate].append(noun)
    ranked = sorted(
        (
            (_alike(name, candidate) + len(nouns), candidate)
            for candidate, nouns in shared.items()
            if _alike(name, candidate) >= _ALIKE
            and not _is_inflected(name, candidate)
            and company.stands_oftener(candidate, name)
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


def _by_scanned_form(company: Company) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for name in company.every():
        forms[_scanned(name)].append(name)
    return forms


def _by_scan(
    name: str, forms: dict[str, list[str]], company: Company, text: int
) -> tuple[str, str] | None:
    """The one known name that a scanner may have misread as this."""
    candidates = [
        other
        for other in forms.get(_scanned(name), [])
        if company.is_known(other, text) and company.stands_oftener(other, name)
    ]
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
    if abs(len(a) - len(b)) > _LENGTHS_APART:
        return 0.0
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
