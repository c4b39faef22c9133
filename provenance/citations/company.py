"""The names of texts and the company they keep: which nouns they govern or are governed by.

Each text is looked through once; what the others know of a name is what all know, less its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from provenance.citations.lexicon import FUNCTION_WORDS
from provenance.citations.names import fold
from provenance.model.spans import Span

_NAME = re.compile(r"(?<![^\W_])(?=[^\W\d_a-zß-öø-ÿ])[^\W\d_]+(?:-[^\W\d_]+)*")
_LOWER = re.compile(r"(?<![^\W_])[a-zß-öø-ÿ][^\W\d_]*")
_GOVERNED = re.compile(r"(?:[`´’']s?)?\s+([^\W\d_]{3,})")
_GOVERNING = re.compile(r"([^\W\d_]{4,})\s+of\s+(?:(?:the|an?|this)\s+)?(?:[^\W\d_]+\s+)?$")
_SENTENCE_ENDS = '.!?:;”“"(|*#'


_FAR_OFTENER = 5


@dataclass(slots=True)
class SeenName:
    """A capitalised word in one text: where it stands, and its nouns, each with its count."""

    spans: list[Span] = field(default_factory=list)
    company: Counter[str] = field(default_factory=Counter)
    inside: int = 0
    """How often it stands inside a sentence, where only names are capitalised."""


class Company:
    """What several texts, and lists of names that are surely right, know of names."""

    def __init__(self, texts: Sequence[str], known_names: Iterable[str] = ()) -> None:
        self._written_out = tuple(texts)
        self._texts = [_names(text) for text in texts]
        self._holders: Counter[str] = Counter(name for names in self._texts for name in names)
        self._written: Counter[str] = Counter()
        for names in self._texts:
            self._written.update({name: len(seen.spans) for name, seen in names.items()})
        self._sure = {m.group() for written in known_names for m in _NAME.finditer(written)}
        self._words: Counter[str] = Counter()
        for word, count in Counter(chain.from_iterable(map(_LOWER.findall, texts))).items():
            self._words[fold(word)] += count
        self._companions: dict[str, Counter[str]] = defaultdict(Counter)
        for names in self._texts:
            for name, seen in names.items():
                for noun, count in seen.company.items():
                    self._companions[noun][name] += count

    def names(self, text: int) -> dict[str, SeenName]:
        """The names of one text, by its place among the texts."""
        return self._texts[text]

    def text(self, text: int) -> str:
        """One of the texts, by its place among them."""
        return self._written_out[text]

    def is_sure(self, name: str) -> bool:
        """Whether a list of names that are surely right has it."""
        return name in self._sure

    def written(self, name: str) -> int:
        """How often a name stands in all the texts together."""
        return self._written[name]

    def places(self, name: str) -> Iterator[tuple[str, Span]]:
        """Every place of a name, with the text it stands in."""
        for text, names in zip(self._written_out, self._texts, strict=True):
            for span in names[name].spans if name in names else ():
                yield text, span

    def is_word(self, name: str) -> bool:
        """Whether any text has it without a capital."""
        return fold(name) in self._words

    def is_mostly_name(self, name: str) -> bool:
        """Whether it stands with a capital far oftener than without: an address has none."""
        return self._words[fold(name)] * _FAR_OFTENER <= self._written[name]

    def is_known(self, name: str, text: int) -> bool:
        """Whether a name is surely right, or another text than this one has it too."""
        return name in self._sure or self._holders[name] > (name in self._texts[text])

    def stands_oftener(self, name: str, other: str) -> bool:
        """Whether more speaks for one name than for another: it is surely right, or stands oftener.

        Of two that stand as often, neither can be told for the other's corrupted form.
        """
        if (name in self._sure) != (other in self._sure):
            return name in self._sure
        return self._written[name] > self._written[other]

    def every(self) -> list[str]:
        """Every name, sorted."""
        return sorted({*self._holders, *self._sure})

    def companions(self, noun: str, text: int) -> Counter[str]:
        """The known names that go with a noun elsewhere than in this text, and how often."""
        own = self._texts[text]
        return Counter(
            {
                name: left
                for name, count in self._companions.get(noun, {}).items()
                if (left := count - (own[name].company[noun] if name in own else 0)) > 0
            }
        )


# Whoever decides has everything compared again, and nearly every text is as it was.
@lru_cache(maxsize=64)
def _names(text: str) -> dict[str, SeenName]:
    names: dict[str, SeenName] = defaultdict(SeenName)
    for match in _NAME.finditer(text):
        word = match.group()
        if word.isupper():
            continue
        name = names[word]
        name.spans.append(Span(*match.span()))
        before = text[max(0, match.start() - 60) : match.start()]
        name.inside += not _opens_sentence(before)
        governing = _GOVERNING.search(before) if "of" in before else None
        nouns = (_GOVERNED.match(text, match.end()), governing)
        for noun in {_stem(noun[1]) for noun in nouns if noun} - FUNCTION_WORDS:
            name.company[noun] += 1
    return names


def _opens_sentence(before: str) -> bool:
    """Whether a sentence, a line or a cell ends just before a word."""
    last = before.rstrip()
    return not last or last[-1] in _SENTENCE_ENDS or "\n" in before[len(last) :]


def _stem(word: str) -> str:
    folded = fold(word)
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded
