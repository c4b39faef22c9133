"""Fields and kinds of citations in the styles of history and law, English and German."""

from __future__ import annotations

import pytest

from provenance.citations.fields import parse_fields
from provenance.citations.kinds import kind_of
from provenance.citations.special import parse_special
from provenance.model.notes import WorkKind

CASES = [
    # citation, authors, title, container, year, volume, pages, kind
    pytest.param(
        "Jane Hall, Racing Winds: Sail and Sea (Cambridge, MA: Bay Press, 2005), 142–45.",
        (("Hall",), "Racing Winds: Sail and Sea", "", "2005", "", "142–45"),
        WorkKind.BOOK,
        id="a book in Chicago style",
    ),
    pytest.param(
        "Ann B. Stone, “Understanding Rain,” Diplomatic History 19, no. 2 (1995): 227–73",
        (("Stone",), "Understanding Rain", "Diplomatic History", "1995", "19", "227–73"),
        WorkKind.ARTICLE,
        id="an article in Chicago style",
    ),
    pytest.param(
        "T. Bren and C. Pate, ‘“Mere Aids”: Women’s Work’ (1979) 27 Political Studies 183.",
        (("Bren", "Pate"), "“Mere Aids”: Women’s Work", "Political Studies", "1979", "27", "183"),
        WorkKind.ARTICLE,
        id="an article in British law style",
    ),
    pytest.param(
        "A. Phil, ‘Citizens’ in Politics Today, ed. G. Andrew (1991) 77.",
        (("Phil",), "Citizens", "Politics Today", "1991", "", "77"),
        WorkKind.CHAPTER,
        id="a chapter with its editor",
    ),
    pytest.param(
        "Cass R. Sunn, On Law, 144 U. Pa. L. Rev. 2021, 2025 (1996).",
        (("Sunn",), "On Law", "U. Pa. L. Rev", "1996", "144", "2021, 2025"),
        WorkKind.ARTICLE,
        id="an article in an American law review",
    ),
    pytest.param(
        "Richard A. Posen, Economics of Law 25–27 (9th ed. 2014)",
        (("Posen",), "Economics of Law", "", "2014", "", "25–27"),
        WorkKind.BOOK,
        id="a book in an American law review",
    ),
    pytest.param(
        "Roth, Texte und Kritik, ZvglRW 78 (1979) 51 ff.",
        (("Roth",), "Texte und Kritik", "ZvglRW", "1979", "78", "51 ff."),
        WorkKind.ARTICLE,
        id="an article in German law style",
    ),
    pytest.param(
        "Boer/Eck, Probleme, in: Grau (Hrsg.), Handbuch der Kunde, Bd. 7 (2. Aufl., 1969) 514 (52"
        "0 ff.)",
        (("Boer", "Eck"), "Probleme", "Handbuch der Kunde", "1969", "7", "514 (520 ff.)"),
        WorkKind.CHAPTER,
        id="a chapter in German law style",
    ),
    pytest.param(
        "Karl D. Brach, Die Auflösung. Eine Studie, 5. Aufl., Villingen 1971, S. 45–52",
        (("Brach",), "Die Auflösung. Eine Studie", "", "1971", "", "45–52"),
        WorkKind.BOOK,
        id="a book in German history style",
    ),
    pytest.param(
        "Ian Kersch, Der Mythos, in: Vierteljahrshefte für Zeit 29 (1981), H. 2, S. 123–145",
        (("Kersch",), "Der Mythos", "Vierteljahrshefte für Zeit", "1981", "29", "123–145"),
        WorkKind.ARTICLE,
        id="an article in German history style",
    ),
    pytest.param(
        "Thomas Nipp: Deutsche Zeit 1866–1918. Bd. 1: Arbeit. München 1990, S. 33.",
        (("Nipp",), "Deutsche Zeit 1866–1918", "", "1990", "1", "33"),
        WorkKind.BOOK,
        id="colons and full stops between the fields",
    ),
    pytest.param(
        "FRUS: Potsdam, Bd. 2, 1587-1588.",
        ((), "FRUS: Potsdam", "FRUS", "", "2", "1587-1588"),
        WorkKind.DOCUMENT_SERIES,
        id="a volume of documents",
    ),
    pytest.param(
        "Ralph Perk to Noble, January 23, 1961, HAC Lot File 96D292, Box 1",
        (
            ("Perk",),
            "Ralph Perk to Noble, January 23, 1961",
            "HAC Lot File 96D292, Box 1",
            "1961",
            "",
            "",
        ),
        WorkKind.ARCHIVAL,
        id="a letter in an archive",
    ),
    pytest.param(
        "“Stalin Pledges Aid,” Manchester Guardian, 12 February 1945, p. 4.",
        ((), "Stalin Pledges Aid", "Manchester Guardian", "1945", "", "4"),
        WorkKind.NEWSPAPER,
        id="an unsigned article in a newspaper",
    ),
    pytest.param(
        "Balf v. Balf [1919] 2 K.B. 571.",
        ((), "Balf v. Balf", "K.B.", "1919", "2", "571"),
        WorkKind.CASE,
        id="a case",
    ),
    pytest.param(
        "BVerfGE 7, 198 (205)",
        ((), "", "BVerfGE", "", "7", "198 (205)"),
        WorkKind.CASE,
        id="a German case",
    ),
    pytest.param(
        "Crimes (Sexual Assault) Amendment Act 1981 (N.S.W.)",
        ((), "Crimes (Sexual Assault) Amendment Act", "", "1981", "", ""),
        WorkKind.STATUTE,
        id="a statute",
    ),
    pytest.param(
        "Michael Schall, The Crusade, 1938–1945 (Ph.D. diss., University of Michigan, 1974), 88.",
        (("Schall",), "The Crusade, 1938–1945", "", "1974", "", "88"),
        WorkKind.UNPUBLISHED,
        id="a thesis",
    ),
    pytest.param(
        "https://www.example.org/report.html (accessed 5 May 2010)",
        ((), "https://www.example.org/report.html", "", "", "", ""),
        WorkKind.WEB,
        id="an address alone",
    ),
    pytest.param(
        "Haug (ed.), Female Work (1987) 196.",
        ((), "Female Work", "", "1987", "", "196"),
        WorkKind.BOOK,
        id="an editor is no author",
    ),
    pytest.param(
        "Smel 175 f.",
        (("Smel",), "", "", "", "", "175 f."),
        WorkKind.UNKNOWN,
        id="a name and a page",
    ),
    pytest.param(
        "Zwei/Kotz I 12 ff",
        (("Zwei", "Kotz"), "", "", "", "I", "12 ff"),
        WorkKind.UNKNOWN,
        id="names, volume and page",
    ),
    pytest.param(
        "Vogel, op. cit., n. 7, pp. 80–1.",
        (("Vogel",), "", "", "", "", "80–1"),
        WorkKind.UNKNOWN,
        id="op. cit. with a note",
    ),
    pytest.param(
        "Smith, J., & Jones, K. L. (1999). On citing: A guide. Journal of Form, 12(3), 45-67.",
        (("Smith", "Jones"), "On citing: A guide", "Journal of Form", "1999", "12", "45-67"),
        WorkKind.ARTICLE,
        id="an article with the year behind the names",
    ),
    pytest.param(
        "Smith, J. (2001). On parts. In A. Ray (Ed.), The big book (pp. 12-34). New York: Wiley",
        (("Smith",), "On parts", "The big book", "2001", "", "12-34"),
        WorkKind.CHAPTER,
        id="a chapter with the year behind the name",
    ),
    pytest.param(
        "Luhm, N. (1972): Rechtskunde. Reinbek: Rowohlt, S. 34.",
        (("Luhm",), "Rechtskunde", "", "1972", "", "34"),
        WorkKind.BOOK,
        id="a German book with the year behind the name",
    ),
    pytest.param(
        "BT-Drs. 7/4172, S. 3.",
        ((), "BT-Drs. 7/4172", "", "", "", "3"),
        WorkKind.STATUTE,
        id="a paper of parliament",
    ),
    pytest.param(
        "Smith (1999: 45)",
        (("Smith",), "", "", "1999", "", "45"),
        WorkKind.UNKNOWN,
        id="author and date",
    ),
]


@pytest.mark.parametrize(("citation", "wanted", "kind"), CASES)
def test_fields_are_read_from_the_form(
    citation: str, wanted: tuple[tuple[str, ...], str, str, str, str, str], kind: WorkKind
) -> None:
    f = parse_fields(citation)
    assert (f.authors, f.title, f.container, f.year, f.volume, f.pages) == wanted
    assert kind_of(citation, f) is kind


def test_line_breaks_change_nothing() -> None:
    citation = "Jane Hall, Racing\n    Winds (Boston: Bay Press,\n    2005), 142."
    assert parse_fields(citation) == parse_fields(" ".join(citation.split()))


REMARKS = [
    pytest.param("Hall, Racing Winds, 60 (emphasis in original).", "60", id="emphasis"),
    pytest.param("Hall, Racing Winds, S. 60 (Hervorhebung im Original).", "60", id="in German"),
    pytest.param("Hall, Racing Winds, 60 (“it rained”).", "60", id="quoted words"),
    pytest.param("Hall, Racing Winds, 352n14 (giving £4,130).", "352n14", id="what it gives"),
    pytest.param("Hall, Racing Winds, 2nd ed. (Boston: Bay Press, 2005), 60.", "60", id="edition"),
]


@pytest.mark.parametrize(("citation", "pages"), REMARKS)
def test_what_is_said_of_the_pages_is_no_part_of_the_title(citation: str, pages: str) -> None:
    fields = parse_fields(citation)
    assert (fields.title, fields.pages) == ("Racing Winds", pages)


@pytest.mark.parametrize(
    ("written", "pages", "file"),
    [
        pytest.param(
            "Henry Cole to Ruth Cole, 3 July 1871, Aldwick Archive, box 4.",
            "",
            "Aldwick Archive, box 4",
            id="a box",
        ),
        pytest.param(
            "Henry Cole to Ruth Cole, 3 July 1871, Cole Papers, carton 3, folder 12.",
            "",
            "Cole Papers, carton 3, folder 12",
            id="a folder of a carton",
        ),
        pytest.param(
            "Henry Cole to Ruth Cole, 3 July 1871, Family Letters, series II.",
            "",
            "Family Letters, series II",
            id="a series",
        ),
        pytest.param(
            "Henry Cole an Ruth Cole, 3. Juli 1871, Kasten 7, Mappe 12.",
            "",
            "Kasten 7, Mappe 12",
            id="Kasten and Mappe",
        ),
        pytest.param(
            "Henry Cole to Ruth Cole, 3 July 1871, Cole Papers, box 4, p. 12.",
            "12",
            "Cole Papers, box 4",
            id="a page of what lies in a box",
        ),
        pytest.param(
            "Henry Cole to Ruth Cole, 3 July 1871, in The Cole Letters, 412.",
            "412",
            "The Cole Letters",
            id="a page of a book",
        ),
    ],
)
def test_what_papers_lie_in_is_no_page(written: str, pages: str, file: str) -> None:
    fields = parse_special(written)
    assert fields is not None
    assert (fields.pages, fields.container.strip(" ,.")) == (pages, file)
