"""What `provenance explain WORD` prints for the marks of cells and the verdicts of claims."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "agree": (
        "Mark of a cell, and relation of two statements",
        """
        It says the same as the other: the same value, or two that meet within the claim's
        tolerance.
        """,
    ),
    "agreed": (
        "Verdict of a claim",
        """
        At least two sources speak, and all of them agree. How many independent origins stand behind
        them is said beside it: three papers that print one dispatch agree, and are one origin.
        """,
    ),
    "compatible": (
        "Mark of a cell, and verdict of a claim",
        """
        They differ in precision or in matter, and both can be true: *June 1945* and *15 June 1945*.
        """,
    ),
    "conflict": (
        "Mark of a cell, and relation of two statements",
        """
        Both cannot be true, and each source says it in its own voice, of the same matter and the
        same time, and more than as possible.

        What to do: weigh the two. Where they speak of different matters or times, say so in the
        claim (`about`, `as-of`); else keep the conflict. `provenance explain PV501` tells more.
        """,
    ),
    "disputed": (
        "Verdict of a claim",
        """
        At least two sources conflict outright.
        """,
    ),
    "lost": (
        "Mark of a cell",
        """
        What was quoted from it is not in it, or is there more than once, so it is compared with
        nothing. A gap, not silence.

        What to do: copy the words from `provenance read FILE --text`; where they stand twice, add
        `prefix` or `suffix`.
        """,
    ),
    "open": (
        "Verdict of a claim",
        """
        Sources may conflict, or nothing tells whether they do, or no source has spoken yet and some
        have not been read. The reason is given; a person decides.
        """,
    ),
    "possible-conflict": (
        "Mark of a cell, and relation of two statements",
        """
        Both cannot be true, but something takes the edge off it: one reports another's words, gives
        a plan, stands in a summary, is held only as possible, speaks of another time, or is a
        proposal that nobody has confirmed. The reason is named.

        What to do: read both. `provenance explain PV502` tells more.
        """,
    ),
    "silent": (
        "Mark of a cell, and verdict of a claim",
        """
        A person read it through, and it does not say; of a claim, no source says. In parentheses it
        is only proposed: a search found nothing.
        """,
    ),
    "single": (
        "Verdict of a claim",
        """
        One source speaks (the board says *one source*), so nothing was compared. What was quoted
        from a source that could not be read is named beside it.
        """,
    ),
    "undetermined": (
        "Mark of a cell, and relation of two statements",
        """
        They differ, and nothing tells whether both can be true: texts in different words, or values
        that cannot be measured against each other. A person decides.
        """,
    ),
    "unread": (
        "Mark of a cell, and state of a source",
        """
        Nobody has looked for it in this source yet, or the source could not be read (the board says
        *not read*). A gap, not silence: it may say anything.

        What to do: read it, then quote it in the claim or list it under `silent`.
        """,
    ),
}
