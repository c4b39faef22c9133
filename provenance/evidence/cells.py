"""What one source has on one claim, before it is compared with the others."""

from __future__ import annotations

from collections.abc import Callable

from provenance.alignment.locate import Locator
from provenance.evidence.placing import place
from provenance.evidence.propose import Proposed
from provenance.model.claims import Claim
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.spans import Span
from provenance.model.verdicts import Cell, CellState

Search = Callable[[Claim, str], Proposed]
"""What a search for a claim in a source, by its id, comes to."""


def gather(
    claim: Claim, entry: ReadSource, locator: Locator | None, search: Search | None = None
) -> Cell:
    """The cell of one source: its statements placed or proposed, its silence, or why it is unread.

    An unread source keeps what was quoted from it, as lost: a gap must not look like agreement.
    `locator` is one over the source's text; None when the source could not be read. `search`
    proposes what a source without statements says; None leaves out what nobody has confirmed. The
    cell's mark and, where the source speaks, its reason are left for `comparison.judge`.
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
        if search is None:
            return Cell(source, CellState.UNREAD, None, "Nobody has looked for this in it yet.")
        return _searched(source, search(claim, source), entry)
    if entry.state is SourceState.CHANGED:
        why = "A person found it silent, but it changed since it was recorded."
        return Cell(source, CellState.UNREAD, None, why)
    return Cell(source, CellState.SILENT, None, "A person read it through, and it does not say.")


def _searched(source: str, found: Proposed, entry: ReadSource) -> Cell:
    if found.statements:
        return Cell(source, CellState.SPEAKS, None, "", found.statements)
    if found.silence_rejected:
        why = "A person holds that it is not silent; what it says is not recorded yet."
        return Cell(source, CellState.UNREAD, None, why, searched=found.searched)
    if found.may_speak and entry.document and not found.rejected:
        why, at = _worth_reading(found.may_speak, entry.document), found.may_speak
        return Cell(source, CellState.UNREAD, None, why, searched=found.searched, may_speak=at)
    why = "Nothing that answers was found in it; nobody has read it through."
    if found.rejected:
        why = "All that was proposed from it was rejected; nobody has read it through."
    elif entry.document is not None and entry.document.gaps:
        why = "Nothing that answers was found in what could be read of it."
    return Cell(source, CellState.PROPOSED_SILENT, None, why, searched=found.searched)


_LONGEST_SHOWN = 90
"""Characters of a passage named in a reason; the source has the rest."""


def _worth_reading(span: Span, document: Document) -> str:
    words = " ".join(span.of(document.text).split())
    if len(words) > _LONGEST_SHOWN:
        words = f"{words[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
    line = document.line_of(span.start)
    return f"It may speak at line {line} (“{words}”), but no answer could be read from that."
