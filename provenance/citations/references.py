"""References back to an earlier citation: ibid., op. cit., a.a.O., "n. 18", "oben Anm. 7"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from provenance.model.spans import Span

_IBID = (
    r"(?:[Ii]bid(?:em)?\b\.?|[Ii]b\.|[Ii]d\.|[Ii]dem\b|[Ee]bd\.|[Ee]benda\b|[Ee]bendort\b"
    r"|[Ee]bda\.)"
)
_AT_PLACE = r"(?:[Aa]\.\s?a\.\s?[OS]\.|[Aa]aO\b|am\s+angegebenen\s+Ort)"
_OP_CIT = r"(?:[Oo]p\.\s?cit\b\.?|[Ll]oc\.\s?cit\b\.?|art\.\s?cit\b\.?)"
_NOTE = (
    r"(?:[Nn]n?\.|[Nn]otes?|[Ff]oot[Nn]otes?|[Ff][Nn]s?\.?|Anm\.|Anmerkung|Fu(?:ß|ss)n(?:ote|\.)"
    r"|[Ff]u(?:ß|ss)note)"
)
_BACK = (
    r"(?:oben|s\.\s?o\.|siehe\s+oben|wie|unten|infra|below|[Bb]elow|supra|above"
    r"|cited\s+(?:above\s+)?(?:in|at)|cited\s+above"
    r"|zit\.|[Ss]upra|[Aa]bove|[Oo]ben)"
)
_NAMED = r"[^\W\d_a-zß-ÿ][\w’'-]+"
_NAMES = rf"{_NAMED}(?:(?:,?\s(?:and|und|&)\s|/|\s){_NAMED})*"
"""Surnames alone: behind a title "n. 18" may as well be a note on the page of that work."""
_NUMBERED = re.compile(
    rf"(?:^(?:{_NOTE})\s?(?P<first>\d+)\b(?!\sthereto)|{_BACK},?\s*(?:(?:in|at)\s+)?{_NOTE}\s?(?P<back>\d+)"
    rf"|{_OP_CIT},?\s*(?:\(\d{{4}}\),?\s*)?{_NOTE}\s?(?P<op>\d+)"
    rf"|\(\s*(?:(?:[Ss]ee|[Ss]iehe|[Ww]ie|[Vv]gl\.)\s+)?(?:{_NOTE}"
    rf"|[Nn]n?\s)\s?(?P<round>\d+)(?:\s(?:above|oben))?\s*\)"
    rf"|^{_NAMES},\s{_NOTE}\s?(?P<named>\d+)(?=\s*(?:[,.;:]|$))"
    rf"|\b{_NOTE}\s?(?P<after>\d+)\s*,?\s*(?:above|supra|oben|ante)"
    rf"|(?<!\d )(?<!\d, )(?<!\d\. )(?<!ff\. )\bnotes?\s(?P<bare>\d+)\b"
    r"(?!\s(?:thereto|to|of|on)\b))"
    r"(?:\s?[-–]\s?(?P<last>\d+))?"
)
_NOTE_LAST = re.compile(rf"\b{_NOTE}\s?$")
_PREVIOUS = re.compile(
    r"\(?\b(?:vorige|vorherige|vorhergehende|letzte|previous|preceding|last)[rn]?\s+"
    rf"(?:{_NOTE}|N\.)\)?"
)
_IBID_AT = re.compile(rf"(?:(?<=^)|(?<=[\s(;,])){_IBID}(?=[\s,.;:)]|$)")
_OP_AT = re.compile(rf"\b(?:{_OP_CIT}|{_AT_PLACE})")
_SAME_AUTHOR = re.compile(
    r"^(?:ders|dies|derselbe|dieselben?|idem|id|eadem|ead)\b\.?,\s(?!pp?\.|S\.\s?\d|at\s|vol|\d)",
    re.IGNORECASE,
)


class Back(Enum):
    """How a citation points back."""

    IBID = "ibid"
    """To the citation right before it."""
    NOTE = "note"
    """To a note by its number."""
    PREVIOUS_NOTE = "previous note"
    NAMED = "named"
    """To the author's work cited before: op. cit."""


@dataclass(frozen=True, slots=True)
class BackReference:
    """Words that point back, in a citation."""

    way: Back
    span: Span
    label: str | None = None
    last: str | None = None
    """The label a range of notes ends with: "notes 20–25"."""


_MAY_POINT = re.compile(
    r"\b(?:nn?\.?\s?\d|n\.\)|(?:foot)?notes?\b|fns?\b|anm|fu(?:ß|ss)n|ib\.|ibid|ide?m?\b|eb(?:d|enda)|op\."
    r"|loc\.|art\.|a\.\s?a\.|aao\b|am\sangeg|vorige|vorhe|letzte|previous|preceding|last\b)",
    re.IGNORECASE,
)
"""A word without which nothing points back: one search where else it took five."""


@lru_cache(maxsize=4096)
def back_reference(citation: str) -> BackReference | None:
    """The words of a citation that point back to an earlier one; None where there are none."""
    if _MAY_POINT.search(citation) is None:
        return None
    numbered = _NUMBERED.search(citation)
    if numbered is not None:
        label = next(group for group in numbered.groups() if group)
        # Before the names of "Feis, n. 18" nothing points back.
        word = _NOTE_LAST.search(citation[: numbered.start("named")]) if numbered["named"] else None
        start = word.start() if word else numbered.start()
        return BackReference(Back.NOTE, Span(start, numbered.end()), label, numbered["last"])
    previous = _PREVIOUS.search(citation)
    if previous is not None:
        return BackReference(Back.PREVIOUS_NOTE, Span(*previous.span()))
    if same_author(citation) is None:
        ibid = _IBID_AT.search(citation)
        if ibid is not None:
            return BackReference(Back.IBID, Span(*ibid.span()))
    op = _OP_AT.search(citation)
    if op is None:
        return None
    way = Back.NAMED if citation[: op.start()].strip() else Back.IBID
    return BackReference(way, Span(*op.span()))


def same_author(citation: str) -> Span | None:
    """The *ders.*, *idem* that stands for the author of the citation before."""
    match = _SAME_AUTHOR.match(citation)
    return Span(*match.span()) if match else None
