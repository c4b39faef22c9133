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


ANYBODY = Reader()
