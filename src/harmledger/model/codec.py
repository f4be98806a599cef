"""Records to JSON and back: one canonical form, so that equal records are equal bytes."""

from typing import Any, TypeVar

import msgspec

from harmledger.errors import ModelError

T = TypeVar("T")
_ENCODER = msgspec.json.Encoder(order="sorted")


def encode(record: object) -> bytes:
    """Canonical JSON of a record or of plain values: keys sorted, no spaces, UTF-8."""
    return _ENCODER.encode(record)


def decode(data: bytes | str, kind: type[T]) -> T:
    """A record from its JSON.

    Raises:
        ModelError: the JSON does not fit the record, or breaks one of its rules.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as e:
        raise ModelError(f"not a {kind.__name__}: {e}") from e


def plain(record: object) -> Any:
    """A record as plain dicts, lists, strings and numbers, fields in the order the model gives them."""
    return msgspec.to_builtins(record)
