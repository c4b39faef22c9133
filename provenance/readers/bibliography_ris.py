"""RIS: one tag a line, `TY  - JOUR` to `ER  -`, as reference managers export it.

Read by hand and not by a library, because a mistake must be told with its line, and one bad record
must not stop the others. The tags are those of the specification of 2011; where programs differ in
what a tag means (T2, JO, BT), the first that is given counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from provenance.errors import Place, Problem, quoted
from provenance.model.bibliography import Person, Reference
from provenance.readers.bibliography import ReadBibliography, left_out

_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")
_TYPES = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EDBOOK": "book",
    "EBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "book",
    "CPAPER": "paper-conference",
    "THES": "thesis",
    "RPRT": "report",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "webpage",
    "CASE": "legal_case",
    "STAT": "legislation",
    "BILL": "bill",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    "PCOMM": "personal_communication",
    "ENCYC": "entry-encyclopedia",
}
_DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?")
_PART_OF = frozenset({"CHAP", "ECHAP", "CPAPER", "ENCYC"})


@dataclass(slots=True)
class _Record:
    type: str
    line: int
    values: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def first(self, *tags: str) -> str:
        return next((value for tag in tags for value in self.values.get(tag, ()) if value), "")


def read_ris(text: str, shown: str) -> ReadBibliography:
    """The records of a RIS file; a record without its end is read up to the next one's start."""
    records: list[_Record] = []
    problems: list[Problem] = []
    open_record: _Record | None = None
    last = ""
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.match(line.rstrip())
        if match is None:
            # A value that is broken over lines goes on without a tag.
            if open_record is not None and line.strip() and last:
                open_record.values[last][-1] += f" {line.strip()}"
            elif line.strip():
                message = f"{quoted(line.strip())} stands outside of any record"
                problems.append(left_out(message, Place(shown, number)))
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag == "TY" or tag == "ER":
            if tag == "TY" and open_record is not None:
                message = "this record has no end (`ER  -`) before the next begins"
                hint = "it was read up to there"
                problems.append(left_out(message, Place(shown, open_record.line), hint))
            open_record, last = _Record(value, number) if tag == "TY" else None, ""
            records += [open_record] if open_record else []
        elif open_record is None:
            message = f"{quoted(tag)} stands outside of any record: `TY  -` begins one"
            problems.append(left_out(message, Place(shown, number)))
        else:
            open_record.values[tag].append(value)
            last = tag
    references = tuple(_reference(r, at, shown) for at, r in enumerate(records, 1))
    return ReadBibliography(references, tuple(problems))


def _reference(record: _Record, number: int, shown: str) -> Reference:
    is_part = record.type in _PART_OF
    title = record.first("TI", "T1", "CT") or record.first("BT")
    container = record.first("T2", "JF", "JO", "JA", "J2", *(("BT",) if is_part else ()))
    editors = [*record.values.get("ED", ()), *(record.values.get("A2", ()))]
    start, end = record.first("SP"), record.first("EP")
    return Reference(
        id=record.first("ID") or f"ris-{number}",
        type=_TYPES.get(record.type, "document"),
        authors=_people([*record.values.get("AU", ()), *record.values.get("A1", ())]),
        editors=_people(editors),
        title=title,
        issued=_issued(record.first("DA"), record.first("PY", "Y1")),
        container=container if container != title else "",
        volume=record.first("VL"),
        issue=record.first("IS"),
        pages=f"{start}-{end}" if start and end and start != end else start,
        publisher=record.first("PB"),
        publisher_place=record.first("CY", "PP"),
        doi=record.first("DO"),
        url=record.first("UR"),
        accessed=_issued(record.first("Y2")),
        note=record.first("N1"),
        place=Place(shown, record.line),
    )


def _people(written: list[str]) -> tuple[Person, ...]:
    parts = [name.partition(",") for name in written if name.strip()]
    return tuple(
        Person(family.strip(), given.strip().rstrip(",")) for family, _, given in parts if family
    )


def _issued(*dates: str) -> str:
    for date in dates:
        match = _DATE.match(date.strip())
        if match is not None:
            parts = [match[1], *(part.zfill(2) for part in match.groups()[1:] if part)]
            return "-".join(parts)
    return ""
