"""How markers sit among the words: fused to them, in the middle of one, or set off by a blank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from provenance.drafts.numbering import note_markers
from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerEvidence

_MANY = 5
"""From so many on, markers that all sit alike are told of once."""
_PARTED_BY_BLANKS = 0x2E80
"""Scripts from here on set no blanks between words."""
_SET_OFF = frozenset({MarkerEvidence.PLAIN, MarkerEvidence.FUSED})
"""Markers known by their surroundings alone: their superscript is lost."""


class Fault(Enum):
    FUSED = "fused"
    """Nothing but its digits tells the marker from the words and numbers before it."""
    RUN_ON = "run on"
    """The next word follows without a blank."""
    DETACHED = "detached"
    """A blank stands between it and the words it belongs to."""
    UNRAISED = "unraised"
    """It stands as a bare number between blanks."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A marker that sits badly."""

    marker: Marker
    fault: Fault
    times: int = 1
    """How many markers sit so, where the first stands for all of them."""


def badly_attached(document: Document) -> Iterator[Attached]:
    """Every marker that sits badly, in order; one for all where most of the draft's do.

    A blank before a bracketed number is some houses' manner: where most markers have it, none is
    told of.
    """
    markers = note_markers(document)
    faults = [(marker, fault) for marker in markers if (fault := _fault(document, marker))]
    counts = Counter(fault for _, fault in faults)
    told: set[Fault] = set()
    for marker, fault in faults:
        times = counts[fault]
        is_manner = 2 * times > len(markers)
        if is_manner and fault is Fault.DETACHED and marker.evidence is MarkerEvidence.BRACKET:
            continue
        if not is_manner or times < _MANY:
            yield Attached(marker, fault)
        elif fault not in told:
            told.add(fault)
            yield Attached(marker, fault, times)


def _fault(document: Document, marker: Marker) -> Fault | None:
    tests: tuple[tuple[Fault, Callable[[str, Marker], bool]], ...] = (
        (Fault.FUSED, _is_fused),
        (Fault.RUN_ON, _is_run_on),
        (Fault.UNRAISED, _is_unraised),
        (Fault.DETACHED, _is_detached),
    )
    return next((fault for fault, test in tests if test(document.text, marker)), None)


def _is_fused(text: str, marker: Marker) -> bool:
    return marker.evidence is MarkerEvidence.FUSED


def _is_run_on(text: str, marker: Marker) -> bool:
    behind = text[marker.span.end : marker.span.end + 1]
    before = text[: marker.span.start][-1:]
    if marker.evidence in _SET_OFF or not before.strip():
        return False
    return behind.isalnum() and ord(behind) < _PARTED_BY_BLANKS


def _is_unraised(text: str, marker: Marker) -> bool:
    return marker.evidence is MarkerEvidence.PLAIN and _is_detached(text, marker)


def _is_detached(text: str, marker: Marker) -> bool:
    before = text[max(0, marker.span.start - 2) : marker.span.start]
    has_blank = before.endswith((" ", "\t")) and before.strip() != "" and len(marker.span) > 0
    return marker.is_detached or has_blank
