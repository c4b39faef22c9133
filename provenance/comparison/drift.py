"""What became of words of a draft in a newer version of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from provenance.alignment.align import align
from provenance.alignment.differences import compare
from provenance.alignment.locate import Locator
from provenance.alignment.tokens import words
from provenance.model.alignments import Change, Found, SharedPassage
from provenance.model.claims import Statement
from provenance.model.reviews import DriftKind
from provenance.model.spans import Span

_KEPT = 0.5
"""The share of their words that must be left for words to have changed and not vanished."""


@dataclass(frozen=True, slots=True)
class Became:
    """What words of the older version are in the newer one; nothing where they stayed."""

    kind: DriftKind | None
    was: str
    span: Span | None
    """In the newer version."""


class Versions:
    """Two versions of one text; the older may be gone, and then only the newer is searched."""

    def __init__(self, old: str | None, new: str) -> None:
        self.old, self.new = old, new

    def became(self, statement: Statement) -> Became | None:
        """What a statement's words became; None where they did not stand in the older version."""
        new = _place(self._now, statement)
        if self.old is None:
            return Became(None if new else DriftKind.VANISHED, statement.quote, new)
        old = _place(self._before, statement)
        if old is None:
            return None
        was = old.of(self.old)
        home = self._home(old)
        if home is None:
            # Too short to be aligned, or torn from all around it.
            return Became(DriftKind.MOVED if new else DriftKind.VANISHED, was, new)
        now, kept = self._carried(old, home)
        if now is None or kept < _KEPT:
            return Became(DriftKind.MOVED if new else DriftKind.VANISHED, was, new)
        if _bare(now.of(self.new)) != _bare(was):
            return Became(DriftKind.CHANGED, was, now)
        return Became(None if home in self._in_order else DriftKind.MOVED, was, now)

    @cached_property
    def _before(self) -> Locator:
        return Locator(self.old or "")

    @cached_property
    def _now(self) -> Locator:
        return Locator(self.new)

    @cached_property
    def _passages(self) -> tuple[SharedPassage, ...]:
        return align(self.old or "", self.new)

    @cached_property
    def _in_order(self) -> frozenset[SharedPassage]:
        """The passages that kept their order: of all such sets the one with the most words."""
        best: list[tuple[int, frozenset[SharedPassage]]] = []
        for passage in self._passages:
            before = [
                chosen
                for other, chosen in zip(self._passages, best, strict=False)
                if other.right.start < passage.right.start
            ]
            count, kept = max(before, key=lambda each: each[0], default=(0, frozenset()))
            best.append((count + passage.same_words, kept | {passage}))
        return max(best, key=lambda each: each[0], default=(0, frozenset[SharedPassage]()))[1]

    def _home(self, span: Span) -> SharedPassage | None:
        """The passage that most of a stretch of the older version lies in."""
        touching = [passage for passage in self._passages if passage.left.overlaps(span)]
        return max(touching, key=lambda each: _common(each.left, span), default=None)

    def _carried(self, span: Span, home: SharedPassage) -> tuple[Span | None, float]:
        """Where a stretch came to stand, and the share of its words that came with it."""
        assert self.old is not None
        runs = compare(home.left.of(self.old), home.right.of(self.new))
        reached: list[Span] = []
        for run in runs:
            left = _shifted(run.left, home.left.start)
            if run.change is Change.ONLY_LEFT or not left.overlaps(span):
                continue
            part = Span(max(left.start, span.start), min(left.end, span.end))
            right = _shifted(run.right, home.right.start)
            if run.change is Change.SAME and part != left:
                right = self._part(left, part, right)
            reached.append(right)
        if not reached:
            return None, 0.0
        now = Span(reached[0].start, max(each.end for each in reached))
        return now, _share(span.of(self.old), now.of(self.new))

    def _part(self, left: Span, part: Span, right: Span) -> Span:
        """The words of the right side that answer a part of the left one; both say the same."""
        assert self.old is not None
        skipped = len(words(self.old[left.start : part.start]))
        count = len(words(part.of(self.old)))
        tokens = words(right.of(self.new))
        if not count or skipped + count > len(tokens):
            return right
        inner = tokens.span(skipped, skipped + count - 1)
        return _shifted(inner, right.start)


def _place(locator: Locator, statement: Statement) -> Span | None:
    """The one place of a statement's words, as they are or but for what a reader does not see."""
    found = locator.locate(statement.quote, prefix=statement.prefix, suffix=statement.suffix)
    if found.found in (Found.EXACT, Found.FOLDED) and len(found.places) == 1:
        return found.places[0].span
    return None


def _common(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _bare(text: str) -> tuple[str, ...]:
    return words(text).words


def _share(was: str, now: str) -> float:
    old, new = _bare(was), set(_bare(now))
    return sum(word in new for word in old) / len(old) if old else 0.0
