"""Where the body of a note on a web page begins and ends, once the place of its link is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from provenance.readers.sound_xml import local, words_in

NOTE_BLOCKS = frozenset(re.findall(r"\S+", "li dd aside div section p td tr blockquote"))
BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "p div li dd dt aside section td th tr table ul ol dl blockquote h1 h2 h3 h4 h5 h6 "
        "figure figcaption article header footer main pre address body details summary "
        "caption center form fieldset hgroup thead tbody tfoot hr nav",
    )
)


def block_of(place: etree._Element) -> etree._Element:
    """The block at or around a place."""
    return next((e for e in (place, *place.iterancestors()) if local(e) in BLOCKS), place)


def body_block(place: etree._Element, places: dict[etree._Element, str]) -> etree._Element:
    """The block a body begins with: the largest that begins there and holds no other note."""
    block = block_of(place)
    after = block.getnext()
    if local(block) == "dt" and after is not None:
        block = after
    if block is place and local(block) in {"li", "dd", "aside", "div", "section", "tr"}:
        return block
    for above in block.iterancestors():
        if (
            local(above) not in {"li", "dd", "aside", "div", "td", "tr"}
            or local(above) not in NOTE_BLOCKS
        ):
            break
        if not begins_with(above, place) or any(
            e in places for e in above.iter() if e is not place
        ):
            break
        if place.tag != above.tag and any(
            local(e) in {"h1", "h2", "h3", "h4"} for e in above.iter()
        ):
            break
        block = above
    return block


def begins_with(block: etree._Element, place: etree._Element) -> bool:
    """Whether a block has no words before a place."""
    for element in block.iter(etree.Element):
        if element is place:
            return True
        if (element.text or "").strip():
            return False
        before = element.getprevious()
        if element is not block and before is not None and (before.tail or "").strip():
            return False
    return False


def last_block(first: etree._Element, begun: set[etree._Element]) -> etree._Element:
    """Where a body ends that goes on in paragraphs beside the one it began with."""
    if local(first) not in {"p", "dd", "blockquote"}:
        return first
    last = first
    more: list[etree._Element] = []
    for after in first.itersiblings(etree.Element):
        if after in begun:
            return more[-1] if more else last
        if local(after) not in {"p", "blockquote", "ul", "ol", "dd"} or any(
            e in begun for e in after.iter()
        ):
            break
        more.append(after)
    # Behind the last note the text may go on: only paragraphs set like it are still the note.
    style = first.get("class")
    while more and style and more[0].get("class") == style:
        last = more.pop(0)
    return last


def from_to(first: etree._Element, last: etree._Element) -> list[etree._Element]:
    blocks = [first]
    while blocks[-1] is not last:
        after = next(blocks[-1].itersiblings(etree.Element), None)
        if after is None:
            break
        blocks.append(after)
    return blocks


def label_before(block: etree._Element, label: str) -> Iterable[etree._Element]:
    """A label that stands at the head of a body in an element of its own."""
    for element in block.iter(etree.Element):
        if element is not block and words_in(element).strip(" \t\n[]().:^") == label:
            if local(element) in {"sup", "span", "a", "b", "strong", "td"} and begins_with(
                block, element
            ):
                yield element
            return
        if element is not block and (element.text or "").strip():
            return
