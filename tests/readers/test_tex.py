"""TeX sources as they would be printed."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from provenance.errors import Place
from provenance.readers.tex import read_tex
from provenance.readers.weaver import Reading
from tests.readers.files import Pair, is_sound, pairs

PLACE = Place("seeds/a.tex")


def read(body: str, preamble: str = "\\documentclass{article}") -> Reading:
    source = f"{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\nnot this"
    reading = read_tex(source.encode(), PLACE)
    is_sound(reading)
    return reading


@pytest.mark.parametrize(
    ("body", "text", "found"),
    [
        pytest.param(
            "On June 15\\footnote{Hasegawa,\n  \\emph{Racing}, 142.} they met.",
            "On June 15 they met.\n\nHasegawa, Racing, 142.",
            [("On June 15", "1", "Hasegawa, Racing, 142.", 1)],
            id="a note",
        ),
        pytest.param(
            "A\\footnotemark{} B\\footnotemark.\\footnotetext{two}",
            "A B.\n\ntwo",
            [("A", "1", "", 0), ("A B", "2", "two", 1)],
            id="marks and words apart",
        ),
        pytest.param(
            "A\\footnote[7]{seven} B\\footnote{one}",
            "A B\n\nseven\n\none",
            [("A", "7", "seven", 1), ("A B", "1", "one", 2)],
            id="a number given counts nothing",
        ),
        pytest.param(
            "A\\footnote{outer\\footnote{inner}}.",
            "A.\n\nouter\n\ninner",
            [("A", "1", "outer", 1), ("A.\n\nouter", "2", "inner", 1)],
            id="a note within a note",
        ),
        pytest.param(
            "\\section[Short]{Title\\footnote{n}} Text.",
            "Title\n\nText.\n\nn",
            [("Title", "1", "n", 1)],
            id="in a heading",
        ),
        pytest.param(
            "\\begin{tabular}{l|l}a & b\\footnote{n}\\\\ \\hline c & d\\end{tabular}",
            "a\tb\nc\td\n\nn".replace("\nc", "\n\nc"),
            [("a\tb", "1", "n", 1)],
            id="in a table",
        ),
        pytest.param(
            "A\\footnote{f} B\\endnote{e}",
            "A B\n\nf\n\ne",
            [("A", "1", "f", 1), ("A B", "1", "e", 2)],
            id="footnotes and endnotes apart",
        ),
        pytest.param(
            "A\\footcite[45]{frank1999} and \\cite{feis,byrnes}.",
            "A and [feis, byrnes].\n\nfrank1999, 45",
            [("A", "1", "frank1999, 45", 1)],
            id="a note that only cites",
        ),
        pytest.param(
            "\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}A\\footnote{n} "
            "\\setcounter{footnote}{0}B\\footnote{m}",
            "A B\n\nn\n\nm",
            [("A", "*", "n", 1), ("A B", "*", "m", 1)],
            id="signs for numbers",
        ),
        pytest.param(
            'M\\"uller, \\`a la fran\\c{c}aise, na\\"{\\i}ve, Stra\\ss{}e, '
            "\\O stergaard, \\'{E}lan",
            "Müller, à la française, naïve, Straße, Østergaard, Élan",
            [],
            id="accents",
        ),
        pytest.param(
            "``It's `so',''~he said---10--12\\,\\% \\& more\\ldots{} % a remark\nand on",
            "“It’s ‘so’,”\u00a0he said—10–12 % & more… and on",
            [],
            id="typed signs and remarks",
        ),
        pytest.param(
            "10$^{2}$ H\\textsubscript{2}O \\enquote{a \\enquote{b}} \\href{http://x}{site} "
            "\\url{http://y/%20z} \\textbf{bold}\\label{l}",
            "10² H₂O “a ‘b’” site http://y/%20z bold",
            [],
            id="raised figures, quotations and links",
        ),
        pytest.param(
            "One.\n\nTwo.\n%\nStill two.\\par Three.\\\\ Line.",
            "One.\n\nTwo. Still two.\n\nThree.\nLine.",
            [],
            id="paragraphs",
        ),
        pytest.param(
            "\\begin{verbatim}\n% kept \\footnote{x}\n\\end{verbatim}",
            "% kept \\footnote{x}",
            [],
            id="what is printed as typed holds no note",
        ),
    ],
)
def test_text_and_notes(body: str, text: str, found: list[Pair]) -> None:
    reading = read(body)
    assert reading.text == text
    assert pairs(reading) == found
    assert reading.gaps == ()


def test_a_book_counts_anew_in_every_chapter_and_an_article_does_not() -> None:
    body = "\\chapter{A}a\\footnote{n}\\chapter{B}b\\footnote{m}"
    assert [(p[1], p[3]) for p in pairs(read(body, "\\documentclass{book}"))] == [
        ("1", 1),
        ("1", 2),
    ]
    assert [(p[1], p[3]) for p in pairs(read(body))] == [("1", 1), ("2", 1)]


def test_commands_of_the_author_are_put_in() -> None:
    preamble = (
        "\\documentclass{article}\\newcommand{\\gk}{Chiang}\\newcommand{\\on}[2][May]{on #1 #2}"
        "\\def\\note#1{\\footnote{See #1.}}"
    )
    reading = read("\\gk{} \\on{5} \\on[June]{15}\\note{Frank}", preamble)
    assert reading.text == "Chiang on May 5 on June 15\n\nSee Frank."


def test_title_author_and_their_thanks_stand_first() -> None:
    reading = read("\\maketitle Text.", "\\documentclass{article}\\title{T\\thanks{N.}}\\author{X}")
    assert reading.text == "T\n\nX\n\nText.\n\nN."
    assert pairs(reading) == [("T", "*", "N.", 1)]


@pytest.mark.parametrize(
    ("body", "where", "reason"),
    [
        pytest.param("A\n\\input{chap2}", "line 4", "chap2", id="another file"),
        pytest.param("A\n\nB\\footnote{open", "line 5", "never closed", id="a brace left open"),
    ],
)
def test_what_is_not_read_is_a_gap_with_its_line(body: str, where: str, reason: str) -> None:
    (gap,) = read(body).gaps
    assert gap.where == where
    assert reason in gap.reason


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("\\newcommand{\\a}{\\a\\a}\\begin{document}\\a", id="a macro of itself"),
        pytest.param(
            "".join(f"\\newcommand{{\\{a}}}{{\\{b}\\{b}}}" for a, b in pairwise("klmnopqrst"))
            + "\\newcommand{\\t}{\\k}\\begin{document}\\k",
            id="macros that double",
        ),
        pytest.param("\\begin{document}" + "{" * 100_000, id="braces without end"),
        pytest.param("\\begin{document}" + "\\foo[" * 50_000, id="brackets without end"),
        pytest.param("\\begin{document}" + "\\footnote{" * 2_000, id="notes without end"),
        pytest.param("\\begin{document}" + "$x" * 50_001, id="formulas without end"),
        pytest.param("\\documentclass" * 20_000, id="classes without end"),
    ],
)  # fmt: skip
def test_no_source_takes_unbounded_time(source: str) -> None:
    before = time.process_time()
    is_sound(read_tex(source.encode(), PLACE))
    assert time.process_time() - before < 5


def test_languages_are_told() -> None:
    assert (
        read("x", "\\documentclass{article}\\usepackage[english,ngerman]{babel}").language == "de"
    )
