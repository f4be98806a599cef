"""Records with other spans."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from harmledger.model.span import Span

T = TypeVar("T")


def respanned(record: T, change: Callable[[Span], Span]) -> T:
    """The record with every span in it changed, at any depth; itself where it holds none that changes."""
    if isinstance(record, Span):
        return cast(T, change(record))
    if isinstance(record, tuple):
        parts = tuple(respanned(part, change) for part in record)
        same = all(a is b for a, b in zip(parts, record, strict=True))
        return record if same else cast(T, parts)
    if is_dataclass(record) and not isinstance(record, type):
        told = ((f.name, getattr(record, f.name)) for f in fields(record))
        new = {name: made for name, value in told if (made := respanned(value, change)) is not value}
        return replace(record, **new) if new else record
    return record
