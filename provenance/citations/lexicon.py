"""Words by which notes, citations and numbers are told apart, in English and German foremost.

Everything here is a piece of a regular expression or a compiled one; the modules that use them say
how.
"""

from __future__ import annotations

import re

MONTH_WORDS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    "Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Okt|Dez|"
    "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
)

NUMBERED_ABBREVIATIONS = (
    # Carry a number of their own behind their full stop, so that the number is no marker.
    "vols?|nos?|nrs?|pp?|ff?|bde?|arts?|secs?|chs?|chaps?|figs?|nn?|fn|fns|docs?|cap|paras?|par|"
    "cols?|ll|vv?|pts?|eds?|ser|anm|fußn|abs|kap|abb|tab|taf|rn|rdnr|ziff|lit|s|st|op|bks?|"
    "gen|exod?|lev|deut|isa|jer|matt?|cor|rom|heb|rev|ps|mr|mrs|dr|col|maj|lt|capt|sgt|ca|c|approx"
)

NUMBERED_WORDS = (
    # The same for whole words.
    "volumes?|numbers?|pages?|articles?|sections?|chapters?|figures?|tables?|documents?"
    "|paragraphs?|"
    "parts?|lines?|verses?|psalms?|books?|box|boxes|folders?|files?|reel|frame|series|items?"
    "|notes?|"
    "clause|amendment|resolution|order|act|war|corps|division|army|regiment|battalion|group|class|"
    "type|model|phase|stage|step|level|grade|route|highway|room|apartment|suite|platform|rg|"
    "band|seite|seiten|nummer|artikel|kapitel|abschnitt|teil|absatz|spalte|zeile|"
    "genesis|exodus|isaiah|jeremiah|matthew|mark|luke|john|acts|romans|corinthians|hebrews"
    "|revelation"
)

ORDINALS_AND_UNITS = re.compile(
    r"(?:st|nd|rd|th|s|d|er|ers|ème|e|km|m|cm|mm|kg|g|mg|t|l|ml|h|hr|hrs|min|sec|am|pm|AM|PM|"
    r"ft|in|mph|kmh|kW|MW|GW|Hz|kHz|MHz|GHz|GB|MB|KB|TB|bn|mn|k|K|M|x|D|V|W|C|F|B|G|"
    r"[A-Z]\d.*)"
)

BIBLE_BOOK_AFTER = re.compile(
    r"\s+(?:Sam|Kings?|Kgs|Chron?|Cor|Thess|Tim|Pet|Peter|John|Jn|Macc|Esd|Samuel|Chronicles|"
    r"Corinthians|Thessalonians|Timothy|Maccabees)\b"
)

SENTENCE_OPENERS = (
    # Capitalised, these begin a sentence: a number right before one does not count anything.
    "The|This|That|These|Those|There|Then|Thus|They|Their|A|An|As|At|After|Although|All|Also"
    "|Another|"
    "And|Before|Because|Between|But|By|Both|During|Despite|Each|Even|Every|First|For|From|Finally|"
    "Further|Furthermore|He|Her|His|How|However|Her|I|If|In|Indeed|Instead|It|Its|Later|Like|Many|"
    "Meanwhile|More|Moreover|Most|Much|Nevertheless|No|Nor|Not|Now|Of|On|Once|One|Only|Or|Other"
    "|Our|"
    "Over|Perhaps|Rather|Second|She|Similarly|Since|So|Some|Soon|Still|Such|Third|Through"
    "|Throughout|"
    "To|Today|Under|Unlike|Until|Upon|We|What|When|Where|Whether|Which|While|Who|Why|With|Within|"
    "Without|Yet|You|"
    "Der|Die|Das|Dem|Den|Des|Ein|Eine|Er|Sie|Es|Wir|Im|Am|An|Auf|Aus|Bei|Bis|Da|Daher|Damit|Dann|"
    "Dabei|Dazu|Denn|Dennoch|Deshalb|Diese|Dieser|Dieses|Doch|Durch|Erst|Für|Gegen|Hier|Ihr|Ihre|"
    "In|Jedoch|Mit|Nach|Nicht|Noch|Nun|Nur|Ob|Obwohl|Ohne|Schon|Sein|Seine|Seit|Selbst|So|Sowohl|"
    "Über|Um|Und|Unter|Viele|Vom|Von|Vor|Während|Was|Weil|Wenn|Wer|Wie|Zu|Zum|Zur|Zwar|Zwischen|"
    "Le|La|Les|Un|Une|Il|Elle|Ils|Ce|Cette|Ces|Dans|En|Pour|Mais|Au"
)

ABBREVIATIONS = (
    # Words whose full stop ends no sentence.
    "[Vv]ols?|[Nn]os?|[Nn]rs?|pp?|ff?|Bde?|[Aa]rts?|[Ss]ecs?|[Cc]hs?|[Cc]haps?|[Ff]igs?|nn?|N"
    "|[Ff]ns?|"
    "[Dd]ocs?|[Cc]ap|[Pp]aras?|[Pp]ars?|cols?|ll|vv?|[Pp]ts?|[Ee]ds?|[Ss]er|Anm|Fußn|Fn|Abs|Kap|Abb|Tab|Taf|"
    "Bl|Parl|Debs?|Transp|Cent|Mfg|Indus|Auth|Educ|Envtl|Hosp|Liab|Comm|BGBl|Drs|Drucks|RGBl|GVBl|[Cc]l|Add|[Tt]it|Const|Rn|Rdnr|Ziff|lit|[Ss]s?|St|Mr|Mrs|Ms|Dr"
    "|Prof|Hon"
    "|Rev|Gen|Col|Maj"
    "|Lt|Capt|Sgt|Gov|Sen|Rep|Pres|Sec|"
    "Jr|Sr|Co|Corp|Inc|Ltd|Bros|Dept|Univ|Mass|Conn|Calif|Ill|Pa|Va|Md|Tex|Wash|Mich|Minn|Wis|Ga|"
    "[Rr]pts?|[Mm]isdoc|Sess|Pub|"
    "etc|viz|esp|incl|approx|ca?|cf|Cf|[Cc]p|[Vv]gl|bzw|usw|[Ss]og|[Zz]\\.?\\s?B|[Dd]\\.?\\s?h"
    "|insb|insbes|"
    "[Hh]rsg|[Hh]g|[Aa]ufl|[Vv]erf|ders|Ders|dies|Dies|ebd|Ebd|[Ii]bid|[Ii]d|[Ee]ad|[Oo]p|[Ll]oc"
    "|[Cc]it|"
    "[Tt]rans|[Tt]ransl|[Rr]epr|[Rr]ev|[Cc]omp|[Bb]k|[Ff]ols?|[Mm]ss?|MSS?|[Ss]uppl|[Ii]ll|Jg|Jb"
    "|Zs|"
    "Ztg|Slg|Mitt|[Jj]our|J|Am|Amer|Brit|Int|Intl|Hist|Pol|Polit|Sci|Soc|Econ|Psych|Quart|Q|Am"
    "|Aust|"
    "Stud|Assn|Assoc|Ann|Bull|Proc|Trans|[Dd]ec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    "[Ss]tat|Cong|Sess|[Dd]iss|Ph\\.?D|[Uu]npub|[Uu]nveröff|[Mm]asch|a\\.a\\.O|v|vs|Nos|Cir|Ct|App|"
    "[Aa]nnot|[Ii]ntro|[Pp]ref|[Cc]orr|[Rr]ed|[Pp]ubl|Cie|Cf|Rept|Res|Conf|Conv|Exec|Misc|H|E|T|F"
)

_SEE_MORE = (
    "(?:,? ?(?:also|generally|further|especially|particularly|in particular|for example|now|too|"
    "for instance|e\\.g\\.|inter alia|esp\\.))*"
)
_VGL_MORE = (
    "(?:,? (?:auch|etwa|dazu|hierzu|näher|ausführlich|insbes\\.|insbesondere|nur|jetzt|bereits"
    "|schon|"
    "z\\. ?B\\.|v\\. ?a\\.|vor allem|statt vieler|zum|beispielsweise|a\\.))*"
)
SIGNALS = (
    # What introduces a citation. Longest first: the first that fits is taken.
    "(?:but )?(?:see|compare|contrast|cf\\.|cp\\.)" + _SEE_MORE + "|"
    "e\\.g\\.|for example|for instance|accord|"
    "(?:as )?(?:quoted|cited|discussed|printed|reported|reproduced) (?:in|by|from)|reprinted in|"
    "quotations? from|quotes? from|on this(?: point)?,? see|"
    "for (?:a |an |the |more |further |detailed |general |other |recent |examples? |discussions? )"
    "[^.;:]{0,90}?,?\\s*(?:see|compare|cf\\.)" + _SEE_MORE + "|"
    "for [^.;:]{1,200}?, see" + _SEE_MORE + "|"
    "(?:this document is )?(?:also )?available (?:online )?(?:at|from)|document located via|"
    "on (?:page|p\\.) \\d+ of|notable examples are|based on(?: the)?|also|"
    "(?:vgl\\.|vergleiche|siehe|hierzu|dazu|näher|so|ähnlich|ebenso|kritisch|anders|ausführlich"
    "|etwa|"
    "grundlegend|(?-i:s\\.(?! ?o\\.)))" + _VGL_MORE + "|"
    "dafür|a\\. ?A\\.|zuletzt|statt vieler|zit\\. (?:n\\.|nach|bei)|zitiert nach|abgedruckt in|"
    "insbesondere|beispiel von|etwa bei|voir aussi|voir|cité par"
)

NOTES_HEADING = (
    "(?:end|foot)?notes?(?: and references)?|references(?: and notes)?|notes to (?:pages?"
    "|chapter).*|"
    "notes and sources|sources and notes|anmerkungen|fu(?:ß|ss)noten|endnoten|einzelnachweise|"
    "notes de bas de page|notas?|note"
)

_COMMON = """
the a an of to in on at by for from with and or but that this these those it he she they his her
their wa is are was were be been had has have not no as also i which who whom would could should
will can may might must if when than then there its our we you my s into about hi thi ha after
before over under up out all any such
der die das den dem des und oder im zu zur zum von vom mit auf fur ein eine einer ist war sind
nicht sich
"""
FUNCTION_WORDS = frozenset(_COMMON.split())
"""Words that are everybody's company, folded and without a final s."""
