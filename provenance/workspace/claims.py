"""A claim's file as a `Claim`."""

from __future__ import annotations

from collections.abc import Collection

from provenance.errors import ProvenanceError, quoted
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.names import Aliases
from provenance.evidence.question import asked
from provenance.evidence.values import BadValue, read_tolerance, read_value
from provenance.model.claims import Claim, ClaimType, Event, Holds, Statement, Tolerance
from provenance.model.values import Value
from provenance.workspace.fields import Fields
from provenance.workspace.schema import check
from provenance.workspace.settings import Settings
from provenance.workspace.wording import did_you_mean
from provenance.workspace.yaml_nodes import decoded, parse

OWN_VOICE = "author"
"""What a person may write for the speaker, and mean the source itself."""


def read_claim(
    content: bytes, path: str, id: str, settings: Settings, known: Collection[str] | None = None
) -> Claim:
    """The claim a file holds. `path` is as the user would type it; raises all that is wrong.

    `known` are the ids of all sources; None leaves open whether those it names exist.
    """
    root = parse(decoded(content, path), path)
    problems = list(check(root, "claim"))
    fields = Fields(root, problems)
    question = fields.text("question").strip()
    type = fields.choice("type", ClaimType)
    shown = asked(question) if type is None and not fields.text("type") else None
    type = shown.type if shown else type
    claim = Claim(
        id=id,
        question=question,
        type=type or ClaimType.TEXT,
        type_proposed=shown.why if shown else "",
        place=fields.place("question"),
        find=fields.texts("find"),
        one_answer=fields.text("one-answer") == "true",
        silent=fields.texts("silent"),
        tolerance=_tolerance(fields, type, settings),
        statements=_statements(fields, type, settings.aliases),
        events=_events(fields.events(), settings.events),
    )
    if known is not None:
        _refuse_unknown(fields, known)
    if problems:
        raise ProvenanceError(*sorted(problems, key=lambda p: (p.place or claim.place, p.slug)))
    return claim


def _refuse_unknown(fields: Fields, known: Collection[str]) -> None:
    quoting = [named for f in fields.mappings("statements") if (named := f.scalar("source"))]
    for named in (*fields.scalars("silent"), *quoting):
        if named.text not in known:
            hint = did_you_mean(named.text, known) or "`provenance add FILE` makes a file a source"
            message = f"no source is called {quoted(named.text)}"
            fields.wrong("unknown-source", named.place, message, hint)


def _tolerance(fields: Fields, type: ClaimType | None, settings: Settings) -> Tolerance:
    if type is None:
        return Tolerance()
    own = fields.value("tolerance", lambda text: read_tolerance(type, text), "bad-value")
    return own or settings.tolerance_of(type)


def _statements(fields: Fields, type: ClaimType | None, aliases: Aliases) -> tuple[Statement, ...]:
    made = (_statement(inner, type, aliases) for inner in fields.mappings("statements"))
    return tuple(statement for statement in made if statement)


def _statement(fields: Fields, type: ClaimType | None, aliases: Aliases) -> Statement | None:
    """One statement; None where it says nothing that can be read."""
    as_of = fields.date("as-of")
    if type is None:
        return None
    slug = "bad-edtf" if type is ClaimType.DATE else "bad-value"
    value = fields.value("says", lambda text: _read_value(type, text, aliases), slug)
    if value is None:
        return None
    speaker = fields.text("speaker").strip()
    return Statement(
        source=fields.text("source"),
        quote=fields.text("quote"),
        says=fields.text("says").strip(),
        value=value,
        holds=fields.choice("holds", Holds) or Holds.ASSERTED,
        speaker="" if speaker.casefold() == OWN_VOICE else speaker,
        layer=fields.text("layer").strip(),
        prefix=fields.text("prefix"),
        suffix=fields.text("suffix"),
        notes=fields.texts("notes"),
        about=fields.text("about").strip(),
        as_of=as_of,
        place=fields.node.place,
        quote_place=fields.place("quote"),
    )


def _read_value(type: ClaimType, written: str, aliases: Aliases) -> Value:
    """The value; one that is fit for another type of claim says so."""
    try:
        return read_value(type, written, aliases)
    except BadValue:
        if type is not ClaimType.NUMBER or not _is_date(written):
            raise
    raise BadValue(
        f"{quoted(written)} is a date, and the claim asks for a number",
        "write `type: date` in the claim, or a number here",
    )


def _is_date(written: str) -> bool:
    try:
        read_date(written)
    except BadValue:
        return False
    return True


def _events(own: tuple[Event, ...], shared: tuple[Event, ...]) -> tuple[Event, ...]:
    """A claim's own events, then those of the settings that it does not name anew."""
    names = {event.name for event in own}
    return (*own, *(event for event in shared if event.name not in names))
