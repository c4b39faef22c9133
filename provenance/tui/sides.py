"""Which side of a claim the keys decide on, and what is said of a side on which nothing stands."""

from __future__ import annotations

from textual.content import Content

from provenance.model.verdicts import CellState, Row
from provenance.rendering.untrusted import on_one_line
from provenance.tui.judging import Proposal, proposal_in
from provenance.tui.pairing import Seat, silent_ones


def proposal_on(row: Row, seat: Seat | None) -> Proposal | None:
    """The proposal that a side shows; None where it shows none."""
    return proposal_in(row.claim.id, row.cell(seat.source), seat.index) if seat else None


def labels_of(side: str, *, is_confirmed: bool) -> dict[str, str]:
    """What the keys that decide are called, by the end of their ids. `side` is `L` or `R`."""
    if is_confirmed:
        return {"mend": f"Change {side}", "reject": f"Take out {side}"}
    return {"accept": f"Accept {side}", "mend": f"Mend {side}", "reject": f"Reject {side}"}


def nothing_proposed(row: Row, left: Seat | None, right: Seat | None) -> str:
    """Why there is nothing to accept on the side that is decided on."""
    seat = right or left
    if seat is None:
        return "Nothing is proposed: no source has a statement here."
    side = "right" if right else "left"
    said = f"Nothing is proposed on the {side}, {on_one_line(seat.source)}; nothing was done."
    return f"{said} {{claim.swap}} swaps the sides." if right and proposal_on(row, left) else said


def nothing_beside(row: Row, shown: Seat | None) -> str:
    """Why a side is empty: `no other source has a statement: 2 silent, 1 unread`."""
    others = [state for id, state, _ in silent_ones(row) if not shown or id != shown.source]
    counts = (
        f"{number} {state.value.replace('-', ' ')}"
        for state in CellState
        if (number := others.count(state))
    )
    what = "no other source has a statement" if shown else "no source has a statement"
    return f"{what}: {', '.join(counts)}" if others else what


def silent_in_words(row: Row) -> list[Content]:
    """Every source that does not speak, with its state and why."""
    return [
        Content(f"{on_one_line(id)}: {state.value.replace('-', ' ')}. {on_one_line(why)}")
        for id, state, why in silent_ones(row)
    ]
