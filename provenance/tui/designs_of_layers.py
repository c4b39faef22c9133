"""The form for a layer: a part of a source that has an author of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.model.sources import LayerRule
from provenance.rendering.untrusted import on_one_line
from provenance.tui.forms import Design, Field, Ground, Values

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_STAYS = (("stands in the file", ""), ("is taken out of it", "out"))

_WORD = re.compile(r"\S+")
_MOST_WORDS = 8


class LayerDesign(Design):
    """A new layer of a source, or one that is there."""

    form: ClassVar[str] = "layer"
    purpose: ClassVar[str] = (
        "A part of a source with an author of its own: an archive's summary, an editor's note, a "
        "letter that is printed whole. It is told by its first words and its last, verbatim."
    )

    def __init__(self, desk: run.Desk, source: str, text: str, rule: LayerRule | None) -> None:
        self._desk, self._source, self._text, self._rule = desk, source, text, rule
        self._ends: dict[str, str] = {}
        """What a new layer begins and ends with, as far as that was marked."""
        self._checked: tuple[dict[str, str], tuple[run.Wrong, ...]] | None = None
        self.about = (("layer", rule.name if rule else ""), ("source", source))
        self.title = f"The layer {rule.name} of {source}" if rule else f"A new layer of {source}"
        self.fields = (
            Field("name", "Name", "such as transcript, summary, editor's note", needed=True),
            Field("author", "By", "whose words these are"),
            Field("from", "From", "its first words, verbatim", needed=True),
            Field("to", "To", "its last words; empty where it runs to the end"),
            *((Field("stays", "It", choices=_STAYS),) if rule else ()),
        )

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> LayerDesign | None:
        """`about` may say what a new layer begins and ends with."""
        id, name = about.get("source", ""), about.get("layer", "")
        entry = next((e for e in ground.dossier.sources if e.source.id == id), None)
        known = ground.desk.sources.get(id)
        if entry is None or known is None or entry.document is None:
            return None
        rule = next((rule for rule in known.layers if rule.name == name), None)
        if name and rule is None:
            return None
        design = cls(ground.desk, id, entry.document.text, rule)
        design._ends = {name: about[name] for name in ("from", "to") if about.get(name)}
        return design

    def begin(self) -> dict[str, str]:
        rule = self._rule
        if rule is None:
            return dict(self._ends)
        return {"name": rule.name, "author": rule.author, "from": rule.start, "to": rule.end}

    def intro(self) -> Content:
        title = self._desk.sources[self._source].title
        return Content.styled(on_one_line(title), "$muted")

    def shown(self, values: Values) -> frozenset[str]:
        names = frozenset(field.name for field in self.fields)
        return frozenset({"stays"}) if values.get("stays") else names

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        layer = self._layer(values)
        if layer is None:
            return ()
        if self._checked is None or self._checked[0] != layer:
            before = self._rule.name if self._rule else ""
            wrong = run.wrong_with_layer(self._desk, self._source, before, layer, self._text)
            self._checked = (layer, wrong)
        return self._checked[1]

    def _layer(self, values: Values) -> dict[str, str] | None:
        if values.get("stays"):
            return None
        return {name: values.get(name, "").strip() for name in ("name", "author", "from", "to")}

    def write(self, app: WritingApp, values: Values) -> bool:
        layer, before = self._layer(values), self._rule.name if self._rule else ""
        said = f"{'Taken out' if layer is None else 'Layer'}: {values['name'].strip()}."
        return app.write(lambda: run.edit_layer(app.root, self._source, before, layer), said)


def ends_of(words: str) -> tuple[str, str]:
    """The first words and the last of a part, verbatim: enough to find where it begins and ends."""
    every = list(_WORD.finditer(words))
    if not every:
        return "", ""
    first, last = every[:_MOST_WORDS][-1].end(), every[-_MOST_WORDS:][0].start()
    return words[every[0].start() : first], words[last : every[-1].end()]
