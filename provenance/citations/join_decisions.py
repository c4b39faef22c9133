"""What a person decided of works that look the same and are not, or are and do not look it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from provenance.citations.work_signs import names_of
from provenance.model.bibliography import JoinRules
from provenance.model.names import fold_text
from provenance.model.notes import Work


class JoinDecisions:
    """The groups of the settings, each name folded."""

    def __init__(self, rules: JoinRules, works: Iterable[Work]) -> None:
        self._same = [_folded(group) for group in rules.same]
        self._apart = [_folded(group) for group in rules.apart]
        every = {name for work in works for name in names_of(work)}
        written = (name for group in (*rules.same, *rules.apart) for name in group)
        self.unknown = tuple(dict.fromkeys(n for n in written if fold_text(n) not in every))
        """Names that no cited work has, as they were written."""

    def are_apart(self, work: Work, others: Iterable[Work]) -> bool:
        """Whether a group keeps a work apart from any of these."""
        own = names_of(work)
        for group in self._apart:
            named = own & group
            if named and any(
                (theirs := names_of(other) & group) and theirs != named for other in others
            ):
                return True
        return False

    def joined(self, groups: Sequence[Sequence[Work]]) -> Iterator[list[int]]:
        """For every group of the settings, the places of the works it says are one."""
        for named in self._same:
            yield [
                place
                for place, works in enumerate(groups)
                if any(names_of(work) & named for work in works)
            ]


def _folded(group: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_text(name) for name in group)
