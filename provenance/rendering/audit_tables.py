"""The cite-checker's list as a spreadsheet. No text of a document becomes a formula."""

from __future__ import annotations

import csv
from datetime import datetime
from io import BytesIO, StringIO

import xlsxwriter

from provenance.model.audit import Audit
from provenance.rendering.citation_rows import HEADINGS, cells, rows

_ACTS = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula or a command."""
_WIDTHS = (16, 7, 48, 40, 22, 36, 9, 14, 26, 18, 48, 12, 12)
_LONG_AGO = datetime(1980, 1, 1)
"""When every file says it was made, so that the same list is the same bytes."""


def as_csv(audit: Audit) -> bytes:
    """RFC 4180 with line feeds, in UTF-8. What might act begins with an apostrophe."""
    made = StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows([inert_cell(text) for text in cells(row)] for row in rows(audit))
    return made.getvalue().encode("utf-8", "replace")


def as_xlsx(audit: Audit) -> bytes:
    """A workbook of one sheet whose cells are all texts, its headings fixed and filtered."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": "Citations", "created": _LONG_AGO})
        heading = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        plain = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@"})
        sheet = book.add_worksheet("Citations")
        listed = rows(audit)
        for number, (name, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, name, heading)
        for line, row in enumerate(listed, 1):
            for number, text in enumerate(cells(row)):
                sheet.write_string(line, number, text, plain)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(listed), len(HEADINGS) - 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
    return made.getvalue()


def inert_cell(text: str) -> str:
    """A cell's text that no spreadsheet takes for a formula; otherwise as it is."""
    return f"'{text}" if text.lstrip().startswith(_ACTS) or text.startswith(_ACTS) else text
