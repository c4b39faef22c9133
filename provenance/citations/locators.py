"""Whether a citation names a place in the work it cites, and which."""

from __future__ import annotations

import re

from provenance.citations.special import Fields

_ARABIC = r"\d[\d.,–-]*\d|\d+|[IVXLC]+\b"
_PLACE = re.compile(
    r"(?:^|(?<=[\s,;(]))(?P<place>"
    rf"(?:[Cc]h(?:ap)?s?\.|[Cc]hapters?|Kap\.|Kapitel)\s(?:{_ARABIC})"
    rf"|(?:[Dd]ocuments?|[Dd]ocs?\.|Dok\.|[Ss]ections?|[Ss]ecs?\.|[Pp]aras?\.|[Pp]ars?\.|[Pp]aragraphs?|[Ll]ines?|ll?\.|Rn\.|Rdnr\.|Ziff\.|[Tt]ab"
    rf"|[Aa]rts?\.|Artikel|[Nn]os?\.|Nr\.|fols?\.|Bl\.|[Ff]rames?)\s(?:{_ARABIC})"
    rf"|[§¶]+\s?\d[\w.–-]*|unnumbered pages?|n\.p\.)"
)


def locator_of(citation: str, fields: Fields) -> str:
    """The pages, else the chapter, document or section; "" where the work is cited as a whole."""
    if fields.pages:
        return fields.pages
    stands = citation.find(fields.title)
    behind = citation[stands + len(fields.title) :] if stands >= 0 else citation
    place = _PLACE.search(behind)
    return place["place"].strip(" ,.") if place else ""
