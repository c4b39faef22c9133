"""What TeX commands print, and which of their arguments print nothing."""

from __future__ import annotations

import re
import unicodedata

ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
"""Accent commands and the combining mark each sets."""

SIGNS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "i": "ı", "j": "ȷ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "textdagger": "†",
    "copyright": "©", "textcopyright": "©", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
    "textellipsis": "…", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«",
    "frqq": "»", "flq": "‹", "frq": "›", "quotedblbase": "„", "guillemotleft": "«",
    "guillemotright": "»", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_", "LaTeX": "LaTeX",
    "TeX": "TeX", "textbullet": "•", "textdegree": "°", "degree": "°", "textquotesingle": "'",
    "slash": "/", "textregistered": "®", "texttrademark": "™", "textsection": "§",
    "nobreakspace": "\u00a0",
    "aleph": "ℵ", "times": "×", "pm": "±", "infty": "∞", "leq": "≤", "geq": "≥", "neq": "≠",
    "rightarrow": "→", "to": "→", "leftarrow": "←", "cdot": "·", "alpha": "α", "beta": "β",
    "gamma": "γ", "delta": "δ", "pi": "π", "sigma": "σ", "omega": "ω", "lambda": "λ", "mu": "μ",
    "in": "∈", "prime": "′", "ast": "*", "colon": ":",
}  # fmt: skip
"""Commands that stand for a sign."""

ESCAPED = frozenset("%&$#_{}")

SILENT = {
    "label": 1, "index": 1, "glossary": 1, "nocite": 1, "vspace": 1, "hspace": 1, "pagestyle": 1,
    "thispagestyle": 1, "setlength": 2, "addtolength": 2, "setcounter": 2, "addtocounter": 2,
    "addcontentsline": 3, "includegraphics": 1, "usepackage": 1, "RequirePackage": 1,
    "documentclass": 1, "documentstyle": 1, "hypersetup": 1, "geometry": 1, "bibliographystyle": 1,
    "bibliography": 1, "addbibresource": 1, "color": 1, "textcolor": 1, "colorbox": 1,
    "definecolor": 3, "hypertarget": 1, "hyperref": 0, "hyperlink": 1,
    "phantomsection": 0,
    "protect": 0, "rule": 2, "raisebox": 1, "markboth": 2, "markright": 1, "fontsize": 2,
    "multicolumn": 2, "cline": 1, "cmidrule": 1, "selectlanguage": 1, "foreignlanguage": 1,
    "setmainfont": 1, "enlargethispage": 1, "newlength": 1, "newcounter": 1, "stepcounter": 1,
    "refstepcounter": 1, "PassOptionsToPackage": 2, "urlstyle": 1, "graphicspath": 1,
    "captionsetup": 1,
    "pagenumbering": 1, "hyphenation": 1, "input": 1, "include": 1, "subfile": 1, "bibitem": 1,
    "theoremstyle": 1, "newtheorem": 2, "lstset": 1, "parbox": 1, "makebox": 0, "resizebox": 2,
    "scalebox": 1, "multirow": 2, "pdfbookmark": 2, "pgfplotsset": 1, "setmainlanguage": 1,
    "setotherlanguage": 1, "settowidth": 2, "microtypesetup": 1, "phantom": 1, "vphantom": 1,
    "hphantom": 1, "ensuremath": 0, "translation": 0, "gappto": 2, "let": 0,
}  # fmt: skip
"""How many arguments of a command print nothing; those behind them are words."""

HEADINGS = frozenset(
    re.findall(
        r"\S+",
        "part chapter section subsection subsubsection paragraph subparagraph caption "
        "captionof addchap addsec addpart minisec title author date",
    )
)
BREAKS = frozenset(
    re.findall(
        r"\S+",
        "par newpage clearpage cleardoublepage pagebreak bigskip medskip smallskip hrule "
        "hline toprule midrule bottomrule tableofcontents centering",
    )
)
CITES = frozenset(
    re.findall(
        r"\S+",
        "cite citep citet citealp citealt citeauthor citeyear textcite parencite autocite "
        "fullcite Cite Textcite Parencite Autocite citetitle smartcite supercite",
    )
)
FOOTCITES = frozenset(re.findall(r"\S+", "footcite footfullcite footcitetext Footcite"))
BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "quote quotation displayquote displaycquote quoting verse abstract center "
        "flushleft flushright itemize enumerate "
        "description figure table wrapfigure longtable titlepage thebibliography document "
        "letter epigraph multicols",
    )
)
TABLES = frozenset(
    re.findall(
        r"\S+",
        "tabular tabular* tabularx longtable array tabulary supertabular",
    )
)
RAW = frozenset(
    re.findall(
        r"\S+",
        "verbatim verbatim* Verbatim lstlisting minted alltt BVerbatim",
    )
)
UNPRINTED = frozenset(
    re.findall(
        r"\S+",
        "comment tikzpicture filecontents filecontents* picture pgfpicture",
    )
)
QUOTED = frozenset({"quote", "quotation", "displayquote", "quoting", "displaycquote"})
ARGUMENTS = {
    "tabular*": 2,
    "tabularx": 2,
    "minipage": 1,
    "thebibliography": 1,
    "multicols": 1,
    "displaycquote": 1,
}
MATHS = frozenset(
    re.findall(
        r"\S+",
        "equation equation* align align* gather gather* multline multline* eqnarray eqnarray* "
        "displaymath math",
    )
)
CHAPTERED = frozenset(re.findall(r"\S+", "book report memoir scrbook scrreprt amsbook"))
"""Document classes that number notes anew in every chapter."""
LANGUAGES = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB",
    "ukenglish": "en-GB",
    "german": "de", "ngerman": "de", "austrian": "de-AT", "naustrian": "de-AT", "french": "fr",
    "francais": "fr", "frenchb": "fr", "italian": "it", "spanish": "es", "portuguese": "pt",
    "brazil": "pt-BR", "dutch": "nl", "russian": "ru", "polish": "pl", "czech": "cs", "latin": "la",
    "greek": "el", "hebrew": "he", "arabic": "ar", "swedish": "sv", "danish": "da", "norsk": "nb",
    "finnish": "fi", "hungarian": "hu", "turkish": "tr", "ukrainian": "uk", "japanese": "ja",
}  # fmt: skip
"""What babel and polyglossia call languages."""


def accented(letter: str, accent: str) -> str:
    """A letter under the accent a command sets; dotless letters take it as well."""
    base = {"ı": "i", "ȷ": "j"}.get(letter[:1], letter[:1])
    return unicodedata.normalize("NFC", base + ACCENTS[accent]) + letter[1:]
