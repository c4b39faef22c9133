from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.drafts.identifiers import bad_identifiers

SOUND = [
    "ISBN 978-0-674-01693-4",
    "ISBN-13: 9780674016934",
    "ISBN 0-8044-2957-X",
    "ISBN: 0306406152",
    "ISSN 0378-5955",
    "ISSN 2434-561X",
    "https://doi.org/10.1000/182",
    "doi:10.1111/j.1467-7709.2005.00512.x.",
    "(https://doi.org/10.1016/S0014-2921(96)00107-8).",
    "arXiv:2301.01234v2",
    "arXiv:hep-th/9901001",
    "https://arxiv.org/abs/0704.0001",
    "https://history.state.gov/historicaldocuments/frus1945v07/d12.",
    "http://www.example.org:8080/a?b=c#d",
    "https://web.archive.org/web/20200101/https://example.org/a",
    "see http://bücher.example/ä",
    "<https://example.org/path_(x)>",
    "https://192.168.1.1/index.html",
    "He paid 978 dollars, doi or not; the ISBN was lost.",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_well_formed_is_passed(text: str) -> None:
    assert [bad.why for bad in bad_identifiers(text)] == []


@pytest.mark.parametrize(
    ("text", "said", "why"),
    [
        ("ISBN 978-0-674-01693-5", "978-0-674-01693-5", "has a wrong check digit"),
        ("ISBN 0-8044-2957-1", "0-8044-2957-1", "has a wrong check digit"),
        ("ISBN 978-0-674-0169", "978-0-674-0169", "has 11 digits; an ISBN has 10 or 13"),
        ("ISSN 0378-5954", "0378-5954", "has a wrong check digit"),
        ("ISSN 0378-595", "0378-595", "has 7 digits; an ISSN has 8"),
        ("doi:11.1000/182", "11.1000/182", "does not have the form 10.1234/…"),
        ("https://doi.org/1000/182", "1000/182", "does not have the form 10.1234/…"),
        ("doi: 10.1000", "10.1000", "does not have the form 10.1234/…"),
        ("arXiv:2313.01234", "2313.01234", "does not have the form 2301.01234"),
        ("arXiv:230.0123", "230.0123", "does not have the form 2301.01234"),
        ("http:/example.org/a", "http:/example.org/a", "does not begin with http:// or https://"),
        ("htp://example.org", "htp://example.org", "does not begin with http:// or https://"),
        ("https://example/a", "https://example/a", "names no site"),
        ("https://www..example.org", "https://www..example.org", "names no site"),
        ("http://http://example.org", "http://http://example.org", "names no site"),
        (
            "https://a.org/https://b.org",
            "https://a.org/https://b.org",
            "holds a second address",
        ),
    ],
)
def test_what_is_malformed_says_why(text: str, said: str, why: str) -> None:
    assert [(b.span.of(text), b.why) for b in bad_identifiers(text)] == [(said, why)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=12, max_size=12), st.integers(0, 11))
def test_any_changed_digit_of_an_isbn_is_found(digits: list[int], at: int) -> None:
    total = sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    isbn = "".join(map(str, [*digits, -total % 10]))
    changed = f"{isbn[:at]}{(int(isbn[at]) + 1) % 10}{isbn[at + 1 :]}"
    assert list(bad_identifiers(f"ISBN {isbn}")) == []
    assert [bad.kind for bad in bad_identifiers(f"ISBN {changed}")] == ["ISBN"]
