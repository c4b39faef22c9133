"""The names of files that are being written: what an interrupted write leaves is known by them."""

from __future__ import annotations

import re

SUFFIX = ".provenance-part"
_PART = re.compile(r"\.(?P<name>.+)\.[a-z0-9_]{8}" + re.escape(SUFFIX))


def part_prefix(name: str) -> str:
    """How the temporary file begins that will replace the file called `name`."""
    return f".{name}."


def is_leftover(name: str) -> bool:
    """Whether a file of this name is one that a write did not live to finish."""
    return _PART.fullmatch(name) is not None


def meant_for(name: str) -> str:
    """The file that a leftover would have become."""
    found = _PART.fullmatch(name)
    return found["name"] if found else name
