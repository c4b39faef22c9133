"""The board of a workspace as it was left, so that it opens at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.model.decisions import Action
from provenance.model.dossier import Dossier
from provenance.run.progress import Progress, Tell
from provenance.run.reader import Reader
from provenance.workspace.dossier_cache import KeptDossier, keep_dossier, recall_dossier
from provenance.workspace.inputs import Looks, look

if TYPE_CHECKING:
    from provenance.model.decisions import Decision


@dataclass(frozen=True, slots=True)
class _Made:
    """A dossier that was made in this session, for whom, and how the files stood before."""

    dossier: Dossier
    reader: Reader
    named: tuple[str, ...]
    before: Looks


@dataclass
class KeptBoards:
    """Recalls, makes and keeps the board of a workspace for whoever reads it.

    What one reader may see is never shown to another: each has a board of her own.
    """

    root: Path
    reader: Callable[[], Reader]
    """Who reads now."""
    make: Callable[[Tell, Reader], Dossier]
    """A whole check for a reader."""
    _made: _Made | None = field(default=None, init=False)

    def recall(self) -> KeptDossier | None:
        """The board as it was left, and whether a check would come to the same; None where nothing
        is kept that this reader may see."""
        reader = self.reader()
        return recall_dossier(self.root, _who(reader), reader.day)

    def load(self, tell: Tell) -> Dossier:
        """A whole check, of which the questions and the sources are told first. Whatever `tell`
        raises ends it."""
        reader = self.reader()
        named = _named(self.root)
        before = look(self.root, named)
        tell(Progress("reading the questions", 0, 0, so_far=lambda: _outlined(self.root, reader)))
        dossier = self.make(tell, reader)
        self._made = _Made(dossier, reader, named, before)
        return dossier

    def keep(self) -> None:
        """Keep what was made last, if that can be done and no file was saved since."""
        made, self._made = self._made, None
        if made is None:
            return
        decisions = _decisions(self.root, made.dossier)
        keep_dossier(
            self.root,
            _who(made.reader),
            made.dossier,
            before=made.before,
            named=made.named,
            asked_after=(*_set_aside_in(decisions), *_known_in(self.root)),
            day=made.reader.day,
            expiries=(each.expires for each in decisions if each.expires),
        )


def _outlined(root: Path, reader: Reader) -> Dossier:
    from provenance.run.outlining import outline

    return outline(root, reader)


def _who(reader: Reader) -> Reader:
    return replace(reader, day="")


def _named(root: Path) -> tuple[str, ...]:
    """The user's own bibliographies."""
    from provenance.workspace.folder import settings_of

    settings, _ = settings_of(root.resolve())
    return tuple(path.text for path in settings.bibliography)


def _decisions(root: Path, dossier: Dossier) -> tuple[Decision, ...]:
    """Every decision, those that are hidden from the reader as well."""
    from provenance.workspace.decisions import read_decisions

    decided = dossier.decided
    return read_decisions(root)[0] if decided.hidden else decided.decisions


def _set_aside_in(decisions: tuple[Decision, ...]) -> set[str]:
    """Files in which findings were set aside: another may take over from one that is gone."""
    return {each.source for each in decisions if each.action is Action.SET_ASIDE and each.source}


def _known_in(root: Path) -> set[str]:
    """Files whose findings the baseline knows, for the same reason."""
    from provenance.errors import ProvenanceError
    from provenance.workspace.baseline_file import read_baseline

    try:
        return {each.file for each in read_baseline(root)}
    except ProvenanceError:
        return set()
