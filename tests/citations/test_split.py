"""Notes taken apart into the stretches that cite one work each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.split import split_note
from provenance.model.spans import Span


def split(note: str) -> list[tuple[str, str]]:
    text = f"17 {note}"
    stretches = split_note(text, Span(3, len(text)))
    return [(s.signal, s.span.of(text).rstrip(".")) for s in stretches]


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        pytest.param(
            "A. Smith, Fair Winds (1999) 12; B. Jones, ‘Foul; or Fair?’ (2001) 3 J. of Weather 45.",
            [
                ("", "A. Smith, Fair Winds (1999) 12"),
                ("", "B. Jones, ‘Foul; or Fair?’ (2001) 3 J. of Weather 45"),
            ],
            id="a semicolon in a quoted title separates nothing",
        ),
        pytest.param(
            "A. Smith, War; or, Peace of Kings (London: Cass, 1960), 12; B. Jones, Sea (1961) 3.",
            [
                ("", "A. Smith, War; or, Peace of Kings (London: Cass, 1960), 12"),
                ("", "B. Jones, Sea (1961) 3"),
            ],
            id="a semicolon in a title in italics",
        ),
        pytest.param(
            "Jane Hall, Racing Winds. Sun, Rain, and the End of Sailing, Bonn 2005, S. 34.",
            [("", "Jane Hall, Racing Winds. Sun, Rain, and the End of Sailing, Bonn 2005, S. 34")],
            id="a subtitle that names several things",
        ),
        pytest.param(
            "Bericht Halls an Jones, 5. 7. 1945, in: A. Smith, Akten, Bonn 1961, S. 34.",
            [("", "Bericht Halls an Jones, 5. 7. 1945, in: A. Smith, Akten, Bonn 1961, S. 34")],
            id="a German day with blanks",
        ),
        pytest.param(
            "A. Smith, Fair Winds (1999), 12: “It rained all day.” See B. Jones, Sea (1961) 3.",
            [("", "A. Smith, Fair Winds (1999), 12"), ("See", "B. Jones, Sea (1961) 3")],
            id="what is quoted behind the page",
        ),
        pytest.param(
            "“It had rained all that day,” A. Smith, Fair Winds (1999), 12.",
            [("", "A. Smith, Fair Winds (1999), 12")],
            id="what is quoted before the citation",
        ),
        pytest.param(
            "63 Parl. Deb. (3d ser.) (1842) cols. 112–15.",
            [("", "63 Parl. Deb. (3d ser.) (1842) cols. 112–15")],
            id="debates of parliament",
        ),
        pytest.param(
            "Smith held otherwise at the time. See, for example, A. Smith, Fair Winds (1999) 12.",
            [("See, for example", "A. Smith, Fair Winds (1999) 12")],
            id="commentary before a signal is no citation",
        ),
        pytest.param(
            "Smith, Winds, 99, quoted in Jane Brown, Downfall: An End (New York: Random House, 19"
            "99), 138.",
            [
                ("", "Smith, Winds, 99"),
                ("quoted in", "Jane Brown, Downfall: An End (New York: Random House, 1999), 138"),
            ],
            id="quoted in another",
        ),
        pytest.param(
            "Vgl. Schmidt, Recht und Macht, ZfX 8 (1979) 36 ff. — Siehe auch Meier (oben N. 3) 12"
            " sowie Kunze 168 f.",
            [
                ("Vgl.", "Schmidt, Recht und Macht, ZfX 8 (1979) 36 ff"),
                ("Siehe auch", "Meier (oben N. 3) 12"),
                ("", "Kunze 168 f"),
            ],
            id="dash, sowie and signals in German",
        ),
        pytest.param(
            "Meier, Recht und Ordnung. Ein Beitrag zur Lehre, RabelsZ 34 (1970) 443 ff.",
            [("", "Meier, Recht und Ordnung. Ein Beitrag zur Lehre, RabelsZ 34 (1970) 443 ff")],
            id="a title of two sentences stays whole",
        ),
        pytest.param(
            "id., p. 24 B. Fairlie, ‘The Bank’ (1994) 57 Modern Law Rev. 467, 468.",
            [("", "id., p. 24"), ("", "B. Fairlie, ‘The Bank’ (1994) 57 Modern Law Rev. 467, 468")],
            id="a page that runs into the next author",
        ),
        pytest.param(
            "It was abolished (see R. v. Roe [1991] 2 All E.R. 257), as he had hoped.",
            [("see", "R. v. Roe [1991] 2 All E.R. 257")],
            id="a citation in a bracket",
        ),
        pytest.param(
            "Noble to Brooks, March 3, 1960, NARA, RG 59, CDF 1960, 023.1; Hill to Dale, May 1, 1"
            "961 and "
            "report of 1963 meeting, p. 3, NARA, RG 59, Box 2.",
            [
                ("", "Noble to Brooks, March 3, 1960, NARA, RG 59, CDF 1960, 023.1"),
                ("", "Hill to Dale, May 1, 1961"),
                ("", "report of 1963 meeting, p. 3, NARA, RG 59, Box 2"),
            ],
            id="letters and reports in archives",
        ),
        pytest.param(
            "Compare Cover, supra note 6, at 12, with Sunn, supra note 1, at 2040.",
            [("Compare", "Cover, supra note 6, at 12"), ("", "Sunn, supra note 1, at 2040")],
            id="compare one with another",
        ),
        pytest.param("Seward’s reference is to Article II, Section 3.", [], id="no work at all"),
        pytest.param(
            "The point was made in 1945, and again in 1950, by many.", [], id="only prose"
        ),
        pytest.param("", [], id="an empty note"),
        pytest.param("Ibid.", [("", "Ibid")], id="ibid. alone"),
        pytest.param("הוא הסכים לתנאי יאלטה.", [], id="right to left"),
    ],
)
def test_a_note_is_cut_where_one_work_ends(note: str, parts: list[tuple[str, str]]) -> None:
    assert split(note) == parts


@given(
    st.lists(
        st.sampled_from(
            [
                "A. Smith, ",
                "Title ",
                "(1999) ",
                "12",
                "; ",
                ". ",
                "see ",
                "ibid. ",
                "“Q” ",
                "and ",
                "(",
                "‘",
            ]
        ),
        max_size=30,
    )
)
@settings(max_examples=150, deadline=None)
def test_stretches_lie_in_the_note_in_order_and_apart(pieces: list[str]) -> None:
    text = "x " + "".join(pieces)
    spans = [s.span for s in split_note(text, Span(2, len(text)))]
    assert spans == sorted(spans)
    assert all(not a.overlaps(b) for a, b in pairwise(spans))
    assert all(2 <= span.start < span.end <= len(text) for span in spans)


def test_lines_and_hyphens_at_their_ends_change_nothing() -> None:
    note = (
        "See, for\n    example, A. Smith,\n    Fair and Gen-\n    tle Winds (Boston: Bay Press,\n"
        "    1999), 12; B.\n    Jones, ‘Hard\n    Rain’ (2001) 3 J. of Wea-\n    ther 45."
    )
    joined = "See, for example, A. Smith, Fair and Gentle Winds (Boston: Bay Press, 1999), 12; "
    joined += "B. Jones, ‘Hard Rain’ (2001) 3 J. of Weather 45."
    bare = [(signal, "".join(part.replace("-\n", "").split())) for signal, part in split(note)]
    assert bare == [(signal, "".join(part.split())) for signal, part in split(joined)]
    assert len(bare) == 2
