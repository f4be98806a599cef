"""Marks: what passages of a text may be, before anything is understood. The records that `mark` fills and others read.

Token positions count tokens from 0; `start` and `end` count code points of the report's text. Ends are exclusive.
"""

from dataclasses import dataclass

from harmledger.model.count import Count


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel lists: surface, normalised form (as lexicons are keyed), offsets."""

    text: str
    words: list[str]
    norms: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def quote(self, first: int, last: int) -> str:
        """The text from token `first` up to but not including token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive) of paragraph `paragraph`; `title` where it stands in the headline."""

    first: int
    last: int
    paragraph: int = 0
    title: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `first` to `last` (exclusive) stand inside quotation marks."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon's phrase found: tokens `first` to `last` (exclusive) mean `value` under `category`."""

    first: int
    last: int
    category: str
    value: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens that say a number; `count` reads it as people. `stated` is the number said, where one is."""

    first: int
    last: int
    count: Count
    stated: int | None = None


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """Tokens that say when. `kind` and `args` are what `locate` resolves against the speaker's day.

    It stands in the clause of tokens `clause[0]` to `clause[1]` (exclusive), as far as small words part clauses.
    """

    first: int
    last: int
    start: int
    end: int
    words: str
    kind: str
    args: tuple[tuple[str, str | int], ...] = ()
    clause: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """Words that may name a place. `cue` leads them in (`in`, `near`, or none), `noun` is the kind said with them.

    `said_as` holds a direction or part (`northern`, `countryside`) that makes it coarser. A `piece` is only part of its
    tokens: what a hyphen ties to something else.
    """

    first: int
    last: int
    start: int
    end: int
    words: str
    cue: str = ""
    noun: str = ""
    said_as: str = ""
    piece: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table at offsets `start` to `end`. `role` is what its column holds.

    place, area, date, an outcome with what else it tells of the people (`killed civilian`), or nothing.
    """

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, or a line of a list: `label` names its place. `total`: it adds the others up.

    `broken`: it does not fit the table's head. A list's line has no cells; its text tells its figures.
    """

    start: int
    end: int
    label: Cell | None = None
    cells: tuple[Cell, ...] = ()
    total: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one head (offsets `start` to `end`), or lines of a list, which has none and `listed` is True.

    `violent`: its head tells of killing by arms. `unread`: the heads of columns that may be of harm but are not known;
    `lost`: for these the table gives no figure. `plain`: lines of names and numbers, under a caption or nothing.
    """

    start: int
    end: int
    rows: tuple[Row, ...]
    listed: bool = False
    violent: bool = False
    unread: tuple[Cell, ...] = ()
    lost: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one report. `hits` are ordered by first token.

    `above`: so many code points of the text are a headline put above the report's own, and count in no id.
    """

    tokens: Tokens
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    hits: tuple[Hit, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    days: tuple[DayPhrase, ...] = ()
    places: tuple[PlaceCandidate, ...] = ()
    capitals: bool = False
    harmful: bool = True
    tables: tuple[Table, ...] = ()
    above: int = 0
