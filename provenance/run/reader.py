"""Who looks at a workspace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the workspace, and on which day. Both come from the edge of the program."""

    by: str = ""
    chosen: bool = False
    """Whether the name outranks the settings' initials."""
    blind: bool = False
    """Whether to hide what others decided on claims the reader has not signed; the settings may
    ask for it as well."""
    day: str = ""
    """Such as `2024-03-01`, to know what has expired; "" lets nothing expire."""

    def signs(self, initials: str) -> str:
        """Who would sign a decision: the name a person chose, else the workspace's initials, else
        whoever it is."""
        return self.by if self.chosen else initials or self.by

    def is_guessed(self, initials: str) -> bool:
        """Whether that name is the user's of the machine: nobody chose initials anywhere."""
        return bool(self.by) and not (self.chosen or initials)


ANYBODY = Reader()
