"""How far drafts are supported: figures, and a strip with a sign for every stretch of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from provenance.model.audit import AuditedDraft, DraftSentence, Support
from provenance.rendering.audit_in_words import WITH_ERRORS, coverage_in_words
from provenance.rendering.untrusted import on_one_line
from provenance.tui.drawing import Pencil

_SIGNS = {
    Support.SUPPORTED: ("█", "S"),
    Support.QUOTED: ("▒", "Q"),
    Support.NOT_CHECKABLE: ("·", "-"),
    Support.BARE: ("!", "B"),
}
_GRAVEST = (Support.BARE, Support.QUOTED, Support.SUPPORTED, Support.NOT_CHECKABLE)
"""Which of several sentences a sign stands for: one that is bare is never hidden."""
_WITH_ERROR = ("✗", "X")
_MARGIN = 4


class CoverageStrip(Static):
    """Two lines a draft; nothing where no draft was audited."""

    def __init__(self) -> None:
        super().__init__(id="coverage", markup=False)
        self._drafts: tuple[AuditedDraft, ...] = ()
        self._pencil = Pencil()

    def show(self, drafts: tuple[AuditedDraft, ...], pencil: Pencil) -> None:
        """Draw the strips of these drafts."""
        self._drafts, self._pencil = drafts, pencil
        self.display = bool(drafts)
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        lines: list[Content] = []
        for draft in self._drafts:
            said = on_one_line(f"{draft.source.id}: {coverage_in_words(draft)}")
            lines += [Content(said), self._strip(draft)]
        if lines:
            at = 1 if self._pencil.letters else 0
            signs = [f"{_SIGNS[s][at]} {s.value.replace('-', ' ')}" for s in Support]
            legend = "  ".join([*signs, f"{_WITH_ERROR[at]} {WITH_ERRORS}"])
            lines.append(Content.styled(legend, "$muted"))
        self.update(Content("\n").join(lines))

    def _strip(self, draft: AuditedDraft) -> Content:
        """One sign for each of as many equal stretches as there is room for."""
        room = max(10, self.size.width - _MARGIN)
        sentences = draft.sentences
        cells = min(room, len(sentences))
        at = 1 if self._pencil.letters else 0
        strip = Content("")
        for cell in range(cells):
            first, last = cell * len(sentences) // cells, (cell + 1) * len(sentences) // cells
            sign, is_grave = self._sign(draft, sentences[first:last])
            strip += Content.styled(sign[at], "bold $conflict" if is_grave else "")
        return strip

    def _sign(
        self, draft: AuditedDraft, sentences: Sequence[DraftSentence]
    ) -> tuple[tuple[str, str], bool]:
        """What stands for some sentences, and whether it tells of something to mend."""
        if any(draft.is_mistaken(sentence) for sentence in sentences):
            return _WITH_ERROR, True
        here = {sentence.support for sentence in sentences}
        support = next(each for each in _GRAVEST if each in here)
        return _SIGNS[support], support is Support.BARE
