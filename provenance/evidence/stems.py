"""Words without their endings, so that a search for *approval* finds *approve* and *approved*."""

from __future__ import annotations

from functools import lru_cache

from provenance.evidence.irregular import base_of


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION_WORDS = _listed(
    """
    a an the of in on at to for from by with and or but nor as is are was were be been being am
    it its this that these those he she they his her their hers theirs him them i we you our your
    my me us not no who whom whose which what when where why how than then there here also into
    onto upon has had have having do does did done will would can could may might shall should
    must if so such very more most any some all each both either neither one ones s t
    der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine ist
    sind war waren wird wurde wurden hat hatte haben sich auf aus bei mit nach von vom zu zum zur
    im am an als wie wer was wann wo warum er sie es ihr sein seine
    le la les un une des du de et ou mais ne pas est sont fut il elle ils elles se sa son ses
    leur leurs dans par pour sur avec que qui quoi quand où comment
    """
)
"""Words that say nothing of what a sentence is about, in the languages we read most."""

SHORTEST = 3
"""Letters that must remain: shorter stems stand for too many words."""

# Longest first. Each row is an ending and what takes its place.
_ENDINGS = (
    ("ations", "ate"),
    ("ation", "ate"),
    ("ments", ""),
    ("ment", ""),
    ("ingly", ""),
    ("ions", ""),
    ("edly", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ion", ""),
    ("als", ""),
    ("al", ""),
    ("ers", ""),
    ("ed", ""),
    ("es", ""),
    ("er", ""),
    ("en", ""),
    ("ly", ""),
    ("s", ""),
)


_INSTEAD = dict(_ENDINGS)
_BEFORE_OTHERS = frozenset({"ed", "ing", "s", "es"})
"""Behind these another ending may stand: *surrendered* must come to what *surrender* comes to."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its ending; an irregular form of a verb as the verb itself. Meant for
    matching only: a stem is no word."""
    word = base_of(word)
    if word.isdigit() or len(word) <= SHORTEST:
        return word
    ending = _ending(word)
    word = _without(word, ending)
    if ending in _BEFORE_OTHERS and (other := _ending(word)) not in ("s", "es"):
        word = _without(word, other)
    while len(word) > SHORTEST and word.endswith("e"):
        word = word[:-1]
    doubled = len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word


def _ending(word: str) -> str:
    for ending, instead in _ENDINGS:
        kept = len(word) - len(ending)
        if word.endswith(ending) and kept + len(instead) >= SHORTEST + bool(ending == "al"):
            return ending
    return ""


def _without(word: str, ending: str) -> str:
    return word[: len(word) - len(ending)] + _INSTEAD[ending] if ending else word
