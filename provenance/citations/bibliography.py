"""One bibliography of a whole workspace: what several sources cite, each work once.

Joining is a proposal that anybody can look at and undo: every spelling keeps its source and the
reason why it was joined, and the settings can say that two works are one, or are not. A work that
may be one of several is joined with none: several is not one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from provenance.citations.join_decisions import JoinDecisions
from provenance.citations.known_references import KnownReferences
from provenance.citations.names import fold
from provenance.citations.same_work import Sameness, contradict, same_work
from provenance.citations.work_signs import key_of, signs, whole_sign
from provenance.model.bibliography import JoinRules, ListedWork, Reference, Spelling
from provenance.model.notes import Work, WorkKind

_COMMON = 40
"""A word of titles that more works than this have is not looked up by."""
_MOST_CANDIDATES = 40
_BY_DECISION = "the settings say so"


@dataclass(frozen=True, slots=True)
class Bibliography:
    works: tuple[ListedWork, ...]
    """By author, title and key."""
    unknown: tuple[str, ...]
    """What the rules name though no source cites it."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """A work as one source cites it."""

    source: str
    work: Work
    place: int
    """Among all works, in the order of the sources."""
    why: str = ""
    """Why it was joined to the others of its group."""

    def joined(self, why: str) -> _Cited:
        return _Cited(self.source, self.work, self.place, why)


_Group = list[_Cited]


def bibliography(
    sources: Iterable[tuple[str, Sequence[Work]]],
    rules: JoinRules = JoinRules(),
    references: Sequence[Reference] = (),
) -> Bibliography:
    """Gather the works of sources, given as id and works, in the order of the board.

    Works of which only an author's name is known are left out: they are no work yet. `references`
    is the user's own bibliography; each work gets the one entry of it that fits.
    """
    every = [(id_, work) for id_, works in sources for work in works]
    cited = [
        _Cited(id_, work, place)
        for place, (id_, work) in enumerate(every)
        if work.title or work.container
    ]
    decisions = JoinDecisions(rules, (item.work for item in cited))
    groups = _joined_by_decision(_joined(cited, decisions), decisions)
    known = KnownReferences(references)
    works = [_listed(g, key, known) for g, key in zip(groups, _keys(groups), strict=True)]
    works.sort(key=lambda work: (fold("".join(work.author[:1])), fold(work.title), work.key))
    return Bibliography(tuple(works), decisions.unknown)


def _joined(cited: Sequence[_Cited], decisions: JoinDecisions) -> list[_Group]:
    groups: list[_Group] = []
    shelf = _Shelf(item.work for item in cited)
    # What is cited in full comes first, so that short titles find what they are short for.
    for item in sorted(cited, key=_sketchiness):
        found = [
            (number, same)
            for number in shelf.near(item.work)
            if (same := _same(groups[number], item, decisions))
        ]
        alike = [pair for pair in found if not pair[1].why]
        chosen = alike[:1] or (found if len(found) == 1 else [])
        if chosen:
            number, same = chosen[0]
            groups[number].append(item.joined(same.why))
        else:
            number = len(groups)
            groups.append([item])
        shelf.put(item.work, number)
    return groups


def _same(group: _Group, item: _Cited, decisions: JoinDecisions) -> Sameness | None:
    works = [other.work for other in group]
    if any(contradict(work, item.work) for work in works):
        return None
    if decisions.are_apart(item.work, works):
        return None
    reasons = [same for work in works if (same := same_work(work, item.work))]
    return min(reasons, key=lambda same: bool(same.why), default=None)


def _sketchiness(item: _Cited) -> tuple[bool, bool, bool, int, int]:
    work = item.work
    return not work.year, not work.author, not work.title, -len(work.title), item.place


class _Shelf:
    """The places of groups, by what their works may be found by."""

    def __init__(self, works: Iterable[Work]) -> None:
        counts = Counter(sign for work in works for sign in set(signs(work)))
        self._common = {sign for sign, number in counts.items() if number > _COMMON}
        self._by_sign: dict[str, dict[int, None]] = defaultdict(dict)

    def put(self, work: Work, group: int) -> None:
        for sign in signs(work):
            self._by_sign[sign][group] = None

    def near(self, work: Work) -> Iterator[int]:
        """The groups that share most with a work; one that is written alike is among them."""
        shared: Counter[int] = Counter()
        for sign in signs(work):
            if sign not in self._common or sign == whole_sign(work):
                shared.update(tuple(self._by_sign.get(sign, ())))
        ranked = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))
        return (number for number, _ in ranked[:_MOST_CANDIDATES])


def _joined_by_decision(groups: list[_Group], decisions: JoinDecisions) -> list[_Group]:
    leader = list(range(len(groups)))
    for places in decisions.joined([[item.work for item in group] for group in groups]):
        leaders = {leader[place] for place in places}
        leader = [min(leaders) if first in leaders else first for first in leader]
    for place, first in enumerate(leader):
        if place != first:
            groups[first] += [item.joined(item.why or _BY_DECISION) for item in groups[place]]
    return [group for place, group in enumerate(groups) if leader[place] == place]


def _keys(groups: Iterable[_Group]) -> list[str]:
    """A key for every group; where two would have one, the later ones are numbered."""
    taken: set[str] = set()
    keys: list[str] = []
    for group in groups:
        first = key_of(min(group, key=_sketchiness).work)
        numbered = (f"{first}-{number}" for number in count(2))
        key = first if first not in taken else next(key for key in numbered if key not in taken)
        taken.add(key)
        keys.append(key)
    return keys


def _listed(group: _Group, key: str, known: KnownReferences) -> ListedWork:
    works = [item.work for item in sorted(group, key=_sketchiness)]
    fitting = known.fitting(works)
    kinds = (work.kind for work in works if work.kind is not WorkKind.UNKNOWN)
    in_order = sorted(group, key=lambda item: item.place)
    return ListedWork(
        key=key,
        author=next((work.author for work in works if work.author), ()),
        title=next((work.title for work in works if work.title), ""),
        year=works[0].year,
        kind=next(kinds, WorkKind.UNKNOWN),
        container=next((work.container for work in works if work.container), ""),
        volume=next((work.volume for work in works if work.volume), ""),
        spellings=tuple(
            Spelling(item.source, item.work.id, item.work.label, item.why) for item in in_order
        ),
        cited=tuple((item.source, id_) for item in in_order for id_ in item.work.cited),
        reference=fitting[0] if len(fitting) == 1 else None,
        fitting=tuple(entry.id for entry in fitting) if len(fitting) > 1 else (),
    )
