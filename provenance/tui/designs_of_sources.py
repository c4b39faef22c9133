"""The form that describes a source: one to be added, or one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.model.bibliography import Reference
from provenance.model.sources import Source
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.source_types_in_words import types_to_choose
from provenance.rendering.untrusted import on_one_line
from provenance.tui.forms import Design, Field, Ground, Values, listed
from provenance.tui.source_fields import BESIDE, DATES, PEOPLE, doubt, usual

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_NAMES_BESIDE = frozenset(field.name for field in BESIDE)
_NEARNESS = (
    ("primary: from the time, or by one who was there", "primary"),
    ("secondary: written later, from other sources", "secondary"),
    ("tertiary: sums up what others wrote, as an encyclopedia does", "tertiary"),
)
_ROLES = (
    ("a source: what it says is compared", "source"),
    ("the draft: our own text, which is being checked", "draft"),
)


class SourceDesign(Design):
    """A file to be added, or with `id` a source that is there."""

    form: ClassVar[str] = "source"
    purpose: ClassVar[str] = (
        "What is known of a source: who wrote it, when, where it was printed or is kept. Leave "
        "empty what the document does not say; Import takes the fields from your bibliography."
    )
    can_import: ClassVar[bool] = True

    def __init__(self, desk: run.Desk, id: str = "", file: Path | None = None) -> None:
        """`file` is the one to add; with an `id` too, one that was added already."""
        self._desk, self._file = desk, file
        self._proposed: dict[str, tuple[str, str]] = {}
        """What the file says of itself, by field, and where it does; empty until it was read."""
        self._source: Source | None = desk.sources.get(id)
        self.about = (("file", str(file)),) if file else (("source", id),)
        self.title = f"The source {id}" if id else f"Add {file.name if file else 'a source'}"
        types = types_to_choose(run.source_types())
        self.fields = (
            Field("title", "Title", "as the document gives it; in [brackets] where you supply it"),
            *(() if id else (Field("id", "Short name", "its name on the board", needed=True),)),
            Field("author", "By", "Harris, Thomas; Office of the Historian"),
            Field("issued", "Date", "16 March 1842, March 1842, 1842, about 1842"),
            Field("type", "What it is", choices=(("not said", ""), *types)),
            Field("kind", "How near", choices=(("not said", ""), *_NEARNESS)),
            Field("role", "Read as", choices=_ROLES),
            *BESIDE,
        )

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> SourceDesign | None:
        source, file = about.get("source", ""), Path(about.get("file", ""))
        if source:
            return cls(ground.desk, source) if source in ground.desk.sources else None
        if not file.is_file():
            return None
        known = run.likeness(ground.root, file)
        is_here = known is not None and known.is_same and known.is_same_name
        return cls(ground.desk, known.source if known and is_here else "", file)

    def begin(self) -> dict[str, str]:
        source = self._source
        if source is None:
            name = Path(self._file.name) if self._file else Path("source")
            id = run.free_id(run.source_id(name.name), self._desk.sources)
            return {"id": id, "title": run.source_title(name.name)}
        others = {field.name: source.described_as(field.name) for field in BESIDE}
        names = {name: self._desk.people_written(source.id, name) for name in PEOPLE}
        return (
            others
            | names
            | {
                "title": source.title,
                "author": self._desk.people_written(source.id, "author"),
                "issued": source.issued.edtf if source.issued else "",
                "type": source.type,
                "kind": source.kind.value if source.kind else "",
                "role": source.role.value,
                "language": source.language,
                "derived-from": ", ".join(source.derived_from),
                "rights": source.rights,
            }
        )

    def intro(self) -> Content:
        if self._source and self._file is None:
            return Content.styled(on_one_line(self._source.path), "bold")
        file = self._file or Path()
        return Content.assemble((on_one_line(str(file)), "bold"), self._becomes(file))

    def _becomes(self, file: Path) -> tuple[str, str]:
        """What adding does with the file."""
        if self._source:
            return (f" is here already, as {self._source.id}", "$warning")
        known, path = run.likeness(self._desk.root, file), self._path
        if known and known.is_same:
            return (f" is here already, as {known.source}; this adds it a second time", "$warning")
        if Path(path).name != file.name:
            taken = f" is another file than the one here; it is kept as {on_one_line(path)}"
            return (taken, "$warning")
        is_there = (self._desk.root / path).resolve() == file.resolve()
        does = " lies in seeds/ already" if is_there else " is copied into seeds/, as it is"
        return (does, "$muted")

    @cached_property
    def _path(self) -> str:
        """Where the source lies, or will, from the workspace on."""
        file = self._file or Path()
        return self._source.path if self._source else run.seed_path(self._desk.root, file)

    def folded(self, values: Values) -> frozenset[str]:
        seen = {"accessed"} if values.get("URL", "").strip() else set()
        return _NAMES_BESIDE - usual(values.get("type", "")) - seen

    def prepare(self) -> None:
        if self._source is None and self._file is not None:
            names = {field.name for field in self.fields}
            self._proposed = {
                said.field: (said.text, said.basis)
                for said in run.said_of_itself(self._file)
                if said.field in names
            }

    def derived(self, values: Values) -> dict[str, str]:
        return {name: on_one_line(text) for name, (text, _) in self._proposed.items()}

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        return self._desk.wrong_with_source(self._id, self._entries(values), self._path)

    def told(self, values: Values) -> Mapping[str, str]:
        told = {}
        for name in DATES:
            if written := values.get(name, "").strip():
                told[name] = f"read as {date_in_words(run.read_date(run.date_meant(written)))}"
        for name in ("author", *sorted(PEOPLE)):
            if written := values.get(name, "").strip():
                people = self._desk.people(self._id, name, written)
                told[name] = f"read as {run.people_in_words(people)}"
        told |= {f.name: said for f in BESIDE if (said := _doubt(f.name, values))}
        for name, text in self.derived(values).items():
            if values.get(name) == text:
                said = f"proposed, from {self._proposed[name][1]}"
                told[name] = f"{told[name]}; {said}" if name in told else said
        return told

    def _entries(self, values: Values) -> run.Entries:
        said: dict[str, str | None] = {
            field.name: values.get(field.name, "").strip() or None for field in self.fields
        }
        for name in DATES:
            said[name] = run.date_meant(said[name] or "") or None
        people = {
            name: self._desk.people(self._id, name, values.get(name, "")) or None for name in PEOPLE
        }
        authors = self._desk.people(self._id, "author", values.get("author", ""))
        rests_on = listed(values.get("derived-from", ""))
        return {**said, **people, "author": authors, "derived-from": [*rests_on]}

    @property
    def _id(self) -> str:
        return self._source.id if self._source else ""

    def write(self, app: WritingApp, values: Values) -> bool:
        entries = self._entries(values)
        if self._source is not None:
            id = self._source.id
            return app.write(lambda: run.edit_source(app.root, id, entries), f"Described: {id}.")
        file = self._file or Path()
        return app.write(
            lambda: run.add_source(app.root, file, entries, is_beside=True), f"Added: {file.name}."
        )


def _doubt(field: str, values: Values) -> str:
    written = values.get(field, "").strip()
    return doubt(field, written) if written else ""


def fields_of(reference: Reference) -> dict[str, str]:
    """What an entry of a bibliography says, by the names of the form's fields."""
    return {
        "title": reference.title,
        "author": run.line_of(reference.authors),
        "issued": reference.issued,
        "type": reference.type if reference.type in run.source_types() else "",
        "container-title": reference.container,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "publisher": reference.publisher,
        "publisher-place": reference.publisher_place,
        "DOI": reference.doi,
        "URL": reference.url,
        "accessed": reference.accessed,
        "note": reference.note,
    }
