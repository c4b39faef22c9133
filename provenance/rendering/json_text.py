"""JSON as text: the same for the same value on every machine."""

from __future__ import annotations

import json
from typing import Any


def dumps(value: dict[str, Any] | list[Any]) -> str:
    """Indented, in the order of its keys, with letters of every script as they are.

    A lone surrogate, which UTF-8 cannot carry, is written as a question mark. Ends in one newline.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
