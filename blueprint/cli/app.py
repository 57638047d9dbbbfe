"""The command itself: finds the sub-command, and turns errors into messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from blueprint import __version__
from blueprint.errors import BlueprintError

FINE, FOUND, UNUSABLE, OUR_FAULT = 0, 1, 2, 3
"""Exit codes: fine, findings at or above ``--fail-on``, unusable input, our own fault."""

COMMANDS = {
    "new": ("blueprint.cli.new", "Write a commented starter to begin from."),
    "check": ("blueprint.cli.check", "Say what is wrong or missing in a file or a folder."),
    "render": (
        "blueprint.cli.render",
        "Draw a blueprint: SVG, page, DOT, Mermaid, Markdown, JSON.",
    ),
    "ripple": (
        "blueprint.cli.ripple",
        "Ask whom a change reaches, by which path, and who is told.",
    ),
    "diff": (
        "blueprint.cli.diff",
        "Compare two states of a service: what is new, moved, what got worse.",
    ),
    "analyse": (
        "blueprint.cli.analyse",
        "Ask what is critical, what rests on what, who makes work for whom …",
    ),
    "build": ("blueprint.cli.build", "Make a site of a folder: pages, drawings and reports."),
    "schema": ("blueprint.cli.schema", "Print the JSON Schema that editors use."),
    "explain": ("blueprint.cli.explain", "Explain a code such as BP310, with an example."),
}


class LazyGroup(click.Group):
    """Loads a sub-command's module only when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order people meet them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, its module loaded now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (as click has it)
        """Run a command; what is wrong with what it was given is told in the language asked for."""
        try:
            return super().invoke(ctx)
        except BlueprintError as error:
            from blueprint.cli.telling import tell_error

            tell_error(error, ctx.meta.get("lang", "en"))
            return UNUSABLE

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview from the table, without loading any command."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="blueprint")
def cli() -> None:
    """Service blueprints as text: drawn, checked, and asked whom a change reaches."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing a file says ends in a traceback."""
    try:
        code = cli.main(args=args, prog_name="blueprint", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        click.echo("stopped", err=True)
        return UNUSABLE
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as error:
        if os.environ.get("BLUEPRINT_DEBUG"):
            raise
        click.echo(
            f"blueprint: our own fault: {type(error).__name__}: {error}\n"
            "Please report it with the file; BLUEPRINT_DEBUG=1 shows where it happened.",
            err=True,
        )
        return OUR_FAULT
    return code if isinstance(code, int) else FINE
