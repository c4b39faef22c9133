"""Signs by which parts of a citation are known: years in brackets, pages, cases, acts, archives."""

from __future__ import annotations

import re

from provenance.citations.lexicon import MONTH_WORDS
from provenance.citations.names import UP

YEAR = r"(?:1[4-9]\d\d|20[0-4]\d)"
_NUMBER = r"(?:(?:[A-Z]{1,2}[-–]?)?\d+(?:nn?\d+|[a-z])?|[ivxlc]+\b)"
PAGE_RANGE = (
    rf"{_NUMBER}(?:\s?[-–—/]\s?{_NUMBER})?"
    r"(?:\s?ff?\.?\b|\s?et\s(?:seq|suiv)\b\.?|\ssqq?\b\.?)?"
)
PAGES = (
    rf"{PAGE_RANGE}(?:(?:,\s(?:and\s)?|\s(?:and|und|&)\s|;\s){PAGE_RANGE}(?=[\s,.;)]"
    rf"|$)(?!\.?\s(?:{MONTH_WORDS})))*(?:\s\((?!{YEAR})(?:\d[^()]{{0,20}})\))?"
)
PAGE_WORD = r"(?:pp?\.|S\.|Seiten?|pages?|fols?\.|cols?\.|Sp\.|at|s\.)"

YEAR_GROUP = re.compile(rf"[(\[][^()\[\]]*\b{YEAR}\b[^()\[\]]*[)\]]")
CONGRESS = re.compile(r"[.,]?\s\d+(?:st|nd|rd|d|th)\sCong(?:\.|ress\b)")
DATE = re.compile(
    r"(?:\[no date\]|\bundated\b|\bn\.\s?d\.|\bo\.\s?[DJ]\."
    rf"|(?=[JFMASONDjfmasond])(?:{MONTH_WORDS})(?:\s\d{{1,2}}\s\[n\.d\.\]|[.,]?\s+\d{{1,2}}(?:[-–]\d{{1,2}}"
    rf"|(?:,?\s(?:and|or)\s|,\s)(?:(?:{MONTH_WORDS})\s)?\d{{1,2}}\b){{0,8}},?\s+{YEAR}|\.?\s+{YEAR})"
    rf"|\d{{1,2}}(?:\.?\s+(?:{MONTH_WORDS})\.?\s+{YEAR}|\.\s?\d{{1,2}}\.\s?{YEAR}))"
)
PAGES_AT_END = re.compile(
    rf"(?<=[\s,:(]){PAGE_WORD}\s?{PAGES}|(?<=[,:”’\"“)»])\s{PAGES}(?=[.,;)](?!\d)|\s\(|$)"
)
MARKED_PAGES = re.compile(rf"(?:^|[\s,:(]){PAGE_WORD}\s?(?P<pages>{PAGES})")
TRAILING_PAGES = re.compile(rf"(?:^|[\s,:])(?P<pages>{PAGES})[.\s]*$")
VOLUME = re.compile(
    r"\b(?:[Vv]ols?\.?|Bde?\.?|Band|[Tt]om[eo]?\.?|t\.)\s(?P<number>\d+|[IVXLC]+)\b(?:\s\d+(?=\s\())?"
)
_NOT_SINCE = (
    # Behind these a year dates an event, not a publication.
    r"(?<!\bin\s)(?<!\bsince\s)(?<!\bof\s)(?<!\bby\s)(?<!\bfrom\s)(?<!\buntil\s)(?<!\btill\s)"
    r"(?<!\bafter\s)(?<!\bbefore\s)(?<!\bduring\s)(?<!\bto\s)(?<!\bfor\s)(?<!\band\s)(?<!\bseit\s)"
    r"(?<!\bbis\s)(?<!\bim\s)(?<!\bab\s)(?<!\bvor\s)(?<!\bnach\s)(?<!\bum\s)"
)
CLOSING = re.compile(
    rf"{YEAR_GROUP.pattern}(?:,?\s{PAGES}|\s\d+\s[^,;()]{{2,60}}?\s{PAGES})?|{DATE.pattern}"
    rf"|{CONGRESS.pattern}|{PAGES_AT_END.pattern}|§\s?\d+"
    r"|,\s(?:[Cc]hs?|[Cc]haps?|Kap)\.\s(?:\d+|[IVX]+)\b"
    r"|(?:^|(?<=[,”’\"»)]))\s(?:paras?\.|pars?\.|paragraphs?|¶{1,2}|Rn\.|Rdnr\.|Ziff\.|lines?|ll?\.)\s?\d+"
    r"(?:[-–]\d+)?"
    rf"|(?<=[\w.)])\s\d+(?:\s?ff?\.)(?:\s?\(\d+\s?ff?\.?\))?"
    rf"|(?<=[\w.)])\s\d+\s\(\d+(?:\s?ff?\.)?\)|(?<=\s)(?=[12]){_NOT_SINCE}{YEAR}(?=[.,;:)]|\s\(|$)"
    rf"|§+\s?\d+\w*|\b\d+\s(?:U\.S\.C?\.?|F\.\s?[23]d|S\.\s?Ct\.)\s(?:§+\s)?\d+"
)
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”’]*[^\s<>\"”’.,;:)\]]|\bdoi:\s?10\.\S*[^\s.,;)]")

_PARTY = (
    rf"(?:(?:{UP}[\w.’'&-]*|of|the|and|for|de|van|&|\([A-Z][\w .]*\))\s+){{0,7}}{UP}[\w.’'&-]*"
    rf"(?:\s\([^)]*\))?"
)
CASE = re.compile(
    rf"(?:(?:Joined\s)?Cases?\s[CT]?-?\d+/\d+,?\s)?(?!See\b|Compare\b|In\b){_PARTY}\s+(?:v\.?"
    rf"|vs\.?)\s+{_PARTY}"
)
_ACT_WORD = (
    r"(?:Act|Code|Ordinance|Bill|Regulations?|Statute|Rules|Order|Decree|Convention|Directive"
    r"|Treaty)"
)
ACT = re.compile(
    rf"(?:the\s)?{UP}[\w’'-]*(?:\s(?:{UP}[\w’'-]*|of|and|the|for|on|to|in|\([^()]*\)|&))*?"
    rf"\s(?:{_ACT_WORD}|\([^()]*\))(?:\s\([^()]*\))?(?:,?\s{YEAR}|\sof\s{YEAR}(?=,\s(?:Pub|\d|c\.|ch\.)))(?:\s\([A-Z][^()]*\))?(?:,\s(?:ss?"
    rf"|c|ch)\.\s?\d+)?"
    r"|U\.S\. (?:Const|CONST)\.\s(?:art|amend)\.\s[IVX]+(?:,\s(?:§|cl\.|s\.)\s?\d+)*"
    r"|Executive Order (?:No\. )?\d[\d,]*"
    r"|U\.S\. Code,\s(?:[Tt]itle\s\d+,\s)?[Ss]ection\s\d+"
    rf"|(?:{UP}[\w.’'&]*\s)(?:(?:{UP}[\w.’'&]*|of|and|&)\s){{0,6}}?§+\s?\d[\w.:-]*(?:\(\w+\))*"
    rf"|§+\s?\d+\w*(?:\s(?:Abs|Nr)\.\s?\d+)*\s{UP}[\w.]+|(?:Art\."
    rf"|Artikel)\s\d+(?:\sAbs\.\s?\d+)?\s(?:GG|EGV|BGB|EMRK)\b"
)
_REPORTER = rf"{UP}[\w.]*(?:\s(?:{UP}[\w.]*|\d[a-z]{{1,2}}))*"
REPORT_FIRST = re.compile(
    rf"[(\[]{YEAR}[)\]]\s(?:\d+\s)?{_REPORTER}\s\d+|\d+\s(?:U\.S\.C?\.?|F\.\s?[23]d|S\.\s?Ct\."
    rf"|F\.\s?Supp\.)\s(?:§+\s)?\d+|\d+\s(?:C\.F\.R\.|Fed\.\sReg\.|Stat\.)\s(?:§+\s)?\d+"
    r"|(?:BGH|BVerfG|BAG|BVerwG|BSG|BFH|RG|EuGH|KG|OLG\s\w+|LG\s\w+"
    r"|BayObLG),?\s[A-Z]\w*[A-Z]\w*\s\d{4},\s\d+"
    r"|BVerfGE?\s\d+,\s\d+|BGHZ?(?:St)?\s\d+,\s\d+|RGZ\s\d+,\s\d+|BVerwGE\s\d+,\s\d+"
    r"|BAGE?\s\d+,\s\d+"
)
GAZETTE = re.compile(
    r"(?:B[TR]-Dr(?:s|ucks)\.?\s[\d/]+|(?:BGBl|RGBl|GVBl|ABl)\.?\s(?:[IVX]+\s|[A-Z]\s)?(?:\d{4})?"
    r"|Cmn?d?\.\s\d+|COM\(\d{4}\)\s\d+"
    r"|(?:H\.R|S|H)\.\s(?i:rep|rpt|doc|res)\.\s(?i:no)\.\s\d[\d-]*)"
)
SHORT_CASE = re.compile(
    rf"(?P<title>{UP}[\w.’' &-]*),\s(?P<volume>\d+)\s(?P<name>{UP}[\w. ]*?)\sat\s(?P<pages>\d+"
    rf"(?:[-–]\d+)?)"
)
SERIES = re.compile(
    r"(?:FRUS\b|(?:\d+\s)?Parl\.\sDebs?\.|\d+\sH\.?[CL]\.?\sDebs?\.?(?=,)"
    r"|Foreign Relations of the United States"
    r"|Foreign Relations(?=,?\s\d{4})|ADAP\b"
    r"|DBFP\b|DDF\b|DGFP\b|DBPO\b|Hansard\b|"
    r"(?:Commonwealth )?Parliamentary Debates|Congressional Record|Cong\. Rec\.|Federal Register"
    r"|Documents on (?:British|German|Australian|Canadian|Irish|American) \w+"
    r"(?: (?:Policy|Relations))?|Akten zur (?:deutschen )?[Aa]uswärtigen Politik)(?=[\s,:.(])"
    # Before other words in lower case it is spoken of, not cited.
    r"(?!,?\s(?!vols?\b|nos?\b|pp?\b|cols?\b|daily\b|series\b|supp)[a-zß-ÿ])"
)
SERIES_OF_YEAR = re.compile(rf"{SERIES.pattern},?\s{YEAR}")
NEWSPAPER_WORD = (
    r"(?:FAZ|SZ|NZZ|taz|Commercial|Nation|Bulletin|Patriot|Picayune|Courant|Times|Post|Herald"
    r"|Tribune|Inquirer|Enquirer|Whig|Republican|Democrat"
    r"|Register|Advertiser"
    r"|Mercury|Sentinel|"
    r"Standard|Dispatch|Union|Press|Journal|Ledger|Argus|Bee|Constitution|Intelligencer|Mail"
    r"|Express|Mirror|Gazette|Daily|Star|Guardian|Observer|Telegraph|Globe|Sun|Chronicle|Examiner"
    r"|"
    r"News|Zeitung|Tageblatt|Rundschau|Anzeiger|Spiegel|Pravda|Izvestii?[ay]a?|Monde|Figaro"
    r"|Economist|Newsweek|"
    r"Time|Courier|Age|Welt|Zeit|Beobachter|Nachrichten|Kurier|Blatt)"
)
NEWSPAPER = (
    rf"(?:\[[^\[\]]*\]\s)?(?:(?:{UP}[\w.’-]*|and|of|&|\([^)]*\))\s){{0,6}}?{NEWSPAPER_WORD}"
    r"(?:\s(?:\([^)]*\)|\[[^\]]*\]))?"
)
ISSUE = re.compile(
    rf"(?:the\s)?(?P<name>{NEWSPAPER}"
    rf"|(?:(?:{UP}[\w.’-]*|and|of|&|\([^)]*\))\s){{0,6}}?"
    rf"(?:\({UP}[\w .]*\)(?:\s{UP}[\w-]*){{0,3}}|{UP}[\w’-]+"
    rf"(?:\s{UP}[\w’-]+){{2,4}}(?=,\s{DATE.pattern}\.?$)))(?:,|\sv\.|\svom)\s(?={DATE.pattern})"
)
"""An issue of a newspaper, cited by its day."""
_LONE_YEAR = re.compile(rf"(?<![\d–—/-]){YEAR}(?!\d)")


def last_year(text: str) -> str:
    """The last year of a stretch that does not end a range; "" where there is none."""
    years = _LONE_YEAR.findall(text)
    return years[-1] if years else ""


_COMPLETE = re.compile(
    rf"(?:\d(?:\s?ff?\.?)?|\bff?\.|[)\]]|\bpassim|op\.\s?cit\.?|a\.\s?a\.\s?O\.?|[Ii]bid\.?"
    rf"|\b[Ii]d\.|"
    rf"\b[ivxlcIVXLC]+|mwNachw\.|m\.\s?w\.\s?N\.|throughout)[.,;”’\"]*$|{URL.pattern}$"
)


def ends_like_a_citation(left: str) -> bool:
    """Whether what stands before a joint could be a complete reference."""
    return _COMPLETE.search(left.rstrip()) is not None
