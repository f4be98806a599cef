"""docs/reference/cli.md: what `--help` says, command by command."""

from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperGroup

from harmledger.cli.main import app

HEAD = """# The command line

What `--help` says, made from the code by `make generate`. How to set things once instead of typing them: see
`harmledger config --help`.
"""
WIDTH = 100


def cli_reference() -> str:
    """The page as Markdown."""
    root = typer.main.get_command(app)
    return "\n".join([HEAD, *(_section(name, text) for name, text in _helps(root, "harmledger"))]).rstrip() + "\n"


def _section(name: str, text: str) -> str:
    return f"## {name}\n\n```text\n{text}\n```\n"


def _helps(command: Any, name: str, parent: typer.Context | None = None) -> Iterator[tuple[str, str]]:
    context = typer.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, TyperGroup):
        for sub, inner in command.commands.items():
            yield from _helps(inner, sub, context)
