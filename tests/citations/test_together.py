"""What only several sources together tell."""

from __future__ import annotations

from dataclasses import replace

from provenance.citations.annotate import annotate
from provenance.citations.together import Known, together
from provenance.model.bibliography import Person, Reference
from provenance.model.dossier import ReadSource, SourceState
from tests.factories import document, read_source, source

CABLE = "He accepts the Yalta agreement. He read the Yalta agreement twice. Stalin met Soong."
ESSAY = (
    "He knew of the secret Woalta agreement.[1] He went to Moseow.\n\n"
    "[1] Herbert Feis, The China Tangle (Princeton: Princeton University Press, 1953), 240.\n"
)


def read(id_: str, text: str) -> ReadSource:
    annotated = annotate(document(text, f"seeds/{id_}.txt"))
    return replace(read_source(source(id_), annotated.document), works=annotated.works)


def test_names_are_told_against_all_other_sources_and_works_are_listed() -> None:
    seen = together([read("cable", CABLE), read("essay", ESSAY)], Known())
    cable, essay = seen.sources
    assert cable.garbles == ()
    assert [(g.text, g.suggestion) for g in essay.garbles] == [("Woalta", "Yalta")]
    assert [work.label for work in seen.bibliography] == ["Feis, The China Tangle (1953)"]


def test_a_name_that_the_user_confirmed_is_suspected_no_more() -> None:
    known = Known(aliases=(("Yalta", "Woalta"),))
    assert together([read("cable", CABLE), read("essay", ESSAY)], known).sources[1].garbles == ()


def test_the_users_own_bibliography_knows_names() -> None:
    known = Known(references=(Reference("m", "book", (Person("Moscow"),), title="X"),))
    garbles = together([read("cable", CABLE), read("essay", ESSAY)], known).sources[1].garbles
    assert [g.suggestion for g in garbles] == ["Yalta", "Moscow"]


def test_a_source_that_was_not_read_is_passed_over() -> None:
    unread = ReadSource(source("lost"), None, SourceState.UNREAD, "no such file")
    seen = together([unread, read("essay", ESSAY)], Known())
    assert seen.sources[0] == unread
    assert len(seen.bibliography) == 1
