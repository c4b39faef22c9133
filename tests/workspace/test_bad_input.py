"""What a user reads when a file in the workspace is wrong, to the last letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.workspace.folder import open_workspace
from tests.workspace.folders import CABLE, CLAIM, make
from tests.workspace.golden import GOLDEN, assert_golden

Files = dict[str, str | bytes]


def claim(text: str | bytes) -> Files:
    """The claim file `claims/soong.yaml`."""
    return {"claims/soong.yaml": text}


def described(text: str) -> Files:
    """A description of the cable."""
    return {"seeds/cable.txt.source.yaml": text}


CASES = [
    # YAML
    pytest.param("yaml-colon", claim("question: When: at last?\ntype: date\n"), id="second colon"),
    pytest.param("yaml-open-quote", claim('question: "When?\ntype: date\n'), id="open quotation"),
    pytest.param("yaml-tab", claim("question: When?\nfind:\n\t- Soong\n"), id="tab as indentation"),
    pytest.param(
        "yaml-tab-deeper", claim("question: When?\n\ttype: date\n"), id="tab before a key"
    ),
    pytest.param(
        "yaml-quote-runs-on",
        claim(
            CLAIM.replace("quote: Soong", 'quote: "Soong') + '  - source: cable\n    quote: "x y"\n'
        ),
        id="quotation closed by the next one's mark",
    ),
    pytest.param("yaml-no-space", claim("question:When?\ntype: date\n"), id="no space after colon"),
    pytest.param("yaml-flow", claim("question: When?\nfind: [Soong, Stalin\n"), id="open bracket"),
    pytest.param("yaml-stray-text", claim('question: "When" at last?\n'), id="text after quotes"),
    pytest.param("yaml-aliases", claim("question: &q When?\ntype: *q\n"), id="anchor and alias"),
    pytest.param(
        "yaml-bomb",
        claim("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nquestion: When?\n"),
        id="aliases of aliases",
    ),
    pytest.param(
        "yaml-tags",
        claim("question: !!python/object/apply:os.system [ls]\ntype: !!str date\n"),
        id="tags",
    ),
    pytest.param("yaml-merge", claim("question: When?\n<<: {type: date}\n"), id="merge key"),
    pytest.param("yaml-depth", claim("question: " + "[" * 40 + "]" * 40), id="deep nesting"),
    pytest.param("yaml-depth-huge", claim("question: " + "[" * 90_000), id="very deep nesting"),
    pytest.param(
        "yaml-key-twice", claim("question: A?\ntype: date\nquestion: B?\n"), id="key twice"
    ),
    pytest.param("yaml-documents", claim(CLAIM + "---\n" + CLAIM), id="two documents"),
    pytest.param("yaml-escape", claim("question: When?\x1b[2J\n"), id="raw escape character"),
    pytest.param("yaml-not-utf8", claim("question: Où?\n".encode("latin-1")), id="not UTF-8"),
    pytest.param("yaml-not-a-mapping", claim("When was it?\n"), id="prose instead of keys"),
    pytest.param("yaml-empty", claim("# to be written\n"), id="nothing but a comment"),
    pytest.param("yaml-too-large", claim("# " + "x" * 2_000_000), id="too large"),
    # Shape
    pytest.param(
        "unknown-key",
        claim("question: When?\ntype: date\nstatments: []\nx-mine: free\nrefers-to: nothing\n"),
        id="unknown keys, one of them mistyped",
    ),
    pytest.param(
        "unknown-key-in-statement",
        claim(CLAIM.replace("quote:", "quotation:")),
        id="unknown key in a statement, which then lacks its quotation",
    ),
    pytest.param("missing-keys", claim("find: [Soong]\n"), id="question missing"),
    pytest.param("bad-type", claim("question: When?\ntype: dat\n"), id="type that does not exist"),
    pytest.param(
        "bad-shapes",
        claim(
            "question: [When?]\ntype: date\nsilent: cable\nfind:\n  a: b\nstatements:\n  - cable\n"
            "one-answer: yes\n"
        ),
        id="lists, mappings and text in each other's places",
    ),
    pytest.param(
        "empty-values", claim('question:\ntype: date\nfind: [""]\n'), id="keys with nothing in them"
    ),
    # Values
    pytest.param(
        "bad-edtf",
        claim(CLAIM.replace("1945-07-05", "5 July 1945") + "    as-of: 1945-13\n"),
        id="dates that are not EDTF",
    ),
    pytest.param(
        "bad-value",
        claim(CLAIM.replace("type: date", "type: yes-no").replace("1945-07-05", "maybe")),
        id="answer that is neither yes nor no",
    ),
    pytest.param(
        "date-for-a-number",
        claim(CLAIM.replace("type: date", "type: number")),
        id="date where the claim asks for a number",
    ),
    pytest.param(
        "bad-tolerance",
        claim(CLAIM + "tolerance: about a week\nevents: {yalta: winter}\n"),
        id="tolerance and event",
    ),
    pytest.param(
        "everything-at-once",
        claim(
            CLAIM.replace("1945-07-05", "soon").replace("type: date", "type: date\nqestion: a")
            + "    holds: firmly\n"
        ),
        id="all of a file's mistakes in one go",
    ),
    # Sources
    pytest.param("unknown-source", claim(CLAIM.replace("cable", "cabel")), id="source mistyped"),
    pytest.param(
        "unknown-silent",
        claim("question: When?\ntype: date\nsilent: [cable, essay]\n"),
        id="silent source that does not exist",
    ),
    pytest.param(
        "missing-source",
        {"seeds/cabel.txt.source.yaml": "id: other\n"},
        id="description without a document",
    ),
    pytest.param(
        "duplicate-source-id",
        {
            **described("id: cable\n"),
            "seeds/essay.txt": CABLE,
            "seeds/essay.txt.source.yaml": "title: Essay\nid: Cable\n",
        },
        id="two sources with one id",
    ),
    pytest.param(
        "bad-description",
        described(
            "id: my cable\nauthor: {name: Soong}\nissued: July 1945\ntype: letter\nrole: daft\n"
            "sha256: abc\nlayers:\n  - {name: a, from: b}\n  - {name: a, too: b}\n"
        ),
        id="everything wrong with a description",
    ),
    # Settings
    pytest.param(
        "bad-settings",
        {
            "provenance.yaml": "titel: x\ncolumns: [cabel]\nmarks: runes\nseverities: {a: fatal}\n"
            "tolerance: {date: 5%, name: x}\nevents: [a]\naliases: [[a], b]\n"
        },
        id="settings",
    ),
    pytest.param(
        "unknown-column",
        {"provenance.yaml": "columns: [cable, essay]\n"},
        id="column without source",
    ),
    # Names of files
    pytest.param(
        "claims-differ-in-case",
        {"claims/soong.yaml": CLAIM, "claims/Soong.yaml": CLAIM},
        id="two claims whose names differ in case",
    ),
    pytest.param(
        "nearly-yaml",
        {"claims/soong.yml": CLAIM, "seeds/cable.txt.source.yml": "id: c\n"},
        id="files named .yml",
    ),
    pytest.param("not-a-claim", {"claims/notes.txt": "x"}, id="other file among the claims"),
    pytest.param("name-that-acts", {"seeds/a\x1b[2Jb.txt": CABLE}, id="escape in a file's name"),
]


@pytest.mark.parametrize(("case", "files"), CASES)
def test_error_says_where_what_and_what_next(case: str, files: Files, tmp_path: Path) -> None:
    assert_golden(case, open_workspace(make(tmp_path, files)).problems)


def test_every_golden_error_is_used_by_a_test() -> None:
    tests = GOLDEN.parent.parent
    code = "".join(p.read_text() for p in sorted(tests.glob("[rw]*/test_*.py")))
    assert [path.name for path in sorted(GOLDEN.iterdir()) if f'"{path.stem}"' not in code] == []


def test_no_bad_file_stops_another(tmp_path: Path) -> None:
    every: list[Files] = [param.values[1] for param in CASES]  # type: ignore[misc]
    alone = [files["claims/soong.yaml"] for files in every if set(files) == {"claims/soong.yaml"}]
    bad: Files = {f"claims/bad-{number}.yaml": content for number, content in enumerate(alone)}
    workspace = open_workspace(make(tmp_path, {**bad, "claims/good.yaml": CLAIM}))
    assert [claim.id for claim in workspace.claims] == ["good"]
    assert [source.id for source in workspace.sources] == ["cable"]
    assert {p.place.path for p in workspace.problems if p.place} == set(bad)
