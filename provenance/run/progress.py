"""How a long run tells where it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from provenance.model.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Progress:
    """What is about to be done, and how far the run has got."""

    doing: str
    """Such as `reading seeds/letter.txt`."""
    done: int
    total: int
    """0 where it is not known."""
    about: str = ""
    """The same without the name of what is at hand, such as `reading`: what stays from step to
    step. "" where `doing` names nothing."""
    so_far: Callable[[], Dossier] | None = None
    """Makes what can be shown by now; None where nothing can, or all was shown before."""

    @property
    def in_words(self) -> str:
        """What is done, and how far it is."""
        if not self.total:
            return self.doing
        return f"{self.about or self.doing}: {self.done:,} of {self.total:,}"


Tell = Callable[[Progress], None]
"""Called before every step. Whatever it raises ends the run: that is how a screen stops one."""


def tell_nobody(_: Progress) -> None:
    """For a run that nobody watches."""
