"""The forms for a newer version of a source: its file changed here, or where it was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.revisions import Revision, revisions_in_words
from provenance.model.sources import Role
from provenance.model.verdicts import Standing
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.forms import Design, Field, Ground, Values

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_MOST_SHOWN = 12
_MOST_TAKEN = 6
"""Changes shown of a file that is to be taken in, so that the choice stays in view."""
_YES, _NO = "yes", "no"


class VersionDesign(Design):
    """What changed in a source's file, and whether that is meant."""

    form: ClassVar[str] = "version"
    purpose: ClassVar[str] = (
        "The file of a source is not what was recorded; this says what changed in it, and which "
        "statements lose their words. Accepting records the new version and confirms no statement."
    )
    fields = (
        Field(
            "accept",
            "The change",
            choices=(("not decided", _NO), ("is meant: this is the source from now on", _YES)),
        ),
    )

    def __init__(self, dossier: Dossier, entry: ReadSource, sha256: str) -> None:
        self._dossier, self._entry, self._sha256 = dossier, entry, sha256
        self.about = (("sha256", sha256), ("source", entry.source.id))
        self.title = f"A new version of {entry.source.id}"

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> VersionDesign | None:
        found = (e for e in ground.dossier.sources if e.source.id == about.get("source"))
        entry = next(found, None)
        if entry is None or entry.document is None or entry.state is not SourceState.CHANGED:
            return None
        sha256 = entry.document.sha256
        return cls(ground.dossier, entry, sha256) if about.get("sha256", sha256) == sha256 else None

    def begin(self) -> dict[str, str]:
        return {"accept": _NO}

    def intro(self) -> Content:
        return Content("\n").join(
            Content.styled(on_one_line(line), style) for line, style in self._lines()
        )

    def _lines(self) -> Iterator[tuple[str, str]]:
        revised = self._entry.revised
        if revised is None:
            yield "What it was is not kept, so the changes cannot be shown word for word.", "$muted"
        else:
            yield from _changes(revised, _MOST_SHOWN)
        yield from _losses(self._touched())

    def _touched(self) -> list[tuple[str, str]]:
        """The questions on which words quoted from the source are gone, each with why."""
        return [
            (row.claim.question, placed.why)
            for row in self._dossier.rows
            for placed in row.cell(self._entry.source.id).statements
            if placed.standing is Standing.LOST
        ]

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        if values.get("accept") == _YES:
            return ()
        return (run.Wrong("accept", "choose that it is meant, or leave"),)

    def write(self, app: WritingApp, values: Values) -> bool:
        id, sha256 = self._entry.source.id, self._sha256
        return app.write(
            lambda: run.accept_version(app.root, id, sha256), f"A new version of {id} is recorded."
        )


class TakeDesign(Design):
    """What changed in a file that a source is a copy of, and whether the copy is to follow."""

    form: ClassVar[str] = "take"
    purpose: ClassVar[str] = (
        "A newer version of a source, from outside the workspace: what changed in it, and which "
        "statements lose their words. Taking it in replaces the copy in seeds/, and can be undone."
    )

    def __init__(self, root: Path, id: str, file: Path, *, is_draft: bool) -> None:
        self._root, self._id, self._file = root, id, file
        self._looked: run.Looked | None = None
        self._refused: tuple[run.Wrong, ...] = (run.Wrong("", "the file is still being read"),)
        self.about = (("file", str(file)), ("source", id))
        self.title = f"A newer version of {id}"
        what = "draft" if is_draft else "source"
        choices = (
            (f"take it in: this is the {what} from now on", _YES),
            (f"leave it: keep the {what} as it is here", _NO),
        )
        self.fields = (Field("accept", "The file", choices=choices),)

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> TakeDesign | None:
        id, file = about.get("source", ""), Path(about.get("file", ""))
        if not file.is_file() or id not in ground.desk.sources:
            return None
        is_draft = ground.desk.sources[id].role is Role.DRAFT
        return cls(ground.root, id, file, is_draft=is_draft)

    def begin(self) -> dict[str, str]:
        return {"accept": _YES}

    def prepare(self) -> None:
        try:
            self._looked, self._refused = run.look_at_version(self._root, self._id, self._file), ()
        except ProvenanceError as error:
            self._refused = tuple(run.Wrong("", p.message, p.hint) for p in error.problems)

    def intro(self) -> Content:
        return Content("\n").join(
            Content.styled(on_one_line(line), style) for line, style in self._lines()
        )

    def _lines(self) -> Iterator[tuple[str, str]]:
        yield str(self._file), "bold"
        if self._looked is None:
            return
        if self._looked.is_copy_edited:
            yield "The copy in seeds/ was changed too; that is replaced as well.", "$warning"
        if self._looked.revised is None:
            yield "So much changed that it is not told word for word.", ""
        else:
            yield from _changes(self._looked.revised, _MOST_TAKEN)
        yield from _losses(self._looked.lost)

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        return self._refused if values.get("accept") == _YES else ()

    def write(self, app: WritingApp, values: Values) -> bool:
        id, looked = self._id, self._looked
        if values.get("accept") == _NO:
            if looked is not None:
                run.leave_version(app.root, self._file, looked.sha256)
            return True
        return looked is not None and app.write(
            lambda: run.take_version(app.root, id, self._file, looked.sha256),
            f"Taken in: the new version of {id}.",
        )


def _changes(revised: tuple[Revision, ...], most: int) -> Iterator[tuple[str, str]]:
    yield counted(len(revised), "change") if revised else revisions_in_words(()), "bold"
    for each in revised[:most]:
        yield f"  {each.said}", ""
    if len(revised) > most:
        yield f"  and {len(revised) - most} more", "$muted"


def _losses(touched: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    if not touched:
        yield "Every word that statements quote still stands there.", "$muted"
        return
    yield f"{counted(len(touched), 'statement')} lost, until you decide on each:", "bold"
    for question, why in touched:
        yield f"  {question}  {why}", ""
