"""The form that accepts a newer version of a source in place of the one that was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.revisions import revisions_in_words
from provenance.model.verdicts import Standing
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.forms import Design, Field, Ground, Values

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_MOST_SHOWN = 12
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
            yield counted(len(revised), "change") if revised else revisions_in_words(()), "bold"
            for each in revised[:_MOST_SHOWN]:
                yield f"  {each.said}", ""
            if len(revised) > _MOST_SHOWN:
                yield f"  and {len(revised) - _MOST_SHOWN} more", "$muted"
        touched = self._touched()
        if not touched:
            yield "Every word that statements quote still stands there.", "$muted"
            return
        yield f"{counted(len(touched), 'statement')} lost, until you decide on each:", "bold"
        for question, why in touched:
            yield f"  {question}  {why}", ""

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
