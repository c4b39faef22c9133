"""Workspaces made in code, the same every time: many claims, and sources that speak on them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from benchmarks.manuscripts import MONTHS, SURNAMES, SYLLABLES, plain_sentence, sentence, word

_FILLING = 240
"""Sentences of a source that speak on no claim."""
_SPEAKING, _CONFIRMED = 6, 3
"""On each claim, sources that speak, and those of them whose words a person confirmed."""
_CONFLICTING = 5
"""Of so many claims one is disputed."""
_TOLD = (
    "the bridge at {name} was closed on {day}",
    "on {day} they closed the bridge at {name}",
    "{name} had its bridge closed by the county on {day}",
    "the engineer closed the old bridge at {name}, on {day}, to carts",
    "by {day} the bridge that stood at {name} was closed",
    "at {name} the toll bridge, closed on {day}, was let fall",
)


@dataclass(frozen=True, slots=True)
class _Said:
    claim: int
    sentence: str
    says: str


def workspace(folder: Path, claims: int, sources: int, seed: int = 1) -> Path:
    """A workspace with claims on dates. Each is spoken on by six of the sources, three of which
    are confirmed; the other three are for the program to find. Every fifth claim is disputed."""
    choice = random.Random(seed)
    (folder / "seeds").mkdir(parents=True)
    (folder / "claims").mkdir()
    (folder / "provenance.yaml").write_text("title: Benchmark\n", encoding="utf-8")
    said: list[list[_Said]] = [[] for _ in range(sources)]
    for number in range(claims):
        _claim(folder, choice, number, said)
    for number, sayings in enumerate(said):
        _source(folder, choice, number, sayings)
    return folder


def _claim(folder: Path, choice: random.Random, number: int, said: list[list[_Said]]) -> None:
    digits = (number // len(SYLLABLES) ** power % len(SYLLABLES) for power in range(3))
    name = "".join(SYLLABLES[digit] for digit in digits).title()
    speaking = choice.sample(range(len(said)), min(_SPEAKING, len(said)))
    day, month, year = choice.randint(1, 27), choice.randrange(len(MONTHS)), 1841
    listed = []
    for rank, source in enumerate(speaking):
        other = rank == 1 and number % _CONFLICTING == 0
        told = _TOLD[(number + rank) % len(_TOLD)]
        words = told.format(name=name, day=f"{day + other} {MONTHS[month]} {year}")
        ordinal = ("01", "03", "04", "05", "06", "07", "09", "10")[month]
        says = f"{year}-{ordinal}-{day + other:02}"
        said[source].append(_Said(number, words, says))
        if rank < _CONFIRMED:
            listed.append(
                f"  - source: source-{source:02}\n    quote: '{words}'\n    says: {says}\n"
                "    holds: asserted\n"
            )
    text = (
        f"question: When was the bridge at {name} closed?\ntype: date\n"
        f"find: [{name}, bridge, closed]\nstatements:\n{''.join(listed)}"
    )
    (folder / "claims" / f"bridge-{number:04}.yaml").write_text(text, encoding="utf-8")


def _source(folder: Path, choice: random.Random, number: int, sayings: list[_Said]) -> None:
    paragraphs, notes = [], []
    spoken = iter(sayings)
    every = max(1, _FILLING // max(1, len(sayings)))
    for at in range(max(_FILLING, len(sayings))):
        text = sentence(choice) if at % 4 == 0 else plain_sentence(choice)
        if at % every == 0 and (said := next(spoken, None)):
            label = len(notes) + 1
            text += f" It is known that {said.sentence}.[^{label}]"
            author = choice.choice(SURNAMES)
            notes.append(
                f"[^{label}]: John {author}, The {word(choice).title()} of {SYLLABLES[at % 20]} "
                f"(London: Cass, {choice.randint(1900, 1980)}), p. {choice.randint(1, 300)}."
            )
        paragraphs.append(text)
    path = folder / "seeds" / f"source-{number:02}.md"
    path.write_text("\n\n".join([*paragraphs, *notes]) + "\n", encoding="utf-8")
    path.with_name(f"{path.name}.source.yaml").write_text(
        f"id: source-{number:02}\ntitle: The roads, volume {number + 1}\n"
        f"author: [{{family: {choice.choice(SURNAMES)}, given: Ann}}]\n"
        f"issued: {1850 + number}\ntype: book\nrole: source\n",
        encoding="utf-8",
    )
