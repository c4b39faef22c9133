"""The parts of a text that have authors of their own, where its description says they stand."""

from __future__ import annotations

from provenance.alignment.locate import Locator
from provenance.errors import Problem, quoted
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
    locator = Locator(text)
    layers: list[Layer] = []
    problems: list[Problem] = []
    for rule in rules:
        start, wrong = _only_place(locator, rule, rule.start, after=0)
        end: Span | None = Span(len(text), len(text))
        if start is not None and rule.end:
            end, more = _only_place(locator, rule, rule.end, after=start.start)
            wrong += more
        problems += wrong
        # Not by truth: an empty span is false.
        if start is not None and end is not None:
            layers.append(Layer(rule.name, Span(start.start, max(start.end, end.end)), rule.author))
    return tuple(layers), tuple(problems)


def _only_place(
    locator: Locator, rule: LayerRule, words: str, after: int
) -> tuple[Span | None, tuple[Problem, ...]]:
    """The one place of a layer's first or last words, and what is wrong with it."""

    def wrong(slug: str, message: str, hint: str) -> tuple[Problem, ...]:
        return (Problem(slug, f"layer {quoted(rule.name)}: {message}", rule.place, hint),)

    found = locator.locate(words).places
    places = [place for place in found if place.span.start >= after]
    if not places:
        where = "the text, from the layer's first words on" if found else "the text"
        hint = "copy the words from `provenance read FILE --text`"
        return None, wrong("layer-not-found", f"{quoted(words)} is not in {where}", hint)
    if len(places) > 1:
        message = f"{quoted(words)} stands there {len(places)} times"
        return None, wrong("layer-several", message, "quote more words, until only one place fits")
    span = places[0].span
    if places[0].differences:
        message = f"{quoted(words)} stands there only nearly, as {quoted(span.of(locator.text))}"
        return span, wrong("layer-near", message, "quote the text as it stands")
    return span, ()
