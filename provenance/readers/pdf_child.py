"""The process in which PDFium reads what strangers wrote, and which may be ended at any time.

It takes documents from its input and answers with what is seen of each, until its input ends.
"""

from __future__ import annotations

import pickle
import sys

from provenance.readers.pdf_pages import Sight, sights

MOST_MEMORY = 3 * 1024**3
"""Bytes of addresses. Where the system knows no such limit, the time a page may take is the only
one."""


def main() -> None:
    """Say that it is ready, then answer until nobody asks any more. After each document comes None,
    or the mistake of ours that ended it."""
    _limit_memory()
    _say(None)
    while True:
        try:
            content, first = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            for sight in sights(content, first):
                _say(sight)
        except MemoryError:
            raise
        except Exception as error:
            _say(error)
        else:
            _say(None)


def _say(answer: Sight | Exception | None) -> None:
    pickle.dump(answer, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has none.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(hard, MOST_MEMORY)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    main()
