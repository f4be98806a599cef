"""The settings that a command works with: file, environment, then what was typed."""

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from harmledger.config import Config


def settings(**typed: Any) -> "Config":
    """The settings in force, those typed last; one that was not typed (None) is left as it was."""
    from harmledger.config import load_config

    return replace(load_config(), **{key: value for key, value in typed.items() if value is not None})


def with_ledger(ledger: str | None, **typed: Any) -> "Config":
    """Settings that name a ledger; wrong usage where none does."""
    config = settings(ledger=ledger, **typed)
    if not config.ledger:
        raise typer.BadParameter("no ledger named: say --ledger FILE, or set HARMLEDGER_LEDGER")
    return config


def config() -> None:
    """Prints the settings in force, and how to set them.

    A setting is a line `key = value` in harmledger.toml here, or in harmledger/config.toml in your configuration
    folder, or a variable such as HARMLEDGER_JOBS. What is typed with a command comes before all of them.
    """
    now = settings()
    for field in fields(now):
        value = getattr(now, field.name)
        if value is None:
            typer.echo(f"# {field.name} is not set")
        else:
            said = value if isinstance(value, int | tuple) else str(value)
            typer.echo(f"{field.name} = {json.dumps(said, ensure_ascii=False)}")


def register(app: typer.Typer) -> None:
    """Adds the command `config`."""
    app.command()(config)
