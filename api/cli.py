"""The command ``sankyoku``: every command by its name, loaded when it is called; errors are one sentence."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from typing import Final, NoReturn

import click

from api.commands.words import terminal_language
from graph.errors import InvalidGraph, SankyokuError

#: Where each command is, so that ``sankyoku --help`` need not load them all.
COMMANDS: Final[Mapping[str, str]] = {
    "build": "api.commands.making:build",
    "ingest": "api.commands.making:ingest",
    "extract": "api.commands.making:extract",
    "review": "api.commands.reviewing:review",
    "history": "api.commands.asking:history",
    "changes": "api.commands.changing:changes",
    "sparql": "api.commands.asking:sparql",
    "render": "api.commands.drawing:render",
    "serve": "api.commands.serving:serve",
    "push": "api.commands.serving:push",
    "edition": "api.commands.editions:edition",
    "token": "api.commands.granting:token",
}


class Commands(click.Group):
    """A group that loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sankyoku", prog_name="sankyoku")
def cli() -> None:
    """Sankyoku 三極: who met whom about data transfers, and which sentence says so.

    データ移転に係る国際協力の記録：誰が誰と会い、どの文がそれを述べているか。
    """


def main() -> NoReturn:
    """Runs the command line: exit 0 done, 1 something failed, 2 wrong usage."""
    try:
        code = cli(standalone_mode=False)
    except click.UsageError as error:
        error.show()
        code = 2
    except click.ClickException as error:
        error.show()
        code = 1
    except SankyokuError as error:
        code = _told(error)
    except (KeyboardInterrupt, click.Abort):
        click.echo("", err=True)
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has enough
        code = 0
    except Exception as error:  # noqa: BLE001 - whatever it is, a person gets a sentence; SANKYOKU_DEBUG shows the rest
        code = _unforeseen(error)
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: SankyokuError) -> int:
    if isinstance(error, InvalidGraph):
        click.echo(error.report, err=True)
    click.echo(error.message(terminal_language()), err=True)
    return 1


def _unforeseen(error: Exception) -> int:
    if os.environ.get("SANKYOKU_DEBUG"):
        raise error
    en = f"Something went wrong inside Sankyoku ({type(error).__name__}); SANKYOKU_DEBUG=1 shows where."
    ja = f"Sankyoku の内部で問題が発生しました（{type(error).__name__}）。SANKYOKU_DEBUG=1 で詳細を表示します。"
    click.echo(ja if terminal_language() == "ja" else en, err=True)
    return 1


if __name__ == "__main__":
    main()
