"""Whether words of a source are another hand's: an archive's summary, an editor's note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from provenance.evidence.stems import stem
from provenance.model.documents import Document, Layer
from provenance.model.names import fold_name, fold_text
from provenance.model.sources import Source
from provenance.model.spans import Span

_WORD = re.compile(r"[^\W\d_]{4,}")


def other_hand(
    source: Source, document: Document, places: Sequence[Span], sentence: str
) -> Layer | None:
    """The layer that words stand in, where its author is none of the source's and the sentence
    names neither; None where they stand, once at least, in the source's own text.
    """
    authors = {fold_name(author) for author in source.authors}
    if not authors or not places:
        return None
    layers = [document.layer_of(span) for span in places]
    first = layers[0]
    if first is None or any(layer is None or _is_own(layer, authors) for layer in layers):
        return None
    return None if _is_named(first, sentence) else first


def _is_own(layer: Layer, authors: set[str]) -> bool:
    return not layer.author or fold_name(layer.author) in authors


def _is_named(layer: Layer, sentence: str) -> bool:
    said = {stem(word) for word in _WORD.findall(fold_text(sentence))}
    named = {stem(word) for word in _WORD.findall(fold_text(f"{layer.name} {layer.author}"))}
    return not said.isdisjoint(named)
