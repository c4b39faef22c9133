"""Progress of a long run, on stderr, for a person at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from provenance.rendering.untrusted import for_terminal

if TYPE_CHECKING:
    from provenance.run import Progress, Tell

MANY = 30
"""Steps from which on a run is worth a progress line."""


def teller() -> Tell:
    """Writes one line that replaces itself; says nothing when stderr is not a terminal."""
    if not sys.stderr.isatty():
        return lambda progress: None

    def tell(progress: Progress) -> None:
        if progress.total < MANY:
            return
        last = progress.done + 1 >= progress.total
        line = f"{progress.doing} {progress.done + 1}/{progress.total}"
        sys.stderr.write("\r\x1b[K" + ("" if last else for_terminal(line)))
        sys.stderr.flush()

    return tell
