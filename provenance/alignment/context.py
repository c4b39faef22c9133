"""What stands before and after a quotation, by which one of several places is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.alignment.fold import fold
from provenance.alignment.matching import blocks
from provenance.alignment.tokens import words
from provenance.model.spans import Span

LEAST_SHARE = 0.6
"""Of the words before and after, how many must stand at a place for it to be meant."""
AS_GOOD = 0.15
"""Places whose shares differ by no more than this are equally meant."""
MOST_WEIGHED = 1_000
"""Places whose surroundings are compared word by word, where none has them as given."""
_MARGIN = 40


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before and after, as in W3C's TextQuoteSelector; "" where not given."""

    prefix: str
    suffix: str

    def whole(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """The places that stand in this context as given; none where no context is given."""
        prefix, suffix = fold(self.prefix).text.strip(), fold(self.suffix).text.strip()
        if not prefix and not suffix:
            return []
        return [span for span in spans if self._stands(text, span, prefix, suffix)]

    def likely(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """The places with most of this context around them, where it is enough to tell."""
        shares = [(self._share(text, span), span) for span in spans[:MOST_WEIGHED]]
        best = max((share for share, _ in shares), default=0.0)
        least = max(LEAST_SHARE, best - AS_GOOD)
        return [span for share, span in shares if share >= least]

    def fitting(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """The places that stand in this context, or else are likely to; none without context."""
        return self.whole(text, spans) or self.likely(text, spans)

    def _stands(self, text: str, span: Span, prefix: str, suffix: str) -> bool:
        return fold(self._before(text, span)).text.rstrip().endswith(prefix) and (
            fold(self._after(text, span)).text.lstrip().startswith(suffix)
        )

    def _share(self, text: str, span: Span) -> float:
        """Of the words given, how many stand before and after the place."""
        before, after = words(self.prefix).words, words(self.suffix).words
        if not before and not after:
            return 0.0
        stands_before = words(self._before(text, span)).words[-len(before) - 2 :]
        stands_after = words(self._after(text, span)).words[: len(after) + 2]
        same = [
            block.size
            for given, stands in ((before, stands_before), (after, stands_after))
            for block in blocks(given, stands)
        ]
        return sum(same) / (len(before) + len(after))

    def _before(self, text: str, span: Span) -> str:
        return text[max(0, span.start - 2 * len(self.prefix) - _MARGIN) : span.start]

    def _after(self, text: str, span: Span) -> str:
        return text[span.end : span.end + 2 * len(self.suffix) + _MARGIN]
