"""What every sentence of a draft rests on, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.audit import Support
from provenance.model.spans import Span
from tests.checks.of_drafts.drafts import draft, held

NOTES = "\n\n[^1]: A. Feis, The China Tangle (1953), 3.\n\n[^2]: Ibid., 4.\n"
CABLE = held("cable", "Nothing.\n", title="Cable", authors=("Averell Harriman",))
S, Q, N, B = Support.SUPPORTED, Support.QUOTED, Support.NOT_CHECKABLE, Support.BARE

CASES = [
    pytest.param("He landed on 15 July 1945.[^1]", [(S, "It has a note.")], id="a note"),
    pytest.param(
        "He landed on 15 July 1945.[^9]",
        [(S, "It has a marker, whose note is missing.")],
        id="a marker without its note",
    ),
    pytest.param(
        "He landed on 15 July 1945 (Hasegawa 2005, 142).",
        [(S, "It has a reference in brackets.")],
        id="a reference in brackets",
    ),
    pytest.param(
        "The war was nearly over (July 1945).",
        [(B, "It states a date, and has no note.")],
        id="a month in brackets is no reference",
    ),
    pytest.param(
        "He landed on 15 July 1945. He saw Stalin two days later.[^1]",
        [(S, "Note 1, at the end of its paragraph, covers it: the text runs on."), (S, None)],
        id="the note at the end of the paragraph",
    ),
    pytest.param(
        "Truman landed on 15 July 1945. Truman saw Stalin.[^1] The house was cold.",
        [
            (S, "Note 1, further on in its paragraph, covers it: the text runs on."),
            (S, None),
            (N, None),
        ],
        id="a note further on",
    ),
    pytest.param(
        "Truman landed on 15 July 1945. Coal had grown scarce in Wales.[^1]",
        [(B, "It states a date, and has no note."), (S, None)],
        id="the text does not run on",
    ),
    pytest.param(
        "He saw Stalin there.[^1] He landed on 15 July 1945.",
        [(S, None), (B, "It states a date, and has no note.")],
        id="behind the last note of the paragraph",
    ),
    pytest.param(
        "On 15 July 1945 he wrote:\n\n> So it was that day.[^1]",
        [(S, "Note 1 is that of its quotation."), (S, "It has a note.")],
        id="what leads in a block that has a note",
    ),
    pytest.param(
        "He landed on 15 July 1945.\n\nHe saw Stalin there.[^1]",
        [(B, "It states a date, and has no note."), (S, None)],
        id="a note of another paragraph",
    ),
    pytest.param(
        "Forty divisions stood at the frontier.",
        [(B, "It states a number, and has no note.")],
        id="a number",
    ),
    pytest.param(
        "The house was cold. Byrnes then told Secretary Byrnes's aide, and Byrnes left.",
        [(N, None), (B, "It states what somebody did, and has no note.")],
        id="what somebody named did",
    ),
    pytest.param(
        "He called it “a cold and empty house by the lake.”",
        [(B, "It states another's words, and has no note.")],
        id="another's words",
    ),
    pytest.param(
        "“It is a cold and empty house by the lake, and nobody is in it.” So it stayed.[^1]",
        [(Q, "It is quoted, and note 1 says from where."), (S, None)],
        id="quoted, with a note behind",
    ),
    pytest.param(
        "“It is a cold and empty house by the lake, and nobody is in it,” Harriman wrote.",
        [(Q, "It is quoted, and the text names cable.")],
        id="quoted, and the source named",
    ),
    pytest.param(
        "On 15 July 1945 he wrote:“\n\nIt is a cold and empty house.[^1]\n\n” So it stayed.",
        [(S, "Note 1 is that of its quotation."), (S, "It has a note."), (N, None)],
        id="a sentence that leads a block in",
    ),
    pytest.param(
        "Chapter 5 tells of the year that ended in 1945.",
        [(N, "It is the author's own voice.")],
        id="what a chapter tells",
    ),
    pytest.param("The two divisions had met before.", [(N, None)], id="what was counted before"),
    pytest.param(
        "None of this tells us what he believed on 15 July 1945.",
        [(N, "It is the author's own voice.")],
        id="what nothing tells us",
    ),
    pytest.param(
        "It is clear that he landed on 15 July 1945.",
        [(N, "It is the author's own voice.")],
        id="what the author finds clear",
    ),
    pytest.param("Did he land on 15 July 1945?", [(N, "It asks.")], id="a question"),
    pytest.param(
        "This chapter argues that the war ended in 1945.",
        [(N, "It is the author's own voice.")],
        id="what the chapter argues",
    ),
    pytest.param(
        "We shall see that he landed on 15 July 1945.",
        [(N, "It is the author's own voice.")],
        id="what we shall see",
    ),
    pytest.param(
        "If that were so, he landed on 15 July 1945.", [(N, "It supposes.")], id="a supposition"
    ),
    pytest.param(
        "Between 1958 and 1979 the series changed. It grew.",
        [(N, None), (N, None)],
        id="the period of a topic",
    ),
    pytest.param("The 1866 law was a good one.", [(N, None)], id="a year that tells things apart"),
    pytest.param(
        "But there is more to say.",
        [(N, "It has no date, number, quotation or deed of somebody named to check.")],
        id="a turn",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_a_sentence_rests_on(text: str, expected: list[tuple[Support, str | None]]) -> None:
    sentences = draft(text + NOTES, CABLE).sentences
    assert [sentence.support for sentence in sentences] == [support for support, _ in expected]
    for sentence, (_, why) in zip(sentences, expected, strict=True):
        assert why in (None, sentence.why)


def test_a_confirmed_statement_of_a_claim_supports() -> None:
    audited = draft("He landed on 15 July 1945." + NOTES)
    (sentence,) = replace(audited, confirmed=(Span(3, 9),)).sentences
    assert sentence.why == "It is a confirmed statement of a claim."
