"""Copies of a text as they come about: badly read, cut, reworded. Always the same ones."""

from __future__ import annotations

import random
import re

_MISREADINGS = (
    ("rn", "m"), ("m", "rn"), ("e", "c"), ("h", "b"), ("l", "1"), ("li", "h"), ("cl", "d"),
    ("u", "n"), ("f", "t"), ("o", "0"),
)  # fmt: skip
_OTHER_WORDS = {
    "said": "stated", "told": "informed", "government": "administration", "also": "moreover",
    "but": "however", "however": "but", "before": "prior to", "after": "following", "about": "on",
    "begin": "start", "began": "started", "made": "produced", "make": "produce",
    "often": "frequently", "many": "numerous", "several": "a number of", "large": "big",
    "small": "little", "war": "conflict", "first": "initially", "because": "since",
    "while": "whereas", "his": "the", "their": "the", "important": "significant",
    "published": "issued", "printed": "issued", "new": "fresh", "would": "was to",
    "could": "was able to", "must": "has to", "shall": "will", "may": "might",
    "against": "versus", "between": "among", "during": "in the course of", "through": "by way of",
    "very": "most", "asked": "requested", "wanted": "wished", "think": "believe",
    "agreed": "consented", "decided": "resolved", "give": "grant", "given": "granted",
    "took": "seized", "help": "aid", "public": "general", "however,": "still,", "thus": "so",
    "therefore": "hence", "also,": "besides,", "which": "that", "these": "such", "those": "such",
    "other": "further", "used": "employed",
}  # fmt: skip
"""Words that stand for others in a rewording."""


def as_badly_read(text: str, seed: int, share: float = 0.12) -> str:
    """About so many of the words with a letter misread, lines broken with hyphens."""
    chance = random.Random(seed)
    read: list[str] = []
    for word in text.split():
        if chance.random() < share and len(word) > 3:
            for right, wrong in chance.sample(_MISREADINGS, len(_MISREADINGS)):
                if right in word[1:]:
                    word = word[0] + word[1:].replace(right, wrong, 1)
                    break
        if chance.random() < 0.03 and len(word) > 6 and word.isalpha():
            word = f"{word[:4]}-\n{word[4:]}"
        read.append(word)
    return " ".join(read)


def cut(text: str, seed: int, kept: float = 0.45) -> str:
    """So many of the sentences, from the middle and in order, with others left out between."""
    chance = random.Random(seed)
    sentences = re.split(r"(?<=[.!?])\s+", " ".join(text.split()))
    count = max(3, round(kept * len(sentences)))
    chosen = sorted(chance.sample(range(len(sentences)), min(count, len(sentences))))
    return " ".join(sentences[at] for at in chosen)


def reworded(text: str, seed: int) -> str:
    """Other words where there are any, some sentences turned round at a comma, some words gone."""
    chance = random.Random(seed)
    told: list[str] = []
    for sentence in re.split(r"(?<=[.!?])\s+", " ".join(text.split())):
        head, comma, tail = sentence.partition(", ")
        if comma and chance.random() < 0.4:
            sentence = f"{tail.rstrip('.')}, {head}."
        words = [_OTHER_WORDS.get(word, word) for word in sentence.split()]
        told.append(" ".join(word for word in words if chance.random() > 0.05))
    return " ".join(told)


COPYISTS = {"badly read": as_badly_read, "cut": cut, "reworded": reworded}
