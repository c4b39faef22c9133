"""`provenance.yaml`: what a person sets for the whole workspace. Every key may be left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from provenance.errors import Place, Problem, ProvenanceError, quoted
from provenance.evidence.names import Aliases
from provenance.evidence.values import read_tolerance
from provenance.model.bibliography import JoinRules
from provenance.model.claims import ClaimType, Event, Tolerance
from provenance.model.findings import Finding, Severity
from provenance.workspace.audit_settings import (
    AuditSettings,
    keys_of,
    read_audit,
    unknown_codes,
)
from provenance.workspace.fields import Fields
from provenance.workspace.paths import SETTINGS_FILE as SETTINGS_FILE
from provenance.workspace.schema import check
from provenance.workspace.wording import did_you_mean
from provenance.workspace.yaml_nodes import Mapping, Node, Scalar, Sequence, decoded, parse


@dataclass(frozen=True, slots=True)
class Settings:
    title: str = ""
    """Of the board and the reports; "" means the folder's name."""
    initials: str = ""
    """Who signs the decisions made at the board; "" leaves it to the machine's own settings."""
    columns: tuple[str, ...] = ()
    """Ids of sources that come first on the board, in this order."""
    column_places: tuple[Place, ...] = ()
    """Where each of `columns` stands in the file."""
    aliases: Aliases = field(default_factory=Aliases)
    bibliography: tuple[Scalar, ...] = ()
    """Paths of the user's own bibliographies, from the workspace on."""
    works: JoinRules = JoinRules()
    """Which cited works are one, and which are not."""
    work_places: tuple[tuple[str, Place], ...] = ()
    """Each name in `works`, and where it stands in the file."""
    events: tuple[Event, ...] = ()
    letters: bool = False
    """Whether marks are drawn in ASCII letters."""
    signatures: int = 1
    """How many persons are asked to sign off a claim."""
    blind: bool = False
    """Whether what others decided on a claim stays hidden until one has signed it oneself."""
    severities: tuple[tuple[str, Severity | None], ...] = ()
    """A finding's code and how grave it is here; None switches it off."""
    audit: AuditSettings = AuditSettings()
    """Which findings an audit tells, and when it fails."""
    tolerances: tuple[tuple[ClaimType, Tolerance], ...] = ()
    """For claims that name none."""
    families: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Families that a person confirmed: a name, and the ids of sources that copy one another."""
    family_places: tuple[tuple[str, Place], ...] = ()
    """Every member named, and where."""

    keys: tuple[tuple[str, str, Place], ...] = ()
    """A command of the board by its id, the keys it is to have, and where that is set."""

    def tolerance_of(self, type: ClaimType) -> Tolerance:
        """The tolerance of a claim that names none."""
        return dict(self.tolerances).get(type, Tolerance())

    @property
    def family_of(self) -> dict[str, str]:
        """By source id, the family it belongs to."""
        return {member: name for name, members in self.families for member in members}

    def graded(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings as grave as the user wants them, without those he switched off. One that
        a person resolved is never graver than it is."""
        chosen = dict(self.severities)
        graded = ((finding, chosen.get(finding.code, finding.severity)) for finding in findings)
        return tuple(
            finding if finding.resolved else replace(finding, severity=grave)
            for finding, grave in graded
            if grave
        )


def read_settings(content: bytes, path: str) -> Settings:
    """The settings a file holds; raises all that is wrong with it."""
    root = parse(decoded(content, path), path, may_be_empty=True)
    problems = list(check(root, "settings"))
    fields = Fields(root, problems)
    settings = Settings(
        title=fields.text("title").strip(),
        initials=fields.text("initials").strip(),
        columns=fields.texts("columns"),
        column_places=tuple(scalar.place for scalar in fields.scalars("columns")),
        aliases=Aliases(_alias_groups(root.get("aliases"))),
        bibliography=fields.scalars("bibliography"),
        works=_join_rules(fields.inner("works")),
        work_places=_work_places(fields.inner("works")),
        events=fields.events(),
        letters=fields.text("marks") == "letters",
        signatures=_signatures(fields.inner("review")),
        blind=_is_blind(fields.inner("review")),
        severities=_severities(fields.inner("severities")),
        audit=read_audit(fields.inner("audit")),
        tolerances=_tolerances(fields.inner("tolerance")),
        families=_families(fields.inner("families")),
        family_places=_family_places(fields),
        keys=keys_in(fields.inner("keys")),
    )
    if problems:
        raise ProvenanceError(*sorted(problems, key=lambda p: (p.place or root.place, p.slug)))
    return settings


def unknown_columns(settings: Settings, known: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for every column that is set for a source which does not exist."""
    ids = sorted(known)
    return tuple(
        Problem("unknown-source", f"no source is called {quoted(id)}", place, did_you_mean(id, ids))
        for id, place in zip(settings.columns, settings.column_places, strict=True)
        if id not in ids
    )


def unknown_works(settings: Settings, unknown: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for every work that the settings name and no source cites."""
    missing = set(unknown)
    hint = "`provenance export text` lists the works with their keys"
    return tuple(
        Problem("unknown-work", f"no source cites {quoted(name)}", place, hint)
        for name, place in settings.work_places
        if name in missing
    )


def _join_rules(fields: Fields | None) -> JoinRules:
    if fields is None:
        return JoinRules()
    return JoinRules(_groups(fields.node.get("same")), _groups(fields.node.get("apart")))


def _groups(node: Node | None) -> tuple[tuple[str, ...], ...]:
    return tuple(_names(item) for item in node.items) if isinstance(node, Sequence) else ()


def _work_places(fields: Fields | None) -> tuple[tuple[str, Place], ...]:
    lists = [fields.node.get(key) for key in ("same", "apart")] if fields else []
    groups = [group for node in lists if isinstance(node, Sequence) for group in node.items]
    return tuple(
        (name.text, name.place)
        for group in groups
        if isinstance(group, Sequence)
        for name in group.items
        if isinstance(name, Scalar) and not name.is_null
    )


def unknown_members(settings: Settings, known: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for every member of a family that is no source, or is in another family too."""
    ids = sorted(known)
    seen: set[str] = set()
    problems: list[Problem] = []
    for id, place in settings.family_places:
        if id not in ids:
            message = f"no source is called {quoted(id)}"
            problems.append(Problem("unknown-source", message, place, did_you_mean(id, ids)))
        elif id in seen:
            message = f"{quoted(id)} is in a family already"
            hint = "a source has one family; join the two"
            problems.append(Problem("bad-value", message, place, hint))
        seen.add(id)
    return tuple(problems)


def _families(fields: Fields | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = fields.entries() if fields else ()
    return tuple((entry.key.text, _names(entry.value)) for entry in entries)


def _family_places(fields: Fields) -> tuple[tuple[str, Place], ...]:
    inner = fields.inner("families")
    names = [entry.key.text for entry in inner.entries()] if inner else []
    return tuple(
        (scalar.text, scalar.place) for name in names if inner for scalar in inner.scalars(name)
    )


def keys_in(fields: Fields | None) -> tuple[tuple[str, str, Place], ...]:
    """A command of the board by its id, the keys it is to have, and where that is set."""
    entries = fields.entries() if fields else ()
    return tuple(
        (entry.key.text, entry.value.text, entry.key.place)
        for entry in entries
        if isinstance(entry.value, Scalar) and entry.value.text.strip()
    )


def _alias_groups(node: Node | None) -> tuple[tuple[str, ...], ...]:
    """Groups from `[[a, b], …]` or from `{a: [b, c], …}`; the first name is the one to show."""
    if isinstance(node, Sequence):
        return tuple(_names(item) for item in node.items)
    if isinstance(node, Mapping):
        entries = Fields(node, []).entries()
        return tuple((entry.key.text, *_names(entry.value)) for entry in entries)
    return ()


def _names(node: Node) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        return tuple(i.text for i in node.items if isinstance(i, Scalar) and not i.is_null)
    return (node.text,) if isinstance(node, Scalar) and not node.is_null else ()


def _severities(fields: Fields | None) -> tuple[tuple[str, Severity | None], ...]:
    if fields is None:
        return ()
    fields.problems += unknown_codes(keys_of(fields))
    codes = [entry.key.text for entry in fields.entries()]
    return tuple((code, fields.choice(code, Severity)) for code in codes)


def _signatures(fields: Fields | None) -> int:
    written = fields.text("signatures") if fields else ""
    # The schema has refused whatever is no single digit.
    return int(written) if written.isdecimal() else 1


def _is_blind(fields: Fields | None) -> bool:
    return fields is not None and fields.text("blind") in ("yes", "true")


def _tolerances(fields: Fields | None) -> tuple[tuple[ClaimType, Tolerance], ...]:
    if fields is None:
        return ()
    dates = fields.value("date", lambda text: read_tolerance(ClaimType.DATE, text), "bad-value")
    numbers = fields.value(
        "number", lambda text: read_tolerance(ClaimType.NUMBER, text), "bad-value"
    )
    found = ((ClaimType.DATE, dates), (ClaimType.NUMBER, numbers))
    return tuple((type, tolerance) for type, tolerance in found if tolerance)
