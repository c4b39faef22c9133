"""Mistakes a user can make and put right. Anything else is a bug, and may escape."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something stands. `path` is as the user would type it."""

    path: str
    line: int = 0
    """From 1; 0 where the whole file is meant."""
    column: int = 0
    """From 1, in code points; 0 where the whole line is meant."""

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what the user gave us, where, and what to do next."""

    slug: str
    """Short and stable; `provenance explain SLUG` tells more."""
    message: str
    place: Place | None = None
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        advice = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{where}{self.message} [{self.slug}]{advice}"


class ProvenanceError(Exception):
    """One or more problems that the user can put right. Ends a command with exit code 2."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an error needs a problem")
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def problem_error(
    slug: str, message: str, *, place: Place | None = None, hint: str = ""
) -> ProvenanceError:
    """The error that says one thing is wrong."""
    return ProvenanceError(Problem(slug, message, place, hint))


LONGEST_SHOWN = 80
"""Most code points of the user's text that one message repeats."""


def quoted(text: str) -> str:
    """The user's own text inside a message: in quotation marks, shortened, on one line, inert."""
    shown = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return in_marks(inert(shown))


def in_marks(text: str) -> str:
    """Text in quotation marks: single ones where it begins or ends with double ones of its own."""
    double = text.startswith("“") or text.endswith("”")
    return f"‘{text}’" if double else f"“{text}”"


def inert(text: str) -> str:
    """Text with everything that does not print written as an escape, so that none of it acts."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
