"""What the program proposes, searched for again only where something it hangs on changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from provenance.evidence.corpus import corpus_of
from provenance.evidence.names import Aliases
from provenance.evidence.propose import Proposed, propose
from provenance.model.claims import Claim
from provenance.model.decisions import NOTHING_REJECTED, Rejected
from provenance.model.dossier import ReadSource
from provenance.workspace.proposal_cache import keep_proposals, key_of, recall_proposals


class Proposals:
    """The proposals of one run. `keep` has the next one find them."""

    def __init__(
        self,
        root: Path,
        entries: tuple[ReadSource, ...],
        aliases: Aliases,
        refused: Mapping[tuple[str, str], Rejected],
    ) -> None:
        self._root = root
        self._corpus = corpus_of(entries)
        self._aliases = aliases
        self._refused = refused
        texts = [(entry.source, entry.document and entry.document.sha256) for entry in entries]
        self._made_from = key_of(texts, aliases.groups)
        self._before = recall_proposals(root, self._made_from)
        self._now: dict[str, Proposed] = {}

    def of(self, claim: Claim, source: str) -> Proposed:
        """What a source may say on a claim, as statements nobody has confirmed."""
        refused = self._refused.get((claim.id, source), NOTHING_REJECTED)
        asked = (claim.question, claim.type, claim.find, claim.events)
        key = key_of(*asked, source, sorted(refused.statements), refused.silence)
        found = self._before.get(key)
        if found is None:
            entry = self._corpus.sources[source]
            found = propose(claim, entry, self._corpus, self._aliases, refused)
        self._now[key] = found
        return found

    def keep(self, *, is_whole: bool) -> None:
        """Keep what was asked for in this run, where any of it was not kept before; unless it
        `is_whole`, together with what was kept and not asked for yet."""
        kept = self._now if is_whole else self._before | self._now
        if kept.keys() != self._before.keys():
            keep_proposals(self._root, self._made_from, kept)
