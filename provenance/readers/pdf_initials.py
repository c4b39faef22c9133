"""Large initials that reach over several lines, put back before the word they begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.readers.pdf_runs import Run

_LARGER = 1.7
"""How much larger an initial is than the words beside it, at least."""


def with_initials_joined(runs: Sequence[Run]) -> list[Run]:
    """The runs of a page; what an initial begins has it, and the initial itself is gone."""
    joined = list(runs)
    for initial in runs:
        if len(initial.text) != 1 or not initial.text.isupper():
            continue
        beside = [run for run in joined if _is_beside(run, initial)]
        if len({round(run.baseline) for run in beside}) < 2:
            continue
        first = max(beside, key=lambda run: (run.baseline, -run.left))
        joined[joined.index(first)] = replace(first, text=initial.text + first.text)
        joined.remove(initial)
    return joined


def _is_beside(run: Run, initial: Run) -> bool:
    return (
        initial.size >= _LARGER * run.size
        and -0.1 * run.size <= run.left - initial.right <= run.size
        and -0.2 * run.size <= run.baseline - initial.baseline <= initial.size
    )
