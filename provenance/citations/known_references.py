"""The user's own bibliography, to be asked which of its entries a cited work is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance.citations.same_work import same_work
from provenance.citations.work_signs import signs
from provenance.model.bibliography import Reference
from provenance.model.notes import Work


class KnownReferences:
    """Entries of a bibliography, found by author and title."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self._references = references
        self._works = [_as_work(entry) for entry in references]
        self._by_sign: dict[str, list[int]] = defaultdict(list)
        for place, work in enumerate(self._works):
            for sign in signs(work):
                self._by_sign[sign].append(place)

    def fitting(self, works: Iterable[Work]) -> list[Reference]:
        """The entries that are one of these works, in the order of the bibliography.

        Where some are written alike, those whose spelling differs do not count.
        """
        fits: dict[int, bool] = {}
        for work in works:
            for place in {at for sign in signs(work) for at in self._by_sign.get(sign, ())}:
                same = same_work(self._works[place], work)
                if same is not None:
                    fits[place] = fits.get(place, False) or not same.why
        best = sorted(place for place, is_alike in fits.items() if is_alike) or sorted(fits)
        return [self._references[place] for place in best]


def _as_work(entry: Reference) -> Work:
    # Without a kind: a volume of documents is a book to most who keep a bibliography.
    names = tuple(person.family for person in entry.authors or entry.editors)
    return Work(
        entry.id, names, entry.title, entry.year, (), container=entry.container, volume=entry.volume
    )
