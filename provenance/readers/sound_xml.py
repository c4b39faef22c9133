"""XML from strangers: nothing is fetched, no entity grows, and damage is said instead of hidden.

Entities are left unexpanded by the parser, which takes the ground from under every bomb and every
external reference; the harmless ones (a character or a few, as in `&mdash;`) are put in by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from provenance.errors import Place, inert, problem_error
from provenance.model.documents import Gap

LONGEST_ENTITY = 200
"""Characters an internal entity may stand for; beyond that it is named in the text instead."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The root of a document, what could not be read of it, and its own entities."""

    root: etree._Element
    gaps: tuple[Gap, ...]
    entities: dict[str, str]

    def entity(self, node: etree._Element) -> str:
        """The characters an entity reference stands for, or the reference as typed."""
        name = entity_name(node)
        return self.entities.get(name, html5.get(f"{name};", f"&{name};"))


def parse_xml(content: bytes, place: Place, part: str = "") -> Parsed:
    """Parse, and where the XML breaks its own rules, read what can be read and say so.

    `part` names the file inside an archive. Raises `ProvenanceError`, slug `broken-file`, where
    nothing of it can be read.
    """
    try:
        root = etree.fromstring(content, _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        fault = inert(str(error))[:160]
        root = _recovered(content)
        if root is None:
            raise problem_error(
                "broken-file",
                f"{part + ': ' if part else ''}the XML cannot be read: {fault}",
                place=place,
                hint="open it in the program that wrote it and save it again",
            ) from None
        reason = f"the XML is damaged, and words may be missing behind the damage: {fault}"
        return Parsed(root, (Gap(reason, part), *_entity_gaps(root, part)), _entities(root))
    return Parsed(root, _entity_gaps(root, part), _entities(root))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=False,
    )


def _recovered(content: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(content, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _entities(root: etree._Element) -> dict[str, str]:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is None:
        return {}
    return {
        entity.name: entity.content
        for entity in dtd.iterentities()  # type: ignore[attr-defined]
        if entity.name and _is_plain(entity.content)
    }


def _is_plain(content: str | None) -> bool:
    return (
        bool(content) and len(content or "") <= LONGEST_ENTITY and not set(content or "") & {*"&<%"}
    )


def _entity_gaps(root: etree._Element, part: str) -> tuple[Gap, ...]:
    own = _entities(root)
    names = {entity_name(node) for node in root.iter(etree.Entity)}
    unread = {name for name in names if name not in own and f"{name};" not in html5}
    if not unread:
        return ()
    said = ", ".join(f"&{inert(name)};" for name in sorted(unread)[:5])
    more = f" and {len(unread) - 5} more" if len(unread) > 5 else ""
    return (Gap(f"what {said}{more} stand for was not looked up, and is not in the text", part),)


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name without namespace, the plain one before any other; "" if absent."""
    plain = element.get(name)
    if plain is not None:
        return str(plain)
    ending = "}" + name
    return next((str(value) for key, value in element.items() if str(key).endswith(ending)), "")


def entity_name(node: etree._Element) -> str:
    """The name in an entity reference."""
    return (node.text or "").strip("&;")


def words_in(element: etree._Element) -> str:
    """All the text of an element, as it stands in the file."""
    return "".join(str(piece) for piece in element.itertext())
