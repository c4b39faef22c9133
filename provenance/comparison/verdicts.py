"""The verdict of a whole claim, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.comparison.wording import listed
from provenance.model.verdicts import Cell, CellState, Pair, Relation, Verdict

_UNSETTLED = (Relation.CONFLICT, Relation.POSSIBLE_CONFLICT, Relation.UNDETERMINED)
_MOST_NAMED = 4
"""Sources named one by one; more are counted."""


def verdict_of(cells: Sequence[Cell], pairs: Sequence[Pair]) -> tuple[Verdict, str]:
    """The verdict on cells that count, with its reason in a sentence or two.

    Within one source only a clash counts: that it says one thing twice agrees with nobody.
    """
    verdict, why = _verdict_of(cells, pairs)
    return verdict, " ".join([why, *_not_compared(cells)])


def _verdict_of(cells: Sequence[Cell], pairs: Sequence[Pair]) -> tuple[Verdict, str]:
    speaking = [cell.source for cell in cells if any(s.span is not None for s in cell.statements)]
    if not speaking:
        return _nobody_speaks(cells)
    within = [p for p in pairs if p.a == p.b and p.relation in _UNSETTLED[:2]]
    if len(speaking) == 1:
        return Verdict.SINGLE, _alone(speaking[0], cells, within)
    facing = [pair for pair in pairs if pair.a != pair.b] + within
    firmest = min(facing, key=lambda pair: pair.relation.rank)
    if firmest.relation is Relation.CONFLICT:
        return Verdict.DISPUTED, _firmest_first("conflict", firmest, facing)
    if firmest.relation is Relation.POSSIBLE_CONFLICT:
        return Verdict.OPEN, _firmest_first("may conflict", firmest, facing)
    if firmest.relation is Relation.UNDETERMINED:
        return Verdict.OPEN, f"Undecided between {_pair_named(firmest)}. {firmest.why}"
    if all(pair.relation is Relation.AGREE for pair in facing):
        return Verdict.AGREED, f"{_named(speaking)} agree. {_agreed(firmest, facing, speaking)}"
    return Verdict.COMPATIBLE, f"{_pair_named(firmest)} are compatible. {firmest.why}"


_NUMBERS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _agreed(firmest: Pair, facing: Sequence[Pair], speaking: Sequence[str]) -> str:
    """What they agree on, said of all of them where each two of them agree on it alike."""
    both, _, rest = firmest.why.partition(" ")
    if len(speaking) == 2 or both != "Both":
        return firmest.why
    if any(pair.why != firmest.why for pair in facing):
        return f"{_pair_named(firmest)}: {both.lower()} {rest}"
    at = len(speaking) - 3
    return f"All {_NUMBERS[at] if at < len(_NUMBERS) else len(speaking)} {rest}"


def _nobody_speaks(cells: Sequence[Cell]) -> tuple[Verdict, str]:
    unread = _unread(cells)
    if unread:
        return Verdict.OPEN, f"No source speaks so far; not read for it: {_named(unread)}."
    if any(cell.statements for cell in cells):
        return Verdict.OPEN, "No source speaks so far."
    if not cells:
        return Verdict.OPEN, "There is no source to ask."
    if any(cell.state is CellState.PROPOSED_SILENT for cell in cells):
        return Verdict.SILENT, "Nothing was found in any source; nobody has confirmed that."
    return Verdict.SILENT, "Every source was read for it, and none says."


def _alone(source: str, cells: Sequence[Cell], within: Sequence[Pair]) -> str:
    parts = [f"Only {source} speaks."]
    if within:
        parts.append(f"It may contradict itself. {within[0].why}")
    unread = _unread(cells)
    if unread:
        parts.append(f"Not read for it: {_named(unread)}.")
    return " ".join(parts)


def _unread(cells: Sequence[Cell]) -> list[str]:
    """Sources that were not read for it, and of which nobody has said that they speak."""
    return [c.source for c in cells if c.state is CellState.UNREAD and not c.statements]


def _not_compared(cells: Sequence[Cell]) -> Iterator[str]:
    """What was quoted and takes no part: without it, the verdict might be another."""
    mute = [c for c in cells if c.statements and all(s.span is None for s in c.statements)]
    unread = [c.source for c in mute if c.state is CellState.UNREAD]
    lost = [c.source for c in mute if c.state is not CellState.UNREAD]
    if lost:
        yield f"What was quoted from {_named(lost)} is lost."
    if unread:
        yield f"What was quoted from {_named(unread)} could not be compared: it was not read."


def _firmest_first(verb: str, firmest: Pair, pairs: Sequence[Pair]) -> str:
    more = sum(pair.relation is firmest.relation for pair in pairs) - 1
    if firmest.a == firmest.b:
        told = f"{firmest.a} may contradict itself. {firmest.why}"
    else:
        told = f"{_pair_named(firmest)} {verb}. {firmest.why}"
    if not more:
        return told
    do = "may" if verb.startswith("may") else "does" if more == 1 else "do"
    return f"{told} So {do} {more} more {'pair' if more == 1 else 'pairs'} of statements."


def _pair_named(pair: Pair) -> str:
    return f"{pair.a} and {pair.b}" if pair.a != pair.b else f"two statements of {pair.a}"


def _named(sources: Sequence[str]) -> str:
    if len(sources) <= _MOST_NAMED:
        return listed(sources)
    return f"{', '.join(sources[: _MOST_NAMED - 1])} and {len(sources) - _MOST_NAMED + 1} more"
