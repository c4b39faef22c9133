"""Names on a form's line, and in a description."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.bibliography import Person
from provenance.run.people import line_of, people_in, people_in_words, shown
from provenance.workspace.field_edits import Item


@pytest.mark.parametrize(
    ("line", "items"),
    [
        pytest.param("Harris, Thomas", [{"family": "Harris", "given": "Thomas"}], id="parts"),
        pytest.param("Thomas Harris", ["Thomas Harris"], id="without a comma as it is"),
        pytest.param(
            "King, Martin Luther, Jr.",
            [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}],
            id="a suffix",
        ),
        pytest.param(
            'Pike, Ada; "Ministry of War, London"',
            [{"family": "Pike", "given": "Ada"}, {"literal": "Ministry of War, London"}],
            id="in quotation marks kept whole",
        ),
        pytest.param("{Smith; Sons}", [{"literal": "Smith; Sons"}], id="in braces kept whole"),
        pytest.param(
            "Office of the Historian, Washington",
            [{"literal": "Office of the Historian, Washington"}],
            id="an office is no person",
        ),
        pytest.param("Smith & Sons, Ltd.", [{"literal": "Smith & Sons, Ltd."}], id="nor a firm"),
        pytest.param('" ; ', ['"'], id="a mark that is left open"),
    ],
)
def test_names_are_read_from_a_line(line: str, items: list[Item]) -> None:
    assert people_in(line) == items


def test_how_names_were_read_is_told() -> None:
    told = people_in_words(people_in('Harris, Thomas; "War Office, London"; Ada Pike'))
    assert told == "Thomas Harris (family name Harris); War Office, London; Ada Pike"


def test_what_is_known_stays_as_it_is_written() -> None:
    known: dict[str, Item] = {"Vincent van Gogh": {"given": "Vincent", "family": "van Gogh"}}
    assert people_in("Vincent van Gogh; A. B", known) == [known["Vincent van Gogh"], "A. B"]


NAMES = st.text('abc ,;"{}', min_size=1).map(str.strip).filter(bool)


@given(st.lists(NAMES, max_size=3))
def test_every_line_is_read(names: list[str]) -> None:
    people_in("; ".join(names))


def test_people_of_a_bibliography_come_back() -> None:
    people = (Person("Pike", "Ada"), Person("Ministry of War, London"))
    assert [shown(item) for item in people_in(line_of(people))] == line_of(people).split("; ")
