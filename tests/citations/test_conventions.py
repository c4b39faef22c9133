"""The conventions of law reviews, of German and French notes, and of notes on archives.

Each table is one document: a note refers to the ones above it.
"""

from __future__ import annotations

import pytest

from provenance.citations.resolve import CitedNotes, cite
from provenance.model.notes import Citation, Note, Resolution, WorkKind
from provenance.model.spans import Span

# note, (authors, title, year, volume, pages), label of the note whose work it cites, kind
Row = tuple[str, tuple[tuple[str, ...], str, str, str, str], str, WorkKind]

LAW: list[Row] = [
    (
        "John Dole, The Law of Things, 12 HARV. L. REV. 34, 56 (1999).",
        (("Dole",), "The Law of Things", "1999", "12", "34, 56"),
        "1",
        WorkKind.ARTICLE,
    ),
    ("Id. at 45.", ((), "", "", "", "45"), "1", WorkKind.UNKNOWN),
    ("Dole, supra note 1, at 12.", (("Dole",), "", "", "", "12"), "1", WorkKind.UNKNOWN),
    (
        "Brown v. Board of Education, 347 U.S. 483 (1954).",
        ((), "Brown v. Board of Education", "1954", "347", "483"),
        "4",
        WorkKind.CASE,
    ),
    ("42 U.S.C. § 1983 (2006).", ((), "42 U.S.C. § 1983", "2006", "", ""), "5", WorkKind.STATUTE),
    ("Brown, 347 U.S. at 495.", ((), "Brown", "", "347", "495"), "4", WorkKind.CASE),
    ("See id. at 494 n.11.", ((), "", "", "", "494"), "4", WorkKind.UNKNOWN),
    (
        "28 C.F.R. § 35.104 (2010).",
        ((), "28 C.F.R. § 35.104", "2010", "", ""),
        "8",
        WorkKind.STATUTE,
    ),
    (
        "N.Y. Penal Law § 125.25 (McKinney 2004).",
        ((), "N.Y. Penal Law § 125.25", "2004", "", ""),
        "9",
        WorkKind.STATUTE,
    ),
    (
        "U.S. CONST. art. I, § 8, cl. 3.",
        ((), "U.S. CONST. art. I, § 8, cl. 3", "", "", ""),
        "10",
        WorkKind.STATUTE,
    ),
    (
        "Civil Rights Act of 1964, Pub. L. No. 88-352, 78 Stat. 241.",
        ((), "Civil Rights Act", "1964", "", ""),
        "11",
        WorkKind.STATUTE,
    ),
    (
        "S. REP. NO. 101-1, at 5 (1990).",
        ((), "S. REP. NO. 101-1", "", "", "5"),
        "12",
        WorkKind.STATUTE,
    ),
    (
        "But see Smit v. Jonas, 12 F.3d 45, 47 (2d Cir. 1994) (holding otherwise).",
        ((), "Smit v. Jonas", "1994", "12", "45, 47"),
        "13",
        WorkKind.CASE,
    ),
    (
        "David Lunt, Lawyers and Justice: An Ethical Study 56 (1988).",
        (("Lunt",), "Lawyers and Justice: An Ethical Study", "1988", "", "56"),
        "14",
        WorkKind.BOOK,
    ),
    ("Lunt, supra note 14, at 60.", (("Lunt",), "", "", "", "60"), "14", WorkKind.UNKNOWN),
]

GERMAN: list[Row] = [
    (
        "Hans Möller, Die Geschichte des Rechts, 2. Aufl., München 1998, S. 12 f.",
        (("Möller",), "Die Geschichte des Rechts", "1998", "", "12 f."),
        "1",
        WorkKind.BOOK,
    ),
    ("Ebd., S. 15.", ((), "", "", "", "15"), "1", WorkKind.UNKNOWN),
    ("Möller, a. a. O., S. 20 ff.", (("Möller",), "", "", "", "20 ff."), "1", WorkKind.UNKNOWN),
    (
        "Peter Schmitz (Hrsg.), Handbuch der Politik, Bd. 2, Berlin 2001, S. 33.",
        ((), "Handbuch der Politik", "2001", "2", "33"),
        "4",
        WorkKind.BOOK,
    ),
    ("Vgl. Möller (Anm. 1), S. 22.", (("Möller",), "", "", "", "22"), "1", WorkKind.UNKNOWN),
    (
        "Ders., Neue Wege, Frankfurt a. M. 2003, S. 7.",
        (("Möller",), "Neue Wege", "2003", "", "7"),
        "6",
        WorkKind.BOOK,
    ),
    (
        "Vgl. dazu ausführlich Möller, Geschichte, S. 100, Anm. 3.",
        (("Möller",), "Geschichte", "", "", "100"),
        "1",
        WorkKind.UNKNOWN,
    ),
    ("BArch, R 43 I/123, Bl. 45.", ((), "", "", "", "45"), "8", WorkKind.ARCHIVAL),
]

FRENCH: list[Row] = [
    (
        "Pierre Noral, Les lieux de mémoire, Paris, Gallimard, 1984, p. 12 sq.",
        (("Noral",), "Les lieux de mémoire", "1984", "", "12 sq"),
        "1",
        WorkKind.BOOK,
    ),
    ("Ibid., p. 14.", ((), "", "", "", "14"), "1", WorkKind.UNKNOWN),
    ("Noral, op. cit., p. 15-17.", (("Noral",), "", "", "", "15-17"), "1", WorkKind.UNKNOWN),
    (
        "Marc Bloss, « Pour une histoire comparée », Revue de synthèse, t. 46, 1928, p. 15-50.",
        (("Bloss",), "Pour une histoire comparée", "1928", "46", "15-50"),
        "4",
        WorkKind.ARTICLE,
    ),
    ("Bloss, art. cit., p. 20.", (("Bloss",), "", "", "", "20"), "4", WorkKind.UNKNOWN),
    (
        "Voir Noral, Les lieux de mémoire, op. cit., t. II, p. 3.",
        (("Noral",), "Les lieux de mémoire", "", "II", "3"),
        "1",
        WorkKind.UNKNOWN,
    ),
    (
        "Jacques Le Gall (dir.), La Nouvelle Histoire, Paris, Retz, 1978, p. 210.",
        ((), "La Nouvelle Histoire", "1978", "", "210"),
        "7",
        WorkKind.BOOK,
    ),
]

HISTORY: list[Row] = [
    (
        "Herbert Feiss, The China Knot (Princeton, 1953), hereafter cited as Knot.",
        (("Feiss",), "The China Knot", "1953", "", ""),
        "1",
        WorkKind.BOOK,
    ),
    ("Knot, 33.", ((), "Knot", "", "", "33"), "1", WorkKind.UNKNOWN),
    (
        "The Shooting of President Stone, Late of the Union (Washington: Printing Office, 1866).",
        ((), "The Shooting of President Stone, Late of the Union", "1866", "", ""),
        "3",
        WorkKind.BOOK,
    ),
    ("The Shooting, p. 41.", ((), "The Shooting", "", "", "41"), "3", WorkKind.UNKNOWN),
    (
        "Letter from Seaward to Adam, May 1, 1861, RG 59, National Archives, p. 20.",
        (("Seaward",), "Letter from Seaward to Adam, May 1, 1861", "1861", "", "20"),
        "5",
        WorkKind.ARCHIVAL,
    ),
    (
        "Congressional Globe, 37th Congress, 1st Session, 129.",
        ((), "Congressional Globe", "", "", "129"),
        "6",
        WorkKind.DOCUMENT_SERIES,
    ),
    (
        "Moral, Journal, December 22, 1862, Vol. II, p. 1099.",
        (("Moral",), "Journal", "1862", "II", "1099"),
        "7",
        WorkKind.BOOK,
    ),
    (
        "Moral, February 11, 1864, Journal, Vol. II, p. 1263.",
        (("Moral",), "Journal", "1864", "II", "1263"),
        "7",
        WorkKind.BOOK,
    ),
    (
        "Secrecy: Report of the Commission on It (Washington: Printing Office, 1997), p. 55.",
        ((), "Secrecy: Report of the Commission on It", "1997", "", "55"),
        "9",
        WorkKind.BOOK,
    ),
]


def read(notes: list[str]) -> CitedNotes:
    text, made = "", []
    for number, note in enumerate(notes, 1):
        made.append(Note(f"n{number}", str(number), Span(len(text), len(text) + len(note))))
        text += note + "\n"
    return cite(text, made)


def fields_of(citation: Citation) -> tuple[tuple[str, ...], str, str, str, str]:
    return citation.author, citation.title, citation.year, citation.volume, citation.pages


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(LAW, id="American law reviews"),
        pytest.param(GERMAN, id="German notes"),
        pytest.param(FRENCH, id="French notes"),
        pytest.param(HISTORY, id="notes on papers and diaries"),
    ],
)
def test_a_note_is_read_and_resolved(rows: list[Row]) -> None:
    notes = read([row[0] for row in rows]).notes
    assert [len(note.citations) for note in notes] == [1] * len(rows)
    first = {note.label: note.citations[0] for note in notes}
    for citation, (_, fields, cited, kind) in zip(first.values(), rows, strict=True):
        assert fields_of(citation) == fields
        assert citation.work is not None
        assert citation.work == first[cited].work
        assert citation.work_kind is kind


def test_works_that_look_alike_are_kept_apart() -> None:
    notes = read(
        [
            "U.S. Embassy Teheran to Department of State, February 8, 1967, RG 59, Box 1.",
            "U.S. Embassy Teheran to Department of State, February 13, 1967, RG 59, Box 1.",
            "passim, RG 59, Box 1.",
            "passim, RG 59, Box 2.",
        ]
    ).notes
    works = [note.citations[0].work for note in notes]
    assert len(set(works)) == 4
    assert [note.citations[0].title for note in notes][2:] == ["", ""]


def test_a_range_of_notes_stays_open() -> None:
    found = read(["A. Ames, Work One (1990), 1.", "B. Bond, Work Two (1991), 2.", "See notes 1–2."])
    citation = found.notes[2].citations[0]
    assert (citation.note, citation.pages) == ("1", "")
    assert citation.resolution is Resolution.AMBIGUOUS
    assert len(citation.candidates) == 2


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(
            "We thank Jane Smit and John Mill for comments on an earlier draft (May 2010).",
            id="thanks",
        ),
        pytest.param(
            "Foreign Relations, 1872, for example, was published in January.", id="a volume"
        ),
        pytest.param("Its authority stems from the National Security Act of 1947.", id="an act"),
        pytest.param(
            "This figure comes from an analysis of all volumes made in July 2013: 76.4 percent of "
            "them came from the files.",
            id="a figure",
        ),
        pytest.param(
            "Seward’s reference is to Article II, Section 3 of the Constitution.", id="a law"
        ),
        pytest.param("See chapter 3.", id="a chapter of its own"),
        pytest.param("See Document 59 and note 1 thereto.", id="a document of the same volume"),
        pytest.param("In addition to the citations below, see appendix B.", id="an appendix"),
        pytest.param("Schuyler left the service in 1884 to teach history.", id="a remark"),
    ],
)
def test_commentary_is_no_citation(note: str) -> None:
    assert read([note]).notes[0].citations == ()


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        pytest.param(
            "See also Coxe, Memoir and Speeches (New York: D. Applet and Company, 1865).",
            [(("Coxe",), "Memoir and Speeches", "1865")],
            id="a publisher with initials stays in the bracket",
        ),
        pytest.param(
            "He was upset; see letter from Seaward to Adam, April 27, 1861, Message, 83.",
            [(("Seaward",), "letter from Seaward to Adam, April 27, 1861", "1861")],
            id="who got a letter is not its author",
        ),
        pytest.param(
            "Albany Journal, Boston Daily Advertiser, and Norwich Bulletin, all December 7, 1861.",
            [
                ((), "Albany Journal, December 7, 1861", "1861"),
                ((), "Boston Daily Advertiser, December 7, 1861", "1861"),
                ((), "Norwich Bulletin, December 7, 1861", "1861"),
            ],
            id="newspapers of one day",
        ),
        pytest.param(
            "Gres to Moon, June 4, 1894, Baker to Gres, January 22, 1894, both in RG 59, Box 3.",
            [
                (("Gres",), "Gres to Moon, June 4, 1894", "1894"),
                (("Baker",), "Baker to Gres, January 22, 1894", "1894"),
            ],
            id="letters in a row",
        ),
        pytest.param(
            "“Owing to the time required for copying, it is not probable” (The Sun [Baltimore], "
            "December 18, 1865).",
            [((), "The Sun [Baltimore], December 18, 1865", "1865")],
            id="a newspaper behind its words",
        ),
        pytest.param(
            "Ed Strobe, who gave a critique in Mr. Bland and His Policy (Boston: Hall, 1884), 2.",
            [((), "Mr. Bland and His Policy", "1884")],
            id="a relative clause is no title",
        ),
        pytest.param(
            "See Affairs in Samoa, 50th Cong., 1st Sess., HED 2; Relations with Chile, 52nd Cong.",
            [((), "Affairs in Samoa", ""), ((), "Relations with Chile", "")],
            id="papers of Congress keep their whole titles",
        ),
        pytest.param(
            "FRUS, 1961–1963, vol. XXV, Foreign Policy; United Nations; Science, Document 41.",
            [((), "FRUS: 1961–1963", "1961")],
            id="a volume with semicolons in its title",
        ),
        pytest.param(
            "”Senate and House,” Los Angeles Times, January 6, 1899, p. 2.",
            [((), "Senate and House", "1899")],
            id="a closing mark set for an opening one",
        ),
        pytest.param(
            "Robert Stew, report of 1967 meeting, p. 10, Department of State, Lot File 9, Box 2.",
            [(("Stew",), "report of 1967 meeting", "")],
            id="a report behind its author",
        ),
        pytest.param(
            "minutes of the hearing, April 8, 1977; Rusk to Vance, April 9, 1977 in RG 59, Box 6.",
            [
                ((), "minutes of the hearing, April 8, 1977", "1977"),
                (("Rusk",), "Rusk to Vance, April 9, 1977", "1977"),
            ],
            id="minutes with their day",
        ),
        pytest.param(
            "Ann Bow to Eve Lay, May 10, 1961. NARA, RG 59, Box 8.",
            [(("Bow",), "Ann Bow to Eve Lay, May 10, 1961", "1961")],
            id="a file behind a full stop",
        ),
        pytest.param(
            "E. Perks, “ ‘Foreign Affairs’: 91 Years,” Bulletin (December 22, 1952): 1002.",
            [(("Perks",), "‘Foreign Affairs’: 91 Years", "1952")],
            id="marks within marks stand off",
        ),
    ],
)
def test_what_a_note_cites(note: str, cited: list[tuple[tuple[str, ...], str, str]]) -> None:
    found = read([note]).notes[0].citations
    assert [(c.author, c.title, c.year) for c in found] == cited


def test_letters_share_the_file_named_last() -> None:
    found = read(
        ["Fish to Davis, May 8, 1881, Ames to Fish, May 9, 1881, both in LCM, Fish Papers, Box 3."]
    )
    assert [c.container for c in found.notes[0].citations] == ["LCM, Fish Papers, Box 3"] * 2


@pytest.mark.parametrize(
    ("note", "locator"),
    [
        pytest.param("Jonas, Blue and Gray, pp. 51–52.", "51–52", id="pages"),
        pytest.param(
            "Jonas, Blue and Gray: A History (New York, 1999), chap. 3.", "chap. 3", id="chapter"
        ),
        pytest.param("FRUS, 1945, vol. VII, Document 41.", "Document 41", id="document"),
        pytest.param("Jonas, Blue and Gray: A History (New York, 1999).", "", id="the whole book"),
    ],
)
def test_a_place_in_the_work_is_told_from_the_whole(note: str, locator: str) -> None:
    citation = read([note]).notes[0].citations[0]
    assert citation.locator == locator
    assert citation.pages in (locator, "")
