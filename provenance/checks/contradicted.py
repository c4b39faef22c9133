"""How a value that the source cited contradicts is told, whatever its type."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.claims import ClaimType
from provenance.model.findings import Finding, Severity


def contradicted(
    draft: Draft, code: str, severity: Severity, type_: ClaimType
) -> Iterator[Finding]:
    """A finding for each contradicted value of one type; an error where the source's words are
    nearly the draft's.
    """
    for each in draft.contradictions:
        if each.type is not type_:
            continue
        said = " ".join(each.said.of(draft.document.text).split())
        stands = " ".join(each.stands.of(draft.text_of(each.source)).split())
        yield draft.finding(
            code,
            Severity.ERROR if each.is_close else severity,
            f"{quoted(said)} is {quoted(stands)} in {inert(each.source)}, which is cited.",
            "Read the two passages, and correct the one or the other, or the note.",
            each.said,
            words=draft.around(each.said),
            counterpart=draft.counterpart(each.source, each.passage),
        )
