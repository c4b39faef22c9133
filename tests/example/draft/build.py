"""Makes the planted draft from the sound one, and both in the other formats.

Run it after a change of `sound.md` or `faults.yaml`; it needs pandoc and LibreOffice. The tests
hold `planted.md` equal to what the two files say, and read the other formats as they are.
"""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
DANGLING = "[^40]"
"""The marker in `planted.md` that has no note."""


def planted() -> str:
    """The sound draft with every fault of the table; ValueError where one has no place."""
    text = (HERE / "sound.md").read_text(encoding="utf-8")
    for fault in yaml.safe_load((HERE / "faults.yaml").read_text(encoding="utf-8")):
        was = fault["was"]
        if text.count(was) != 1:
            raise ValueError(f"{fault['code']}: {was!r} stands {text.count(was)} times")
        text = text.replace(was, fault["is"])
    return text


def convert(name: str) -> None:
    """One draft as docx, and from that as odt, html and pdf."""
    docx = HERE / f"{name}.docx"
    subprocess.run(["pandoc", HERE / f"{name}.md", "-o", docx], check=True)
    _rewrite(docx)
    for format in ("odt", "html", "pdf"):
        office = ["soffice", "--headless", "--convert-to", format, "--outdir", HERE, docx]
        subprocess.run(office, check=True, capture_output=True)


def _rewrite(docx: Path) -> None:
    """Plant in a docx what pandoc writes as plain text: a marker that dangles."""
    with zipfile.ZipFile(docx) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode("utf-8")
    marker = '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    marker += '<w:footnoteReference w:id="940"/></w:r><w:r><w:t xml:space="preserve">'
    parts["word/document.xml"] = body.replace(DANGLING, marker).encode("utf-8")
    with zipfile.ZipFile(docx, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            # One date for all, so that the same draft gives the same bytes.
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            package.writestr(info, content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    (HERE / "planted.md").write_text(planted(), encoding="utf-8")
    for draft in ("sound", "planted"):
        convert(draft)
