"""A document with everything that reading can find in one."""

from __future__ import annotations

from dataclasses import replace

from provenance.model.alignments import Difference, DifferenceKind, Found, FoundPlace, Located
from provenance.model.bibliography import ListedWork, Person, Reference, Spelling
from provenance.model.dated import TaggedDate
from provenance.model.documents import Document, Gap, Layer, Page
from provenance.model.dossier import FileReading
from provenance.model.garbles import Garble
from provenance.model.notes import (
    Citation,
    CitationKind,
    Marker,
    MarkerEvidence,
    MarkerKind,
    Note,
    Resolution,
    Work,
    WorkKind,
)
from provenance.model.spans import Span
from provenance.model.values import DateValue, Day
from tests.factories import document

TEXT = (
    "Summary.\nSoong will accept 308 terms.1 So he said.2\n\n"
    "1 Hasegawa, Racing the Enemy, 142.\n\x1b[31m end\u202e\n"
)
QUOTE = "Soong would accept 803 terms"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def noted_document() -> Document:
    note = span("Hasegawa, Racing the Enemy, 142.")
    citation = Citation(
        "c1",
        note,
        CitationKind.SHORT,
        author=("Hasegawa",),
        title="Racing the Enemy",
        pages="142",
        work="w1",
        resolution=Resolution.RESOLVED,
    )
    one, two = TEXT.index("terms.1") + 6, TEXT.index("said.2") + 5
    kind, fused = MarkerKind.NOTE, MarkerEvidence.FUSED
    return replace(
        document(TEXT, "seeds/cable.txt"),
        layers=(Layer("summary", Span(0, 8), "archive"), Layer("transcript", Span(9, len(TEXT)))),
        pages=(Page("iv", Span(0, 9)), Page("v", Span(9, len(TEXT)))),
        gaps=(Gap("no text layer", "page vi"),),
        markers=(
            Marker("m0", Span(9, 14), "7", MarkerKind.PARAGRAPH_NUMBER, fused),
            Marker("m1", Span(one, one + 1), "1", kind, fused, "n1"),
            Marker("m2", Span(two, two + 1), "2", kind, fused),
        ),
        notes=(Note("n1", "1", note, "m1", citations=(citation,)),),
        language="en",
    )


WORKS = (Work("w1", ("Hasegawa",), "Racing the Enemy", "2005", ("c1",)),)
ENTRY = Reference("hase05", "book", (Person("Hasegawa", "Tsuyoshi"),), title="Racing the Enemy")


def reading() -> FileReading:
    """The document with its works, one of them in two spellings, and a suspected garble."""
    listed = ListedWork(
        key="hasegawa-racing-enemy",
        author=("Hasegawa",),
        title="Racing the Enemy",
        year="2005",
        kind=WorkKind.BOOK,
        container="",
        volume="",
        spellings=(
            Spelling("cable", "w1", "Hasegawa, Racing the Enemy (2005)"),
            Spelling("cable", "w2", "Hasagawa, Racing", "“Hasagawa” has 7 of the 8 letters"),
        ),
        cited=(("cable", "c1"), ("cable", "c2")),
        reference=ENTRY,
    )
    garble = Garble(span("Soong"), "Soong", "Song\x1b", "3 of the 4 letters")
    day = Day(1945, 6, 15)
    date = TaggedDate(span("said.2"), DateValue("1945-06-15", day, day), "as written")
    return FileReading(noted_document(), WORKS, (listed,), (date,), (garble,), 2)


def near() -> Located:
    """Two differences at one place: `would` for `will`, and the digits of a number exchanged."""

    def quoted(words: str) -> Span:
        start = QUOTE.index(words)
        return Span(start, start + len(words))

    differences = (
        Difference(DifferenceKind.NUMBER, quoted("803"), span("308")),
        Difference(DifferenceKind.WORDING, quoted("would"), span("will")),
        Difference(DifferenceKind.ONLY_RIGHT, Span(0, 0), span("So he")),
    )
    return Located(Found.NEAR, (FoundPlace(span("Soong will accept 308 terms"), differences),))
