"""Names of authors as citations write them: initials before or full, joined by commas, "and" or "
""/"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from provenance.citations.lexicon import SENTENCE_OPENERS

_PARTS_OF_NAMES = ("La", "Le", "Des", "Du")
_OPENERS = "|".join(
    word for word in SENTENCE_OPENERS.split("|") if len(word) > 1 and word not in _PARTS_OF_NAMES
)
UP = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = (
    r"(?<!\w)(?:van|von|vom|zu|zur|de|den|der|del|della|di|da|dos|du|la|le|ten|ter|af|al|el|bin"
    r"|ibn)"
)
_INITIALS = rf"(?:{UP}\.?-?)?(?:{UP}\.\s?-?)+"
_WORD = rf"(?:[dDlLO][’']|Mc|Mac)?{UP}[\w’'-]*[^\W\d_]"
_SUFFIX = r"(?:,?\s(?:Jr\.?|Sr\.?|II|III|IV))?"
_HONORIFIC = (
    r"(?:(?:The\s)?(?:Rt\.?\s)?(?:Hon\.|Justice|Judge|Sir|Lord|Lady|Dame|Dr\.|Prof\.|Professor"
    r"|Rev\.|"
    r"Mr\.|Mrs\.|Ms\.|President|Senator|General|Gen\.|Col\.|Colonel|Captain|Major)\s+)*"
)
NAME = (
    rf"{_HONORIFIC}(?:(?:{_INITIALS}|{_WORD}|{UP}\.?)\s+"
    rf"(?:{_PARTICLE}\s+)*){{0,3}}(?:{_INITIALS}\s*)?"
    rf"(?:{_PARTICLE}\s+|d[’'])*{_WORD}{_SUFFIX}"
)
_AND = r"(?:\s*,?\s+(?:and|und|&|et|y|e)\s+|\s*&\s*)"
_OTHERS = r"(?:,?\s+(?:et\s+al\.?|and\s+others|u\.\s?a\.|et\s+alii))?"

_SLASHED = re.compile(rf"{NAME}(?:\s?/\s?{NAME})+{_OTHERS}")
_LISTED = re.compile(rf"{NAME}(?:,\s+{NAME}){{0,8}}{_AND}{NAME}{_OTHERS}")
_SEVERAL = re.compile(rf"{NAME}(?:,\s+{_INITIALS}\s*(?:{_PARTICLE}\s+)*{_WORD})+{_OTHERS}")
_SINGLE = re.compile(rf"{NAME}{_OTHERS}")
_SHORTEST = re.compile(rf"{_HONORIFIC}(?:{_INITIALS}\s*)?(?:{_PARTICLE}\s+)*{_WORD}")
_BODY = re.compile(
    rf"(?:The\s)?(?:Eds?\.\s(?=of))?{UP}[\w.’'-]*(?:\s(?:of|the|for|and|on|&|de|für|der|des|und"
    rf"|{UP}[\w.’'/-]*))*"
)
_ACRONYM = re.compile(r"(?:[A-Z]\.){3,}(?:\s\.)?|[A-ZÄÖÜ]{2,8}(?=[,\s(])")
_ENDS_LIST = re.compile(
    r"\s*(?:[,:‘“„«\"]|$|(?:1[4-9]|20)\d\d\b"
    r"|\((?:eds?\b|[Hh]rsg|[Hh]g|comp|trans|oben|supra|above|vorige|[Nn]n?\b|Anm|Fn|see|(?:1[4-9]"
    r"|20)\d\d[a-z]?[):,]))"
)
_FIRST_INITIALS = re.compile(rf"{_HONORIFIC}{_INITIALS}")
_SPLIT = re.compile(rf"{_AND}|,\s+(?!Jr|Sr|II)|\s?/\s?")
_STRIP = re.compile(rf"^{_HONORIFIC}")
_DOCUMENT_FIRST = re.compile(
    r"(?:Reports?|Minutes|Messages?|Papers|Records?|Documents?|Proceedings|Hearings?|Acts?"
    r"|Statutes?|History|"
    r"Journal|Register|Testimony|Memorand\w+|Bericht|Protokoll|Sitzung|An?|Foreign Relations)\b"
)
_EDITOR = re.compile(
    r"\s*,?\s*(?:\(\s*(?:eds?\.?|editors?|Hrsg\.?|Hg\.?|hrsg\.?|trans\.?|comps?\.?|dir\.?"
    r"|éds?\.?)\s*\)"
    r"|,\s*(?:eds?\.|comps?\.|Hrsg\.|Hg\.)(?=,|\s[“‘„]|\s[A-Z]))"
)
_NOT_IN_NAMES = re.compile(
    rf"\b(?:{_OPENERS}|A(?=\s+[a-zß-ÿ])|Ebenda|Idem|Ders|Dies|Interview|Case|Appendix|Tables?"
    rf"|Figures?|Parts?|"
    r"Volumes?|Titles?|Sections?|May|Passim|Hearings?|Methods?|Exhibit|Documents?|Debates|Presumably|Registers?|Annual|Message"
    r"|Earlier|Cited|Quoted|Based|Available|Copy|Minutes|Reports?|Memorandum|"
    r"Records?|Transcript|Draft|Letters?|Telegram|Rep|Doc|Res|Papers|Relating|Const|Restatement"
    r"|Cong|Ibid|An|In"
    r"|On|Of|At|By|For|From|To|With|See|As|It|This|That|These|Those|What|When|Why|How|"
    r"Who|Is|Are|Some|All|Although|While|If|But|And|Or|Not|No|Its|His|Her|Their|Our|Towards?|Note|"
    r"Der|Die|Das|Dem|Den|Ein|Eine|Zur|Zum|Im|Am|Auf|Aus|Bei|Für|Gegen|Mit|Nach|Über|Um|Und"
    r"|Von|"
    r"Vom|Vor|Was|Wie|Wenn|Da|So|Als|Es|(?<![a-zß-ÿ]\s)(?:La|Le|Des|Du)|Les|Une?|Sur|Pour|Dans|Vols?|Act|Law|Chapter|"
    r"Journal|Review|University|Press|January|February|March|April|June|July|August|September|"
    r"October|November|December|Ibid|Id|Op|Loc|Cf|Vgl|Siehe|Ebd|Supra|Infra|Above|Below|FRUS"
    r"|RG)\b(?!\.)"
)
_POSSESSIVE = re.compile(r"[’']s\b")
_NOUN_OF_TITLE = re.compile(
    r"\s(?:Journal|Review|University|Press|Law|Act|Papers|Reports?|Records?|Registers?|Case|Letters?)\b"
)
"""Behind these words' first the title has begun already: "Saturday Review", "Harvard Law"."""
_NO_NAME = re.compile(
    r"(?:Fn|Anm|Fußn|Nr|Bd|Aufl|Vgl|Abs|Art|Kap|Vol|No|Sec|Ch|Cf|Ibid|Id)\.?\s?\d",
)
_CORPORATE = re.compile(
    r"\b(?:Commission|Committee|Department|Dept|Ministry|Ministerium|Office|Institut\w*|Group"
    r"|Council|"
    r"Association|Organi[sz]ation|Bureau|Board|Agency|Court|Service|Society|Union|Congress|Senate|"
    r"House|Bundes\w+|Reichs\w+|Amt|Archiv\w*|Library|Foundation|Center|Centre|Bank|Staff"
    r"|Government|"
    r"Parliament|Assembly|Nations|League|Federation|Corporation|Company|Ltd|Inc|Embassy|Legation|"
    r"Verband|Gesellschaft|Kommission|Ausschuss|Ausschuß|Republic|State|States|Bar|Party|Eds?"
    r"|Editors)\b"
)


@dataclass(frozen=True, slots=True)
class Authors:
    """Who stands before a title, and where that ends."""

    families: tuple[str, ...]
    """Family names, or one corporate name as written."""
    end: int
    is_corporate: bool = False
    are_editors: bool = False


@lru_cache(maxsize=4096)
def read_authors(text: str) -> Authors | None:
    """The names a citation begins with; None where it does not begin with names.

    A list is believed only where "and", "/" or initials bind it together: without them the second
    part is as likely a title.
    """
    if _NO_NAME.match(text):
        return None
    best: re.Match[str] | None = None
    for pattern in (_SLASHED, _LISTED, _SEVERAL, _ACRONYM, _BODY, _SINGLE, _SHORTEST):
        match = pattern.match(text)
        if match is not None and _TESTS.get(pattern, _is_plausible)(text, match):
            best = match
            break
    if best is None:
        return None
    editor = _EDITOR.match(text, best.end())
    end = editor.end() if editor else best.end()
    written = best.group()
    if _is_corporate(written):
        return Authors((written,), end, is_corporate=True, are_editors=editor is not None)
    parts = [part for part in _SPLIT.split(written) if part and part.strip()]
    families = tuple(family for part in parts if (family := family_of(part)))
    return Authors(families, end, are_editors=editor is not None) if families else None


def _is_plausible(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 1]
    return not (
        _POSSESSIVE.search(match.group())
        or _NOT_IN_NAMES.search(_STRIP.sub("", match.group()))
        or following.isalnum()
        or following in tuple("’'")
    )


def _is_list(text: str, match: re.Match[str]) -> bool:
    if not _is_plausible(text, match) or not _ENDS_LIST.match(text, match.end()):
        return False
    if re.match(r",\s[Ii]n:?\s", text[match.end() :]):
        return False
    heads = [part for part in _SPLIT.split(match.group()) if part]
    initials = [_FIRST_INITIALS.match(head) is not None for head in heads]
    if len(heads) > 2 and not any(initials) and not all(" " in head.strip() for head in heads):
        return False
    # "A. Name, Short Title and Other" is one author and a title.
    return initials[0] == initials[1] or len(heads) == 2 or all(initials[2:])


def _is_body(text: str, match: re.Match[str]) -> bool:
    """Whether capitalised words up to a comma name a body, and not a document or a person."""
    written = match.group()
    return (
        len(written) < 90
        and _ENDS_LIST.match(text, match.end()) is not None
        and _CORPORATE.search(written) is not None
        and _DOCUMENT_FIRST.match(written) is None
    )


def _is_before_a_title(text: str, match: re.Match[str]) -> bool:
    if not _is_plausible(text, match):
        return False
    behind = text[match.end() :]
    if _ENDS_LIST.match(behind) or re.match(r"\s[\d(]", behind):
        return True
    begins_title = _NOT_IN_NAMES.match(behind.lstrip()) and not _NOUN_OF_TITLE.match(behind)
    return behind[:1].isspace() and bool(begins_title)


_TESTS = {_LISTED: _is_list, _BODY: _is_body, _SHORTEST: _is_before_a_title}


def _is_corporate(written: str) -> bool:
    if _CORPORATE.search(written):
        return True
    return _ACRONYM.match(f"{written},") is not None and " " not in written.strip()


def family_of(name: str) -> str:
    """The family name in one person's name, with the particles that belong to it."""
    name = re.sub(
        r",?\s+(?:et\s+al\.?|u\.\s?a\.|and\s+others|Jr\.?|Sr\.?|II|III|IV)$", "", name.strip()
    )
    name = _STRIP.sub("", name)
    match = re.search(
        rf"((?:(?:{_PARTICLE})\s+|(?<=\w\s)(?:L[ea]|D[eu]|Des|Van)\s+|d[’'])*{_WORD})$", name
    )
    family = match[1] if match else ""
    return re.sub(r"^(?:von|vom|zu|zur)\s+(?:der\s+)?", "", family)


def families_of(names: Iterable[str]) -> set[str]:
    """The family names in some names ("Harris, Thomas", "Thomas Harris"), folded for comparing.

    A body counts by its whole name, and a name whose last word is no family name as citations
    write them ("bell hooks") by that word.
    """
    return {fold(_called(name)) for name in names} - {""}


def _called(name: str) -> str:
    if _is_corporate(name):
        return name
    first = name.partition(",")[0]
    return family_of(first) or first.rpartition(" ")[2]


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name or title for comparing: letters and digits alone, without case or accents."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
