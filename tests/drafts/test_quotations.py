"""What a draft gives as another's words, and which notes it credits them to."""

from __future__ import annotations

import pytest

from tests.checks.of_drafts.drafts import draft

NOTES = "\n\n[^1]: A. Feis, The China Tangle (1953), 3.\n\n[^2]: Ibid., 4.\n"

CREDITED = [
    pytest.param("He said “so it was that day.”[^1] It was.[^2]", ["1"], id="the note at its end"),
    pytest.param("He said “so it was that day[^1].” It was.[^2]", ["1"], id="the note inside"),
    pytest.param("“So it was that day,” he said, and left.[^1]", ["1"], id="its sentence's note"),
    pytest.param("“So it was that day,” he said. He left.[^2]", ["2"], id="the paragraph's note"),
    pytest.param("He left,[^1] and said “so it was that day.”", ["1"], id="a note before it"),
    pytest.param("He said “so it was that day.”[^1][^2]", ["1", "2"], id="two notes side by side"),
    pytest.param("He said “so it was that day.”\n\nHe left.[^1]", [], id="another paragraph's"),
    pytest.param("> So it was that day.[^1]", ["1"], id="a block"),
]


@pytest.mark.parametrize(("text", "labels"), CREDITED)
def test_a_quotation_is_credited_to_its_note(text: str, labels: list[str]) -> None:
    audited = draft(text + NOTES)
    (quotation,) = audited.quotations.found
    assert [audited.notes[id_].label for id_ in quotation.notes] == labels
    assert quotation.words == ("so", "it", "was", "that", "day")


CHECKABLE = [
    pytest.param("He said “so it was that day.”[^1]", True, id="words of a source"),
    pytest.param("It was a “cold, dull war.”[^1]", False, id="three words set apart"),
    pytest.param("In “The Soviet Factor in the War” he says so.[^1]", False, id="a title"),
    pytest.param("The essay “Why they went to war” says so.[^1]", False, id="a title led in"),
    pytest.param(
        "“So it was that day” (my translation).[^1]", False, id="the author's translation"
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHECKABLE)
def test_not_all_that_stands_in_marks_is_quoted(text: str, expected: bool) -> None:
    (quotation,) = draft(text + NOTES).quotations.found
    assert quotation.is_checkable is expected


def test_what_stands_in_notes_and_lists_of_works_is_no_quotation_of_the_prose() -> None:
    text = "It was.[^1]\n\n## Bibliography\n\nFeis, “The very long title of it.”\n\n"
    text += "[^1]: Feis, “The very long title of it,” 3.\n"
    assert draft(text).quotations.found == ()


def test_a_mark_of_a_paragraph_is_no_word() -> None:
    text = "“So it was\n\n“that day.”[^1]" + NOTES
    (quotation,) = draft(text).quotations.found
    assert quotation.written.split() == ["So", "it", "was", "that", "day."]


BLOCKS = [
    pytest.param("> So it was that day.[^1]", ["1"], id="its own note"),
    pytest.param("He said:[^2]\n\n> So it was that day.", ["2"], id="that of what leads it in"),
    pytest.param("He left.[^2]\n\n> So it was that day.", [], id="not that of what is closed"),
    pytest.param(
        "He said:\n\n> So it was “a fine old day” that day.[^1]", ["1"], id="with marks inside"
    ),
    pytest.param("> So it was that day.[^1]\n\n> — The Vicar", ["1"], id="without who said it"),
]


@pytest.mark.parametrize(("text", "labels"), BLOCKS)
def test_a_block_is_one_quotation(text: str, labels: list[str]) -> None:
    audited = draft(text + NOTES)
    (block,) = audited.quotations.found
    assert block.is_block
    assert [audited.notes[id_].label for id_ in block.notes] == labels


@pytest.mark.parametrize(
    "box", ["> *Note on sources.* They are lost by now.", "> [!NOTE]\n> They are lost by now."]
)
def test_a_box_of_the_author_is_no_quotation(box: str) -> None:
    assert draft(f"{box}\n\nHe left.[^1]{NOTES}").quotations.found == ()
