"""What a person asks of one audit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Asked:
    """None leaves it to the settings."""

    select: tuple[str, ...] | None = None
    """Codes, or beginnings of codes."""
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    """A severity, or `never`."""
    require_coverage: Decimal | None = None
    day: str = ""
    """Today, such as `2024-03-01`, to know what is set aside no longer; "" lets nothing expire."""
    baseline: bool = True
    """Whether what the baseline lists is told apart."""
