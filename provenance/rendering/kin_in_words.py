"""Which sources are kin, in words: as confirmed, as declared, or as proposed and never counted.

Everything returned is safe for a terminal and stands on one line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from provenance.model.dossier import Dossier, ReadSource
from provenance.model.origins import Kinship
from provenance.rendering.origins_in_words import family_in_words, kinship_in_words
from provenance.rendering.untrusted import on_one_line


@dataclass(frozen=True, slots=True)
class Kin:
    """What a source is to the others; "" for what is not so."""

    confirmed: str = ""
    """`family wire`, `same bytes as gazette`, `from clerk`."""
    proposed: str = ""
    """`kin of gazette?`: nobody has confirmed it; it stands in parentheses and counts nowhere."""
    kinships: tuple[Kinship, ...] = ()
    """The proposed ones."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """What speaks for the proposal, a sentence for each of its kin."""
        return tuple(map(kinship_in_words, self.kinships))

    @property
    def mark(self) -> str:
        """What stands beside its name: what is confirmed, else what is proposed."""
        return self.confirmed or (f"({self.proposed})" if self.proposed else "")

    def facts(self) -> Iterator[str]:
        """All of it, a fact a line."""
        if self.confirmed:
            yield self.confirmed
        for each in self.evidence:
            yield f"({self.proposed}) proposed, counted nowhere: {each}"


def kin_of(dossier: Dossier, entry: ReadSource) -> Kin:
    """What a source is to the others."""
    id_ = entry.source.id
    perhaps = [
        kinship
        for family in dossier.proposed_families
        if id_ in family.members
        for kinship in family.kinships
        if id_ in (kinship.left, kinship.right)
    ]
    names = ", ".join(on_one_line(k.right if k.left == id_ else k.left) for k in perhaps)
    proposed = f"kin of {names}?" if perhaps else ""
    return Kin(_confirmed(dossier, entry), proposed, tuple(perhaps))


def _confirmed(dossier: Dossier, entry: ReadSource) -> str:
    source = entry.source
    told = []
    if entry.family:
        told.append(f"family {on_one_line(entry.family)}")
    elif twin := _twin(dossier, entry):
        told.append(f"same bytes as {on_one_line(twin)}")
    held = {other.source.id for other in dossier.sources} - {source.id}
    told += [f"from {on_one_line(name)}" for name in source.derived_from if name in held]
    return ", ".join(told)


def families_in_words(dossier: Dossier) -> Iterator[str]:
    """Every family of the board, a line each: the confirmed, then the proposed with evidence."""
    for said in confirmed_among(dossier, {entry.source.id for entry in dossier.sources}):
        yield f"One family, confirmed, with one voice: {said}"
    for family in dossier.proposed_families:
        names = ", ".join(map(on_one_line, family.members))
        evidence = ". ".join(family_in_words(family))
        yield f"Perhaps one family, not confirmed and not counted: {names} – {evidence}"


def confirmed_among(dossier: Dossier, ids: Collection[str]) -> Iterator[str]:
    """`wire: gazette, herald` for every confirmed family that has several of these sources."""
    families: dict[str, list[str]] = {}
    for entry in dossier.sources:
        if entry.family and entry.source.id in ids:
            families.setdefault(entry.family, []).append(entry.source.id)
    for name, members in sorted(families.items()):
        if len(members) > 1:
            yield f"{on_one_line(name)}: {', '.join(map(on_one_line, members))}"


def _twin(dossier: Dossier, entry: ReadSource) -> str:
    """The first other source with the same bytes, which no draft is; "" where there is none."""
    digest = entry.document.sha256 if entry.document else None
    others = (
        other.source.id
        for other in dossier.counted_sources
        if other.source.id != entry.source.id and other.document
        if other.document.sha256 == digest
    )
    return next(others, "") if digest else ""
