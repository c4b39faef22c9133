"""Small PDF files for tests: words set at places, and pages set as articles are."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

WIDTH, HEIGHT = 612.0, 792.0
_AVERAGE_WIDTH = 0.46
"""About how wide a letter of Times is, in sizes; used only to break lines."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Words at a place, counted in points from the lower left corner. `^5^` sets a raised 5."""

    x: float
    y: float
    text: str
    size: float = 12.0


Sheet = list[Placed]


def pdf_file(sheets: list[Sheet], *, labels: str = "", extra: bytes = b"") -> bytes:
    """A PDF with a page for every sheet. `labels` is what goes into the page label dictionary."""
    count = len(sheets)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    catalog = f"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) {labels} >>"
    objects = [
        catalog.encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for at, sheet in enumerate(sheets):
        stream = b"\n".join(_shown(placed) for placed in sheet) + extra
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * at} 0 R >>"
        )
        objects += [
            page.encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    return _assembled(objects)


def _shown(placed: Placed) -> bytes:
    shown = f"BT 1 0 0 1 {placed.x} {placed.y} Tm".encode()
    for at, piece in enumerate(placed.text.split("^")):
        raised = at % 2 == 1
        size = placed.size * (0.58 if raised else 1)
        rise = placed.size * (0.38 if raised else 0)
        shown += f" /F1 {size:.2f} Tf {rise:.2f} Ts (".encode() + _escaped(piece) + b") Tj"
    return shown + b" ET"


def _escaped(text: str) -> bytes:
    words = text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        words = words.replace(sign, b"\\" + sign)
    return words


def _assembled(objects: list[bytes]) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return content + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(content)


def paragraph(
    text: str,
    *,
    x: float = 90,
    y: float = 700,
    width: float = 430,
    size: float = 12,
    lead: float = 14,
) -> Sheet:
    """Running text, broken into lines. `^5^` sets a raised 5."""
    lines = wrap(text, int(width / size / _AVERAGE_WIDTH), break_on_hyphens=False)
    return [Placed(x, y - at * lead, line, size) for at, line in enumerate(lines)]
