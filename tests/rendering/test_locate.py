from __future__ import annotations

import pytest
from jsonschema import ValidationError

from provenance.model.alignments import Found, FoundPlace, Located
from provenance.rendering import locate_json, locate_text
from tests.golden_files import assert_golden
from tests.rendering.documents import QUOTE, near, noted_document, span
from tests.rendering.test_check_json import schema

ONE = (FoundPlace(span("Soong")),)
TWO = (FoundPlace(span("So")), FoundPlace(span("So he")))


@pytest.mark.parametrize(
    "located",
    [
        pytest.param(Located(Found.EXACT, ONE), id="exact"),
        pytest.param(Located(Found.FOLDED, ONE), id="folded"),
        pytest.param(near(), id="near"),
        pytest.param(Located(Found.SEVERAL, TWO), id="several"),
        pytest.param(Located(Found.NONE), id="none"),
    ],
)
def test_it_keeps_its_schema(located: Located) -> None:
    told = locate_json.locate(noted_document(), QUOTE, located)
    schema("locate").validate(told)
    assert told["found"] == located.found.value


def test_the_schema_refuses_one_place_for_several() -> None:
    told = locate_json.locate(noted_document(), QUOTE, Located(Found.SEVERAL, ONE))
    with pytest.raises(ValidationError):
        schema("locate").validate(told)


def test_differences_give_the_words_of_each_side() -> None:
    (place,) = locate_json.locate(noted_document(), QUOTE, near())["places"]
    assert [(d["kind"], d["quoted"], d["source"]) for d in place["differences"]] == [
        ("number", "803", "308"),
        ("wording", "would", "will"),
        ("only-right", "", "So he"),
    ]
    assert (place["line"], place["column"]) == (2, 1)


@pytest.mark.parametrize(
    ("located", "name"),
    [
        pytest.param(near(), "near", id="near"),
        pytest.param(Located(Found.SEVERAL, TWO), "several", id="several"),
        pytest.param(Located(Found.NONE), "none", id="none"),
    ],
)
def test_golden(located: Located, name: str) -> None:
    told = locate_text.locate(noted_document(), QUOTE, located, width=72, colour=False)
    assert_golden(f"rendering/locate-{name}.txt", told)
