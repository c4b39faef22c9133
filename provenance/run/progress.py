"""How a long run tells where it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """What is about to be done, and how far the run has got."""

    doing: str
    done: int
    total: int


Tell = Callable[[Progress], None]
"""Called before every step. Whatever it raises ends the run: that is how a screen stops one."""


def tell_nobody(_: Progress) -> None:
    """For a run that nobody watches."""
