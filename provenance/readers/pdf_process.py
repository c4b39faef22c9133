"""PDFs are looked at in a process of their own: a page that asks for more time or memory than any
page of text needs is left out, and everything else is read."""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread

import provenance
from provenance.readers.pdf_pages import MOST_PAGES, Opened, PageSeen, Refused, Sight

SECONDS_A_PAGE = 30.0
"""How long opening a document, or one of its pages, may take."""
_SECONDS_TO_START = 120.0
_MOST_LOST = 3
"""Pages left out before the rest of the document is, too."""
_TOO_MUCH = "it asks for more time or memory than any page of text needs"


class _NoAnswerError(Exception):
    """The process ended, or did not answer in time."""


class _Child:
    """A running process. Ask it for one document at a time."""

    def __init__(self) -> None:
        home = str(Path(provenance.__file__).parent.parent)
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            # -P: nothing is imported from the folder in which the reader happens to be.
            [sys.executable, "-P", "-m", "provenance.readers.pdf_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            # ctrl+C is for the program that waits, which then ends this one.
            start_new_session=True,
        )
        self._answers: SimpleQueue[Sight | Exception | None] = SimpleQueue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def wait(self) -> None:
        """Wait until it is ready. Raises `_NoAnswerError` where it does not start."""
        self._answer(_SECONDS_TO_START)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while True:
            try:
                self._answers.put(pickle.load(self._process.stdout))
            except (EOFError, OSError, pickle.UnpicklingError):
                self._answers.put(_NoAnswerError())
                return

    def sights(self, content: bytes, first: int) -> Iterator[Sight]:
        """What it sees, as it sees it. Raises `_NoAnswerError`; it must be ended then."""
        assert self._process.stdin is not None
        try:
            pickle.dump((content, first), self._process.stdin)
            self._process.stdin.flush()
        except OSError:
            raise _NoAnswerError from None
        while (sight := self._answer(SECONDS_A_PAGE)) is not None:
            yield sight

    def _answer(self, seconds: float) -> Sight | None:
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            raise _NoAnswerError from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def end(self) -> None:
        self._process.kill()
        self._listener.join()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdout.close()
        # What it had not taken yet cannot be given to it any more.
        with suppress(OSError):
            self._process.stdin.close()
        self._process.wait()

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None


class _Children:
    """The one process that is kept from document to document, as starting one takes a while."""

    def __init__(self) -> None:
        self._child: _Child | None = None
        self._one_at_a_time = Lock()

    def sights(self, content: bytes, first: int) -> tuple[list[Sight], bool]:
        """What is seen of a document from a page on, and whether that is all of it."""
        with self._one_at_a_time:
            seen: list[Sight] = []
            is_whole = False
            try:
                if self._child is None or not self._child.is_running:
                    self.end()
                    self._child = _Child()
                    self._child.wait()
                seen.extend(self._child.sights(content, first))
                is_whole = True
            except _NoAnswerError:
                pass
            finally:
                # What was interrupted would answer the next one who asks.
                if not is_whole:
                    self.end()
            return seen, is_whole

    def end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


_children = _Children()
atexit.register(_children.end)


def look_at(content: bytes) -> tuple[Opened | Refused, tuple[PageSeen, ...]]:
    """What PDFium sees of a PDF: whether it opens, and its first `MOST_PAGES` pages."""
    opened: Opened | Refused = Refused(_TOO_MUCH)
    pages: list[PageSeen] = []
    for _ in range(_MOST_LOST):
        seen, is_whole = _children.sights(content, len(pages))
        pages += [sight for sight in seen if isinstance(sight, PageSeen)]
        opened = next((sight for sight in seen if not isinstance(sight, PageSeen)), opened)
        if isinstance(opened, Refused) or is_whole or len(pages) == _wanted(opened):
            return opened, tuple(pages)
        pages.append(PageSeen(gaps=(f"the page is left out: {_TOO_MUCH}",)))
    assert isinstance(opened, Opened)
    rest = PageSeen(gaps=(f"the page is left out, as {_MOST_LOST} before it could not be read",))
    return opened, (*pages, *[rest] * (_wanted(opened) - len(pages)))


def look_at_front(content: bytes) -> Opened | Refused:
    """What PDFium sees of a PDF before its first page."""
    seen, _ = _children.sights(content, MOST_PAGES)
    return next((sight for sight in seen if not isinstance(sight, PageSeen)), Refused(_TOO_MUCH))


def _wanted(opened: Opened) -> int:
    return min(opened.pages, MOST_PAGES)
