"""What the texts of a workspace have in common, compared again only where one of them changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from provenance.comparison.families import Kindred, Known, kindred_of, proses
from provenance.comparison.grounds import Grounds
from provenance.run.progress import Progress, Tell
from provenance.workspace.draft_copies import hash_of_text
from provenance.workspace.kindred_cache import Compared, keep_kindred, recall_kindred


def remembered_kindred(root: Path, grounds: Grounds, tell: Tell) -> Kindred:
    """What the texts have in common; of the run before, all that is still so is taken over."""
    texts = proses(grounds.sources, grounds.documents)
    hashes = {id_: hash_of_text(text) for id_, text in texts.items()}
    before = recall_kindred(root)
    if before is not None and before.texts == hashes:
        return before.kindred

    def told(a: str, b: str, done: int, total: int) -> None:
        tell(Progress(f"comparing {a} with {b}", done, total, "comparing sources"))

    kindred = kindred_of(texts, _still_so(before, hashes), told)
    keep_kindred(root, Compared(hashes, kindred))
    return kindred


def _still_so(before: Compared | None, hashes: Mapping[str, str]) -> Known:
    if before is None:
        return {}
    same = {id_ for id_, digest in hashes.items() if before.texts.get(id_) == digest}
    return {m.pair: m.passages for m in before.kindred.meetings if same.issuperset(m.pair)}
