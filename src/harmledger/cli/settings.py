"""The settings that a command works with: file, environment, then what was typed."""

from dataclasses import replace
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
