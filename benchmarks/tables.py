"""The measurements as Markdown, and their place in the documentation."""

from __future__ import annotations

from pathlib import Path

from benchmarks.alignment import SIZES, Measured, accuracy, measured, pairs_of
from benchmarks.peers import peers

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_START, _END = "<!-- measured: start -->", "<!-- measured: end -->"


def measure(shared: Path, limit: float) -> str:
    """Run everything and return the tables."""
    return "\n".join(
        [*_development(shared, limit), "", *_editions(shared, limit), "", *_growth(shared, limit)]
    )


def write(tables: str) -> None:
    """Put the tables into the page, in place of the ones before."""
    page = PAGE.read_text("utf-8")
    before, rest = page.split(_START)
    after = rest.split(_END)[1]
    PAGE.write_text(f"{before}{_START}\n{tables}\n{_END}{after}", "utf-8", newline="\n")


def _development(shared: Path, limit: float) -> list[str]:
    pairs = pairs_of("development", shared)
    runs = [measured(peer, "development", shared, limit) for peer in peers()]
    ours = runs[0]
    lines = [
        f"**{len(pairs)} pairs with known passages**, {_size(*(p.left + p.right for p in pairs))}",
        "",
        "| tool | plagdet | fragments joined | seconds | times ours | peak memory | note |",
        "|---|---|---|---|---|---|---|",
    ]
    for run in runs:
        if not run.seconds:
            lines.append(f"| {run.peer.name} | – | – | – | – | – | {_why(run)} |")
            continue
        reached = len(run.seconds)
        ratio = sum(run.seconds) / sum(ours.seconds[:reached])
        notes = [run.peer.chosen] if run.peer.chosen else []
        if reached < len(pairs):
            notes.append(f"stopped after {reached} of {len(pairs)} pairs")
        plain = accuracy(run, pairs, shared, join=False)
        whole = accuracy(run, pairs, shared, join=True)
        lines.append(
            f"| {run.peer.name} | {_share(plain)} | {_share(whole)} | {sum(run.seconds):.2f} "
            f"| {ratio:.2f} | {run.megabytes:.0f} MB | {'; '.join(notes)} |"
        )
    return lines


def _editions(shared: Path, limit: float) -> list[str]:
    (pair,) = pairs_of("editions", shared)
    lines = [
        f"**Two scanned books**, {_size(pair.left)} and {_size(pair.right)}, one holding the other",
        "",
        "| tool | seconds | shorter book covered | peak memory |",
        "|---|---|---|---|",
    ]
    for peer in peers():
        run = measured(peer, "editions", shared, limit)
        if run.problem or not run.seconds:
            lines.append(f"| {peer.name} | {_why(run)} | – | – |")
            continue
        covered = _covered([(c, d) for *_, c, d in run.found[0]]) / len(pair.right)
        lines.append(
            f"| {peer.name} | {run.seconds[0]:.2f} | {_percent(covered)} | {run.megabytes:.0f} MB |"
        )
    return lines


def _growth(shared: Path, limit: float) -> list[str]:
    lines = [
        "**Growth**: two made-up texts of a size, one character in a hundred shared, in another "
        "order; seconds and peak memory",
        "",
        f"| tool | {' | '.join(f'{size // 1000:,} KB' for size in SIZES)} |",
        "|---" * (len(SIZES) + 1) + "|",
    ]
    for peer in peers():
        cells: list[str] = []
        for size in SIZES:
            if cells and not cells[-1][0].isdigit():
                cells.append("–")
                continue
            run = measured(peer, str(size), shared, limit)
            done = bool(run.seconds) and not run.problem
            cells.append(f"{run.seconds[0]:.2f} s, {run.megabytes:.0f} MB" if done else _why(run))
        lines.append(f"| {peer.name} | {' | '.join(cells)} |")
    return lines


def _why(run: Measured) -> str:
    missing = "ModuleNotFoundError" in run.problem
    return "not installed" if missing else (run.problem or "no answer").replace("|", "\\|")


def _covered(spans: list[tuple[int, int]]) -> int:
    covered = reached = 0
    for start, end in sorted(spans):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _percent(share: float) -> str:
    return "100 %" if share >= 1 else f"{min(99.9, share * 100):.1f} %"


def _size(*texts: str) -> str:
    return f"{sum(map(len, texts)) // 1000:,} KB"
