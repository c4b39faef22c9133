"""Unprinted papers: the files of archives, letters from one to another, minutes and reports."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.citations.enclosed import quotations
from provenance.citations.lexicon import MONTH_WORDS
from provenance.citations.names import UP
from provenance.citations.traits import DATE, URL

HELD_IN = (
    r"(?:[Bb]ox(?:es)?|[Ff]olders?|[Rr]eels?|[Cc]artons?|[Cc]tn\.|[Cc]arton|[Bb]oîtes?|[Ll]iasses?"
    r"|Kasten|Karton|Kiste|Mappe|Konvolut|[Ff]ile)"
)
"""What an archive keeps papers in. The number behind it is no page."""
_ARCHIVE = re.compile(
    r"\b(?:NARA|British Library|Bodleian|University Library|University Archives|State Archives?"
    r"|National Archives|RG\s?\d+|Record Group|Lot Files?|Folder\s\d*|"
    rf"{HELD_IN}\s\d+|"
    r"Library of Congress|Presidential Library|BArch|Bundesarchiv|Hauptstaatsarchiv|Staatsarchiv|"
    r"Politisches Archiv|PA-?AA|TNA|PRO|The National Archives|Public Record Office|FO\s\d+"
    r"|CAB\s\d+|"
    r"PREM\s\d+|Nachlass|Nachlaß|MSS?\.?\s|fond\s\d+"
    rf"|(?!(?:Diplomatic|Command|State|Working|Parliamentary|Sessional)\b){UP}[\w.’-]*\sPapers(?=,)"
    r"|f\.\s?\d+,\s?op\.\s?\d+|opis|AVP\s?RF|RGASPI|"
    r"GARF|Archives? [Nn]ationales|Arch\.\s(?:nat|dép)\.|CREST|CIA[–-]RDP\S+)(?!\w)"
)


@lru_cache(maxsize=4096)
def archive_in(text: str) -> re.Match[str] | None:
    """The first words that name an archive or a file, outside quotations and addresses."""
    if _ARCHIVE.search(text) is None:
        return None
    signs = list(text)
    addresses = (match.span() for match in URL.finditer(text))
    for start, end in (*((span.start, span.end) for span in quotations(text)), *addresses):
        signs[start:end] = "\x00" * (end - start)
    return _ARCHIVE.search("".join(signs))


def ends_like_a_file(left: str) -> bool:
    """Whether what stands before a joint could be an archival reference: any word ends one."""
    return archive_in(left) is not None


_WORD = (
    rf"(?:\[[^\[\]]*\]|\([^()]*\)|[“„]\w{{1,3}}[”“]|{UP}[\w.’'/&-]*(?:\[\w+\])?(?:,\sJr\.)?"
    r"|of|the|for|and|in|de|von|van)"
)
_OFFICE = rf"{_WORD}(?:\s{_WORD}){{0,13}}?"
_PERSON = rf"{UP}[\w.’'-]*(?:\s{UP}[\w.’'-]*){{0,3}}"
_SENDER = (
    # A title begins with an article, or tells how and why; an office may begin with "The" too.
    rf"(?!(?:An?|From|How|Why|On)\s|The\s(?!Secretary|Acting|Ambassador|Minister|Consul|President"
    rf"|Chargé|Assistant|Under|Department|Embassy))(?:(?:{_PERSON},\s){{1,7}}and\s)?{_OFFICE}"
)
_DAY = rf"(?:{MONTH_WORDS})\.?\s\d{{1,2}}\b(?!,?\s\d)"
LETTER = re.compile(
    rf"(?:(?:[Dd]raft\s)?(?:(?:Memo(?:randum)?|Letter|Note(?=\sfrom)|Telegram|Cable|Despatch|Brief|Schreiben"
    rf"|Telegramm)[,:]?\s(?:from\s|von\s)?"
    rf"|(?:letter|memorandum|telegram|cable|despatch)\sfrom\s)|[Dd]raft\s)?"
    rf"(?P<sender>{_SENDER})\s(?:to|through|an)\s(?:{_OFFICE}|[^,;]{{2,60}}?)(?:,\s"
    rf"(?:and\s)?[^,;]{{2,60}}?){{0,8}}?,?\s(?:{DATE.pattern}|{_DAY})"
)
"""A letter from one to another, with its day."""
DOCUMENT = re.compile(
    r"(?:[\w’']+\s)?(?:minutes?|reports?|records?|transcripts?|drafts?|memorand(?:um|a)|letters?"
    r"|telegrams?|"
    r"despatch(?:es)?|dispatch|cables?|diary|diaries|passim|testimony|messages?|notes?|papers?"
    r"|agenda|statement|"
    r"speech|address|press release|circular|instructions?|interview|aide-mémoire|protokoll"
    r"|affidavit|deposition|inquest|inquiry|log ?book|proceedings|verdict|petition|will|inventory"
    r"|niederschrift|"
    r"bericht|vermerk|aufzeichnung|schreiben|brief|telegramm|runderlass|denkschrift|tagebuch"
    r"|[^,;]{2,40}\smemorandum)\b",
    re.IGNORECASE,
)
