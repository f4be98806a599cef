"""Explanation: what made a claim, down to the lines of the lexicon, so that a wrong one can be mended there."""

from dataclasses import dataclass

from harmledger.model.span import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that told a `part` of a claim: `words` of the report that met an entry of the lexicon.

    `part`: pattern, harm, people, number, also, speaker, stance, day, place, by, means. `file` and `line` are where
    the entry stands, `table` the table and key it stands under, `entry` the entry as written there; file and line are
    empty for a rule that is no data (a date in digits, a place of the gazetteer).
    """

    part: str
    words: str
    table: str
    entry: str
    file: str | None = None
    line: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What made the claim of this id: `letters` are the items that its pattern matched, one letter each."""

    claim: str
    letters: str
    entries: tuple[Entry, ...]
