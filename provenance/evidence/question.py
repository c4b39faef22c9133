"""What a question asks for: the type of its answer, its names, its words and its time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from provenance.evidence.measures import Measure, measures_asked
from provenance.model.claims import ClaimType


class Aspect(Enum):
    """Which end of a stretch of time a question asks for."""

    WHOLE = "whole"
    BEGINNING = "beginning"
    END = "end"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, taken apart."""

    type: ClaimType
    why: str
    """What in it shows the type, in words."""
    about: str
    """The question without remarks in parentheses, and without who tells it or when."""
    aspect: Aspect = Aspect.WHOLE
    is_topic: bool = False
    """Whether it names a matter and asks nothing of it: *instruction on Outer Mongolia?*"""
    counted: str = ""
    """What a number is asked of: `divisions` in *how many divisions*."""
    parts: tuple[str, ...] = ()
    """The questions it joins: *would he accept, and would she agree*; one alone is none."""
    measures: tuple[Measure, ...] = ()
    """What a number is to measure: a length or a time in *how long*."""
    several: bool = False
    """Whether it asks for more than one: `who are`, `which persons`."""


_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_FRAME = re.compile(
    r",?\s+(?:as (?:told|reported|stated|said|seen|described|given|known|recorded)|according to)\b"
    r"[^,?]*",
    re.IGNORECASE,
)
"""Who tells it or when: it frames the question and is no part of what is asked."""
_ASKING: tuple[tuple[ClaimType, re.Pattern[str]], ...] = tuple(
    (type_, re.compile(pattern, re.IGNORECASE))
    for type_, pattern in (
        (
            ClaimType.NUMBER,
            r"\b(?:how (?:many|much|large|far|long|old|high|big|strong|often|"
            r"wide|broad|tall|deep|heavy|fast|thick)|"
            r"what (?:was|were|is|are) (?:the|its|his|her|their) (?:length|width|breadth|height|"
            r"depth|draught|weight|age|speed|cost|price)|what (?:number|percentage|share|"
            r"proportion|sum|amount|price|cost)|(?:the )?number of|wie ?viele?|"
            r"combien)\b",
        ),
        (
            ClaimType.DATE,
            r"\b(?:when|(?:what|which|in what|on what|on which|in which) (?:\w+ )?(?:date|day|year|"
            r"month|time|week|century|decade)|how (?:soon|early|late)|since when|until when|wann|"
            r"quand|an welchem tag|(?:\w+ )?dates? (?:of|for|on which|when)|"
            r"the (?:day|date|year))\b",
        ),
        (
            ClaimType.NAME,
            r"\b(?:who|whom|whose|by whom|what person|which person|wer|wen|wem|qui)\b",
        ),
        (
            ClaimType.YES_NO,
            r"^\W*(?:[^,]{0,60},\s*)?(?:on|in|at|by|as of|before|after|during)?[^,?]{0,40}?\b"
            r"(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can|may|might|should|"
            r"shall|must|hat|haben|war|waren|ist|sind|wird|wurde|est-ce|a-t-il)\b(?=\s+\w)",
        ),
    )
)
_TEXT = re.compile(
    r"^\W*(?:[^,]{0,60},\s*)?(?:what|which|why|how|where|in what|on what|with what|to what|by what|"
    r"for what|was|welche[rsn]?|warum|wie|wo|que|quel(?:le)?s?|pourquoi|comment|où)\b",
    re.IGNORECASE,
)
_GERMAN_WAS = re.compile(r"^\W*was\s+(?:ist|war|hat|hatte|wurde|sagte|geschah|wird|sind)\b", re.I)
_BEGINNING = re.compile(
    r"\b(?:beg[iau]n|begins|beginning|start(?:s|ed)?|open(?:s|ed)?|first|commence[sd]?|set in|"
    r"break out|broke out|outbreak|since when|begann|anfang|commença|arriv(?:e|es|ed))\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:end|ends|ended|finish(?:es|ed)?|clos(?:e|es|ed)|conclud(?:e|es|ed)|last(?! half)|"
    r"until when|over|terminate[sd]?|expire[sd]?|left|leave|depart(?:ed)?|endete|finit)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:who (?:are|were)|which (?:\w+ )?(?:persons|people|countries|men|ministers|powers|"
    r"\w+s (?:are|were))|what (?:are|were)|whose names)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:how (?:many|much)|number of|what (?:percentage|share|proportion) of|"
    r"wie viele|combien de)\s+"
    r"(?P<what>[\w-]+(?:\s+[\w-]+)?)",
    re.IGNORECASE,
)


_PERSONS = re.compile(
    r"\bhow many\s+(?:(?:were|are|had|have|was)\s+(?:been\s+)?)?(?:killed|die[ds]?|drowned|"
    r"perished|injured|wounded|hurt|saved|rescued|survived|attended|arrested|executed)\b",
    re.IGNORECASE,
)
"""*How many died* asks for persons, though it names none."""


def asked(question: str, type: ClaimType | None = None) -> Asked:
    """The question taken apart; where `type` is None, the type it shows."""
    plain = " ".join(_REMARK.sub("", question).split())
    found, why = (type, "as the claim says") if type else _type_of(plain)
    counted = _COUNTED.search(plain)
    of_persons = bool(_PERSONS.search(plain))
    return Asked(
        type=found,
        why=why,
        about=_FRAME.sub("", plain),
        aspect=_aspect(plain) if found is ClaimType.DATE else Aspect.WHOLE,
        is_topic=not (_TEXT.search(plain) or any(p.search(plain) for _, p in _ASKING)),
        counted="persons" if of_persons else counted["what"] if counted else "",
        parts=_parts(plain) if found is ClaimType.YES_NO else (),
        measures=measures_asked(plain) if found is ClaimType.NUMBER else (),
        several=bool(_SEVERAL.search(plain)),
    )


def _type_of(plain: str) -> tuple[ClaimType, str]:
    """The type by the word that asks and stands first; a bare statement asks whether it is so."""
    first: tuple[int, int, ClaimType, str] | None = None
    for order, (type_, pattern) in enumerate(_ASKING):
        match = pattern.search(plain)
        if match is None:
            continue
        # A verb asks yes or no only where no word that asks stands before it.
        at = match.end() if type_ is ClaimType.YES_NO else match.start()
        if first is None or (at, order) < first[:2]:
            first = (at, order, type_, match.group().strip())
    text = _TEXT.search(plain)
    german = _GERMAN_WAS.search(plain)
    if text and (german or text.group().strip().casefold() != "was"):
        asks_more = first and first[2] is not ClaimType.YES_NO and first[0] <= text.start()
        if not asks_more:
            return ClaimType.TEXT, f"“{text.group().strip()}” asks for words"
    if first is None:
        return ClaimType.TEXT, "nothing in it asks for a date, a number, a name or yes or no"
    kind = {
        ClaimType.NUMBER: "a number",
        ClaimType.DATE: "a date",
        ClaimType.NAME: "a name",
        ClaimType.YES_NO: "yes or no",
    }[first[2]]
    shown = first[3].split()[-1] if first[2] is ClaimType.YES_NO else first[3]
    return first[2], f"“{shown}” asks for {kind}"


_JOINT = re.compile(
    r",?\s+(?:and|or)\s+(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can|should)\s+",
    re.IGNORECASE,
)
_OPENING_VERB = re.compile(
    r"^.*?\b(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can|should)\s+", re.I
)


def _parts(plain: str) -> tuple[str, ...]:
    joined = [part.strip(" ?.,") for part in _JOINT.split(plain)]
    if len(joined) < 2:
        return ()
    return (_OPENING_VERB.sub("", joined[0]), *joined[1:])


def _aspect(plain: str) -> Aspect:
    """The end asked for, by the question's verb: `begin`, `end`; not `the end of the war`."""
    if _BEGINNING.search(plain):
        return Aspect.BEGINNING
    verb = re.sub(r"\b(?:the|an?)\s+(?:end|close|last|conclusion)\b.*", "", plain, flags=re.I)
    return Aspect.END if _END.search(verb) else Aspect.WHOLE
