"""What one source has on one claim, before it is compared with the others."""

from __future__ import annotations

from provenance.alignment.locate import Locator
from provenance.evidence.placing import place
from provenance.model.claims import Claim
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.verdicts import Cell, CellState


def gather(claim: Claim, entry: ReadSource, locator: Locator | None) -> Cell:
    """The cell of one source: its statements placed, or its silence, or why it is unread.

    An unread source keeps what was quoted from it, as lost: a gap must not look like agreement.

    `locator` is one over the source's text; None when the source could not be read. The cell's
    mark and, where the source speaks, its reason are left for `comparison.judge`.
    """
    source = entry.source.id
    said = tuple(s for s in claim.statements if s.source == source)
    if entry.document is None or entry.state is SourceState.UNREAD:
        read = "It could not be read" if entry.document is None else "There is nothing to read"
        unread = entry.why or "no reason is known"
        lost = tuple(place(s, None, changed=False, unread=unread) for s in said)
        return Cell(source, CellState.UNREAD, None, f"{read}: {unread}.", lost)
    if said:
        changed = entry.state is SourceState.CHANGED
        placed = tuple(place(s, entry.document, changed=changed, locator=locator) for s in said)
        return Cell(source, CellState.SPEAKS, None, "", placed)
    if source not in claim.silent:
        return Cell(source, CellState.UNREAD, None, "Nobody has looked for this in it yet.")
    if entry.state is SourceState.CHANGED:
        why = "A person found it silent, but it changed since it was recorded."
        return Cell(source, CellState.UNREAD, None, why)
    return Cell(source, CellState.SILENT, None, "A person read it through, and it does not say.")
