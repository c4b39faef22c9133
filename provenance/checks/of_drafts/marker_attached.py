"""A marker is fused to a word or number, or set off from the words it belongs to.

What it means: the superscript was lost, so that the number reads as part of the text; or the next
word follows without a blank; or a blank stands before the marker. Where most markers of a draft sit
so, it is told once.

Why it matters: "June 15.29" is read as a number, and a marker set off by a blank may begin the next
line, away from its sentence.

To put it right: raise the number, and put it right behind the word or stop it belongs to.

Bad:  `told on June 15.29 that`

Good: `told on June 15.[29] that`
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.drafts.attachment import Attached, Fault, badly_attached
from provenance.drafts.draft import Draft
from provenance.errors import inert, quoted
from provenance.model.findings import Finding, Severity
from provenance.model.spans import Span

CODE = "PV306"
SEVERITY = Severity.WARNING
TITLE = "Marker fused or detached"

_ONE = {
    Fault.FUSED: "Marker {label} is fused to {before}.",
    Fault.RUN_ON: "The text goes on without a blank behind marker {label}: {around}.",
    Fault.DETACHED: "A blank stands before marker {label}, behind {before}.",
    Fault.UNRAISED: "Marker {label} stands as a bare number behind {before}.",
}
_ALL = {
    Fault.FUSED: "{times} markers are fused to the words before them, the first to {before}.",
    Fault.RUN_ON: "Behind {times} markers the text goes on without a blank, first: {around}.",
    Fault.DETACHED: "A blank stands before {times} markers, the first behind {before}.",
    Fault.UNRAISED: "{times} markers stand as bare numbers, the first behind {before}.",
}
_HINT = {
    Fault.FUSED: "Raise the number, or put it in brackets.",
    Fault.RUN_ON: "Put a blank behind the marker, or put it at the end of the word.",
    Fault.DETACHED: "Take the blank out.",
    Fault.UNRAISED: "Raise the number, or put it in brackets.",
}


def audit(draft: Draft) -> Iterator[Finding]:
    for found in badly_attached(draft.document):
        at = found.marker.span
        yield draft.finding(
            CODE,
            SEVERITY,
            _message(draft.document.text, found),
            _HINT[found.fault],
            at,
            words=draft.around(at),
        )


def _message(text: str, found: Attached) -> str:
    at = found.marker.span
    before, behind = _last_word(text, at), text[at.end :].split(maxsplit=1)[:1]
    sentence = (_ALL if found.times > 1 else _ONE)[found.fault]
    return sentence.format(
        label=inert(found.marker.label),
        times=found.times,
        before=quoted(before),
        around=quoted("".join([before, at.of(text), *behind])),
    )


def _last_word(text: str, at: Span) -> str:
    words = text[max(0, at.start - 60) : at.start].split()
    return words[-1] if words else ""
