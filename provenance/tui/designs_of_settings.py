"""The form for the workspace's settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.rendering.dates_in_words import date_in_words
from provenance.tui.forms import Design, Field, Ground, Values, listed

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_PERSONS = (("one person", ""), ("two persons", "2"), ("three persons", "3"))
_BLIND = (
    ("no: everyone sees what others decided", ""),
    ("yes: others' decisions show once one has signed a claim", "yes"),
)
_MARKS = (("signs", ""), ("letters, for terminals that draw signs badly", "letters"))
_FAILS = (
    ("on errors", ""),
    ("on warnings too", "warning"),
    ("on notes too", "note"),
    ("never", "never"),
)
_FIELDS = (
    Field("title", "Title", "of the board and the reports; else the folder's name"),
    Field("review-signatures", "Signed off by", choices=_PERSONS),
    Field("review-blind", "Blind", choices=_BLIND),
    Field("initials", "Initials", "who signs here, whoever sits at the board; else each his own"),
    Field("marks", "Marks", choices=_MARKS),
    Field("columns", "Columns", "short names of sources that come first, with commas"),
    Field("aliases", "Aliases", "Chiang Kai-shek = Jiang Jieshi; T. V. Soong = Sung Tzu-wen"),
    Field("events", "Events", "name = date, with semicolons: the flood = March 1841"),
    Field("tolerance-date", "Dates agree", "that lie no further apart than this: 3 days"),
    Field("tolerance-number", "Numbers agree", "that lie no further apart than this: 5% or 10"),
    Field("severities", "Severities", "PV402 = off; PV201 = note"),
    Field("audit-fail-on", "Audit fails", choices=_FAILS),
    Field("bibliography", "Bibliography", "paths from here, with semicolons: library.bib"),
)
_DEFAULTS = {
    "review-signatures": ("1",),
    "review-blind": ("no", "false"),
    "marks": ("signs",),
    "audit-fail-on": ("error",),
}
"""What some choices say as well, by their fields, when they say nothing."""
_TOLERANCES = frozenset({"tolerance-date", "tolerance-number"})
_PAIRS = frozenset({"events", "severities"})
_SIGNS = {"columns": ",", "bibliography": ";"}


class SettingsDesign(Design):
    """What `provenance.yaml` says."""

    form: ClassVar[str] = "settings"
    purpose: ClassVar[str] = (
        "What holds for the whole workspace, such as how many persons sign off a claim. Empty is "
        "the default; whatever else provenance.yaml says stays as it is."
    )
    title = "The settings of this workspace"

    def __init__(self, desk: run.Desk) -> None:
        self._desk = desk
        written = run.settings_of_file(desk)
        lines = {f.name: _as_line(f, written.get(_setting(f.name))) for f in _FIELDS}
        self._first = {name: line for name, line in lines.items() if line is not None}
        """What the file says; without what has no room on a line."""
        self.fields = tuple(
            _with_choice(field, self._first[field.name])
            for field in _FIELDS
            if field.name in self._first
        )

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> SettingsDesign:
        return cls(ground.desk)

    def begin(self) -> dict[str, str]:
        return dict(self._first)

    def intro(self) -> Content:
        left = [field.label for field in _FIELDS if field.name not in self._first]
        more = f" {', '.join(left)} can only be changed there." if left else ""
        said = ("In ", ("provenance.yaml", "bold"), f"; what else it says stays as it is.{more}")
        return Content.assemble(*said).stylize("$muted")

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        for name in sorted(_PAIRS):
            pairs = _pairs(values.get(name, ""))
            if any(not key or not said for key, said in pairs) or len(dict(pairs)) < len(pairs):
                hint = "each once, as name = value, with semicolons between"
                return (run.Wrong(name, "one of these says nothing, or is there twice", hint),)
        lone = [group for group in _groups(values.get("aliases", "")) if len(group) < 2]
        if lone:
            hint = "names of one bearer have = between them, and bearers ; between"
            return (run.Wrong("aliases", f"{lone[0][0]} stands alone", hint),)
        found = run.wrong_with_settings(self._desk, self._wishes(values))
        return tuple(replace(each, field=each.field.replace(".", "-")) for each in found)

    def told(self, values: Values) -> Mapping[str, str]:
        told = {}
        if events := _pairs(values.get("events", "")):
            dated = (
                f"{name}, {date_in_words(run.read_date(run.date_meant(when)))}"
                for name, when in events
            )
            told["events"] = f"read as {'; '.join(dated)}"
        if codes := _pairs(values.get("severities", "")):
            about = (f"{code} {run.title_of_code(code)}" for code, _ in codes)
            told["severities"] = "; ".join(about)
        return told

    def write(self, app: WritingApp, values: Values) -> bool:
        wishes = self._wishes(values)
        return app.write(lambda: run.edit_settings(app.root, wishes), "Changed: the settings.")

    def _wishes(self, values: Values) -> run.Wishes:
        """The settings that are to say something else than they do."""
        return {
            _setting(name): _wish(name, values[name])
            for name, before in self._first.items()
            if name in values and values[name].strip() != before.strip()
        }


def _setting(field: str) -> str:
    """A setting's name by its field's, which may have no dot."""
    outer, sign, inner = field.partition("-")
    return f"{outer}.{inner}" if sign else field


def _wish(field: str, text: str) -> run.Wish:
    if field in _SIGNS:
        return listed(text, _SIGNS[field])
    if field == "events":
        return {name: run.date_meant(when) for name, when in _pairs(text)}
    if field in _PAIRS:
        return dict(_pairs(text))
    if field in _TOLERANCES:
        return run.tolerance_meant(text)
    return _groups(text) if field == "aliases" else text.strip()


def _as_line(field: Field, said: object) -> str | None:
    """What the file says of a field, on its line; None where it would be read otherwise there."""
    name = field.name
    if said is None:
        return ""
    if isinstance(said, list):
        parts = [" = ".join(map(str, each)) if isinstance(each, list) else each for each in said]
        line = (", " if _SIGNS.get(name) == "," else "; ").join(map(str, parts))
    elif isinstance(said, dict):
        line = "; ".join(f"{key} = {value}" for key, value in said.items())
    else:
        line = str(said).strip()
        line = run.tolerance_in_words(line) if name in _TOLERANCES else line
        return "" if line in _DEFAULTS.get(name, ()) else line
    return line if _wish(name, line) == (said or _wish(name, "")) else None


def _with_choice(field: Field, value: str) -> Field:
    """A field that has the choice its file has made."""
    if not field.choices or value in (written for _, written in field.choices):
        return field
    return replace(field, choices=(*field.choices, (value, value)))


def _pairs(text: str) -> list[tuple[str, str]]:
    parts = (item.partition("=") for item in listed(text, ";"))
    return [(key.strip(), said.strip()) for key, _, said in parts]


def _groups(text: str) -> list[list[str]]:
    return [listed(item, "=") for item in listed(text, ";")]
