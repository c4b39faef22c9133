"""The layers of a source as a form writes them: parts of it that have authors of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from provenance.errors import Place, ProvenanceError, inert, problem_error, quoted
from provenance.readers.layers import layers_of
from provenance.run.form_checks import Desk, Wrong, open_desk, wrong_of
from provenance.run.writing import Change, FileChange, carry_out
from provenance.workspace.item_edits import with_keys
from provenance.workspace.removals import remove_item
from provenance.workspace.sources import DESCRIPTION, read_source
from provenance.workspace.splices import append_item

Layer = Mapping[str, str]
"""`name`, `author`, `from`, `to`; "" for what is not said."""


def wrong_with_layer(
    desk: Desk, source: str, before: str, layer: Layer, text: str
) -> tuple[Wrong, ...]:
    """What is wrong with a layer of a source that would say this.

    `before` is its name as it stands, "" for a new one; `text` is what its words are looked for in.
    """
    try:
        _, made = _made(desk, source, before, layer)
        path = desk.sources[source].path
        described = read_source(made.encode("utf-8"), path + DESCRIPTION, path)
    except (ProvenanceError, ValueError) as error:
        return wrong_of(error)
    rules = tuple(rule for rule in described.layers if rule.name == layer["name"])
    _, problems = layers_of(text, rules)
    return tuple(Wrong("", problem.message, problem.hint) for problem in problems)


def edit_layer(root: Path, source: str, before: str, layer: Layer | None) -> Change:
    """Write a layer into a source's description, or change the one that is called `before`.

    None takes that one out. Nothing else in the file changes. Raises `ProvenanceError`.
    """
    desk = open_desk(root)
    path, made = _made(desk, source, before, layer)
    file = FileChange(path, desk.texts[path].encode("utf-8"), made.encode("utf-8"))
    change = Change(
        f"the layer {quoted(before or (layer or {}).get('name', ''))} of {quoted(source)}",
        (file,) if file.before != file.after else (),
    )
    carry_out(root, change)
    return change


def _made(desk: Desk, source: str, before: str, layer: Layer | None) -> tuple[str, str]:
    """The path of a source's description, and its text with the layer written."""
    known = desk.sources[source]
    path = known.path + DESCRIPTION
    text = desk.texts.get(path)
    if text is None:
        raise _refused(path, "the source has no description yet", "describe it first")
    names = [rule.name for rule in known.layers]
    if before and names.count(before) != 1:
        raise _refused(path, f"there is no layer {quoted(before)} any more", "look at the file")
    if not before and layer is not None:
        said = {key: value for key, value in layer.items() if value}
        return path, append_item(text, ("layers",), {**said}, path)
    at = names.index(before)
    if layer is None:
        return path, remove_item(text, "layers", at, path)
    return path, with_keys(text, ("layers", at), layer, path)


def _refused(path: str, message: str, hint: str) -> ProvenanceError:
    return problem_error("bad-value", message, place=Place(inert(path)), hint=hint)
