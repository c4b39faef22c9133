"""The files a workspace starts with: they say in comments what may stand in them."""

from __future__ import annotations

from provenance.workspace.quoting import scalar_text

_SETTINGS = """\
# Settings of this workspace. All of them may be left out; lines that begin with # do nothing.

title: {title}

# The order of the sources on the board, by id. Without it they stand by date.
# columns: [harriman-cable, yalta-essay]

# Names that one person, place or office goes by.
# aliases:
#   - [Chiang Kai-shek, Jiang Jieshi, the Generalissimo]

# Stretches of time that "a few weeks after the conference" may hang on, as EDTF dates.
# events:
#   yalta: 1945-02-04/1945-02-11

# How many different people are to sign off a claim, and whether each decides without seeing what
# the others did.
# review:
#   signatures: 2
#   blind: yes

# Draw marks as letters, where a terminal or its font draws signs badly.
# marks: letters

# How far apart answers may lie and still agree, where a claim does not say.
# tolerance:
#   date: P1D
#   number: 5%

# A source is a file in seeds/, put there by `provenance add FILE`. A claim is a file in claims/:
#
#   question: When did the talks begin?
#   type: date
#   statements:
#     - source: harriman-cable
#       quote: "the words of the source, exactly"
#       says: 1945-07-02
"""

_DESCRIPTION = """\
# Claims name the source by its id, so let it stay as it is.
id: {id}
# As the document gives it; in [brackets] where you supply it.
title: {title}
# Such as [{{family: Harriman, given: Averell}}], or [{{literal: Office of the Historian}}].
author: []
# An EDTF date: 1945-07-05, 1945-07~ (about then), 1945? (doubtful); null where it is not known.
issued: null
# A CSL type: book, chapter, article-journal, report, personal_communication (letters, cables), …
type: null
# source, or draft for the manuscript being checked.
role: source
# primary, secondary or tertiary.
kind: null
# Such as en or zh-Hant.
language: null
# Ids of sources that this one is known to rest on.
derived-from: []
# Parts with authors of their own, each from its first words to its last:
# [{{name: summary, author: the archive, from: Soong promises, to: integrity of China.}}]
layers: []
sha256: {sha256}
"""


def settings(title: str) -> str:
    """A settings file for a workspace of this title."""
    return _SETTINGS.format(title=scalar_text(title))


def description(id: str, title: str, sha256: str) -> str:
    """A description that says of a document only what its file tells."""
    return _DESCRIPTION.format(id=scalar_text(id), title=scalar_text(title), sha256=sha256)
