"""What notes quote, and which of their citations the words are taken from."""

from __future__ import annotations

import pytest

from tests.checks.of_drafts.drafts import draft

FEIS = "A. Feis, *The China Tangle* (New York: Smith, 1953)"
HALE = "B. Hale, *A Road to Moscow* (New York: Smith, 1961)"

QUOTED = [
    pytest.param(f"{FEIS}, 3: “so it was that day.”", ["Feis"], id="behind a colon"),
    pytest.param(f"{FEIS}, 3 (“so it was that day”).", ["Feis"], id="in brackets"),
    pytest.param(f"{FEIS}, 3. Feis adds “so it was that day.”", ["Feis"], id="the cited one adds"),
    pytest.param(f"{FEIS}, 3, who says “so it was that day.”", ["Feis"], id="who says"),
    pytest.param(f"“And so it was that day.” {FEIS}, 3.", ["Feis"], id="before its citation"),
    pytest.param(f"{HALE}, 4; {FEIS}, 3 (“so it was that day”).", ["Feis"], id="the second of two"),
]


@pytest.mark.parametrize(("note", "authors"), QUOTED)
def test_what_a_note_quotes_is_of_the_citation_beside_it(note: str, authors: list[str]) -> None:
    audited = draft(f"So.[^1]\n\n[^1]: {note}\n")
    (quotation,) = audited.quoted_in_notes
    cited = {c.id: c for each in audited.notes.values() for c in each.citations}
    assert quotation.is_sure
    assert [cited[id_].author[0] for id_ in quotation.citations] == authors


ANYBODYS = [
    pytest.param(f"{FEIS}, 3. Churchill called it “so it was that day.”", id="another's words"),
    pytest.param(
        f"{FEIS}, 3. A long debate followed in the House: “so it was that day.”", id="far"
    ),
]


@pytest.mark.parametrize("note", ANYBODYS)
def test_what_may_be_anybodys_is_not_sure(note: str) -> None:
    (quotation,) = draft(f"So.[^1]\n\n[^1]: {note}\n").quoted_in_notes
    assert not quotation.is_sure


TITLES = [
    pytest.param("A. Feis, “Why they went to war that day,” *Past* 3 (1953), 3.", id="an article"),
    pytest.param(
        "A. Feis, “Why they went to war that day,” *Past* 3 (1953), 3. Of “Why they went to war"
        " that day” more is said below.",
        id="an article spoken of",
    ),
]


@pytest.mark.parametrize("note", TITLES)
def test_a_title_is_no_quotation(note: str) -> None:
    assert draft(f"So.[^1]\n\n[^1]: {note}\n").quoted_in_notes == ()
