"""The papers of the day: what lies in a checker's folder before she begins."""

from __future__ import annotations

from pathlib import Path

CLERK = """\
Minutes of the county, Harrow.

Resolved: the bridge at Harrow was closed on 14 March 1841.[1]
Two wagons were lost in the flood.

[1] County rolls, f. 9.
"""
GAZETTE = """\
HARROW GAZETTE

We learn that the bridge at Harrow was closed on 14 May 1841.
Three wagons were lost in the flood, and a drover was drowned.
"""
DIARY = """\
Rain all week, and no post from Harrow.

They say the bridge was closed in March 1841. Mr Pell fears for his mill.
"""
PIECE = """\
# The bridge at Harrow

The bridge was closed on 14 March 1841, after the flood had carried two piers away.

The clerk wrote that “the bridge at Harrow was shut on 14 March 1841”, and nobody minded.

Two wagons were lost in the flood.
"""
BIBLIOGRAPHY = """\
@misc{rolls, title = {County Rolls of Harrow}, year = {1841}}
@article{gazette1841,
  author  = {Pike, Ada},
  title   = {The Flood at Harrow},
  journal = {Harrow Gazette},
  date    = {1841-05-20},
}
"""


def lay_out(folder: Path) -> Path:
    """Put the papers into a folder."""
    folder.mkdir()
    papers = {"clerk.txt": CLERK, "gazette.txt": GAZETTE, "piece.md": PIECE}
    for name, text in {**papers, "works.bib": BIBLIOGRAPHY}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
