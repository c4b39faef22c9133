"""Citations tied to works by the conventions of print, or left open."""

from __future__ import annotations

import pytest

from provenance.citations.resolve import CitedNotes, cite
from provenance.model.notes import CitationKind, Note, Resolution
from provenance.model.spans import Span


def cited(*bodies: str, before: str = "") -> CitedNotes:
    """Cite a text whose lines are notes 1, 2, 3 …"""
    text, notes = before, []
    for number, body in enumerate(bodies, 1):
        start = len(text)
        text += body + "\n"
        notes.append(Note(f"n{number}", str(number), Span(start, start + len(body))))
    return cite(text, notes)


def told(found: CitedNotes) -> list[list[str]]:
    """For each citation the title of its work, "?" with the number of candidates, or "-"."""
    titles = {work.id: work.title or "/".join(work.author) for work in found.works}
    lines = []
    for note in found.notes:
        line = []
        for c in note.citations:
            if c.resolution is Resolution.RESOLVED:
                line.append(titles[c.work or ""])
            elif c.resolution is Resolution.AMBIGUOUS:
                line.append(f"?{len(c.candidates)}")
            else:
                line.append("-")
        lines.append(line)
    return lines


WINDS = "A. Smith, Fair Winds (1999) 12."
RAIN = "B. Jones, ‘Hard Rain’ (2001) 3 J. of Weather 45."
SNOW = "A. Smith, Deep Snow (2003) 7."


@pytest.mark.parametrize(
    ("bodies", "works"),
    [
        pytest.param((WINDS, "Ibid., p. 14."), [["Fair Winds"], ["Fair Winds"]], id="ibid."),
        pytest.param(
            (f"{WINDS[:-1]}; ibid. 15.",),
            [["Fair Winds", "Fair Winds"]],
            id="ibid. in the same note",
        ),
        pytest.param(
            (f"{WINDS[:-1]}; {RAIN}", "Ibid."),
            [["Fair Winds", "Hard Rain"], ["?2"]],
            id="ibid. after a note with two works is ambiguous",
        ),
        pytest.param(
            (WINDS, RAIN, "Smith, *Winds*.", "Brown, *Winds*."),
            [["Fair Winds"], ["Hard Rain"], ["Fair Winds"], []],
            id="a name and a title alone cite what is known",
        ),
        pytest.param(
            (
                "Penn Cent. Transp. Co. v. New York, 438 U.S. 104 (1978).",
                "Penn Central, 438 U.S. at 128.",
            ),
            [["Penn Cent. Transp. Co. v. New York"]] * 2,
            id="a case by its first word and its volume",
        ),
        pytest.param(
            ("Penn Cent. Transp. Co. v. New York, 438 U.S. 104 (1978).", "Dole, 438 U.S. at 128."),
            [["Penn Cent. Transp. Co. v. New York"], ["Dole"]],
            id="another case in that volume",
        ),
        pytest.param(
            (WINDS, "*See id.* at 5."),
            [["Fair Winds"], ["Fair Winds"]],
            id="emphasis with its signal",
        ),
        pytest.param(
            (f"{WINDS} Hereafter cited as *FW*.", RAIN, "*FW*, 14."),
            [["Fair Winds"], ["Hard Rain"], ["Fair Winds"]],
            id="a short name given in a sentence of its own",
        ),
        pytest.param(
            (WINDS, "“Report on the Bridge at Harrow,” box 7–b.", "Ibid., 9."),
            [["Fair Winds"], [], ["-"]],
            id="ibid. behind a reference that could not be read is nobody's",
        ),
        pytest.param(
            ("“Report on the Bridge at Harrow” (undated), par. 4.", "“Report,” par. 12.", "Ibid."),
            [["Report on the Bridge at Harrow"]] * 3,
            id="a document without author or year, cited by its paragraphs",
        ),
        pytest.param(
            (WINDS, RAIN, "Smith, n. 1, 15."),
            [["Fair Winds"], ["Hard Rain"], ["Fair Winds"]],
            id="a surname with the number of a note",
        ),
        pytest.param(
            (WINDS, RAIN, "Jones, n. 1, 15."),
            [["Fair Winds"], ["Hard Rain"], ["-"]],
            id="a surname that the note of that number does not cite",
        ),
        pytest.param(("Ibid.",), [["-"]], id="ibid. as the first note points nowhere"),
        pytest.param(
            ("Ebd., S. 4.", WINDS, "Ebenda."), [["-"], ["Fair Winds"], ["Fair Winds"]], id="ebd."
        ),
        pytest.param(
            (WINDS, "No work here at all.", "Ibid."),
            [["Fair Winds"], [], ["Fair Winds"]],
            id="a note that cites nothing lies between",
        ),
        pytest.param(
            (f"{WINDS[:-1]}; {RAIN}", "Smith, op. cit., n. 1, p. 5.", "Jones (n 1) 46."),
            [["Fair Winds", "Hard Rain"], ["Fair Winds"], ["Hard Rain"]],
            id="a note's number narrowed by surname",
        ),
        pytest.param(
            (f"{WINDS[:-1]}; {RAIN}", "Above, n. 1."),
            [["Fair Winds", "Hard Rain"], ["?2"]],
            id="a note's number alone, with two works there",
        ),
        pytest.param(
            (WINDS, SNOW, "Smith, op. cit., p. 9.", "Smith, Snow, 9.", "Smith, Fair Winds, p. 1."),
            [["Fair Winds"], ["Deep Snow"], ["?2"], ["Deep Snow"], ["Fair Winds"]],
            id="op. cit. with two works of the author, and short titles",
        ),
        pytest.param(
            (
                "Schmidt, Recht (1970) 3.",
                "Schmidt (oben N. 1) 5.",
                "Schmidt (vorige N.) a.a.O.",
                "Schmidt 9 f.",
            ),
            [["Recht"]] * 4,
            id="German references back",
        ),
        pytest.param(
            (WINDS, "Brown (n. 1) 5."),
            [["Fair Winds"], ["-"]],
            id="a surname the note does not have is not forced",
        ),
        pytest.param(
            ("See below, n. 2.", WINDS), [["Fair Winds"], ["Fair Winds"]], id="a note further on"
        ),
        pytest.param(("See n. 2 above.", "See n. 1 above."), [["-"], ["-"]], id="a circle"),
        pytest.param(("See note 99 above.",), [["-"]], id="a note that is not there"),
        pytest.param(
            (
                "Message of the President to Congress (Washington: GPO, 1861) (hereafter Message,"
                " 1861), p. 4.",
                "Message, 1861, p. 31.",
            ),
            [["Message of the President to Congress"]] * 2,
            id="hereafter",
        ),
        pytest.param(
            (
                "A. Rowe, ‘Marriage’ in Modern Life, ed. B. Stone (1994) 75.",
                "C. Frey and D. Gordon, ‘Work’ in id., p. 97.",
            ),
            [["Modern Life"], ["Modern Life"]],
            id="two chapters of one volume gather under the volume",
        ),
        pytest.param(
            (WINDS, WINDS), [["Fair Winds"]] * 2, id="the same full citation twice is one work"
        ),
        pytest.param(
            ("Smith 2 f.", "Smith 5 f."), [["-"], ["-"]], id="a name alone stays unresolved"
        ),
        pytest.param(
            ("NARA, RG 84, Vol. 22.", "NARA, RG 84, Vol. 22."),
            [["NARA, RG 84, Vol. 22"]] * 2,
            id="the same file twice",
        ),
    ],
)
def test_references_are_followed_back(bodies: tuple[str, ...], works: list[list[str]]) -> None:
    assert told(cited(*bodies)) == works


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(WINDS, CitationKind.FULL, id="full"),
        pytest.param("Ibid.", CitationKind.IBID, id="ibid"),
        pytest.param("Smith, op. cit.", CitationKind.SHORT, id="op. cit."),
        pytest.param("Smith, supra note 1, at 3.", CitationKind.CROSS_REFERENCE, id="supra"),
        pytest.param(
            "Perk to Noble, May 1, 1961, NARA, RG 59.", CitationKind.ARCHIVAL, id="archival"
        ),
    ],
)
def test_kinds_of_citation(body: str, kind: CitationKind) -> None:
    (citation,) = cited(WINDS, body).notes[1].citations
    assert citation.kind is kind


def test_a_cross_reference_keeps_the_label_it_names() -> None:
    (citation,) = cited(WINDS, "Smith, op. cit., n. 1, p. 5.").notes[1].citations
    assert (citation.note, citation.pages) == ("1", "5")


def test_a_work_knows_every_citation_of_it() -> None:
    found = cited(WINDS, "Ibid.", "Smith, Winds, 3.")
    (work,) = found.works
    assert (work.author, work.title, work.year) == (("Smith",), "Fair Winds", "1999")
    assert work.cited == tuple(c.id for note in found.notes for c in note.citations)


def test_ders_stands_for_the_author_before() -> None:
    found = cited("Broz, Der Staat (1969) 33; ders., Resistenz (1981) 69.")
    assert [work.author for work in found.works] == [("Broz",), ("Broz",)]


def test_the_documents_own_list_of_abbreviations_is_known() -> None:
    listed = (
        "Abbreviations\n\nZK = K. Zweig and H. Kotz, Rechtsvergleichung (1971)\n"
        "TNA = The National Archives\n\nNotes\n"
    )
    found = cited("ZK I 12.", before=listed)
    assert [(work.title, work.year) for work in found.works] == [("Rechtsvergleichung", "1971")]


def test_numberings_are_kept_apart() -> None:
    text = "A. Smith, Winds (1999) 1.\nB. Jones, Rain (2000) 2.\nJones, op. cit., n. 1.\n"
    lines = [(0, 25), (26, 50), (51, 73)]
    series = (1, 2, 2)
    labels = ("1", "1", "2")
    notes = [
        Note(f"n{i}", label, Span(*span), series=number)
        for i, (span, number, label) in enumerate(zip(lines, series, labels, strict=True))
    ]
    found = cite(text, notes)
    assert found.notes[2].citations[0].work == found.notes[1].citations[0].work


def test_five_thousand_notes_take_little_time() -> None:
    bodies = [
        f"A. Smith{n % 50}, Winds and Rains{n % 700} (19{n % 90:02d}) {n}." for n in range(2500)
    ]
    found = cited(*(line for body in bodies for line in (body, "Ibid.")))
    assert len(found.notes) == 5000
