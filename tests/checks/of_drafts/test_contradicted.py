"""Findings about dates, numbers and names that the source cited has otherwise."""

from __future__ import annotations

import pytest

from provenance.drafts.draft import Draft
from provenance.evidence.names import Aliases
from provenance.model.findings import Severity
from provenance.workspace.settings import Settings
from tests.checks.of_drafts.drafts import draft, found, held

ESSAY = held(
    "essay",
    "It was not until 15 June that Chiang was officially informed of the specific provisions\n"
    "on Chinese territory. Stalin and Foreign Minister Soong began negotiations on July 2 in\n"
    "Moscow.\n\n"
    "To receive these war trophies, Stalin had to fulfil two important conditions: to take part\n"
    "in the war, and to agree with China. The Chinese army had forty divisions at the border,\n"
    "about 300,000 men in all. Leahy asked General Antonov to give an overview of the plan of\n"
    "action.\n\n"
    "The 1866 law on printing documents stayed in force. Soong expects to see Stalin again on\n"
    "9 July about Outer Mongolia.\n",
    title="The Road to War",
    authors=("Anne Hartley",),
)
NOTES = (
    "\n\n[^1]: Anne Hartley, The Road to War (2005), 3.\n\n"
    "[^2]: A. Feis, The China Tangle (1953), 3; Anne Hartley, The Road to War, 4.\n"
)
CODES = ("PV701", "PV702", "PV703")


def _audited(text: str) -> Draft:
    return draft(text + NOTES, ESSAY)


BAD = [
    pytest.param(
        "Chiang was officially told of the specific provisions on Chinese territory only on 16"
        " June.[^1]",
        "PV701",
        "“16 June” is “15 June” in essay, which is cited.",
        id="another day",
    ),
    pytest.param(
        "On 3 July Soong and Stalin began their negotiations in Moscow.[^1]",
        "PV701",
        "“3 July” is “July 2” in essay, which is cited.",
        id="another day, in other words",
    ),
    pytest.param(
        "Stalin had to fulfil three important conditions.[^1]",
        "PV702",
        "“three important conditions” is “two important conditions” in essay, which is cited.",
        id="another number",
    ),
    pytest.param(
        "The Chinese army had fourteen divisions at the border.[^1]",
        "PV702",
        "“fourteen divisions” is “forty divisions” in essay, which is cited.",
        id="another number of divisions",
    ),
    pytest.param(
        "King asked General Antonov to give an overview of the plan of action.[^1]",
        "PV703",
        "“King” is “Leahy” in essay, which is cited.",
        id="another name",
    ),
    pytest.param(
        "Leahy asked General Zhukov to give an overview of the plan of action.[^2]",
        "PV703",
        "“Zhukov” is “Antonov” in essay, which is cited.",
        id="another name, and another work cited too",
    ),
]


@pytest.mark.parametrize(("text", "code", "message"), BAD)
def test_what_the_source_has_otherwise_is_found(text: str, code: str, message: str) -> None:
    audited = _audited(text)
    (finding,) = found(code, audited)
    assert finding.message == message
    assert finding.words == text
    assert finding.counterpart is not None
    assert [other for other in CODES if other != code and found(other, audited)] == []


GOOD = [
    pytest.param(
        "Chiang was officially told of the provisions on Chinese territory on 15 June.[^1]",
        id="the same day",
    ),
    pytest.param(
        "Chiang was officially told of the provisions on Chinese territory in June.[^1]",
        id="less precise",
    ),
    pytest.param(
        "Chiang was officially told of the provisions on Chinese territory on 15 June 1945.[^1]",
        id="with the year",
    ),
    pytest.param(
        "Chiang was officially informed of the specific provisions on Chinese territory on 16"
        " June.",
        id="no note",
    ),
    pytest.param("Chiang left Moscow on 16 June.[^1]", id="of something else"),
    pytest.param("Stalin saw Soong again about Outer Mongolia on 10 July.[^1]", id="only planned"),
    pytest.param("The 1867 law on printing documents stayed in force.[^1]", id="a law by its year"),
    pytest.param(
        "The Chinese army had fourteen generals at the border.[^1]", id="another thing counted"
    ),
    pytest.param("The army at the border had about 310,000 men in all.[^1]", id="about as many"),
    pytest.param(
        "The army had 100,000 men in the north and 200,000 men at the border in all.[^1]",
        id="parts of a number",
    ),
    pytest.param(
        "Soong and Stalin had begun their talks there by 3 July, in Moscow.[^2]",
        id="loosely said, and another work cited too",
    ),
    pytest.param(
        "Admiral Leahy asked Antonov to give an overview of the plan of action.[^1]",
        id="a name with another title",
    ),
    pytest.param(
        "He said that “King asked General Antonov to give an overview of the plan.”[^1]",
        id="within a quotation, which is held against the source on its own",
    ),
]


@pytest.mark.parametrize("text", GOOD)
def test_nothing_is_said_where_both_can_be_true(text: str) -> None:
    audited = _audited(text)
    assert [finding.message for code in CODES for finding in found(code, audited)] == []


def test_names_of_one_bearer_are_one() -> None:
    text = "Leahy asked General Zhukov to give an overview of the plan of action.[^1]" + NOTES
    assert found("PV703", draft(text, ESSAY)) != []
    settings = Settings(aliases=Aliases((("Antonov", "Zhukov"),)))
    assert found("PV703", draft(text, ESSAY, settings=settings)) == []


def test_it_is_an_error_where_the_source_says_it_in_nearly_the_same_words() -> None:
    near = _audited("King asked General Antonov to give an overview of the plan of action.[^1]")
    far = _audited("On 3 July Soong and Stalin began their talks at the Kremlin in Moscow.[^1]")
    assert [f.severity for f in found("PV703", near)] == [Severity.ERROR]
    assert [f.severity for f in found("PV701", far)] == [Severity.WARNING]


def test_a_source_that_was_not_read_contradicts_nothing() -> None:
    text = "King asked General Antonov to give an overview of the plan of action.[^1]" + NOTES
    assert found("PV703", draft(text)) == []
