"""The command line: which commands there are, and what happens when one of them fails."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from importlib import import_module
from typing import cast

import click

from provenance import __version__
from provenance.cli import exit_codes
from provenance.cli.streams import say
from provenance.errors import ProvenanceError

COMMANDS: dict[str, str] = {
    "init": "provenance.cli.workspace_commands:init",
    "add": "provenance.cli.workspace_commands:add",
    "read": "provenance.cli.text_commands:read",
    "locate": "provenance.cli.text_commands:locate",
    "find": "provenance.cli.find_command:find",
    "align": "provenance.cli.align_command:align",
    "check": "provenance.cli.board_commands:check",
    "show": "provenance.cli.board_commands:show",
    "origins": "provenance.cli.origins_command:origins",
    "audit": "provenance.cli.audit_command:audit",
    "decisions": "provenance.cli.decisions_command:decisions",
    "serve": "provenance.cli.serve_command:serve",
    "report": "provenance.cli.board_commands:report",
    "export": "provenance.cli.export_command:export",
    "explain": "provenance.cli.help_commands:explain",
    "doctor": "provenance.cli.workspace_commands:doctor",
}
"""Where each command is, in the order of a day's work. Imported when it is called, so that
`provenance --version` does not pay for the board."""

_BETWEEN_LOOKS, _SECOND_LOOK, _WHOLE_LOOK = 4_000, 4, 3_000
"""Objects made between two looks for what refers to itself; looks after which what they left is
looked through once more, and such second looks after which everything is."""


class Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        return cast(click.Command, getattr(import_module(module), name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from provenance.alignment.nearest import nearest

        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = nearest(args[0], COMMANDS)
            meant = f" Did you mean “{known}”?" if known else ""
            ctx.fail(f"There is no command “{args[0]}”.{meant}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog=(
        "Without a command, the board opens on the workspace here. Settings: provenance.yaml, "
        "and your own for every workspace in ~/.config/provenance/settings.yaml "
        "($XDG_CONFIG_HOME, %APPDATA%); f2 at the board lists them.\n\nExample: provenance"
    ),
)
@click.option(
    "-C",
    "--workspace",
    type=click.Path(file_okay=False),
    default=None,
    metavar="DIR",
    help="The workspace; by default this folder, or the nearest one above that is one.",
)
@click.option("--plain", is_flag=True, help="Print the board as plain text instead of opening it.")
@click.option("--blind", is_flag=True, help="Hide what others decided until you have yourself.")
@click.option("--by", default="", metavar="INITIALS", help="Who decides, for this session.")
@click.option("--read-only", is_flag=True, help="Open the board to read it: nothing is changed.")
@click.version_option(__version__, prog_name="provenance")
@click.pass_context
def provenance(
    ctx: click.Context, workspace: str | None, plain: bool, blind: bool, by: str, read_only: bool
) -> None:
    """Line up what sources say on each claim, and see where they conflict."""
    ctx.obj = workspace
    if ctx.invoked_subcommand is None:
        from provenance.cli.board_commands import open_board

        open_board(plain=plain, blind=blind, read_only=read_only)


def main() -> None:
    """Run the command line and leave with its exit code."""
    look_less_often()
    sys.exit(run())


def look_less_often() -> None:
    """Have Python seldom look for objects that refer to themselves.

    What is read and compared is large, and none of it does. Python would look all of it through
    again and again, while nothing else can happen. Nothing happens while it looks through what is
    new either, so that is never much at once: a person may be typing.
    """
    gc.set_threshold(_BETWEEN_LOOKS, _SECOND_LOOK, _WHOLE_LOOK)


def run(args: list[str] | None = None) -> int:
    """The exit code: 0 clean, 1 findings, 2 bad usage or input, 70 our own bug."""
    try:
        outcome = provenance.main(args=args, standalone_mode=False)
    except click.exceptions.Abort:
        say("stopped")
        return exit_codes.STOPPED
    except click.ClickException as error:
        error.show()
        return exit_codes.BAD_INPUT
    except ProvenanceError as error:
        for problem in error.problems:
            say(str(problem))
        return exit_codes.BAD_INPUT
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not an error, but Python would say so
        # again when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        say(traceback.format_exc())
        say(exit_codes.OUR_BUG_IN_WORDS)
        return exit_codes.OUR_BUG
    return outcome if isinstance(outcome, int) else 0
