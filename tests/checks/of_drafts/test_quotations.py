"""Findings about quotations: each finds what it is for, shows the source's words, and is quiet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.documents import Gap, Layer, Page
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.findings import Severity
from provenance.model.spans import Span
from tests.checks.of_drafts.drafts import draft, found, held, told

CLERK = (
    "Resolved on 14 March 1841 that the bridge shall not be closed to carts before the timbers on\n"
    "the north side, which the surveyor did not see, have been renewed by Mr Hartley. The\n"
    "committee thanked the Vicar for forty pounds towards the costs of the work. It met\n"
    "again in May.\n"
)
GAZETTE = "We learn that the old toll house at Harrow was sold by auction to a stranger.\n"
SUMMARY = "The committee resolves to close the bridge to carts and waggons at once."
CLERK_BOOK = held(
    "clerk", f"{SUMMARY}\n\n{CLERK}", title="The Minute Book", authors=("J. Hartley",)
)
GAZETTE_PAPER = held("gazette", GAZETTE, title="The Harrow Gazette", authors=("Smith",))
NOTES = (
    "\n\n[^1]: J. Hartley, The Minute Book (1841), 3.\n\n[^2]: Smith, The Harrow Gazette (1841), 2."
    "\n\n[^3]: A. Feis, The China Tangle (1953), 3; J. Hartley, The Minute Book, 4."
    "\n\n[^4]: A. Feis, The China Tangle (1953), 5.\n"
)


def _with_layer(entry: ReadSource) -> ReadSource:
    assert entry.document is not None
    layer = Layer("summary", Span(0, len(SUMMARY)), "County Archive")
    return replace(entry, document=replace(entry.document, layers=(layer,)))


def _paged(entry: ReadSource) -> ReadSource:
    assert entry.document is not None
    at = entry.document.text.index("The\ncommittee thanked")
    pages = (
        Page("3", Span(0, at)),
        Page("4", Span(at, len(entry.document.text))),
    )
    return replace(entry, document=replace(entry.document, pages=pages))


def _partly(entry: ReadSource) -> ReadSource:
    assert entry.document is not None
    document = replace(entry.document, gaps=(Gap("no text", "page 2"),))
    return replace(entry, document=document, state=SourceState.PARTLY_READ)


SOURCES = (_paged(_with_layer(CLERK_BOOK)), GAZETTE_PAPER)
CODES = (*(f"PV21{last}" for last in range(1, 10)), "PV220")

BAD = [
    pytest.param(
        "It “shall not be closed to waggons before the timbers” are new.[^1]",
        "PV211",
        "“shall not be closed to waggons before the timbers” is not word for word in clerk:"
        " “waggons” is “carts” there (wording).",
        id="a word altered",
    ),
    pytest.param(
        "They “thanked the Vicar for fifty pounds towards the costs of the work.”[^3]",
        "PV211",
        "“thanked the Vicar for fifty pounds towards the costs of the work.” is not word for word"
        " in clerk: “fifty” is “forty” there (number).",
        id="a number altered, where another work is cited too",
    ),
    pytest.param(
        "> The bridge shall be closed to carts before the timbers.[^1]",
        "PV211",
        "“The bridge shall be closed to carts before the timbers.” is not word for word in clerk:"
        " the source also has “not”.",
        id="a denial left out of a block",
    ),
    pytest.param(
        "Hartley wrote that it “shall not be closed to waggons before the timbers” were new.",
        "PV211",
        "“shall not be closed to waggons before the timbers” is not word for word in clerk:"
        " “waggons” is “carts” there (wording).",
        id="no note, and the author named",
    ),
    pytest.param(
        "It “shall not be closed to carts before the timbrs.”[^1]",
        "PV212",
        "“shall not be closed to carts before the timbrs.” is spelt otherwise in clerk: “timbrs” is"
        " “timbers” there (spelling).",
        id="a letter left out",
    ),
    pytest.param(
        "“The bridge shall … be closed to carts before the timbers” are new.[^1]",
        "PV213",
        "In “The bridge shall … be closed to carts before the timbers” the ellipsis hides “not”, by"
        " clerk.",
        id="a denial behind an ellipsis",
    ),
    pytest.param(
        "They “thanked the Vicar for [fifty] pounds towards the costs of the work.”[^3]",
        "PV213",
        "In “thanked the Vicar for [fifty] pounds towards the costs of the work.” the brackets put"
        " “fifty” for “forty”, by clerk.",
        id="another number in brackets",
    ),
    pytest.param(
        "They “thanked [Lord Grey] for forty pounds towards the costs of the work.”[^3]",
        "PV213",
        "In “thanked [Lord Grey] for forty pounds towards the costs of the work.” the brackets put"
        " “Lord Grey” for “the Vicar”, by clerk.",
        id="another name in brackets",
    ),
    pytest.param(
        "“The committee thanked the Vicar … again in May.”[^3]",
        "PV213",
        "In “The committee thanked the Vicar … again in May.” the ellipsis joins the beginning of"
        " one sentence to the end of another, by clerk.",
        id="two sentences made one",
    ),
    pytest.param(
        "It was “a solemn promise to all who cross the river.”[^1]",
        "PV214",
        "“a solemn promise to all who cross the river.” is not in clerk.",
        id="not in the source",
    ),
    pytest.param(
        "They “thanked the Vicar for forty pounds.”[^1]",
        "PV215",
        "“thanked the Vicar for forty pounds.” stands on page 4 of clerk, not on page 3.",
        id="on another page",
    ),
    pytest.param(
        "It “was sold by auction to a stranger.”[^1]",
        "PV216",
        "“was sold by auction to a stranger.” is not in clerk, which is cited; the words are those"
        " of gazette.",
        id="in another source",
    ),
    pytest.param(
        "They meant “to close the bridge to carts and waggons.”[^1]",
        "PV217",
        "“to close the bridge to carts and waggons.” stands in the part “summary” of clerk, by"
        " County Archive.",
        id="the archive's summary as the book",
    ),
    pytest.param(
        "They said “it shall be closed. Then they left.",
        "PV218",
        "This “ opens and is not closed.",
        id="a mark that does not close",
    ),
    pytest.param(
        "They said it shall be closed.” Then “they left.",
        "PV218",
        "This ” closes what nothing opened, nor 1 more of this paragraph.",
        id="two slips of one paragraph told once",
    ),
    pytest.param(
        "“He spoke of the “secret” bill.”",
        "PV219",
        "‘“secret”’ stands within a quotation and has the same marks as it.",
        id="double marks in double marks",
    ),
    pytest.param(
        "We are told “that the old toll house at Harrow was pawned by auction to a stranger.”[^4]",
        "PV220",
        "Nothing that is cited for “that the old toll house at Harrow was pawned by auction to a"
        " stranger.” is held; gazette has nearly these words: “pawned” is “sold” there (wording).",
        id="altered, and its note cites what nobody holds",
    ),
]


@pytest.mark.parametrize(("text", "code", "message"), BAD)
def test_a_check_finds_what_it_is_for(text: str, code: str, message: str) -> None:
    audited = draft(text + NOTES, *SOURCES)
    (finding,) = found(code, audited)
    assert (finding.message, finding.place.line) == (message, 1)
    assert finding.hint.endswith(".")
    others = [other for other in CODES if other != code and found(other, audited)]
    assert others == []


GOOD = [
    pytest.param("It “shall not be closed to carts before the timbers.”[^1]", id="word for word"),
    pytest.param("It “shall NOT be closed  to carts.”[^1]", id="but for what no reader sees"),
    pytest.param("It “shall not be closed … before the timbers.”[^1]", id="a fair ellipsis"),
    pytest.param("“The timbers on the north side … have been renewed by Mr Hartley.”[^1]",
        id="an ellipsis over a clause with its own denial"),
    pytest.param("“The committee thanked the Vicar. . . . It met again in May.”[^3]",
        id="four points between two sentences"),
    pytest.param("“[I]t met again in May” with thanks.[^3]", id="a capital in brackets"),
    pytest.param("“[The committee] met again in May.”[^3]", id="a name for a pronoun"),
    pytest.param("It “shall not be closed to carts [of any kind].”[^1]", id="a gloss in brackets"),
    pytest.param("It was “a solemn promise to all who cross the river.”[^3]",
        id="perhaps in the other work of the note, which nobody holds"),
    pytest.param("It was “a solemn promise to all who cross the river.”", id="without a note"),
    pytest.param("It was “a cold promise.”[^1]", id="three words"),
    pytest.param("“That the old toll house at Harrow was sold by auction to a stranger.”[^4]",
        id="word for word in a source that the note does not cite"),
    pytest.param("“The old toll house was pawned to a man of Leeds by his own brother.”[^4]",
        id="no more than words in common with a source not cited"),
    pytest.param("“The old toll house at Hull.”[^4]", id="too short to be known by nearness"),
    pytest.param("In the archive's summary they mean “to close the bridge to carts.”[^1]",
        id="the summary named"),
    pytest.param("He spoke of the “‘secret’ bill” of the house.", id="single marks in double"),
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_the_checks_are_quiet_where_all_is_well(text: str) -> None:
    audited = draft(text + NOTES, *SOURCES)
    assert [told(code, audited) for code in CODES if told(code, audited)] == []


def test_a_finding_shows_the_words_of_the_source() -> None:
    audited = draft("It “shall be closed to carts before the timbers.”[^1]" + NOTES, *SOURCES)
    (finding,) = found("PV211", audited)
    assert finding.words == "“shall be closed to carts before the timbers.”"
    assert finding.counterpart is not None
    assert finding.counterpart.words == "shall not be closed to carts before the timbers"
    assert finding.counterpart.place.path == "seeds/clerk.md"


def test_a_source_read_in_part_may_have_the_words() -> None:
    text = "It was “a solemn promise to all who cross the river.”[^1]" + NOTES
    assert told("PV214", draft(text, _partly(CLERK_BOOK), GAZETTE_PAPER)) == []


def test_sources_that_are_not_held_are_not_spoken_of() -> None:
    text = "It was “a solemn promise to all who cross the river.”[^1]" + NOTES
    assert [told(code, draft(text)) for code in CODES if told(code, draft(text))] == []


def test_two_sentences_joined_are_a_warning_and_a_hidden_denial_an_error() -> None:
    joined = draft("“The committee thanked the Vicar … again in May.”[^3]" + NOTES, *SOURCES)
    hidden = draft("“The bridge shall … be closed to carts before it.”[^1]" + NOTES, *SOURCES)
    assert [f.severity for f in found("PV213", joined)] == [Severity.WARNING]
    assert [f.severity for f in found("PV213", hidden)] == [Severity.ERROR]


def test_a_note_further_on_in_the_paragraph_makes_it_a_warning() -> None:
    words = "“a solemn promise to all who cross the river.”"
    beside = draft(f"It was {words}[^1]" + NOTES, *SOURCES)
    further = draft(f"It was {words} So it stayed.[^1]" + NOTES, *SOURCES)
    assert [f.severity for f in found("PV214", beside)] == [Severity.ERROR]
    assert [f.severity for f in found("PV214", further)] == [Severity.WARNING]


IN_NOTES = [
    pytest.param(
        "J. Hartley, The Minute Book, 3: “not be closed to waggons.”", "PV211", id="altered"
    ),
    pytest.param(
        "J. Hartley, The Minute Book, 3: “a solemn promise to all.”", "PV214", id="not in it"
    ),
    pytest.param(
        "J. Hartley, The Minute Book, 3: “not be closed to carts.”", "", id="as it stands"
    ),
    pytest.param(
        "J. Hartley, The Minute Book, 3. The Queen knew of “a solemn promise to all.”",
        "",
        id="anybody's words",
    ),
]


@pytest.mark.parametrize(("note", "code"), IN_NOTES)
def test_what_a_note_quotes_is_held_against_what_it_cites(note: str, code: str) -> None:
    text = f"So it was.[^1] And so.[^2]{NOTES.partition('[^2]')[0]}[^2]: {note}\n"
    codes = {each for each in ("PV211", "PV214") if found(each, draft(text, *SOURCES))}
    assert codes == ({code} if code else set())
