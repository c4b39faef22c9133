"""Makes the planted draft from the sound one, and both in the other formats.

Run it after a change of `sound.md` or `faults.yaml`; it needs pandoc and LibreOffice. The tests
hold `planted.md` equal to what the two files say, and read the other formats as they are.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import yaml

HERE = Path(__file__).parent


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
    for format in ("odt", "html", "pdf"):
        office = ["soffice", "--headless", "--convert-to", format, "--outdir", HERE, docx]
        subprocess.run(office, check=True, capture_output=True)


if __name__ == "__main__":
    (HERE / "planted.md").write_text(planted(), encoding="utf-8")
    for name in ("sound", "planted"):
        convert(name)
