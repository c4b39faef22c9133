"""Families: sources that copy one another, proposed with the evidence for a person to confirm.

Two things speak for kinship. One is long shared text that neither marks as a quotation. The other,
decisive even where little is shared, is a common error: where two texts agree against a third, and
no other text reads as they do, one has it from the other or both from a lost one (P. Maas,
*Textkritik*, 1927: Bindefehler). What is declared or confirmed already is not proposed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from provenance.alignment.align import align
from provenance.alignment.tokens import words
from provenance.comparison.candidates import candidates
from provenance.comparison.directions import Quoted, direction
from provenance.comparison.prose import heads, is_quoted, prose, without_heads
from provenance.comparison.shared_errors import Meeting, shared_errors
from provenance.model.alignments import SharedPassage
from provenance.model.documents import Document
from provenance.model.origins import Evidence, FamilyEvidence, FamilyProposal, Kinship
from provenance.model.sources import Role, Source
from provenance.model.spans import Span

LEAST_PASSAGE = 8
"""Words the same in a passage for it to count at all: fewer are a set phrase."""
LEAST_SHARED = 40
"""Words the same, in passages nobody marks as quoted, for texts to be kin by what they share."""
LEAST_SHARE = 0.3
"""Of the shorter text, how much must be shared, `FIRM_PASSAGE` of it in one piece."""
FIRM_PASSAGE = 20
"""Words the same in the longest passage: many short ones are the phrases of an office."""
LONG_PASSAGE = 80
"""Words the same in one passage that nobody writes twice by chance."""


@dataclass(frozen=True, slots=True)
class Kindred:
    """What texts have in common, whatever is said of where they come from."""

    meetings: tuple[Meeting, ...]
    """Every two that were aligned, also those that share no passage that counts."""
    errors: tuple[tuple[str, str, tuple[FamilyEvidence, ...]], ...]
    """Pairs that share errors, with these."""


Known = Mapping[tuple[str, str], tuple[SharedPassage, ...]]
"""The passages that pairs of texts are known to share."""


def proses(sources: Mapping[str, Source], documents: Mapping[str, Document]) -> dict[str, str]:
    """The texts that are compared for kinship, by id: those of all sources but drafts."""
    return {
        id_: prose(document.text)
        for id_, document in sorted(documents.items())
        if id_ in sources and sources[id_].role is not Role.DRAFT
    }


def kindred_of(
    texts: Mapping[str, str],
    known: Known = MappingProxyType({}),
    tell: Callable[[str, str, int, int], None] = lambda *_: None,
) -> Kindred:
    """What texts have in common. `tell` hears of every two before they are aligned: which, how
    many were, and of how many; whatever it raises ends the comparison."""
    pairs = candidates(texts)
    meetings: list[Meeting] = []
    for done, (a, b) in enumerate(pairs):
        passages = known.get((a, b))
        if passages is None:
            tell(a, b, done, len(pairs))
            passages = _telling(align(texts[a], texts[b]))
        meetings.append(Meeting(a, b, passages))
    errors = shared_errors(texts, [meeting for meeting in meetings if meeting.passages])
    return Kindred(tuple(meetings), tuple((*pair, found) for pair, found in errors.items()))


def propose_families(
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
    confirmed: Mapping[str, str] | None = None,
    refused: Sequence[Set[str]] = (),
    kindred: Kindred | None = None,
) -> tuple[FamilyProposal, ...]:
    """Sources that seem to be kin, in groups, each kinship with its evidence.

    `confirmed` gives the family of sources that a person has put in one; `refused` are groups of
    which a person said that no two are kin. `kindred` is what their `proses` have in common, where
    that is known.
    """
    known = confirmed or {}
    texts = proses(sources, documents)
    shared = kindred or kindred_of(texts)
    errors = {(left, right): found for left, right, found in shared.errors}
    counts = {id_: len(words(text)) for id_, text in texts.items()}

    @cache
    def quoted(id_: str, start: int) -> bool:
        # Asked of every passage of every two texts, and most begin where others do.
        return is_quoted(texts[id_], start)

    @cache
    def heads_of(id_: str) -> tuple[Span, ...]:
        return heads(texts[id_])

    def told(meeting: Meeting) -> Kinship | None:
        common = errors.get(meeting.pair, ())
        return _kinship(meeting, quoted, counts, sources, common, heads_of)

    kin = [
        kinship
        for meeting in shared.meetings
        if meeting.passages
        if not _is_known(meeting, sources, known)
        if not any({*meeting.pair} <= group for group in refused)
        if (kinship := told(meeting))
    ]
    return _grouped(kin)


def _telling(passages: Iterable[SharedPassage]) -> tuple[SharedPassage, ...]:
    return tuple(passage for passage in passages if passage.same_words >= LEAST_PASSAGE)


def _is_known(
    meeting: Meeting, sources: Mapping[str, Source], confirmed: Mapping[str, str]
) -> bool:
    a, b = sources[meeting.left], sources[meeting.right]
    if a.id in b.derived_from or b.id in a.derived_from:
        return True
    return a.id in confirmed and confirmed[a.id] == confirmed.get(b.id)


def _kinship(
    meeting: Meeting,
    quoted: Quoted,
    counts: Mapping[str, int],
    sources: Mapping[str, Source],
    errors: Sequence[FamilyEvidence],
    heads_of: Callable[[str], tuple[Span, ...]],
) -> Kinship | None:
    shorter = min(counts[meeting.left], counts[meeting.right])
    if not errors and not _is_enough(meeting.passages, shorter):
        return None
    unmarked = [
        passage
        for passage in meeting.passages
        if not quoted(meeting.left, passage.left.start)
        and not quoted(meeting.right, passage.right.start)
    ]
    if not errors and not _is_enough(unmarked, shorter):
        return None
    told = [
        FamilyEvidence(
            Evidence.PASSAGES,
            without_heads(passage.left, heads_of(meeting.left)),
            without_heads(passage.right, heads_of(meeting.right)),
            passage.same_words,
            min(passage.left_words, passage.right_words),
        )
        for passage in (meeting.passages if errors else unmarked)
    ]
    told.sort(key=lambda evidence: (-evidence.same, evidence.left))
    way, why = direction(meeting, counts, sources, quoted)
    return Kinship(meeting.left, meeting.right, (*errors, *told), way, why)


def _is_enough(passages: Sequence[SharedPassage], shorter: int) -> bool:
    shared = sum(passage.same_words for passage in passages)
    longest = max((passage.same_words for passage in passages), default=0)
    much = shared >= max(LEAST_SHARED, LEAST_SHARE * shorter)
    return longest >= LONG_PASSAGE or (much and longest >= FIRM_PASSAGE)


def _grouped(kin: Sequence[Kinship]) -> tuple[FamilyProposal, ...]:
    """Kin of kin are one family."""
    group: dict[str, set[str]] = {}
    for kinship in kin:
        joined = group.get(kinship.left, {kinship.left}) | group.get(kinship.right, {kinship.right})
        for member in joined:
            group[member] = joined
    families = {min(members): members for members in group.values()}
    return tuple(
        FamilyProposal(
            tuple(sorted(members)),
            tuple(kinship for kinship in kin if kinship.left in members),
        )
        for _, members in sorted(families.items())
    )
