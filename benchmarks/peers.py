"""The tools we are measured against, each as a function from two texts to detections.

A detection is start and end on the left, then on the right, in code points. Each tool runs at its
defaults but for what is said beside it.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Detection = tuple[int, int, int, int]
Detector = Callable[[str, str], list[Detection]]

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 5
"""Words of the shortest block that counts, for tools that report every common word: of three to
eight, what serves them best on the development pairs once fragments are joined."""
_FEWEST_CHARACTERS = 25
"""The same for tools that compare characters."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool, how to load it, and what we had to choose for it."""

    name: str
    load: Callable[[], Detector]
    chosen: str = ""


def peers() -> tuple[Peer, ...]:
    """All tools, ours first. Loading one that is not installed raises ImportError."""
    blocks = f"casefolded words, blocks of {_FEWEST_WORDS} words and more"
    return (
        Peer("provenance", _provenance),
        Peer("cydifflib", _cydifflib, f"{blocks}; autojunk off"),
        Peer("difflib", _difflib, f"{blocks}; autojunk off"),
        Peer("rapidfuzz", _rapidfuzz, f"{blocks}; `LCSseq`"),
        Peer(
            "diff-match-patch",
            _diff_match_patch,
            f"runs of {_FEWEST_CHARACTERS} characters and more; `checklines` off",
        ),
        Peer("text-matcher", _text_matcher, "stop words kept: their list is a separate download"),
        Peer("Quid", _quid),
    )


def _provenance() -> Detector:
    from provenance.alignment.align import align

    return lambda left, right: [
        (p.left.start, p.left.end, p.right.start, p.right.end) for p in align(left, right)
    ]


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    # Lower-casing letter by letter would lose the offsets where it changes a word's length.
    found = list(_WORD.finditer(text))
    return [match.group().casefold() for match in found], [match.span() for match in found]


def _of_blocks(
    blocks: Iterable[Sequence[int]], lefts: list[tuple[int, int]], rights: list[tuple[int, int]]
) -> list[Detection]:
    return [
        (lefts[i][0], lefts[i + size - 1][1], rights[j][0], rights[j + size - 1][1])
        for i, j, size in blocks
        if size >= _FEWEST_WORDS
    ]


def _by_matcher(matcher: Any) -> Detector:
    def detect(left: str, right: str) -> list[Detection]:
        (ours, lefts), (theirs, rights) = _words(left), _words(right)
        found = matcher(None, ours, theirs, autojunk=False).get_matching_blocks()
        return _of_blocks(found, lefts, rights)

    return detect


def _difflib() -> Detector:
    from difflib import SequenceMatcher

    return _by_matcher(SequenceMatcher)


def _cydifflib() -> Detector:
    from cydifflib import SequenceMatcher

    return _by_matcher(SequenceMatcher)


def _rapidfuzz() -> Detector:
    from rapidfuzz.distance import LCSseq

    def detect(left: str, right: str) -> list[Detection]:
        (ours, lefts), (theirs, rights) = _words(left), _words(right)
        found = LCSseq.opcodes(ours, theirs).as_matching_blocks()
        return _of_blocks(((b.a, b.b, b.size) for b in found), lefts, rights)

    return detect


def _diff_match_patch() -> Detector:
    from diff_match_patch import diff_match_patch

    def detect(left: str, right: str) -> list[Detection]:
        found: list[Detection] = []
        i = j = 0
        for change, words in diff_match_patch().diff_main(left, right, False):
            size = len(words)
            if change == 0 and size >= _FEWEST_CHARACTERS:
                found.append((i, i + size, j, j + size))
            i += size if change <= 0 else 0
            j += size if change >= 0 else 0
        return found

    return detect


def _text_matcher() -> Detector:
    from text_matcher.matcher import Matcher, Text

    def detect(left: str, right: str) -> list[Detection]:
        with contextlib.redirect_stdout(io.StringIO()):
            ours, theirs = Text(left, "left", False), Text(right, "right", False)
            try:
                found = Matcher(ours, theirs, removeStopwords=False).extended_matches
            except (TypeError, IndexError):
                # With no match it iterates over None; at the end of a text it looks beyond it.
                return []
        return [
            (
                ours.spans[match.a][0],
                ours.spans[min(match.a + match.sizeA, len(ours.spans)) - 1][1],
                theirs.spans[match.b][0],
                theirs.spans[min(match.b + match.sizeB, len(theirs.spans)) - 1][1],
            )
            for match in found
        ]

    return detect


def _quid() -> Detector:
    from quid.core.Quid import Quid

    def detect(left: str, right: str) -> list[Detection]:
        return [
            (
                match.target_span.start,
                match.target_span.end,
                match.source_span.start,
                match.source_span.end,
            )
            for match in Quid().compare(right, left)
        ]

    return detect
