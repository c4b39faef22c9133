"""Lines that are cut to fit, and still tell one from another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from provenance.rendering.wrapping import fitted

_CUT = "… "


def told_apart(said: Sequence[str], room: int) -> list[str]:
    """Every line in at most `room` columns; those that the cut would make alike begin, after an
    ellipsis, with the first word that differs.
    """
    lines = [fitted(each, room).rstrip() for each in said]
    alike: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        alike.setdefault(line, []).append(index)
    for same in alike.values():
        rest = _from_what_differs([said[index] for index in same])
        if len(set(rest)) > 1:
            for index, line in zip(same, told_apart(rest, room - len(_CUT)), strict=True):
                lines[index] = _CUT + line.removeprefix(_CUT)
    return lines


def _from_what_differs(said: Sequence[str]) -> list[str]:
    """The lines without the words that all of them begin with."""
    words = [each.split(" ") for each in said]
    # Together they are as long as the shortest; what is left of a line is never nothing.
    common = sum(1 for _ in takewhile(lambda each: len(set(each)) == 1, zip(*words, strict=False)))
    shared = min(common, *(len(each) - 1 for each in words))
    return [" ".join(each[shared:]) for each in words]
