"""The mistake a person makes when writing a value."""

from __future__ import annotations


class BadValue(ValueError):  # noqa: N818 - what it is, in the user's words
    """A value that its claim's type does not allow: what is wrong, and what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(f"{message} ({hint})" if hint else message)
