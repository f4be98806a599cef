"""Ids derived from content: the same content has the same id on every machine, in every run."""

import hashlib

SHORT = 12


def digest(data: bytes) -> str:
    """SHA-256 of bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def derived(prefix: str, *parts: str | int) -> str:
    """An id such as `a-3f09c1d2e4b5`: prefix and the first 12 hex digits of the digest of the parts.

    Parts are joined by a unit separator, which stands in no text that people write.
    """
    return f"{prefix}-{digest(chr(31).join(map(str, parts)).encode())[:SHORT]}"


def account_id(capture: str, anchor: int, nth: int = 0) -> str:
    """Id of an account: its capture's digest, the offset of the sentence it hangs on, and its place among those there.

    What was read in the sentence plays no part, so a better lexicon changes what an account says, not which it is.
    """
    return derived("a", capture, anchor, nth)


def claim_id(capture: str, start: int, end: int, outcome: str) -> str:
    """Id of a claim: its capture's digest, its span and its outcome."""
    return derived("c", capture, start, end, outcome)


def incident_id(account: str) -> str:
    """Id of the incident that an account founds."""
    return derived("i", account)
