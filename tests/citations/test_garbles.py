"""Names a copy has corrupted, and what speaks for the reading proposed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.garbles import suspect_garbles

CABLE = (
    "He will adhere to the Yalta agreement on Mongolia. The provisions of the Yalta Agreement are "
    "clear. He accepts the Yalta provision. Before that they stopped at the Malta conference, "
    "and the Malta conference was short. Stalin met Soong in Moscow, and Moscow was cold."
)


def read(text: str, *others: str) -> list[tuple[str, str]]:
    return [(g.text, g.suggestion) for g in suspect_garbles(text, others or (CABLE,))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "He knew of the secret Woalta agreement.",
            [("Woalta", "Yalta")],
            id="beside the same noun",
        ),
        pytest.param(
            "He had to obtain approval of Kanta`s provisions.",
            [("Kanta", "Yalta")],
            id="with a possessive",
        ),
        pytest.param(
            "They met at the Jaalta conference.",
            [("Jaalta", "Malta")],
            id="company decides between two",
        ),
        pytest.param("They drove to Jalta by car.", [], id="letters alone prove nothing"),
        pytest.param("The Geneva agreement was clear.", [], id="company alone proves nothing"),
        pytest.param("He knew the Yalta agreement.", [], id="a name the others know"),
        pytest.param("The Stalinist agreement held.", [], id="an inflected name"),
        pytest.param(
            "Salt agreements are rare. Salt is cheap.", [], id="a word that opens a sentence"
        ),
        pytest.param(
            "He went to Moseow at once.", [("Moseow", "Moscow")], id="as scanners misread"
        ),
        pytest.param("", [], id="empty"),
    ],
)
def test_letters_and_company_together_make_a_proposal(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert read(text) == found


def test_the_evidence_names_letters_and_company() -> None:
    (garble,) = suspect_garbles("He knew of the secret Woalta agreement.", [CABLE])
    assert "4 of the 5 letters of “Yalta”" in garble.evidence
    assert "“agreement”" in garble.evidence


def test_a_name_that_stands_often_is_a_name() -> None:
    assert read("the Woalta agreement " * 5) == []


@pytest.mark.parametrize(
    ("one", "other", "known", "found"),
    [
        pytest.param("in Moseow.", "in Moscow and Moscow.", [], ["Moscow"], id="written oftener"),
        pytest.param("in Moseow.", "in Moscow.", ["Moscow"], ["Moscow"], id="surely right"),
        pytest.param("in Moseow.", "in Moscow.", [], [], id="no more than the other"),
        pytest.param("in Moscow.", "in Moseow.", [], [], id="nor the other than it"),
        pytest.param("in Moscow.", "in Moseow and Moseow.", ["Moscow"], [], id="right, if seldom"),
    ],
)
def test_the_form_that_more_speaks_for_is_the_reading_proposed(
    one: str, other: str, known: list[str], found: list[str]
) -> None:
    assert [g.suggestion for g in suspect_garbles(f"They met {one}", [other], known)] == found


def test_nothing_is_proposed_without_other_texts() -> None:
    assert suspect_garbles("the secret Woalta agreement", []) == ()


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=80, deadline=None)
def test_a_proposal_is_a_slice_of_the_text(text: str, other: str) -> None:
    for garble in suspect_garbles(text, [other, CABLE]):
        assert garble.span.of(text) == garble.text
        assert garble.suggestion != garble.text
