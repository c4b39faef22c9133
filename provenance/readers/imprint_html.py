"""What a web page says of itself in its head, as library catalogues and newspapers have it read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from provenance.readers.sound_xml import attribute, local, words_in

_NAMES = {
    "citation_title": "title",
    "citation_author": "author",
    "citation_publication_date": "issued",
    "citation_date": "issued",
    "citation_journal_title": "container-title",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_publisher": "publisher",
    "citation_doi": "DOI",
    "dc.title": "title",
    "dc.creator": "author",
    "dc.date": "issued",
    "dc.publisher": "publisher",
    "dcterms.title": "title",
    "dcterms.creator": "author",
    "dcterms.date": "issued",
    "dcterms.issued": "issued",
    "og:title": "title",
    "article:author": "author",
    "author": "author",
    "article:published_time": "issued",
    "og:site_name": "container-title",
    "og:url": "URL",
}
"""Names of `<meta>`, in lower case and the best first, with what they tell."""


def said_by_page(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """What it tells, by CSL's names, with the text and where that stands; the best first."""
    told: dict[str, list[str]] = {}
    titles: list[str] = []
    for element in root.iter():
        name = local(element)
        if name == "meta":
            key = (attribute(element, "name") or attribute(element, "property")).casefold()
            content = attribute(element, "content").strip()
            if key in _NAMES and content:
                told.setdefault(key, []).append(content)
        elif name == "title" and not titles:
            titles.append(words_in(element))
        elif name == "link" and attribute(element, "rel").casefold() == "canonical":
            told.setdefault("og:url", []).append(attribute(element, "href"))
    for key, field in _NAMES.items():
        if found := told.get(key):
            yield field, _text(field, found), f"the page's {key}"
    for title in titles:
        yield "title", title, "the page's title"
    heading = next((each for each in root.iter() if local(each) == "h1"), None)
    if heading is not None:
        yield "title", words_in(heading), "the first heading"


def _text(field: str, found: list[str]) -> str:
    if field == "author":
        # Networks give the address of a person's page in the place of her name.
        return "; ".join(dict.fromkeys(name for name in found if "://" not in name))
    if field == "issued":
        return found[0].partition("T")[0].replace("/", "-")
    return found[0]
