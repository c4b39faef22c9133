"""Saying which files were left out."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.cli.streams import say
from provenance.errors import Problem


def tell_problems(problems: Sequence[Problem]) -> bool:
    """Say which files were left out, and why; whether there are any."""
    for problem in problems:
        say(str(problem))
    if problems:
        files = len({problem.place.path for problem in problems if problem.place})
        say(f"Left out because of this: {files} file{'s' * (files != 1)}. The rest was read.")
    return bool(problems)
