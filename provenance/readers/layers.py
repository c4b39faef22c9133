"""The parts of a text that have authors of their own, where its description says they stand."""

from __future__ import annotations

from provenance.alignment.locate import locate
from provenance.errors import Problem, quoted
from provenance.model.alignments import Found
from provenance.model.documents import Layer
from provenance.model.sources import LayerRule
from provenance.model.spans import Span


def layers_of(
    text: str, rules: tuple[LayerRule, ...]
) -> tuple[tuple[Layer, ...], tuple[Problem, ...]]:
    """The layers that rules describe, and what is wrong with the rules that describe none.

    A layer runs from the first words of one quotation to the last words of another, both included;
    without the second, to the end of the text. Its last words are looked for from its beginning
    on: the same words may well have closed an earlier part.
    """
    layers: list[Layer] = []
    problems: list[Problem] = []
    for rule in rules:
        start, wrong = _only_place(text, rule, rule.start, after=0)
        end: Span | None = Span(len(text), len(text))
        if start and rule.end:
            end, more = _only_place(text, rule, rule.end, after=start.start)
            wrong += more
        problems += wrong
        if start and end:
            layers.append(Layer(rule.name, Span(start.start, max(start.end, end.end)), rule.author))
    return tuple(layers), tuple(problems)


def _only_place(
    text: str, rule: LayerRule, words: str, after: int
) -> tuple[Span | None, tuple[Problem, ...]]:
    """The one place of a layer's first or last words, and what is wrong with it."""
    located = locate(text, words)
    places = [place for place in located.places if place.span.start >= after]
    if not places:
        where = f" after its beginning (offset {after})" if after and located.places else ""
        return None, (
            Problem(
                "layer-not-found",
                f"layer {quoted(rule.name)}: {quoted(words)} is not in the text{where}",
                rule.place,
                "copy its first and last words from `provenance read FILE --text`",
            ),
        )
    if len(places) > 1:
        return None, (
            Problem(
                "layer-several",
                f"layer {quoted(rule.name)}: {quoted(words)} stands there {len(places)} times",
                rule.place,
                "quote more words, until they stand there only once",
            ),
        )
    if located.found is Found.NEAR:
        return places[0].span, (
            Problem(
                "layer-near",
                f"layer {quoted(rule.name)}: the text has {quoted(places[0].span.of(text))}, "
                f"which is only nearly {quoted(words)}",
                rule.place,
                "quote the text as it stands",
            ),
        )
    return places[0].span, ()
