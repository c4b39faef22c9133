"""The fields of a source's description beside the main ones, and which sources have them."""

from __future__ import annotations

from collections.abc import Mapping

from provenance.tui.forms import Field

PEOPLE = frozenset({"editor", "translator", "recipient", "interviewer", "compiler"})
"""Fields that hold names, as `author` does."""
DATES = frozenset({"issued", "accessed", "original-date", "event-date"})

BESIDE = (
    Field("recipient", "To", "who got it: Hollis, Margaret"),
    Field("interviewer", "Interviewer", "who asked"),
    Field("container-title", "Published in", "the journal, newspaper or collected volume"),
    Field("editor", "Editor", "Harris, Thomas; Poe, Ann"),
    Field("translator", "Translator", "Harris, Thomas"),
    Field("compiler", "Compiler", "who brought it together"),
    Field("edition", "Edition", "2, or revised"),
    Field("volume", "Volume"),
    Field("number-of-volumes", "Volumes", "how many there are"),
    Field("issue", "Issue"),
    Field("page", "Pages", "201-219"),
    Field("number-of-pages", "Length", "in pages"),
    Field("number", "Number", "of a report, a cable or a law"),
    Field("genre", "Sort", "letter, telegram, PhD thesis"),
    Field("publisher", "Publisher"),
    Field("publisher-place", "Place", "of publication"),
    Field("collection-title", "Series", "the series it came out in"),
    Field("collection-number", "No. in series"),
    Field("ISBN", "ISBN", "of a book: 978-0-306-40615-7"),
    Field("ISSN", "ISSN", "of a journal: 0378-5955"),
    Field("original-date", "First issued", "when it first came out: 1923, March 1923"),
    Field("original-title", "Original title", "before it was translated"),
    Field("original-publisher", "First publisher"),
    Field("original-publisher-place", "First place", "where it first came out"),
    Field("event-title", "Event", "the conference or hearing it was given at"),
    Field("event-place", "Held at", "where that was"),
    Field("event-date", "Held on", "when that was"),
    Field("archive", "Archive", "where the original is kept"),
    Field("archive-place", "Archive in", "the town the archive is in"),
    Field("archive_collection", "Collection", "the papers or record group it belongs to"),
    Field("archive_location", "Shelf mark", "box and folder, or the like: Box 12, folder 3"),
    Field("call-number", "Call number", "of a library"),
    Field("URL", "Address", "https://…"),
    Field("accessed", "Accessed", "when you saw it there: 5 March 2024"),
    Field("DOI", "DOI", "10.1000/xyz"),
    Field("language", "Language", "such as en, de or zh-Hant"),
    Field("derived-from", "Rests on", "short names of sources it draws on, with commas"),
    Field("note", "Remarks", "what else is to be said of it"),
    Field("rights", "Rights", "under what terms it may be used"),
)
"""In the order in which they stand on a form."""
_LABELS = {field.name: field.label for field in BESIDE}

_BOOK = ("publisher", "publisher-place", "edition", "ISBN")
_ARTICLE = ("container-title", "volume", "issue", "page")
_PART = ("container-title", "editor", "publisher", "publisher-place", "page")
_PAPER = ("archive", "archive_collection", "archive_location")
_TALK = ("event-title", "event-place", "event-date")
_ONLINE = ("container-title", "URL", "accessed")
_ANY = ("container-title", "page", "archive", "archive_location", "URL")
_USUAL: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("book", "classic", "collection", "pamphlet", "periodical"), _BOOK),
    **dict.fromkeys(("report", "thesis"), ("genre", "number", *_BOOK[:2], "URL")),
    **dict.fromkeys(("article", "article-journal", "article-magazine", "review"), _ARTICLE),
    **dict.fromkeys(("article-newspaper", "review-book"), ("container-title", "page", "URL")),
    **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), _PART),
    **dict.fromkeys(("personal_communication",), ("recipient", "genre", *_PAPER)),
    **dict.fromkeys(("manuscript", "document", "map", "graphic", "figure"), _PAPER),
    **dict.fromkeys(("interview",), ("interviewer", *_PAPER[:2], "URL")),
    **dict.fromkeys(("speech", "hearing", "paper-conference", "event"), (*_TALK, "URL")),
    **dict.fromkeys(("webpage", "post", "post-weblog"), _ONLINE),
}


def usual(type: str) -> frozenset[str]:
    """The fields that a source of a CSL type has as a rule; of any where none is said."""
    return frozenset(_USUAL.get(type, _ANY))


def doubt(field: str, text: str) -> str:
    """What looks mistyped in a number that checks itself, or an address; "" where nothing does."""
    plain = text.replace("-", "").replace(" ", "").upper()
    match field:
        case "ISBN" if not (_is_isbn10(plain) or _is_isbn13(plain)):
            return "its digits do not fit together: is one mistyped, or missing?"
        case "ISSN" if not _is_issn(plain):
            return "its digits do not fit together: is one mistyped, or missing?"
        case "DOI" if not text.removeprefix("https://doi.org/").startswith("10."):
            return "a DOI begins with 10., as in 10.1000/xyz"
        case "URL" if "://" not in text or " " in text:
            return "an address begins with https:// and has no blanks"
    return ""


def _is_isbn13(digits: str) -> bool:
    if len(digits) != 13 or not digits.isdecimal():
        return False
    return sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(digits)) % 10 == 0


def _is_isbn10(digits: str) -> bool:
    return len(digits) == 10 and _fits_eleven(digits)


def _is_issn(digits: str) -> bool:
    return len(digits) == 8 and _fits_eleven(digits)


def _fits_eleven(digits: str) -> bool:
    """Whether the last digit, X for ten, is what the ones before it ask for."""
    if not digits[:-1].isdecimal() or not (digits[-1].isdecimal() or digits[-1] == "X"):
        return False
    values = [*map(int, digits[:-1]), 10 if digits[-1] == "X" else int(digits[-1])]
    return sum(value * weight for weight, value in enumerate(reversed(values), 1)) % 11 == 0


def label_of(name: str) -> str:
    """What a field is called in a list of facts: as on a form; one that no form has, as written."""
    label = _LABELS.get(name, name)
    return label if label.isupper() else label[:1].lower() + label[1:]
