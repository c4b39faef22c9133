"""The passages that two texts share.

Four steps, each in a module of its own: seeds (rare words in common), chains (regions where they
crowd), stretches (what difflib pairs there), homes (one place for a passage). Time and memory grow
in proportion to the texts.
"""

from __future__ import annotations

from provenance.alignment import tokens
from provenance.alignment.chains import regions
from provenance.alignment.extents import extent
from provenance.alignment.homes import Home, homes
from provenance.alignment.kinds import kind_of
from provenance.alignment.rarity import Compared, Side, compare
from provenance.alignment.seeds import seeds
from provenance.alignment.stretches import stretches
from provenance.model.alignments import PassageKind, SharedPassage
from provenance.model.spans import Span


def align(left: str, right: str) -> tuple[SharedPassage, ...]:
    """The passages two texts share, in the order of the left one.

    A passage that changed its place is found like any other. Where it stands more than once, its
    best place is its home and the others are `elsewhere`. Swapping the texts swaps the answer.
    """
    # difflib does not treat its two sides alike, so the texts are put in one order first.
    if (len(right), right) < (len(left), left):
        return tuple(sorted(map(_swapped, align(right, left)), key=_in_order))
    compared = compare(tokens.words(left), tokens.words(right))
    if not len(compared.left) or not len(compared.right):
        return ()
    if compared.left.tokens.words == compared.right.tokens.words:
        return (_whole(compared),)
    found = stretches(regions(seeds(compared), compared), compared)
    passages = (_passage(home, compared, (left, right)) for home in homes(found, compared))
    return tuple(sorted(passages, key=_in_order))


def _whole(compared: Compared) -> SharedPassage:
    count = len(compared.left)
    left, right = _span(compared.left, 0, count), _span(compared.right, 0, count)
    return SharedPassage(left, right, PassageKind.VERBATIM, count, count, count)


def _passage(home: Home, compared: Compared, texts: tuple[str, str]) -> SharedPassage:
    words = extent(home.stretch, compared, texts)
    same, kind = kind_of(home.stretch, words, compared)
    return SharedPassage(
        _span(compared.left, words.left, words.left_end),
        _span(compared.right, words.right, words.right_end),
        kind,
        words.left_end - words.left,
        words.right_end - words.right,
        same,
        _places(compared.left, [(s.left, s.left_end) for s in home.elsewhere_left]),
        _places(compared.right, [(s.right, s.right_end) for s in home.elsewhere_right]),
    )


def _places(side: Side, stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(sorted({_span(side, start, end) for start, end in stretches}))


def _span(side: Side, start: int, end: int) -> Span:
    return side.tokens.span(start, end - 1)


def _swapped(passage: SharedPassage) -> SharedPassage:
    return SharedPassage(
        passage.right,
        passage.left,
        passage.kind,
        passage.right_words,
        passage.left_words,
        passage.same_words,
        passage.elsewhere_right,
        passage.elsewhere_left,
    )


def _in_order(passage: SharedPassage) -> tuple[Span, Span]:
    return passage.left, passage.right
