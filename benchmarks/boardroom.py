"""The board over a workspace with many claims: how soon it opens, and how soon each key is done."""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from shutil import rmtree
from time import perf_counter, process_time
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import DataTable

from benchmarks.boards import workspace
from benchmarks.terminals import until_seen
from provenance import run
from provenance.cli.main import look_less_often
from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens.matrix import MatrixScreen
from tests.tui.driving import drawn, press, send, settled

_DOCS = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_START, _END = "<!-- board: start -->", "<!-- board: end -->"
_KEYS_START, _KEYS_END = "<!-- keys: start -->", "<!-- keys: end -->"
_SIZE = (104, 32)
_WALK: tuple[tuple[str, str], ...] = (
    ("matrix", "down right n N u U S S b b f f f f f f t down t p p end home ctrl+end ctrl+home"),
    ("search", "slash b r i d g e enter n N escape"),
    ("claim", "enter n N right_square_bracket left_square_bracket w w equals_sign y escape"),
    ("origins", "g down n N escape"),
    ("notes", "enter m down escape escape"),
    ("reader", "right v down pagedown n slash t h e enter m escape escape escape"),
    ("audit", "2 down n N g g g y"),
    ("sources", "3 down y m escape v escape"),
    ("decisions", "4 down f f"),
    ("settings and help", "1 f2 down escape question_mark escape"),
    ("forms", "E escape r escape plus escape"),
    ("export", "e escape"),
)
"""Keys of every mode, in an order in which each finds something to do."""
_WIDE_WALK = "down right ctrl+end n f S S b b f f f f f t down right t"
_SLOWEST = 12
_VALUE = "[●✗◐] [0-9]"
"""A cell that speaks, as it is drawn."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key, and the seconds until it was answered and until nothing was left to do."""

    mode: str
    key: str
    clock: float
    """Until the answer was drawn, with what is not done in the background."""
    processor: float
    whole: float
    """Of the processor, until the background had nothing to do either."""


def measure(claims: int, sources: int) -> tuple[str, str]:
    """The tables of what is opened and of the keys. Every part runs in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = workspace(Path(folder) / "book", claims, sources)
        return _opened(root, claims, sources), keys_over(root)


def opening(claims: int, sources: int) -> str:
    """The table of what is opened alone."""
    with tempfile.TemporaryDirectory() as folder:
        return _opened(workspace(Path(folder) / "book", claims, sources), claims, sources)


def _opened(root: Path, claims: int, sources: int) -> str:
    questions, confirmed = until_seen(root, "not compared", _VALUE)
    rmtree(root / ".provenance", ignore_errors=True)
    cold, (warm,) = _child("open", root), until_seen(root, _VALUE)
    decided = _child("decide", root)
    changed = sorted((root / "seeds").glob("*.md"))[0]
    changed.write_text(changed.read_text("utf-8") + "\nNobody crossed that day.\n", "utf-8")
    after = _child("open", root)
    return "\n".join(
        [
            f"**{claims} claims × {sources} sources**, {claims * sources:,} cells",
            "",
            "| what | seconds | processor | peak memory |",
            "|---|---|---|---|",
            *(_line(*told) for told in _started()),
            _line("the board, nothing kept, until the questions are shown", questions),
            _line("the same, until what is confirmed is shown", confirmed),
            _line("the same, until all was searched and kept", cold["whole"]),
            _line("the board, opened again", warm),
            _line("opened after a source changed, until the older board is shown", after["shown"]),
            _line("the same, until it was checked and kept", after["whole"]),
            _line("a key that decides (`a`), until the board answers", decided["answer"]),
            _line("the same, until everything was compared again", decided["shown"]),
            _line("longest pause of the screen meanwhile", decided["pause"]),
        ]
    )


def keys_over(root: Path) -> str:
    """The table of the keys alone, over a workspace that is kept."""
    walked, bare, wide = (_child(name, root) for name in ("keys", "bare", "wide"))
    return "\n".join(
        [
            *_keys_told(walked, bare),
            "",
            "**2,000 claims × 50 sources** of the same cells, drawn: first shown after "
            f"{wide['shown']['clock']:.2f} s ({wide['shown']['processor']:.2f} s of processor "
            f"time, {wide['memory']:.0f} MB); then "
            + ", ".join(
                f"`{key['key']}` {key['clock']:.2f} s ({key['processor']:.2f}; "
                f"{key['whole']:.2f} with the background)"
                for key in wide["keys"]
            ),
        ]
    )


def write(opened: str, keys: str) -> None:
    """Put the tables into the docs, between their marks; "" leaves what is there."""
    for measured, start, end in ((opened, _START, _END), (keys, _KEYS_START, _KEYS_END)):
        if measured:
            before, _, rest = _DOCS.read_text("utf-8").partition(start)
            _, _, after = rest.partition(end)
            _DOCS.write_text(f"{before}{start}\n{measured}\n{end}{after}", "utf-8")


def part(name: str, root: Path) -> dict[str, Any]:
    """One measurement, in this process."""
    parts: dict[str, Callable[[Path], Awaitable[dict[str, Any]]]] = {
        "open": _open,
        "keys": _keys,
        "bare": _bare,
        "decide": _decide,
        "wide": _wide,
    }
    look_less_often()
    return asyncio.run(parts[name](root))  # type: ignore[arg-type]


def _child(name: str, root: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks", "board-part", name, str(root)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _line(title: str, told: dict[str, Any]) -> str:
    memory = f"{told['memory']:.0f} MB" if "memory" in told else ""
    processor = f"{told['processor']:.2f}" if "processor" in told else ""
    return f"| {title} | {told['clock']:.2f} | {processor} | {memory} |"


def _started() -> Iterable[tuple[str, dict[str, float]]]:
    example = Path(__file__).parents[1]
    for title, words in (
        ("`provenance --version`", ["--version"]),
        ("`provenance check` of the example", ["-C", str(example), "check"]),
    ):
        runs = []
        for _ in range(3):
            before, start = _of_children(), perf_counter()
            subprocess.run(
                [sys.executable, "-m", "provenance", *words],
                stdout=subprocess.DEVNULL,
                check=False,
            )
            runs.append((perf_counter() - start, _of_children() - before))
        yield title, {"clock": min(c for c, _ in runs), "processor": min(p for _, p in runs)}


def _keys_told(walked: dict[str, Any], bare: dict[str, Any]) -> list[str]:
    keys = [Pressed(**each) for each in walked["keys"]]
    keys.sort(key=lambda each: -each.processor)
    quick = sum(each.processor < 0.1 for each in keys)
    table = {each["key"]: each["processor"] for each in bare["keys"]}
    return [
        f"Of {len(keys)} keys pressed in all modes, {quick} were answered and drawn within "
        f"0.1 s of processor time; the middle one took "
        f"{keys[len(keys) // 2].processor:.3f} s. A bare Textual table of as many cells takes "
        f"{table['down']:.3f} s for `down` and {table['refill']:.3f} s to be filled anew. "
        f"The slowest:",
        "",
        "| where | key | seconds | processor | with the background |",
        "|---|---|---|---|---|",
        *(
            f"| {each.mode} | `{each.key}` | {each.clock:.2f} | {each.processor:.2f} "
            f"| {each.whole:.2f} |"
            for each in keys[:_SLOWEST]
        ),
    ]


def _app(root: Path, dossier: Dossier | None = None) -> BoardApp:
    reader = run.Reader("AB", chosen=True)
    kept = run.KeptBoards(root, lambda: reader, lambda tell, who: run.board(root, tell, reader=who))
    return BoardApp(
        root=root,
        dossier=dossier,
        load=None if dossier else kept.load,
        kept=None if dossier else kept,
        pen=Pen("AB"),
        environment={},
    )


async def _open(root: Path) -> dict[str, Any]:
    # What Python had to import until here is the board's as well.
    app = _app(root)
    async with app.run_test(size=_SIZE) as pilot:
        while not any(isinstance(s, MatrixScreen) and s.grid.keys for s in app.board_screens()):
            await asyncio.sleep(0.005)
        shown = {"clock": _since_start(), "processor": process_time(), "memory": _memory()}
        await settled(pilot)
        whole = {"clock": _since_start(), "processor": process_time(), "memory": _memory()}
    return {"shown": shown, "whole": whole}


def _since_start() -> float:
    ticks = float(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    up = float(Path("/proc/uptime").read_text().split()[0])
    return up - ticks / 100


async def _keys(root: Path) -> dict[str, Any]:
    app = _app(root, run.board(root))
    async with app.run_test(size=_SIZE) as pilot:
        await settled(pilot)
        pressed = [await _timed(pilot, mode, key) for mode, keys in _WALK for key in keys.split()]
    return {"keys": [asdict(each) for each in pressed]}


async def _timed(pilot: Pilot[None], mode: str, key: str) -> Pressed:
    clock, processor = perf_counter(), process_time()
    send(pilot, key)
    await pilot.pause(0)
    await pilot.pause(0)
    await drawn(pilot)
    answered = perf_counter() - clock, process_time() - processor
    await settled(pilot)
    return Pressed(mode, key, *answered, process_time() - processor)


async def _decide(root: Path) -> dict[str, Any]:
    app = _app(root)
    async with app.run_test(size=_SIZE) as pilot:
        await settled(pilot)
        matrix: Any = app.screen
        while matrix.proposal is None:
            await press(pilot, "right")
        before, clock, processor = app.dossier, perf_counter(), process_time()
        pauses: list[float] = []
        watch = asyncio.create_task(_pauses(pauses))
        app.post_message(events.Key("a", "a"))
        while not app.is_checking:
            await asyncio.sleep(0)
        answer = {"clock": perf_counter() - clock, "processor": process_time() - processor}
        while app.dossier is before:
            await asyncio.sleep(0.02)
        await settled(pilot)
        shown = {"clock": perf_counter() - clock, "processor": process_time() - processor}
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
    return {"answer": answer, "shown": shown, "pause": {"clock": max(pauses)}}


async def _pauses(found: list[float]) -> None:
    """How much later than asked for the screen's own loop comes round, again and again."""
    while True:
        before = perf_counter()
        await asyncio.sleep(0.02)
        found.append(perf_counter() - before - 0.02)


async def _wide(root: Path) -> dict[str, Any]:
    dossier = _enlarged(run.board(root), 2_000, 50)
    clock, processor = perf_counter(), process_time()
    app = _app(root, dossier)
    async with app.run_test(size=_SIZE) as pilot:
        await drawn(pilot)
        shown = {"clock": perf_counter() - clock, "processor": process_time() - processor}
        await settled(pilot)
        keys = [
            await _timed(pilot, "matrix", key)
            for key in [
                "down",
                "right",
                "ctrl+end",
                "n",
                "f",
                "S",
                "S",
                "b",
                "b",
                "f",
                "f",
                "f",
                "f",
                "f",
                "t",
                "down",
                "right",
                "t",
            ]
        ]
    return {"shown": shown, "keys": [asdict(each) for each in keys], "memory": _memory()}


def _enlarged(dossier: Dossier, claims: int, sources: int) -> Dossier:
    """The same cells again and again, under other names."""
    entries = [
        replace(old, source=replace(old.source, id=f"{old.source.id}-{number}"))
        for number in range(sources)
        for old in [dossier.sources[number % len(dossier.sources)]]
    ]
    rows = []
    for number in range(claims):
        old = dossier.rows[number % len(dossier.rows)]
        cells = tuple(
            replace(old.cells[at % len(old.cells)], source=entry.source.id)
            for at, entry in enumerate(entries)
        )
        claim = replace(old.claim, id=f"{old.claim.id}-{number}")
        rows.append(replace(old, claim=claim, cells=cells, pairs=()))
    return Dossier(dossier.title, tuple(entries), tuple(rows))


class _Bare(App[None]):
    """A table of Textual's own with as many cells, and nothing else."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        yield DataTable()

    def on_mount(self) -> None:
        self.fill()

    def key_f(self) -> None:
        self.fill()

    def fill(self) -> None:
        table = self.query_one(DataTable)
        table.clear(columns=True)
        for number in range(len(self._rows[0])):
            table.add_column(str(number), width=20)
        for row in self._rows:
            table.add_row(*row)


async def _bare(root: Path) -> dict[str, Any]:
    claims = len(list((root / "claims").glob("*.yaml")))
    sources = len(list((root / "seeds").glob("*.md")))
    app = _Bare([[f"● 14 May {row}"] * (sources + 2) for row in range(claims)])
    async with app.run_test(size=_SIZE) as pilot:
        await settled(pilot)
        keys = [
            replace(await _timed(pilot, "table", key), key=name)
            for name, key in (("down", "down"), ("refill", "f"))
        ]
    return {"keys": [asdict(each) for each in keys]}


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory() -> float:
    """Megabytes at the most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
