"""A statement names a layer, and its words do not lie in it.

What it means: the source has no layer of that name, or the quotation stands in another part of it.
The part it stands in is taken.

Why it matters: an archive's summary and the transcript below it have two authors. Words taken for
the one's may be the other's.

To put it right: correct `layer:`, or quote the words as they stand in that layer, or describe the
layer in the source's description.

Bad:  `layer: transcript` on words that stand in the archive's summary above it.

Good: `layer: summary`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity

CODE = "PV205"
SEVERITY = Severity.WARNING
TITLE = "Words stand in another layer than named"


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        placed, document = quotation.placed, quotation.entry.document
        named = placed.statement.layer
        if not named or document is None or placed.span is None:
            continue
        layer = placed.layer
        if layer is not None and layer.name == named:
            continue
        known = [layer.name for layer in document.layers]
        where = f"in the layer {quoted(layer.name)}" if layer else "in no layer"
        missing = "" if named in known else f"; there is no layer {quoted(named)}"
        yield quotation.finding(
            CODE,
            SEVERITY,
            f"The words do not stand in {quoted(named)}, but {where}{missing}.",
            f"Layers of {inert(quotation.source)}: {', '.join(map(inert, known)) or 'none'}.",
        )
