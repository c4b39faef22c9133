"""What must stand beside a quotation so that it is found at one place, the one meant."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.alignment.locate import Locator
from provenance.model.spans import Span

_WINDOWS = (0, 30, 60, 120, 240)
"""Code points taken on either side, until they decide."""


def told_apart(text: str, span: Span, markers: Iterable[Span] = ()) -> tuple[str, str]:
    """The words before and after a place of a text that tell it from its likes.

    Both are "" where the quotation stands there alone, or where no surroundings decide: then the
    next check says at which places it stands. `markers` are those of notes.
    """
    locator = Locator(text, list(markers))
    for reach in _WINDOWS:
        prefix = _from_a_word(text[max(0, span.start - reach) : span.start])
        suffix = _to_a_word(text[span.end : span.end + reach])
        located = locator.locate(span.of(text), prefix=prefix, suffix=suffix)
        if len(located.places) == 1 and located.places[0].span.overlaps(span):
            return prefix, suffix
    return "", ""


def _from_a_word(before: str) -> str:
    """Without the half of a word that it may begin with, on one line."""
    return " ".join(before.split(maxsplit=1)[1:]).strip() if " " in before else ""


def _to_a_word(after: str) -> str:
    return " ".join(after.rsplit(maxsplit=1)[:1]).strip() if " " in after else ""
