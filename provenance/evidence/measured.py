"""Numbers with a unit of the kind that is asked for, where a source tells of what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from provenance.evidence.corpus import Searchable
from provenance.evidence.measures import Measure, fits, says_another, told_by
from provenance.evidence.quantities import quantities
from provenance.model.names import fold_text
from provenance.model.spans import Span
from provenance.model.values import NumberValue

_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = 40
"""Characters behind a number in which *deep*, *in length* tell what it measures."""


def may_measure(text: str, at: Span, value: NumberValue, measures: tuple[Measure, ...]) -> bool:
    """Whether a number at a place has a unit of what is asked; any may where no measure is."""
    if not measures:
        return True
    behind = re.split(r"[,;.]\s", text[at.end : at.end + _BEHIND])[0]
    words = [fold_text(word) for word in _WORD.findall(behind)[:4]]
    return fits(value.unit, measures) and not says_another(words, measures)


def has_measure(text: str, span: Span, measures: tuple[Measure, ...]) -> bool:
    """Whether a passage has a number that may answer."""
    return any(
        may_measure(
            text,
            Span(span.start + found.span.start, span.start + found.span.end),
            found.value,
            measures,
        )
        for found in quantities(span.of(text))
    )


def measured_in(
    entry: Searchable, named: Sequence[int], measures: tuple[Measure, ...]
) -> Span | None:
    """The passage with such a number that is worth reading where what is asked about is not named
    beside it: one that says what it measures, then the nearest to a passage that names it.

    `named` are the passages that do, by their place. None where no passage has such a number.
    """
    spans, words = entry.passages.spans, entry.passages.words
    own = told_by(measures)
    found = [at for at, span in enumerate(spans) if has_measure(entry.read, span, measures)]
    if not found or not named:
        return None

    def rank(at: int) -> tuple[bool, int, int]:
        return own.isdisjoint(words[at]), min(abs(at - other) for other in named), at

    return spans[min(found, key=rank)]
