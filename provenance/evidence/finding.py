"""A claim searched for in all sources at once."""

from __future__ import annotations

from provenance.errors import Problem
from provenance.evidence.corpus import Corpus, corpus_of
from provenance.evidence.names import Aliases
from provenance.evidence.query import Query, query_of
from provenance.evidence.search import search
from provenance.model.claims import Claim
from provenance.model.dossier import ReadSource
from provenance.model.search import Search, Searched


def find(
    claim: Claim,
    entries: tuple[ReadSource, ...],
    aliases: Aliases,
    problems: tuple[Problem, ...] = (),
) -> Search:
    """The best passages of every source; one that could not be read says why."""
    corpus = corpus_of(entries)
    query = query_of(claim, aliases)
    return Search(
        claim=claim,
        words=query.words,
        searched=tuple(_searched(entry, corpus, query) for entry in entries),
        documents=tuple(
            (entry.source.id, entry.document) for entry in entries if entry.document is not None
        ),
        problems=problems,
    )


def _searched(entry: ReadSource, corpus: Corpus, query: Query) -> Searched:
    id_ = entry.source.id
    if id_ not in corpus.sources:
        return Searched(id_, 0, (), f"it could not be read: {entry.why}")
    return search(corpus.sources[id_].passages, query, known=corpus.known_beside(id_))
