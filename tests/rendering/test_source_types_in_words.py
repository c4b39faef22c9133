"""What a source is, in words that no library's software taught."""

from __future__ import annotations

from provenance import run
from provenance.rendering.source_types_in_words import type_in_words, types_to_choose


def test_the_usual_come_first_and_every_type_can_be_chosen_once() -> None:
    types = run.source_types()
    offered = types_to_choose(types)
    assert [words for words, _ in offered[:3]] == [
        "book",
        "chapter of a book",
        "article in a journal",
    ]
    assert sorted(type for _, type in offered) == sorted(types)
    assert all("_" not in words for words, _ in offered)
    assert len({words for words, _ in offered}) == len(offered)


def test_the_list_and_the_screen_have_one_word() -> None:
    assert type_in_words("personal_communication") == "letter, cable or other message"
    assert ("letter, cable or other message", "personal_communication") in types_to_choose(
        run.source_types()
    )
