"""Sources rest on one another in a circle.

What it means: each cites, reports or derives from the next, and the last from the first. The
shortest such circle is printed, hop by hop, with the words that make each hop.

Why it matters: nobody in the circle says where the matter comes from. However many they are, they
are one voice at most, and perhaps none.

To put it right: look for what one of them rests on outside the circle, and record that note; or
correct a note that was taken for another.

Bad:  the handbook cites the website, the website the newspaper, the newspaper the handbook.

Good: the newspaper turns out to have had it from the minutes, and says so in its note 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import at_edge, hop, statement_of
from provenance.checks.subject import Subject
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Basis

CODE = "PV601"
SEVERITY = Severity.WARNING
TITLE = "Sourcing runs in a circle"


def check(subject: Subject) -> Iterator[Finding]:
    told: set[object] = set()
    for row, trail in subject.traced:
        for loop in trail.loops:
            # A circle of declared sources is behind every claim; once is enough.
            if all(edge.basis is Basis.DECLARED for edge in loop):
                if loop in told:
                    continue
                told.add(loop)
            hops = "; ".join(hop(subject, edge) for edge in loop)
            message = f"A circle of {len(loop)}: {hops}."
            hint = "Find what one of them rests on outside the circle."
            others = [statement_of(row, edge) for edge in loop[1:]]
            yield at_edge(subject, row, loop[0], (CODE, SEVERITY, message, hint), others)
