from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.comparison.wording import in_words, listed, said, sentence
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.names import Aliases
from provenance.evidence.values import read_value
from provenance.model.claims import ClaimType, Holds


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1945-06-15", "15 June 1945"),
        ("1945-06", "June 1945"),
        ("1945-06~", "about June 1945"),
        ("1945?", "1945 (doubtful)"),
        ("1944-02", "February 1944"),
        ("194X", "the 1940s"),
        ("19XX", "between 1900 and 1999"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("[1945-06-12..1945-06-15]", "between 12 and 15 June 1945"),
        ("[1945-02..1945-04]", "between February and April 1945"),
        ("[1944-12..1945-02]", "between December 1944 and February 1945"),
        ("[..1945-07-05]", "by 5 July 1945"),
        ("[1945-07-05..]", "from 5 July 1945 on"),
        ("1945-07-17/1945-08-02", "17 July to 2 August 1945"),
        ("1944-12-30/1945-01-02", "30 December 1944 to 2 January 1945"),
        ("1945/1947", "1945 to 1947"),
        ("1945/1945", "all of 1945"),
        ("1945-12/1945-12", "all of December 1945"),
        ("../1945-06-06", "up to 6 June 1945"),
        ("1945-07-17/..", "from 17 July 1945 on"),
        ("1945-22", "between June and August 1945"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert in_words(read_date(edtf)) == words


@pytest.mark.parametrize(
    ("type_", "written", "holds", "words"),
    [
        (ClaimType.YES_NO, "yes", Holds.ASSERTED, "yes"),
        (ClaimType.YES_NO, "yes", Holds.DENIED, "no"),
        (ClaimType.YES_NO, "yes if paid", Holds.ASSERTED, "it depends (if paid)"),
        (ClaimType.YES_NO, "conditional", Holds.DENIED, "it does not depend"),
        (ClaimType.NUMBER, "about 40 men", Holds.ASSERTED, "about 40 men"),
        (ClaimType.NUMBER, "40", Holds.DENIED, "not 40"),
        (ClaimType.NUMBER, "Eleven men", Holds.ASSERTED, "eleven men"),
        (ClaimType.NAME, "T. V. Soong", Holds.ASSERTED, "T. V. Soong"),
        (ClaimType.TEXT, "the ports", Holds.ASSERTED, "“the ports”"),
    ],
)
def test_values_as_they_were_held(type_: ClaimType, written: str, holds: Holds, words: str) -> None:
    assert said(read_value(type_, written, Aliases()), holds) == words


def test_a_long_text_ends_at_a_word() -> None:
    text = "China's rights in Outer Mongolia and in the railways and ports of Manchuria"
    shown = in_words(read_value(ClaimType.TEXT, text, Aliases()))
    assert shown == "“China's rights in Outer Mongolia and in the railways and …”"


def test_things_are_listed_and_sentences_closed() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert sentence("yes against no", "", "it is a plan") == "Yes against no; it is a plan."


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28))
def test_days_that_differ_never_read_alike(year: int, month: int, day: int) -> None:
    written = f"{year:04d}-{month:02d}-{day:02d}"
    other = f"{year:04d}-{month:02d}-{day % 28 + 1:02d}"
    assert in_words(read_date(written)) != in_words(read_date(other))
