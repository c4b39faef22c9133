"""The workspace's settings as a form has them: what they say, what is wrong, how they change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from provenance.errors import Place, Problem, ProvenanceError, quoted
from provenance.run.form_checks import Desk, Wrong, open_desk, wrong_of
from provenance.run.writing import Change, FileChange, carry_out
from provenance.workspace.settings import SETTINGS_FILE, read_settings, unknown_columns
from provenance.workspace.settings_edits import HOLDERS, settings_written, with_settings
from provenance.workspace.settings_edits import Wish as Wish
from provenance.workspace.yaml_nodes import Entry, Plain, parse
from provenance.workspace.yaml_nodes import Mapping as Tree

Wishes = Mapping[str, Wish]
"""Settings by name (`title`, `review.blind`), and what each is to say; empty for nothing."""


def settings_of_file(desk: Desk) -> dict[str, Plain]:
    """What the file says, by the name of the setting. Raises `ProvenanceError` where it cannot be
    read as YAML."""
    return settings_written(desk.texts.get(SETTINGS_FILE, ""), SETTINGS_FILE)


def wrong_with_settings(desk: Desk, wishes: Wishes) -> tuple[Wrong, ...]:
    """What the next run would say of the settings with these changed."""
    before = desk.texts.get(SETTINGS_FILE, "")
    try:
        text = with_settings(before, wishes, SETTINGS_FILE) if wishes else before
    except (ProvenanceError, ValueError) as error:
        return wrong_of(error)
    try:
        settings = read_settings(text.encode("utf-8"), SETTINGS_FILE)
    except ProvenanceError as error:
        problems = error.problems
    else:
        problems = unknown_columns(settings, desk.sources)
    return tuple(_of_setting(problem, text) for problem in problems)


def title_of_code(code: str) -> str:
    """What a finding's code stands for, in a few words; "" where there is no such code."""
    from provenance.checks.registry import checks

    known = checks().get(code)
    return known.title if known else ""


def edit_settings(root: Path, wishes: Wishes) -> Change:
    """Change settings of a workspace; every other byte of the file stays. Raises `ProvenanceError`
    where what it would say cannot be read; then nothing is written."""
    desk = open_desk(root)
    if wrong := wrong_with_settings(desk, wishes):
        place = Place(SETTINGS_FILE)
        raise ProvenanceError(
            *(Problem("bad-value", each.message, place, each.hint) for each in wrong)
        )
    before = desk.texts.get(SETTINGS_FILE)
    after = with_settings(before or "", wishes, SETTINGS_FILE)
    held = before.encode("utf-8") if before is not None else None
    file = FileChange(SETTINGS_FILE, held, after.encode("utf-8"))
    change = Change("the change to the settings", (file,) if file.before != file.after else ())
    carry_out(root, change)
    return change


def _of_setting(problem: Problem, text: str) -> Wrong:
    name = _name_at(parse(text, "", may_be_empty=True), problem.place)
    message = problem.message
    for each in (name, name.rpartition(".")[2]):
        message = message.removeprefix(f"{quoted(each)}: ")
    return Wrong(name, message, problem.hint)


def _name_at(root: Tree, place: Place | None) -> str:
    """The setting that a place lies in; "" where it lies in none."""
    if place is None or not place.line:
        return ""
    found = _last_before(root, place)
    if found is None:
        return ""
    name = found.key.text
    if name not in HOLDERS or not isinstance(found.value, Tree):
        return name
    inner = _last_before(found.value, place)
    return f"{name}.{inner.key.text}" if inner else name


def _last_before(tree: Tree, place: Place) -> Entry | None:
    at = (place.line, place.column)
    here = [e for e in tree.entries if (e.key.place.line, e.key.place.column) <= at]
    return here[-1] if here else None
