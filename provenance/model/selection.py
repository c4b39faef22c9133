"""Which codes a person wants to hear of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes such as `PV2`, that are wanted and unwanted."""

    select: tuple[str, ...] = ()
    """Empty where every code is wanted."""
    ignore: tuple[str, ...] = ()

    def covers(self, code: str) -> bool:
        """Whether a code is wanted. The longest beginning decides: `PV402` is wanted where `PV4`
        is ignored and `PV402` selected; what is named in both alike is ignored.
        """
        wanted = _longest(self.select, code) if self.select else 0
        return wanted is not None and wanted > (_longest(self.ignore, code) or -1)


def _longest(beginnings: tuple[str, ...], code: str) -> int | None:
    """The length of the longest that a code begins with; None where there is none."""
    return max((len(each) for each in beginnings if code.startswith(each)), default=None)
