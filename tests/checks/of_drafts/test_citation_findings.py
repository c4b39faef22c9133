"""Findings about citations, works, references back, lists of works and identifiers."""

from __future__ import annotations

import pytest

from provenance.drafts.draft import Draft
from provenance.model.bibliography import Person, Reference
from tests.checks.of_drafts.drafts import draft, noted, told

FEIS = "Herbert Feis, The China Tangle (Princeton: Princeton University Press, 1953), 3."
HASEGAWA = "Tsuyoshi Hasegawa, Racing the Enemy (Cambridge: Harvard University Press, 2005), 142."
KIMBALL = "Warren Kimball, Forged in War (New York: Morrow, 1997), 88."
LISTED = (
    "Feis, Herbert. The China Tangle. Princeton: Princeton University Press, 1953.",
    "Hasegawa, Tsuyoshi. Racing the Enemy. Cambridge: Harvard University Press, 2005.",
    "Kimball, Warren. Forged in War. New York: Morrow, 1997.",
)
SHORT = "“Herbert Feis, The China Tangle (Princeton: Princeton University Press, 1953), 3.”"

BAD = [
    pytest.param(
        "PV401", noted("Vol. 3, pp. 214–215."),
        ["3: “Vol. 3, pp. 214–215.” looks like a citation and could not be taken apart."],
        id="neither author nor title",
    ),
    pytest.param(
        "PV401", noted(f"{FEIS} [source?]"), ["3: “[source?]” holds a place open."],
        id="a place held open",
    ),
    pytest.param(
        "PV401", noted("Herbert Feis, The China Tangle (1953), p. 00."),
        ["3: “p. 00” holds a place open."], id="a page to be filled in",
    ),
    pytest.param(
        "PV402", noted("Herbert Feis, The China Tangle (Princeton, 1953)."),
        ["3: “Herbert Feis, The China Tangle (Princeton, 1953).” gives no page."],
        id="a book without a page",
    ),
    pytest.param(
        "PV402", noted("Foreign Relations of the United States, 1945, vol. VII."),
        ["3: “Foreign Relations of the United States, 1945, vol. VII.” gives no page."],
        id="a volume of documents without a document",
    ),
    pytest.param(
        "PV403", noted("Feis, The China Tangle, 3.", FEIS),
        ["5: “Feis, The China Tangle, 3.” is short for what note 2 gives in full."],
        id="the full form comes later",
    ),
    pytest.param(
        "PV403", noted("Feis, The China Tangle, 3."),
        ["3: “Feis, The China Tangle” is cited in short and never in full."],
        id="there is no full form",
    ),
    pytest.param(
        "PV403",
        noted("Feis, China Tangle, 3.", "Kimball, Forged in War, 4.", "Hasegawa, Racing, 9.",
              "Dallek, Roosevelt and Policy, 12."),
        ["9: 4 works are cited in short and never in full: Feis, China Tangle; Kimball, Forged in"
         " War; Hasegawa, Racing and 1 more."],
        id="many without a full form are one finding",
    ),
    pytest.param(
        "PV404", noted(FEIS, KIMBALL, FEIS), [f"11: {SHORT} is given in full in note 1 already."],
        id="in full twice",
    ),
    pytest.param(
        "PV405", noted("FRUS: Potsdam, Bd. 2, 1587.", "Ebd., S. 12."),
        ["5: “Bd.” is German.", "7: “Ebd.”, “S.” are German."],
        id="German words in English notes",
    ),
    pytest.param(
        "PV406", noted(HASEGAWA, HASEGAWA.replace("2005", "2006")),
        ["7: “Tsuyoshi Hasegawa, Racing the Enemy (Cambridge: Harvard University Press, 2006)…”:"
         " the year is “2006” here and “2005” in note 1."],
        id="two years",
    ),
    pytest.param(
        "PV406", noted(HASEGAWA, HASEGAWA.replace("Hasegawa", "Hasagawa")),
        ["7: “Tsuyoshi Hasagawa, Racing the Enemy (Cambridge: Harvard University Press, 2005)…”:"
         " the author is “Hasagawa” here and “Hasegawa” in note 1."],
        id="two spellings of the author",
    ),
    pytest.param(
        "PV406", noted(HASEGAWA, HASEGAWA.replace("Enemy", "Enmy")),
        ["7: “Tsuyoshi Hasegawa, Racing the Enmy (Cambridge: Harvard University Press, 2005),…”:"
         " the title is “Racing the Enmy” here and “Racing the Enemy” in note 1."],
        id="two titles",
    ),
    pytest.param(
        "PV406", noted(FEIS, HASEGAWA.replace("2005", "2015"), KIMBALL, works=LISTED),
        ["9: “Tsuyoshi Hasegawa, Racing the Enemy (Cambridge: Harvard University Press, 2015)…”:"
         " the year is “2015” here and “2005” in the list of works."],
        id="the list of works has another year",
    ),
    pytest.param(
        "PV407", noted(KIMBALL, "Dallek, 45."),
        ["7: “Dallek, 45.”: nothing by Dallek was cited before."], id="a name alone",
    ),
    pytest.param(
        "PV407", noted(FEIS, KIMBALL, "Dallek, n. 2, 45."),
        ["11: “Dallek, n. 2, 45.”: note 2 cites nothing by Dallek."], id="not in the note named",
    ),
    pytest.param(
        "PV408", noted(f"{FEIS[:-1]}; {KIMBALL}", "Ibid., 12."),
        ["7: “Ibid., 12.” may be “Feis, The China Tangle (1953)”; “Kimball, Forged in War"
         " (1997)”."],
        id="ibid. after several",
    ),
    pytest.param(
        "PV409", noted("Ibid., 12.", FEIS), ["5: “Ibid., 12.”: nothing is cited before it."],
        id="ibid. comes first",
    ),
    pytest.param(
        "PV409", noted(FEIS, "Feis, n. 45, 12."), ["7: “Feis, n. 45, 12.”: there is no note 45."],
        id="no such note",
    ),
    pytest.param(
        "PV409", noted(FEIS, "Kimball, n. 3, 12.", KIMBALL),
        ["9: “Kimball, n. 3, 12.”: note 3 comes later."], id="a note that comes later",
    ),
    pytest.param(
        "PV409", noted(FEIS, "Feis, n. 2, 12."),
        ["7: “Feis, n. 2, 12.”: note 2 is this note itself."], id="the note itself",
    ),
    pytest.param(
        "PV410", noted(FEIS, HASEGAWA, KIMBALL, works=[*LISTED[:2], "Doe, Jane. Other. 1990."]),
        ["11: “Kimball, Forged in War (1997)” is not in the list of works."], id="not in the list",
    ),
    pytest.param(
        "PV410", noted("Feis 1953, 3.", "Kimball 1998, 12.", works=LISTED),
        ["7: “Kimball 1998, 12.” is not in the list of works."], id="a year the list has not",
    ),
    pytest.param(
        "PV411", noted(FEIS, HASEGAWA, works=LISTED),
        ["15: “Kimball, Warren. Forged in War. New York: Morrow, 1997.” is never cited."],
        id="in the list and never cited",
    ),
    pytest.param(
        "PV412", noted(f"{FEIS} ISBN 978-0-674-01693-5."),
        ["3: The ISBN 978-0-674-01693-5 has a wrong check digit."], id="a wrong check digit",
    ),
    pytest.param(
        "PV413", noted(HASEGAWA.replace("2005", "2031")),
        ["3: “Tsuyoshi Hasegawa, Racing the Enemy (Cambridge: Harvard University Press, 2031)…” is"
         " of 2031; the draft is of 2026."],
        id="newer than the draft",
    ),
    pytest.param(
        "PV413", noted(f"{HASEGAWA[:-1]}, quoted in {FEIS}"),
        ["3: “Tsuyoshi Hasegawa, Racing the Enemy (Cambridge: Harvard University Press, 2005)…” is"
         " of 2005, and what quotes it is of 1953."],
        id="newer than what quotes it",
    ),
    pytest.param(
        "PV414", noted("Jane Hale, The Terms of Yalta (London: Hale, 2019), 4."),
        ["3: “Jane Hale, The Terms of Yalta (London: Hale, 2019), 4.” is this draft itself."],
        id="its own title",
    ),
    pytest.param(
        "PV414", noted("The Terms of Yalta (unpublished)."),
        ["3: “The Terms of Yalta (unpublished).” is this draft itself."],
        id="its own title, not taken apart",
    ),
]  # fmt: skip

SOUND = noted(FEIS, "Ibid., 4.", HASEGAWA, "Feis, China Tangle, 12.", KIMBALL, works=LISTED)
CODES = [f"PV4{n:02}" for n in range(1, 15)]

GOOD = [
    *(pytest.param(code, SOUND, id=f"{code}: a sound draft") for code in CODES),
    pytest.param("PV401", noted("He was then the Minister, and left in 1946."), id="no citation"),
    pytest.param("PV401", noted("Letter to Hale, [no date], RG 59, NARA, Box 3."), id="no date"),
    pytest.param("PV402", noted("See generally Herbert Feis, The China Tangle (1953)."), id="see"),
    pytest.param(
        "PV402", noted("Herbert Feis, The China Tangle (1953) was the first to say so."),
        id="a work that is spoken of",
    ),
    pytest.param("PV402", noted("New York Times, June 15, 1945."), id="a newspaper"),
    pytest.param(
        "PV402", noted("Harriman to Truman, July 5, 1945, NARA, RG 59, Box 3."), id="a file"
    ),
    pytest.param(
        "PV402", noted("Foreign Relations of the United States, 1945, vol. VII, doc. 12."),
        id="a document has its number",
    ),
    pytest.param(
        "PV402", noted("Herbert Feis, The China Tangle (Princeton, 1953), chap. 4."), id="a chapter"
    ),
    pytest.param("PV403", noted("Feis, China Tangle, 3.", works=LISTED), id="the list has it"),
    pytest.param(
        "PV403",
        noted("Diary, 4 July 1945, in David Dilks, ed., The Diaries of Cadogan (London, 1971), 7.",
              "Dilks, Diaries of Cadogan, 10."),
        id="the volume something was cited from",
    ),
    pytest.param("PV407", noted("Feis 1953, 3.", works=LISTED), id="a year the list has"),
    pytest.param("PV404", noted(FEIS, FEIS, FEIS, FEIS, FEIS), id="always in full is a manner"),
    pytest.param(
        "PV405", noted("Hans Meyer, “Die Akten, Bd. 2, und S. 12”, 4."), id="titles are left alone"
    ),
    pytest.param("PV405", noted("S. 507, 50th Cong., 1st Sess., 12."), id="a bill of the Senate"),
    pytest.param(
        "PV406", noted(HASEGAWA, HASEGAWA.replace("2005", "2nd ed., 2006")), id="another edition"
    ),
    pytest.param(
        "PV406", noted("New York Times, June 15, 1945.", "New York Times, June 15, 1946."),
        id="two issues of a newspaper",
    ),
    pytest.param("PV407", noted(FEIS, "Feis, 12."), id="a name that is known"),
    pytest.param("PV407", noted(FEIS, "Feis, n. 1, 12."), id="the note that has it"),
    pytest.param("PV407", noted(FEIS, "Document 34."), id="a document of the edition itself"),
    pytest.param("PV407", noted(FEIS, "Three Decades, p. 274."), id="a title"),
    pytest.param("PV408", noted(f"{FEIS[:-1]}; {KIMBALL}", "See note 1."), id="the whole note"),
    pytest.param("PV409", noted(FEIS, "See note 3 below.", KIMBALL), id="a reference ahead"),
    pytest.param(
        "PV409", noted(FEIS, "Kimball, Forged in War, p. 34, n. 18."), id="a note of the work cited"
    ),
    pytest.param(
        "PV410", noted(FEIS, HASEGAWA, KIMBALL), id="where there is no list nothing is missing"
    ),
    pytest.param(
        "PV410", noted(FEIS, "New York Times, June 15, 1945.", HASEGAWA, works=LISTED),
        id="newspapers are left out of lists",
    ),
    pytest.param(
        "PV411",
        noted(FEIS, HASEGAWA, works=LISTED).replace("It was", "Kimball (1997) says it was", 1),
        id="named in the text",
    ),
    pytest.param(
        "PV411",
        noted(FEIS, HASEGAWA, works=LISTED).replace(
            "It was", "Kimball et al. (1997) and others say so. It was", 1
        ),
        id="named in the text with others",
    ),
    pytest.param(
        "PV411",
        noted(FEIS, HASEGAWA, works=LISTED).replace("It was", "(Kimball, 1997a) It was", 1),
        id="the first of a year",
    ),
    pytest.param("PV412", noted(f"{FEIS} ISBN 978-0-674-01693-4."), id="a sound ISBN"),
    pytest.param(
        "PV413", noted(f"{HASEGAWA[:-1]}, quoted in {KIMBALL.replace('1997', '2007')}"),
        id="quoted in what is newer",
    ),
    pytest.param(
        "PV413", noted("Jane Doe, The Coming War (London: Doe, forthcoming 2027), 3."), id="to come"
    ),
    pytest.param(
        "PV414", noted("John Smith, The Terms of Yalta (London: Smith, 1980), 4."),
        id="another author's work of that title",
    ),
]  # fmt: skip


def audited(text: str) -> Draft:
    return draft(text, title="The Terms of Yalta", authors=("Jane Hale",), issued="2026")


@pytest.mark.parametrize(("code", "text", "messages"), BAD)
def test_what_is_wrong_is_told(code: str, text: str, messages: list[str]) -> None:
    assert told(code, audited(text)) == messages


@pytest.mark.parametrize(("code", "text"), GOOD)
def test_what_is_right_is_not(code: str, text: str) -> None:
    assert told(code, audited(text)) == []


def reference(family: str, title: str, year: str) -> Reference:
    return Reference(family, "book", (Person(family),), title=title, issued=year)


def test_the_users_bibliography_stands_for_a_list() -> None:
    known = [reference("Feis", "The China Tangle", "1953"), reference("Doe", "Other", "1990")]
    beside = draft(noted(FEIS, KIMBALL), references=known)
    assert told("PV410", beside) == [
        "7: “Kimball, Forged in War (1997)” is not in the bibliography."
    ]


def test_a_selection_is_no_list_of_what_was_cited() -> None:
    known = [reference("Doe", "Other", "1990")]
    assert told("PV410", draft(noted(FEIS, KIMBALL, HASEGAWA), references=known)) == []


def test_without_a_date_no_work_is_newer_than_the_draft() -> None:
    assert told("PV413", draft(noted(HASEGAWA.replace("2005", "2031")))) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Müller, Konferenz, 2nd ed., vol. 2, 12.", ["3: “2nd ed.”, “vol.” are English."],
            id="English",
        ),
        pytest.param("Müller, Die Konferenz, Bd. 2, S. 12; ebd., S. 14.", [], id="German"),
    ],
)  # fmt: skip
def test_the_drafts_language_decides_what_is_foreign(body: str, found: list[str]) -> None:
    assert told("PV405", draft(noted(body), language="de")) == found


def test_notes_that_are_all_of_another_language_are_left_to_it() -> None:
    bodies = [f"Müller (Hrsg.), Die Konferenz, Bd. {n}, S. 12; vgl. Meyer, S. 3." for n in "12345"]
    assert told("PV405", draft(noted(*bodies))) == []


def test_many_unknown_names_are_told_together() -> None:
    bodies = ["Dallek, 45.", "Kimball, 12.", "Feis, 3.", "Hasegawa, 142.", "Dallek, 46."]
    assert told("PV407", draft(noted(*bodies))) == [
        "11: 4 references are to works that are nowhere cited: Dallek, Kimball, Feis, Hasegawa."
    ]


def test_a_draft_is_known_by_its_first_heading() -> None:
    text = "# The Terms of Yalta\n\n" + noted("Hale, The Terms of Yalta (London, 2019), 4.")
    assert told("PV414", draft(text)) == [
        "5: “Hale, The Terms of Yalta (London, 2019), 4.” is this draft itself."
    ]
