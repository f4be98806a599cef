"""Every error harmledger raises on purpose.

HarmledgerError
├── InputError          a report that cannot be read: names the file, the line, the remedy
├── ConfigError         a setting that is unknown or out of range
├── ModelError          a record that breaks its own rule (bounds crossed, a quote not in its text)
├── LexiconError        a language file that does not hold together
├── GazetteerError      a place list that cannot be used
└── LedgerError         a ledger that cannot be opened or written
    ├── LedgerNewer     written by a newer harmledger
    ├── LedgerBusy      another process holds it for too long
    └── LedgerBroken    its log does not hold together
"""


class HarmledgerError(Exception):
    """Root of every error raised on purpose; `str()` is a sentence that a user can act on."""


class InputError(HarmledgerError):
    """A report or file that cannot be read.

    Args:
        problem: what is wrong, as a clause without a full stop.
        where: the file or address.
        line: line in that file, from 1, where one is known.
        remedy: what the user can do about it.
    """

    def __init__(self, problem: str, *, where: str, line: int | None = None, remedy: str) -> None:
        self.problem, self.where, self.line, self.remedy = problem, where, line, remedy
        place = where if line is None else f"{where}, line {line}"
        super().__init__(f"{place}: {problem}. {remedy}")


class ConfigError(HarmledgerError):
    """A setting that is unknown or out of range."""


class ModelError(HarmledgerError, ValueError):
    """A record that breaks its own rule."""


class LexiconError(HarmledgerError):
    """A language file that does not hold together."""


class GazetteerError(HarmledgerError):
    """A place list that cannot be used, or a gazetteer that is absent or damaged."""


class LedgerError(HarmledgerError):
    """A ledger that cannot be opened or written."""


class LedgerNewer(LedgerError):
    """The ledger was written by a newer harmledger."""


class LedgerBusy(LedgerError):
    """Another process held the ledger for longer than this one would wait."""


class LedgerBroken(LedgerError):
    """The ledger's log does not hold together: an entry's digest is not that of its content."""
