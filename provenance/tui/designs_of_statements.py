"""The form that makes marked words of a source a statement on a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.errors import Place
from provenance.model.claims import Claim, ClaimType, Holds, Statement
from provenance.model.spans import Span
from provenance.rendering.statements_in_words import HELD
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import value_in_words
from provenance.tui.designs_of_claims import (
    AS_ASKED,
    TYPES,
    claim_entries,
    question_field,
    short_name,
    type_of,
    wrong_name,
)
from provenance.tui.forms import Design, Field, Ground, Values, listed

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_UNCHOSEN = "?"
"""The choice of none yet, where the words fit no question: no claim can have this name."""
_NEW = ""
"""The choice of a question that is yet to be written."""
_OF_NEW = frozenset({"question", "type", "name"})
_MOST_SHOWN = 400
STATED = (
    Field("says", "Says", "the answer the words give", needed=True),
    Field("holds", "How firmly", choices=tuple((HELD[h], h.value) for h in Holds)),
    Field("speaker", "Who says it", "the source's own voice"),
    Field("notes", "Notes", "labels of the notes it rests on, with commas"),
    Field("about", "About", "the whole question; or the part of it that is meant"),
    Field("as-of", "Said when", "if not on the source's date"),
    Field("layer", "Part (layer)", "the part of the source that the words stand in"),
)
"""What a statement says beside its words."""
ANSWERS = {
    ClaimType.DATE: "a date with its year, as in 14 March 1923 or about 1923",
    ClaimType.NUMBER: "a number, with what it counts: 11 men",
    ClaimType.YES_NO: "yes, no or conditional",
    ClaimType.NAME: "the name",
    ClaimType.TEXT: "the answer, in a few words",
}
"""What an answer looks like, by what the question asks for."""


class StatementDesign(Design):
    """What a stretch of a source says on a question, prefilled with what its words show."""

    form: ClassVar[str] = "statement"
    decides: ClassVar[bool] = True
    purpose: ClassVar[str] = (
        "The words you marked, and what they state on a question: filled in as far as the words "
        "show it, for you to put right. Confirming adds the statement to the question's file."
    )

    def __init__(
        self, desk: run.Desk, marking: run.Marking, source: str, span: Span, claim: str = ""
    ) -> None:
        self._desk, self._marking, self._source = desk, marking, source
        claims, best = marking.by_fit()
        self._claim = claim if claim in desk.claims else best or (_UNCHOSEN if claims else _NEW)
        self._is_prepared = False
        self.about = (
            ("end", str(span.end)),
            ("source", source),
            ("start", str(span.start)),
        )
        self.title = f"What {source} says"
        questions = [(f"{each.question} ({each.id})", each.id) for each in claims]
        unchosen = () if self._claim != _UNCHOSEN else (("choose a question …", _UNCHOSEN),)
        self.fields = (
            Field(
                "claim",
                "On",
                choices=(*unchosen, *map(_shown, questions), ("a new question …", _NEW)),
            ),
            question_field(),
            Field("type", "Asks for", choices=TYPES),
            Field("name", "Short name", "made from the question"),
            *STATED,
        )

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> StatementDesign | None:
        """`about` may name a claim to begin with."""
        start, end = about.get("start", ""), about.get("end", "")
        if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
            return None
        sources, span = ground.dossier.sources, Span(int(start), int(end))
        found = (e for e in sources if e.source.id == about.get("source") and e.document)
        entry = next(found, None)
        if entry is None or entry.document is None or span.end > len(entry.document.text):
            return None
        marking = run.Marking(sources, entry.source.id, span, ground.desk)
        return cls(ground.desk, marking, entry.source.id, span, about.get("claim", ""))

    def begin(self) -> dict[str, str]:
        return {"claim": self._claim}

    def intro(self) -> Content:
        words = on_one_line(self._marking.words)
        cut = f"{words[:_MOST_SHOWN]} …" if len(words) > _MOST_SHOWN else words
        return Content.styled(f"“{cut}”", "bold")

    def shown(self, values: Values) -> frozenset[str]:
        names = frozenset(field.name for field in self.fields)
        return names if values["claim"] == _NEW else names - _OF_NEW

    def prepare(self) -> None:
        self._marking.prepare()
        self._is_prepared = True

    def derived(self, values: Values) -> dict[str, str]:
        found = {"name": short_name(values.get("question", ""))}
        if not self._is_prepared:
            return found
        read = self._marking.read_as(self._on(values))
        return found | {
            "says": read.says,
            "holds": read.holds.value,
            "speaker": read.speaker,
            "notes": ", ".join(read.notes),
        }

    def _on(self, values: Values) -> Claim:
        known = self._desk.claims.get(values["claim"])
        question = values.get("question", "")
        return known or Claim("", question, type_of(values), Place(""))

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        if values["claim"] == _UNCHOSEN:
            return (run.Wrong("claim", "choose the question that the words answer"),)
        made = self._statement(values)
        wrong = made if isinstance(made, tuple) else ()
        if values["claim"] == _NEW:
            return (*wrong_name(self._desk, values.get("name", "").strip()), *wrong)
        return wrong

    def asks(self, name: str, values: Values) -> str:
        return ANSWERS[self._on(values).type] if name == "says" else ""

    def told(self, values: Values) -> Mapping[str, str]:
        if values["claim"] == _UNCHOSEN:
            return {}
        made = self._statement(values)
        if isinstance(made, tuple):
            return {}
        basis = self._marking.read_as(self._on(values)).basis if self._is_prepared else ""
        why = f" ({basis})" if basis else ""
        return {"says": f"read as {value_in_words(made.value)}{why}"}

    def _statement(self, values: Values) -> Statement | tuple[run.Wrong, ...]:
        quoted = self._marking.quoted() if self._is_prepared else None
        item = stated_item(self._source, self._marking.words, values, self._on(values).type)
        beside = {"prefix": quoted.prefix, "suffix": quoted.suffix} if quoted else {}
        item |= {name: value for name, value in beside.items() if value}
        is_new = values["claim"] == _NEW
        entries = claim_entries(values) if is_new else None
        claim = values.get("name", "").strip() or "new" if is_new else values["claim"]
        return self._desk.statement(claim, item, entries)

    def write(self, app: WritingApp, values: Values) -> bool:
        made = self._statement(values)
        if isinstance(made, tuple):
            return False
        claim = values["claim"]
        if claim == _NEW:
            claim = values["name"].strip()
            entries = claim_entries(values)
            if not app.write(lambda: run.add_claim(app.root, claim, entries), f"New: {claim}."):
                return False
        return app.record_statement(claim, made)


def stated_values(statement: Statement) -> dict[str, str]:
    """What the fields of `STATED` hold for a statement."""
    return {
        "says": statement.says,
        "holds": statement.holds.value,
        "speaker": statement.speaker,
        "notes": ", ".join(statement.notes),
        "about": statement.about,
        "as-of": statement.as_of.edtf if statement.as_of else "",
        "layer": statement.layer,
    }


def stated_item(
    source: str, quote: str, values: Values, type: ClaimType
) -> dict[str, str | list[str]]:
    """A statement as a claim's file lists it, from the fields of `STATED`."""
    held, says = values.get("holds", ""), values.get("says", "").strip()
    said = {
        "source": source,
        "quote": quote,
        "says": run.date_meant(says) if type is ClaimType.DATE else says,
        "holds": "" if held == Holds.ASSERTED.value else held,
        **{name: values.get(name, "").strip() for name in ("speaker", "layer", "about")},
        "as-of": run.date_meant(values.get("as-of", "")),
    }
    item: dict[str, str | list[str]] = {name: value for name, value in said.items() if value}
    notes = listed(values.get("notes", ""))
    return item | {"notes": notes} if notes else item


def _shown(choice: tuple[str, str]) -> tuple[str, str]:
    return on_one_line(choice[0]), choice[1]


__all__ = ["AS_ASKED", "StatementDesign"]
