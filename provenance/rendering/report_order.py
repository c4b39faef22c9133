"""What a report says first, whatever its format: conflicts, then doubts, then what one source says.

The Markdown, HTML and JSON reports are three drawings of what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from provenance.model.dossier import Dossier, ReadSource
from provenance.model.origins import Trail
from provenance.model.sources import Role
from provenance.model.verdicts import Cell, CellState, Relation, Row, Verdict
from provenance.rendering.marks import Mark
from provenance.rendering.statements_in_words import counted, silence_in_words


@dataclass(frozen=True, slots=True)
class Section:
    """Claims that came to the same, in the order of the board."""

    id: str
    heading: str
    lead: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and every pair of statements that it holds for."""

    relation: Relation
    why: str
    pairs: tuple[tuple[str, str], ...]
    """Sources, with the statement's number where its source makes several: `gazette (2)`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not read, or that no person has read yet."""

    claim: str
    """"" where it is the source itself."""
    source: str
    state: str
    why: str


_HEADINGS = (
    ("conflicts", "Conflicts", "Sources that exclude each other, each in its own voice."),
    (
        "open",
        "Possible conflicts and open questions",
        "Sources that may exclude each other; each entry says what keeps it from being certain.",
    ),
    (
        "resolved",
        "Resolved conflicts",
        "Sources that differ, where a person weighed them and holds one answer right.",
    ),
    ("single", "What rests on one source", "Nothing here has been compared with anything."),
    ("agreement", "Agreement", "Sources that say the same, or the same at different precision."),
    (
        "silence",
        "Silence and gaps",
        "Silence is what a source that was read does not say. A gap is what nobody has read.",
    ),
)
_SECTION_OF = {
    Verdict.DISPUTED: "conflicts",
    Verdict.OPEN: "open",
    Verdict.SINGLE: "single",
    Verdict.AGREED: "agreement",
    Verdict.COMPATIBLE: "agreement",
    Verdict.SILENT: "silence",
}

MEANINGS = {
    Mark.CONFLICT: "excludes what another source says, each in its own voice",
    Mark.POSSIBLE_CONFLICT: "may exclude what another source says; the reason says why only may",
    Mark.UNDETERMINED: "differs, and nothing tells whether both can be true",
    Mark.COMPATIBLE: "differs in precision or in matter, and both can be true",
    Mark.AGREE: "says the same as the others",
    Mark.ALONE: "speaks, and no other source does",
    Mark.RESOLVED: "differs from another source, and a person holds it right",
    Mark.OUTWEIGHED: "differs from another source, and a person holds the other right",
    Mark.SILENT: "was read through, and does not say",
    Mark.LOST: "was quoted with words that are not, or not once, in it: a gap, not silence",
    Mark.UNREAD: "was not searched, or could not be read: a gap, not silence",
}
"""What each mark says of a cell, for legends."""
NEAR_MEANING = "what is quoted differs from the words of the source; the entry says where"


def sections(dossier: Dossier) -> tuple[Section, ...]:
    """All six, also those without a claim."""
    return tuple(
        Section(id, heading, lead, tuple(row for row in dossier.rows if _belongs(row) == id))
        for id, heading, lead in _HEADINGS
    )


def chosen(dossier: Dossier, only: Sequence[str]) -> Dossier:
    """The dossier with none but the claims named; whole where none is."""
    if not only:
        return dossier
    rows = tuple(row for row in dossier.rows if row.claim.id in only)
    findings = tuple(finding for finding in dossier.findings if finding.claim in only)
    return replace(dossier, rows=rows, findings=findings)


def scope_in_words(dossier: Dossier, only: Sequence[str]) -> str:
    """What a partial report leaves out; "" for a whole one."""
    if not only:
        return ""
    shown = len(chosen(dossier, only).rows)
    return f"Partial report: {shown} of {counted(len(dossier.rows), 'claim')}, chosen by name."


def reasons(row: Row) -> tuple[Reason, ...]:
    """Why every pair stands as it does, firmest first; pairs with one reason are told together."""
    grouped: dict[tuple[Relation, str], list[tuple[str, str]]] = {}
    for pair in sorted(row.pairs, key=lambda pair: pair.relation.rank):
        both = (_numbered(row, pair.a, pair.a_index), _numbered(row, pair.b, pair.b_index))
        grouped.setdefault((pair.relation, pair.why), []).append(both)
    return tuple(Reason(*key, tuple(pairs)) for key, pairs in grouped.items())


ORIGINS_LEAD = (
    "How many independent origins stand behind each position, at most: chains of notes that share "
    "a link are one. A note whose body is missing is an unknown, and never independence."
)


def with_chains(dossier: Dossier, numbers: Mapping[str, int]) -> tuple[tuple[Row, Trail], ...]:
    """The claims that rest on something, in the order of the report."""
    rows = sorted(dossier.rows, key=lambda row: numbers[row.claim.id])
    traced = ((row, dossier.trail(row.claim.id)) for row in rows)
    return tuple((row, trail) for row, trail in traced if trail is not None and trail.edges)


def gaps(dossier: Dossier) -> tuple[Gap, ...]:
    """Sources not read whole, then every cell that is unread or silent on a search alone."""
    found = [
        Gap("", entry.source.id, entry.state.value.replace("-", " "), why)
        for entry in dossier.sources
        for why in _missing(entry)
    ]
    for row in dossier.rows:
        for cell in row.cells:
            if cell.state in (CellState.UNREAD, CellState.PROPOSED_SILENT):
                state = "not read" if cell.state is CellState.UNREAD else "silence proposed"
                found.append(Gap(row.claim.id, cell.source, state, silence_in_words(cell)))
    return tuple(found)


def of_sources(dossier: Dossier, row: Row) -> tuple[Cell, ...]:
    """The cells that count, in the order of the board."""
    return tuple(cell for cell in row.cells if not is_draft(dossier, cell))


def of_drafts(dossier: Dossier, row: Row) -> tuple[Cell, ...]:
    """The draft's own cells, which count in no verdict."""
    return tuple(cell for cell in row.cells if is_draft(dossier, cell))


def is_draft(dossier: Dossier, cell: Cell) -> bool:
    return dossier.source(cell.source).source.role is Role.DRAFT


def _belongs(row: Row) -> str:
    if row.resolution is not None:
        return "resolved"
    speaking = any(cell.state is CellState.SPEAKS for cell in row.cells)
    return _SECTION_OF[row.verdict] if speaking else "silence"


def _numbered(row: Row, source: str, index: int) -> str:
    several = len(row.cell(source).statements) > 1
    return f"{source} ({index + 1})" if several else source


def _missing(entry: ReadSource) -> list[str]:
    stated = [entry.why] if entry.why else []
    found = entry.document.gaps if entry.document else ()
    told = [f"{gap.where}: {gap.reason}" if gap.where else gap.reason for gap in found]
    return [*stated, *(each for each in told if each not in stated)]
