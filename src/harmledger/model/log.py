"""The log: what a ledger keeps and never changes, each entry carrying the digest of the one before."""

from dataclasses import dataclass
from enum import StrEnum

from harmledger.model.account import Reading
from harmledger.model.codec import encode
from harmledger.model.ids import derived, digest
from harmledger.model.report import Capture, Report

GENESIS = "0" * 64


class EntryKind(StrEnum):
    """What an entry records. `basis` names by digest what reports were read with."""

    CAPTURE = "capture"
    REFUSAL = "refusal"
    DECISION = "decision"
    AGREEMENT = "agreement"
    SOURCE = "source"
    BASIS = "basis"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `body` is canonical JSON; `digest` is the SHA-256 of all other fields, `previous` included."""

    seq: int
    kind: EntryKind
    body: str
    at: str
    previous: str
    digest: str

    @property
    def holds(self) -> bool:
        """Is the digest that of the content?"""
        return self.digest == sealed(self.seq, self.kind, self.body, self.at, self.previous).digest


def sealed(seq: int, kind: EntryKind, body: str, at: str, previous: str) -> Entry:
    """The entry that follows the one whose digest is `previous` (`GENESIS` for the first)."""
    content = {"seq": seq, "kind": kind, "body": body, "at": at, "previous": previous}
    return Entry(seq, kind, body, at, previous, digest(encode(content)))


@dataclass(frozen=True, slots=True)
class Captured:
    """What the log says of a capture: the bytes by digest, the report they are a text of, and their line in a file.

    Together with the blob this is enough to collect the report anew.
    """

    capture: Capture
    report: str
    line: int | None = None

    @property
    def id(self) -> str:
        """The capture's id; see `capture_id`."""
        return capture_id(self.report, self.capture.digest)


def capture_id(report: str, blob: str) -> str:
    """Id of these bytes as a text of this report, so that one page under two reports founds two sets of accounts."""
    return derived("k", report, blob)


@dataclass(frozen=True, slots=True)
class Filed:
    """A capture with all that was read from it, and the near-copy sketch of its text (empty where nothing was told).

    `whole` is False where a stage failed: the capture is to be read again.
    """

    captured: Captured
    report: Report
    reading: Reading
    sketch: tuple[int, ...] = ()
    whole: bool = True
