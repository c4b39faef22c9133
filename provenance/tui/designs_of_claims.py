"""The form for a question: written new, or changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from provenance import run
from provenance.model.claims import ClaimType
from provenance.model.names import fold_text
from provenance.rendering.dates_in_words import date_in_words
from provenance.tui.forms import Design, Field, Ground, Values, listed

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

AS_ASKED = ""
"""The choice that leaves the type to the question."""
TYPES = (
    ("as the question shows", AS_ASKED),
    ("a date", "date"),
    ("a number", "number"),
    ("yes or no", "yes-no"),
    ("a name", "name"),
    ("words", "text"),
)
_NO_WORDS = frozenset(
    re.findall(r"\w+", "a an and at by did do does for from had has have in is it of on or s t the")
) | frozenset(
    re.findall(r"\w+", "to was were what when where which who whom whose why with would how")
)
_ANSWERS = (("several may be right", ""), ("only one can be right", "true"))
_MOST_WORDS, _MOST_CHARACTERS = 4, 40
_NAME = re.compile(r"[^\W_][\w-]*")


def question_field(needed: bool = True) -> Field:
    return Field("question", "Question", "When was …? Would …? How many …?", needed=needed)


def short_name(question: str) -> str:
    """A claim's id made from its question: `chiang-officially-told-yalta`."""
    words = [w for w in re.findall(r"[^\W_]+", fold_text(question)) if w not in _NO_WORDS]
    return "-".join(words[:_MOST_WORDS])[:_MOST_CHARACTERS].strip("-")


def wrong_name(desk: run.Desk, name: str) -> tuple[run.Wrong, ...]:
    """What is wrong with the short name of a new claim."""
    if not _NAME.fullmatch(name) or not name.isprintable():
        hint = "letters, digits and hyphens, such as bridge-closed"
        return (run.Wrong("name", "this cannot be a short name", hint),)
    if name.casefold() in {id.casefold() for id in desk.names}:
        return (run.Wrong("name", "another question has this short name", "change it a little"),)
    return ()


def type_of(values: Values) -> ClaimType:
    """The type chosen, or the one the question shows."""
    chosen = values.get("type", AS_ASKED)
    from provenance.evidence.question import asked

    return ClaimType(chosen) if chosen else asked(values.get("question", "")).type


def claim_entries(values: Values) -> run.Entries:
    """What a claim's file is to say of the fields."""
    type = type_of(values)
    has_one = type in (ClaimType.NAME, ClaimType.TEXT)
    has_tolerance = type in (ClaimType.DATE, ClaimType.NUMBER)
    return {
        "question": values["question"].strip(),
        "type": values.get("type") or None,
        "find": [*listed(values.get("find", ""))],
        "one-answer": values.get("one-answer") or None if has_one else None,
        "silent": [*listed(values.get("silent", ""))],
        "events": dict(_events(values)),
        "tolerance": run.tolerance_meant(values.get("tolerance", "")) or None
        if has_tolerance
        else None,
    }


class ClaimDesign(Design):
    """A new question, or with `id` one that is there."""

    form: ClassVar[str] = "claim"
    purpose: ClassVar[str] = (
        "A question that sources answer, and what an answer to it looks like. Only the question is "
        "needed: what the sources say on it is proposed on the board once it is confirmed."
    )

    def __init__(self, desk: run.Desk, id: str = "") -> None:
        self._desk, self._claim = desk, desk.claims.get(id)
        self.about = (("claim", id),) if id else ()
        self.title = f"Change the question {id}" if id else "A new question"
        has_type = self._claim is not None and not self._claim.type_proposed
        self.fields = (
            question_field(),
            Field("type", "Asks for", choices=TYPES[1:] if has_type else TYPES),
            Field("find", "Look for", "words to search for, with commas between"),
            Field("tolerance", "Tolerance", "how far apart still agrees: 3 days, 5%, 10"),
            Field(
                "one-answer",
                "One answer",
                choices=(("several may be right", ""), ("only one can be right", "true")),
            ),
            Field("events", "Events", "name = date, with semicolons: the flood = March 1841"),
            Field("silent", "Silent", "short names of sources you read that do not say"),
            *(() if id else (Field("name", "Short name", "made from the question"),)),
        )

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> ClaimDesign | None:
        claim = about.get("claim", "")
        return cls(ground.desk, claim) if not claim or claim in ground.desk.claims else None

    def begin(self) -> dict[str, str]:
        claim = self._claim
        if claim is None:
            return {}
        written = self._desk.events_written(claim.id)
        return {
            "question": claim.question,
            "type": "" if claim.type_proposed else claim.type.value,
            "find": ", ".join(claim.find),
            "one-answer": "true" if claim.one_answer else "",
            "silent": ", ".join(claim.silent),
            "events": "; ".join(f"{name} = {when}" for name, when in written.items()),
            "tolerance": run.tolerance_in_words(self._desk.tolerance_written(claim.id)),
        }

    def shown(self, values: Values) -> frozenset[str]:
        names = {field.name for field in self.fields}
        type = type_of(values)
        if type not in (ClaimType.DATE, ClaimType.NUMBER):
            names.discard("tolerance")
        if type not in (ClaimType.NAME, ClaimType.TEXT):
            names.discard("one-answer")
        return frozenset(names)

    def derived(self, values: Values) -> dict[str, str]:
        return {} if self._claim else {"name": short_name(values.get("question", ""))}

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        events = _events(values)
        undated = [name for name, when in events if not name or not when]
        if undated or len(dict(events)) < len(events):
            hint = "each once, as name = date, with semicolons between"
            return (run.Wrong("events", "an event has no date, or is there twice", hint),)
        found = self._desk.wrong_with_claim(self._id(values), claim_entries(values))
        names = {name for name, _ in events}
        wrong = tuple(replace(w, field="events") if w.field in names else w for w in found)
        return wrong if self._claim else (*wrong_name(self._desk, self._id(values)), *wrong)

    def told(self, values: Values) -> Mapping[str, str]:
        from provenance.evidence.question import asked

        told = {}
        question = values.get("question", "")
        if question.strip() and not values.get("type"):
            shown = asked(question)
            told["type"] = f"{_in_words(shown.type)}: {shown.why}"
        if (within := values.get("tolerance", "").strip()) and "tolerance" in self.shown(values):
            in_words = run.tolerance_in_words(run.tolerance_meant(within))
            told["tolerance"] = f"read as within {in_words}"
        if events := _events(values):
            dated = (f"{name}, {date_in_words(run.read_date(when))}" for name, when in events)
            told["events"] = f"read as {'; '.join(dated)}"
        return told

    def write(self, app: WritingApp, values: Values) -> bool:
        id, entries = self._id(values), claim_entries(values)
        if self._claim:
            return app.write(lambda: run.edit_claim(app.root, id, entries), f"Changed: {id}.")
        done = app.write(lambda: run.add_claim(app.root, id, entries), f"New question: {id}.")
        if done:
            app.go_to_claim(id)
        return done

    def _id(self, values: Values) -> str:
        return self._claim.id if self._claim else values.get("name", "").strip()


def _events(values: Values) -> list[tuple[str, str]]:
    """The events: each with its name and its date as files have it, "" for what is missing."""
    parts = (item.partition("=") for item in listed(values.get("events", ""), ";"))
    return [(name.strip(), run.date_meant(when.strip())) for name, _, when in parts]


def _in_words(type: ClaimType) -> str:
    return next(shown for shown, written in TYPES if written == type.value)
