"""Every check finds what it is for, says it in words that help, and is quiet otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.checks.registry import checks, run_checks
from provenance.checks.subject import Subject
from provenance.comparison.judge import judge
from provenance.errors import Place
from provenance.evidence.edtf_dates import read_date
from provenance.model.alignments import Difference, DifferenceKind, Found
from provenance.model.claims import Claim
from provenance.model.documents import Gap, Layer
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.findings import Finding, Severity
from provenance.model.sources import Role, Source
from provenance.model.spans import Span
from provenance.model.verdicts import Cell, PlacedStatement, Row, Standing, StatementState
from tests import factories

TEXT = "The bridge was closed on the fourteenth of March 1841, [1] says the clerk.\n"
QUOTE = "closed on the fourteenth of March 1841"
UNDATED = "The bridge was closed"
"""What is quoted where `says` is not the date of the text."""
AT = TEXT.index(QUOTE)
WHOLE_LAYER = Layer("transcript", Span(0, len(TEXT)))


def entry(
    id_: str = "clerk",
    *,
    state: SourceState = SourceState.READ,
    text: str | None = TEXT,
    role: Role = Role.SOURCE,
    sha256: str = "recorded",
    described: bool = True,
    gaps: tuple[Gap, ...] = (),
    layers: tuple[Layer, ...] = (),
) -> ReadSource:
    source: Source = replace(factories.source(id_, role=role, issued="1842"), sha256=sha256)
    if sha256:
        source = replace(source, sha256_place=Place(f"seeds/{id_}.txt.source.yaml", 9, 9))
    if not described:
        source = replace(source, place=Place(source.path), sha256="", sha256_place=Place(""))
    document = None if text is None else factories.document(text, gaps=gaps, layers=layers)
    return ReadSource(source, document, state, "it is a picture" if text is None else "")


def said(source: str = "clerk", says: str = "1841-03-14", **more: object) -> PlacedStatement:
    """A confirmed statement that stands in TEXT, word for word."""
    fields = {"state", "standing", "found", "differences", "layer", "words", "why", "is_sure"}
    own = {key: value for key, value in more.items() if key not in fields}
    layer_named = own.pop("layer_named", "")
    words = QUOTE if says == "1841-03-14" else UNDATED
    statement = replace(
        factories.statement(source, quote=str(own.pop("quote", words)), **own),  # type: ignore[arg-type]
        says=says,
        value=read_date(says),
        layer=str(layer_named),
    )
    placed = factories.placed(replace(statement, quote=QUOTE), text=TEXT)
    given = {key: value for key, value in more.items() if key in fields}
    return replace(placed, statement=statement, **given)  # type: ignore[arg-type]


def lost(found: Found, why: str) -> PlacedStatement:
    placed = factories.placed(factories.statement("clerk", quote=QUOTE), standing=Standing.LOST)
    return replace(placed, found=found, why=why)


def findings(
    *statements: PlacedStatement, sources: tuple[ReadSource, ...] = (), silent: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """What all the checks find in a workspace of these statements on one claim."""
    ids = dict.fromkeys(placed.statement.source for placed in statements)
    entries = sources or tuple(entry(id_) for id_ in ids)
    claim: Claim = factories.claim(silent=silent)
    cells = tuple(
        factories.cell(*own, source_id=e.source.id)
        for e in entries
        if (own := [s for s in statements if s.statement.source == e.source.id])
    )
    return run_checks(Subject(entries, (_row(claim, cells, entries),)))


def _row(claim: Claim, cells: tuple[Cell, ...], entries: tuple[ReadSource, ...]) -> Row:
    described = {e.source.id: e.source for e in entries}
    documents = {e.source.id: e.document for e in entries if e.document}
    return judge(claim, cells, described, documents)


DRAFT = entry("draft", role=Role.DRAFT, sha256="")
ONE_DIFFERENCE = (Difference(DifferenceKind.NUMBER, Span(10, 23), Span(AT + 10, AT + 23)),)

BAD = [
    pytest.param(
        findings(sources=(entry(state=SourceState.CHANGED),)),
        "PV101",
        Place("seeds/clerk.txt.source.yaml", 9, 9),
        "seeds/clerk.txt is not what was recorded (SHA-256 recorded…, now "
        f"{factories.document(TEXT).sha256[:8]}…).",
        id="source-changed",
    ),
    pytest.param(
        findings(sources=(entry(state=SourceState.UNREAD, text=None),)),
        "PV102",
        Place("seeds/clerk.txt"),
        "clerk could not be read: it is a picture.",
        id="source-unread",
    ),
    pytest.param(
        findings(
            sources=(
                entry(
                    state=SourceState.PARTLY_READ,
                    gaps=(Gap("no text", "page 2"), Gap("3 damaged bytes")),
                ),
            )
        ),
        "PV103",
        Place("seeds/clerk.txt"),
        "clerk was read only in part: page 2: no text; 3 damaged bytes.",
        id="source-partly-read",
    ),
    pytest.param(
        findings(sources=(entry(described=False),)),
        "PV104",
        Place("seeds/clerk.txt"),
        "seeds/clerk.txt has no description.",
        id="source-undescribed",
    ),
    pytest.param(
        findings(sources=(entry(sha256=""),)),
        "PV105",
        Place("seeds/clerk.txt.source.yaml", 1, 1),
        "No hash of seeds/clerk.txt is recorded.",
        id="source-unpinned",
    ),
    pytest.param(
        findings(lost(Found.NONE, "These words stand nowhere in it.")),
        "PV201",
        Place("claims/closed.yaml", 5, 12),
        f"“{QUOTE}” is not in clerk. These words stand nowhere in it.",
        id="quotation-not-found",
    ),
    pytest.param(
        findings(
            lost(Found.SEVERAL, "It stands at 2 places (lines 1, 4); prefix or suffix decide.")
        ),
        "PV202",
        Place("claims/closed.yaml", 5, 12),
        f"“{QUOTE}” stands more than once in clerk. It stands at 2 places (lines 1, 4); prefix or"
        " suffix decide.",
        id="quotation-found-several-times",
    ),
    pytest.param(
        findings(
            said(
                quote="closed on the fifteenth!! of March 1841",
                standing=Standing.NEAR,
                found=Found.NEAR,
                differences=ONE_DIFFERENCE,
            )
        ),
        "PV203",
        Place("claims/closed.yaml", 5, 12),
        "“closed on the fifteenth!! of March 1841” is not word for word in clerk:"
        " “the fifteenth” is “the fourteent” there (number).",
        id="quotation-only-near",
    ),
    pytest.param(
        findings(
            said(standing=Standing.MOVED),
            sources=(entry(state=SourceState.CHANGED),),
        )[:1],
        "PV204",
        Place("claims/closed.yaml", 5, 12),
        f"clerk changed since “{QUOTE}” was taken from it.",
        id="quotation-moved",
    ),
    pytest.param(
        findings(
            said(layer_named="summary", layer=WHOLE_LAYER), sources=(entry(layers=(WHOLE_LAYER,)),)
        ),
        "PV205",
        Place("claims/closed.yaml", 5, 12),
        "The words do not stand in “summary”, but in the layer “transcript”; there is no layer"
        " “summary”.",
        id="named-layer-elsewhere",
    ),
    pytest.param(
        findings(said(says="1841-03-15", quote="closed on 14 March 1841")),
        "PV206",
        Place("claims/closed.yaml", 5, 12),
        "It says 1841-03-15, and the date in its words is “14 March 1841”.",
        id="says-another-date-than-its-words",
    ),
    pytest.param(
        findings(said(notes=("1",))),
        "PV301",
        Place("claims/closed.yaml", 5, 12),
        "It rests on note 1, whose body is not in clerk.",
        id="note-without-a-body",
    ),
    pytest.param(
        findings(said("clerk"), said("gazette", "1841-05-14")),
        "PV501",
        Place("claims/closed.yaml", 4, 5),
        "clerk and gazette conflict. 14 March 1841 against 14 May 1841, 61 days apart.",
        id="conflict",
    ),
    pytest.param(
        findings(said("clerk"), said("gazette", "1841-05-14", speaker="the Vicar")),
        "PV502",
        Place("claims/closed.yaml", 4, 5),
        "clerk and gazette may conflict. 14 March 1841 against 14 May 1841, 61 days apart: gazette"
        " reports the Vicar.",
        id="possible-conflict",
    ),
    pytest.param(
        findings(said("clerk"), said("gazette", "1841-05-14", state=StatementState.PROPOSED)),
        "PV506",
        Place("claims/closed.yaml", 4, 5),
        "clerk and gazette conflict, if a proposal is right. 14 March 1841 against 14 May 1841, 61"
        " days apart.",
        id="a-conflict-with-a-proposal-is-told-apart",
    ),
    pytest.param(
        findings(said("clerk"), said("clerk", "1841-05-14")),
        "PV502",
        Place("claims/closed.yaml", 4, 5),
        "Statements 1 and 2 of clerk may conflict. 14 March 1841 against 14 May 1841, 61 days"
        " apart: both stand in clerk.",
        id="a-source-that-contradicts-itself",
    ),
    pytest.param(
        findings(said("draft", "1841-05-14"), said("clerk"), sources=(DRAFT, entry())),
        "PV503",
        Place("claims/closed.yaml", 4, 5),
        "The draft and a source conflict (draft and clerk). 14 May 1841 against 14 March 1841, 61"
        " days apart.",
        id="draft-conflicts",
    ),
    pytest.param(
        findings(
            said("draft", "1841-05-14"),
            said("clerk", speaker="the Vicar"),
            sources=(DRAFT, entry()),
        ),
        "PV504",
        Place("claims/closed.yaml", 4, 5),
        "The draft may differ from a source (draft and clerk). 14 May 1841 against 14 March 1841,"
        " 61 days apart: clerk reports the Vicar.",
        id="draft-may-differ",
    ),
    pytest.param(
        findings(said("clerk", state=StatementState.PROPOSED)),
        "PV507",
        Place("claims/closed.yaml", 1, 1),
        "The verdict “single” on closed rests on what nobody has confirmed.",
        id="a-verdict-on-proposals-alone",
    ),
    pytest.param(
        findings(said("clerk"), silent=("clerk",)),
        "PV505",
        Place("claims/closed.yaml", 5, 12),
        "clerk is listed as silent, and is quoted here.",
        id="silent-and-speaks",
    ),
]


@pytest.mark.parametrize(("found", "code", "place", "message"), BAD)
def test_a_check_finds_what_it_is_for_and_nothing_else(
    found: tuple[Finding, ...], code: str, place: Place, message: str
) -> None:
    (finding,) = found
    assert (finding.code, finding.place, finding.message) == (code, place, message)
    assert finding.severity is checks()[code].severity
    assert finding.hint.endswith(".")
    assert finding.claim == ("" if code.startswith("PV1") else "closed")


def test_every_check_has_a_bad_case() -> None:
    # Those about origins and of drafts have theirs beside their own tests.
    others = {code for code, each in checks().items() if each.run and not code.startswith("PV6")}
    assert {row.values[1] for row in BAD} == others


def test_nobody_is_told_that_a_proposal_says_another_date_than_its_words() -> None:
    misread = said(
        says="1841-03-15", quote="closed on 14 March 1841", state=StatementState.PROPOSED
    )
    assert "PV206" not in {finding.code for finding in findings(misread)}


GOOD = [
    pytest.param(findings(said("clerk"), said("gazette")), id="two-that-agree"),
    pytest.param(findings(said("clerk"), said("gazette", "1841-03")), id="less-precise"),
    pytest.param(findings(said("draft"), sources=(DRAFT,)), id="a-draft-needs-no-hash"),
    pytest.param(
        findings(said(says="1841-03-15", quote="closed the day after 14 March 1841")),
        id="words-that-lead-to-another-date",
    ),
    pytest.param(
        findings(said(says="1841-03-15", quote="closed by the order of 14 March 1841")),
        id="the-date-of-a-paper",
    ),
    pytest.param(
        findings(said(says="1841-03", quote="closed on 14 March")), id="less-precise-than-its-words"
    ),
    pytest.param(
        findings(said("clerk", "1841-03-14"), said("gazette", state=StatementState.PROPOSED)),
        id="one-statement-confirmed",
    ),
    pytest.param(
        findings(said(standing=Standing.FOLDED, found=Found.FOLDED)), id="folded-is-no-finding"
    ),
    pytest.param(
        findings(
            said(layer_named="transcript", layer=WHOLE_LAYER),
            sources=(entry(layers=(WHOLE_LAYER,)),),
        ),
        id="the-layer-named-rightly",
    ),
]


@pytest.mark.parametrize("found", GOOD)
def test_the_checks_are_quiet_where_all_is_well(found: tuple[Finding, ...]) -> None:
    assert found == ()


def test_a_lost_quotation_of_an_unread_source_is_told_once() -> None:
    gone = entry(state=SourceState.UNREAD, text=None)
    found = findings(lost(Found.NONE, "The source could not be read."), sources=(gone,))
    assert [finding.code for finding in found] == ["PV102"]


def test_findings_come_by_file_line_column_and_code() -> None:
    found = findings(
        said("clerk", notes=("1",)),
        said("gazette", "1841-05-14"),
        sources=(entry("clerk", sha256=""), entry("gazette")),
    )
    assert [finding.code for finding in found] == ["PV501", "PV301", "PV105"]
    assert list(found) == sorted(found, key=lambda finding: finding.order)


def test_only_confirmed_conflicts_and_broken_evidence_are_errors() -> None:
    of_the_board = {code: each for code, each in checks().items() if each.run}
    errors = {code for code, each in of_the_board.items() if each.severity is Severity.ERROR}
    assert errors == {"PV101", "PV201", "PV202", "PV501", "PV503"}
