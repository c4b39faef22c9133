"""A work of the bibliography as one entry to export: what the sources say, or the user's own entry.

Where the user keeps a bibliography of his own, what stands there is fuller and better than what
notes say, so that a matched work is exported as it stands there, under his key.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.model.bibliography import ListedWork, Person, Reference
from provenance.model.notes import WorkKind

_TYPES = {
    WorkKind.ARCHIVAL: "manuscript",
    WorkKind.DOCUMENT_SERIES: "book",
    WorkKind.UNPUBLISHED: "manuscript",
    WorkKind.UNKNOWN: "document",
}
"""CSL types for kinds that CSL does not know by our name."""


def entries(works: Iterable[ListedWork]) -> tuple[tuple[Reference, ListedWork], ...]:
    """Each work as an entry, beside the work itself; every entry under a key of its own."""
    listed = list(works)
    taken = {work.reference.id for work in listed if work.reference}
    exported: dict[str, tuple[Reference, ListedWork]] = {}
    for work in listed:
        entry = work.reference or _as_entry(work, taken)
        # Two works that are one entry of the user's are exported once.
        exported.setdefault(entry.id, (entry, work))
    return tuple(exported.values())


def _as_entry(work: ListedWork, taken: set[str]) -> Reference:
    key = work.key
    while key in taken:
        key += "-cited"
    is_named = bool(work.title)
    return Reference(
        id=key,
        type=_TYPES.get(work.kind, work.kind.value),
        authors=tuple(Person(name) for name in work.author),
        title=work.title or work.container,
        issued=work.year,
        container=work.container if is_named else "",
        volume=work.volume,
    )


def cited_where(work: ListedWork) -> Sequence[str]:
    """The ids of the sources that cite it, each once, in their order."""
    return list(dict.fromkeys(source for source, _ in work.cited))
