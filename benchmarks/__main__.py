"""`align`, `audit`, `board` measure and write tables into the docs; `citations` draws a sample."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks import audits, boardroom, tables
from benchmarks.alignment import one
from benchmarks.citations import sample

_BESIDE = Path(__file__).parents[2] / "shared"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    jobs = parser.add_subparsers(dest="job", required=True)
    align = jobs.add_parser("align", help="alignment against its peers")
    align.add_argument("--shared", type=Path, default=_BESIDE, help="folder with data/ and score/")
    align.add_argument("--limit", type=float, default=60, help="seconds for a tool on a set")
    align.add_argument("--print-only", action="store_true", help="leave docs/benchmarks.md alone")
    audit = jobs.add_parser("audit", help="a long manuscript, audited first and again")
    audit.add_argument("--notes", type=int, default=500, help="how many notes it has")
    audit.add_argument("--rounds", type=int, default=3, help="of which the quickest counts")
    audit.add_argument("--print-only", action="store_true", help="leave docs/benchmarks.md alone")
    board = jobs.add_parser("board", help="many claims: opened, every key pressed")
    board.add_argument("--claims", type=int, default=300)
    board.add_argument("--sources", type=int, default=20)
    board.add_argument("--keys", type=Path, metavar="FOLDER", help="only the keys, over this one")
    board.add_argument("--opening", action="store_true", help="only how soon it opens")
    board.add_argument("--print-only", action="store_true", help="leave docs/benchmarks.md alone")
    of_board = jobs.add_parser("board-part", help="one measurement of it, as JSON (for the above)")
    of_board.add_argument("name")
    of_board.add_argument("root", type=Path)
    child = jobs.add_parser("one", help="one tool on one set, as JSON (for the above)")
    child.add_argument("name")
    child.add_argument("work")
    child.add_argument("shared", type=Path)
    child.add_argument("limit", type=float)
    drawn = jobs.add_parser("citations", help="a random sample of the citations in files")
    drawn.add_argument("files", nargs="+", type=Path)
    drawn.add_argument("--seed", type=int, default=1945)
    drawn.add_argument("--size", type=int, default=100)
    return parser


def main() -> int:
    asked = _parser().parse_args()
    if asked.job == "citations":
        print(sample(asked.files, asked.seed, asked.size))
        return 0
    if asked.job == "one":
        print(json.dumps(one(asked.name, asked.work, asked.shared, asked.limit)))
        return 0
    if asked.job == "board-part":
        print(json.dumps(boardroom.part(asked.name, asked.root)))
        return 0
    if asked.job == "board":
        if asked.keys:
            opened, keys = "", boardroom.keys_over(asked.keys)
        elif asked.opening:
            opened, keys = boardroom.opening(asked.claims, asked.sources), ""
        else:
            opened, keys = boardroom.measure(asked.claims, asked.sources)
        print(opened, keys, sep="\n\n")
        if not asked.print_only:
            boardroom.write(opened, keys)
        return 0
    if asked.job == "audit":
        measured = audits.measure(asked.notes, asked.rounds)
        print(measured)
        if not asked.print_only:
            audits.write(measured)
        return 0
    if not (asked.shared / "data").exists():
        print(f"no development data in {asked.shared}", file=sys.stderr)
        return 2
    measured = tables.measure(asked.shared, asked.limit)
    print(measured)
    if not asked.print_only:
        tables.write(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
