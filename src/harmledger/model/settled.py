"""Settled: a place that its own report leaves open and the ledger's other reports tell."""

from dataclasses import dataclass

from harmledger.model.place import Place


@dataclass(frozen=True, slots=True)
class Settled:
    """In the `nth` place (from 0) of an account's `where`, `place` is meant. Derived from all readings; in none."""

    report: str
    account: str
    nth: int
    place: Place
