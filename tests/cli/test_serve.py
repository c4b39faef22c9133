"""The board in a browser: who gets one, what can be done at it, and that it can be read there."""

from __future__ import annotations

import http.client
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from provenance.cli import exit_codes, main
from provenance.cli.serve_command import board_command
from tests.cli.calls import ROOT, call, disputed
from tests.cli.pages import browser


@dataclass(frozen=True)
class Served:
    folder: Path
    port: int


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workspace, in a folder whose name a shell would take apart, served."""
    folder = disputed(tmp_path_factory.mktemp("serve") / "the clerk's $HOME; papers")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    server = subprocess.Popen(
        [sys.executable, "-m", "provenance", "-C", str(folder), "serve", "--port", str(port)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    assert server.stderr is not None
    try:
        assert f"http://localhost:{port} (read-only)" in server.stderr.readline()
        _wait_for(port)
        yield Served(folder, port)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)
        server.stderr.close()


def _wait_for(port: int) -> None:
    """The address is told before the server takes the first call; a slow machine needs a while."""
    ends = time.monotonic() + 90
    while True:
        try:
            socket.create_connection(("localhost", port), timeout=60).close()
        except ConnectionRefusedError:
            assert time.monotonic() < ends, "the server takes no call"
            time.sleep(0.05)
        else:
            return


def _files(folder: Path) -> dict[str, str]:
    """What a person may have written there, by its hash."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    }


def test_a_person_reads_the_board_in_a_browser_and_changes_nothing(
    served: Served, tmp_path: Path
) -> None:
    before = _files(served.folder)
    assert "claims/closed.yaml" in before
    with browser(tmp_path) as page:
        page.open(f"http://localhost:{served.port}")
        matrix = page.wait_for("When was the bridge closed?", "gazette", "14 May 1841")
        assert "Copy" in matrix
        # `E` would open a form, `a` would confirm, `o` an editor: none is offered, none does it.
        assert not {"Edit", "Accept", "Editor", "Add"} & set(matrix.split())
        page.press("E", "a", "o", "+")
        page.click("When was the bridge closed?")
        page.wait_for(
            "Passages", "on the fourteenth of March", "on the fourteenth of May", "esc Back"
        )
        page.click("esc Back")
        page.wait_for("[1 Matrix]")
        page.click("2 Audit")
        page.wait_for("[2 Audit", "PV501")
        page.press("e")
        page.wait_for("Export", "conflicts.md", "Download")
        page.click("Download")
        report = _downloaded(tmp_path / "conflicts.md")
    assert "When was the bridge closed?" in report
    assert _files(served.folder) == before


def _downloaded(file: Path) -> str:
    ends = time.monotonic() + 90
    while not file.is_file() and time.monotonic() < ends:
        time.sleep(0.05)
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        pytest.param("http://localhost:{port}", 101, id="our own page"),
        pytest.param("http://127.0.0.1:{port}", 101, id="our own page, by number"),
        pytest.param("http://news.example", 403, id="a page of another site"),
        pytest.param("http://localhost:1", 403, id="another program on this machine"),
        pytest.param("null", 403, id="a page without an address"),
    ],
)
def test_only_our_own_page_gets_a_board(served: Served, origin: str, status: int) -> None:
    connection = http.client.HTTPConnection("localhost", served.port, timeout=60)
    headers = {
        "Origin": origin.format(port=served.port),
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    connection.request("GET", "/ws", headers=headers)
    assert connection.getresponse().status == status
    connection.close()


def test_the_page_may_fetch_from_itself_alone(served: Served) -> None:
    connection = http.client.HTTPConnection("localhost", served.port, timeout=60)
    connection.request("GET", "/")
    policy = connection.getresponse().getheader("Content-Security-Policy") or ""
    connection.close()
    own = {f"http://{name}:{served.port}" for name in ("localhost", "127.0.0.1")}
    assert {word.strip(";") for word in policy.split() if word.startswith("http")} == own
    assert "*" not in policy


@pytest.mark.parametrize(
    ("write", "blind", "words"),
    [
        pytest.param(False, False, ["--read-only"], id="to be read"),
        pytest.param(True, False, [], id="to decide"),
        pytest.param(True, True, ["--blind"], id="to decide without seeing others'"),
    ],
)
def test_a_visitor_starts_this_program_on_this_workspace(
    tmp_path: Path, write: bool, blind: bool, words: list[str]
) -> None:
    folder = tmp_path / 'it\'s $(here); "there"'
    command = shlex.split(board_command(folder, write=write, blind=blind))
    assert command == [sys.executable, "-m", "provenance", "-C", str(folder), *words]


def test_without_the_extra_it_says_what_to_install(
    served: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "provenance.cli.board_server", raising=False)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main.run(["-C", str(served.folder), "serve"]) == exit_codes.BAD_INPUT
    told = capfd.readouterr().err
    assert "[missing-extra]" in told
    assert "pip install 'provenance[serve]'" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["--port", "{port}"], "[port-taken]", id="a port in use"),
        pytest.param(["--host", "0.0.0.0"], "one name or address", id="all addresses at once"),
    ],
)
def test_what_cannot_be_served_is_said(served: Served, words: list[str], told: str) -> None:
    words = [word.format(port=served.port) for word in words]
    answer = call("serve", *words, cwd=served.folder)
    assert answer.code == exit_codes.BAD_INPUT
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_a_folder_that_is_no_workspace_is_not_served(tmp_path: Path) -> None:
    answer = call("-C", str(tmp_path), "serve", cwd=tmp_path)
    assert answer.code == exit_codes.BAD_INPUT
    assert "[no-workspace]" in answer.err


def test_another_host_is_warned_of(served: Served) -> None:
    # An address for documentation, that no machine has: so nothing is opened to anybody.
    answer = call("serve", "--host", "192.0.2.1", cwd=served.folder)
    assert answer.code == exit_codes.BAD_INPUT
    assert "There is no login" in answer.err
    assert "[port-taken]" in answer.err
