"""What only several sources together tell: the works they all cite, and names one has garbled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.citations.bibliography import bibliography
from provenance.citations.garbles import garbles_among
from provenance.citations.held_works import holding
from provenance.model.bibliography import JoinRules, ListedWork, Reference
from provenance.model.dossier import ReadSource


@dataclass(frozen=True, slots=True)
class Known:
    """What a person has told of names and works, beside the sources."""

    aliases: tuple[tuple[str, ...], ...] = ()
    """Groups of names for one bearer, or one work, each; every name is surely right."""
    rules: JoinRules = JoinRules()
    references: tuple[Reference, ...] = ()

    def every_name(self) -> Iterable[str]:
        """The names told, and those in the user's own bibliography."""
        for group in self.aliases:
            yield from group
        for entry in self.references:
            yield from (person.family for person in (*entry.authors, *entry.editors))
            yield entry.title


@dataclass(frozen=True, slots=True)
class Together:
    sources: tuple[ReadSource, ...]
    """As they were given, with their suspected garbles."""
    bibliography: tuple[ListedWork, ...]
    """Each work with the source that it is, where it is held."""
    unknown: tuple[str, ...]
    """What the rules name though no source cites it."""


def together(sources: Sequence[ReadSource], known: Known) -> Together:
    """Look at sources side by side, each with its notes and works already told."""
    read = [entry for entry in sources if entry.document is not None]
    texts = [entry.document.text if entry.document else "" for entry in read]
    garbles = dict(
        zip((e.source.id for e in read), garbles_among(texts, known.every_name()), strict=True)
    )
    listed = bibliography(
        [(entry.source.id, entry.works) for entry in sources], known.rules, known.references
    )
    told = (replace(e, garbles=garbles.get(e.source.id, ())) for e in sources)
    works = holding(listed.works, sources, known.aliases)
    return Together(tuple(told), works, listed.unknown)
