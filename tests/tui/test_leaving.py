"""What leaves the board: commands for editors, words for clipboards."""

from __future__ import annotations

import pytest

from provenance.tui.clipboard import send
from provenance.tui.editor import chosen_editor, editor_command


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        pytest.param("vim", ["vim", "+41", "a b.txt"], id="vim"),
        pytest.param("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+41", "a b.txt"], id="options"),
        pytest.param("emacsclient -t", ["emacsclient", "-t", "+41", "a b.txt"], id="emacs"),
        pytest.param("code --wait", ["code", "--wait", "--goto", "a b.txt:41"], id="code"),
        pytest.param("hx", ["hx", "a b.txt:41"], id="helix"),
        pytest.param("kate", ["kate", "--line", "41", "a b.txt"], id="kate"),
        pytest.param("Notepad.exe", ["Notepad.exe", "a b.txt"], id="no line where none is known"),
        pytest.param("'my editor' -x", ["my editor", "-x", "a b.txt"], id="quoted command"),
    ],
)
def test_an_editor_gets_the_line_the_way_it_wants_it(editor: str, command: list[str]) -> None:
    assert editor_command(editor, "a b.txt", 41) == command


def test_without_a_line_only_the_file_is_opened() -> None:
    assert editor_command("vim", "a.txt", 0) == ["vim", "a.txt"]


@pytest.mark.parametrize(
    ("environment", "editor"),
    [
        pytest.param({}, "", id="none"),
        pytest.param({"EDITOR": "vi"}, "vi", id="EDITOR"),
        pytest.param({"EDITOR": "vi", "VISUAL": "code -w"}, "code -w", id="VISUAL comes first"),
        pytest.param({"EDITOR": "  "}, "", id="blank is none"),
    ],
)
def test_the_reader_s_editor(environment: dict[str, str], editor: str) -> None:
    assert chosen_editor(environment) == editor


XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environment", "tools", "took", "used"),
    [
        pytest.param(XTERM, (), "the clipboard of your terminal", "OSC 52", id="terminal only"),
        pytest.param(
            XTERM | {"DISPLAY": ":0"},
            ("xclip",),
            "the clipboard through xclip",
            "xclip",
            id="a tool that is there and can work",
        ),
        pytest.param(
            XTERM,
            ("xclip",),
            "the clipboard of your terminal",
            "OSC 52",
            id="a tool without its display is passed over",
        ),
        pytest.param(
            XTERM | {"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"},
            ("xclip", "pbcopy"),
            "the clipboard of your terminal",
            "OSC 52",
            id="far away only the terminal is the reader's",
        ),
        pytest.param(
            XTERM | {"TERM_PROGRAM": "Apple_Terminal"},
            ("pbcopy",),
            "the clipboard through pbcopy",
            "pbcopy",
            id="macOS",
        ),
        pytest.param(
            XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, (), None, "", id="dropped by the terminal"
        ),
        pytest.param({"TERM": "linux"}, (), None, "", id="the console has no clipboard"),
    ],
)
def test_where_copied_words_go(
    environment: dict[str, str], tools: tuple[str, ...], took: str | None, used: str
) -> None:
    calls: list[str] = []

    def run(command: tuple[str, ...], given: bytes) -> bool:
        assert given.decode() == "wörds"
        calls.append(command[0])
        return True

    def which(name: str) -> str | None:
        return name if name in tools else None

    def to_terminal(text: str) -> None:
        assert text == "wörds"
        calls.append("OSC 52")

    assert send("wörds", environment, to_terminal=to_terminal, run=run, which=which) == took
    assert calls == ([used] if used else [])


def test_a_tool_that_fails_is_not_believed() -> None:
    calls: list[str] = []
    took = send(
        "words",
        XTERM | {"WAYLAND_DISPLAY": "w"},
        to_terminal=lambda _: calls.append("OSC 52"),
        run=lambda command, given: False,
        which=lambda name: name,
    )
    assert took == "the clipboard of your terminal"
    assert calls == ["OSC 52"]
