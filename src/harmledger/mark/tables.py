"""Tables and lists of places and figures in a text: with bars, tabs, wide gaps or commas; lines such as `X: 3 killed`.

Only the form is told here. A table is one only under a head whose cells the lexicon knows: a place and an outcome.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from harmledger.mark.heads import counts, missed, unread
from harmledger.mark.pairs import find_pairs
from harmledger.text.lexicon import Lexicon, expand
from harmledger.text.marks import Cell, Row, Table

_LONGEST, _WORDS, _MOST = 400, 8, 5
_LINE = re.compile(r"[^\n]+")
_BRACKETS = re.compile(r"[()\[\]]")
_RULE = re.compile(r"[\s|:+=_-]+\Z")
_SPLITS = (re.compile(r"\|"), re.compile(r"\t+"), re.compile(r" {2,}"), re.compile(r"[,;]"))
_PLACE, _AREA, _IN, _SETTLEMENT = "place", "area", "in", "settlement"
_LABELS = frozenset((_PLACE, _AREA, "date"))
_ITEM = re.compile(
    r"^[ \t]*(?P<bullet>[-•*·▪–‣●]\s+|\(?\d{1,2}[.)]\s+)?"
    r"(?P<label>[^\W\d_][^\n:|;.!?\d]{1,40}?)(?:\s*:\s+|\s+[-–—|]+\s+|\s+(?P<bracket>\())(?P<rest>\S[^\n]*)",
    re.MULTILINE,
)
# A line that ends in a number, or two pairs in one line: what a table without a known head has.
_NUMBERED = re.compile(r"^[^\n.!?]{2,150}[^\W_][\s|:]+\d[\d,]*\+?[\s|]*$|^\W*\d{1,4} [^\n.!?]{2,60}$", re.MULTILINE)
Line = tuple[int, int]


def find_tables(text: str, lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables and lists of a text, in order, none overlapping another."""
    roles = _roles(lexicon)
    if not roles:
        return ()
    heads = _heads(lexicon)
    told = any(len(m.group()) < _LONGEST for m in heads.finditer(text)) or _listed(text, lexicon)
    if not told and not _NUMBERED.search(text):
        return ()
    totals = frozenset(w for p in lexicon.tables.get("rows", {}).get("total", ()) for w in expand(p))
    violent, other = lexicon.list("table_violent"), lexicon.list("table_other")
    figures = _figures(lexicon)
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    found: list[Table] = []
    at = 0
    while at < len(lines):
        read = (
            _table(text, lines, at, roles, totals, violent, other, figures)
            or find_pairs(text, lines, at, roles, totals)
            or _list(text, lines, at, lexicon, totals)
        )
        if read is None:
            at += 1
            continue
        table, at = read
        found.append(table)
    return tuple(found)


@lru_cache(maxsize=8)
def _roles(lexicon: Lexicon) -> Mapping[str, str]:
    """What a column holds, by the words over it."""
    columns = lexicon.tables.get("columns", {})
    return {word: role for role, phrases in columns.items() for phrase in phrases for word in expand(phrase)}


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    """A line that may be a head: one of its cells begins it, or it begins with a bar."""
    either = "|".join(map(re.escape, sorted(_roles(lexicon), key=len, reverse=True)))
    return re.compile(
        rf"^[ \t]*+(?:\||(?:[^\n|\t,;]{{1,20}}(?:\t|  | ?[|,;] ?))?(?:{either})(?: *(?:[|,;]|$)|\t|  | [a-z(]))",
        re.I | re.M,
    )


@lru_cache(maxsize=8)
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    """What begins with a number in figures, or with a word for none."""
    return re.compile("|".join([r"\d", *(rf"{re.escape(w)}\b" for w in sorted(lexicon.list("table_none")))]))


@lru_cache(maxsize=8)
def _figures(lexicon: Lexicon) -> re.Pattern[str]:
    """The numbers at a line's end that single spaces part; a dash or a word stands where one is not known."""
    unknown = "".join(f"|{re.escape(w)}" for w in sorted(lexicon.list("table_unknown")))
    return re.compile(rf"(?: +(?:\d[\d,]*\+?|[-–—]{unknown}))+\Z", re.IGNORECASE)


def _listed(text: str, lexicon: Lexicon) -> bool:
    """May a list of places stand in the text?"""
    counted = _counted(lexicon)
    return any(counted.match(m["rest"]) or m["bullet"] for m in _ITEM.finditer(text))


def _cells(text: str, line: Line, split: re.Pattern[str]) -> list[Line]:
    """The cells of a line, without the white space and marks of form around them."""
    start, end = line
    if split.pattern == r"\|":
        inner = text[start:end].strip()
        start = text.index(inner, start) if inner else start
        end = start + len(inner)
        start += inner.startswith("|")
        end -= inner.endswith("|") and end > start
    elif split.pattern == r" {2,}":
        while start < end and text[start] == " ":
            start += 1
    cuts = [start]
    for mark in split.finditer(text, start, end):
        cuts += [mark.start(), mark.end()]
    cuts.append(end)
    return [_trimmed(text, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _trimmed(text: str, start: int, end: int) -> Line:
    while start < end and text[start] in " \t*_\"'":
        start += 1
    while end > start and text[end - 1] in " \t*_\"'\r":
        end -= 1
    return start, end


def _table(
    text: str,
    lines: Sequence[Line],
    at: int,
    roles: Mapping[str, str],
    totals: frozenset[str],
    violent: frozenset[str],
    other: frozenset[str],
    figures: re.Pattern[str],
) -> tuple[Table, int] | None:
    """The table whose head is a line, and the line after it."""
    line = lines[at]
    if line[1] - line[0] > _LONGEST:
        return None
    if (spaced := _spaced(text, lines, at, roles, totals, violent, figures)) is not None:
        return spaced
    for split in _SPLITS:
        if not split.search(text, *line):
            continue
        head = _cells(text, line, split)
        words = [" ".join(_BRACKETS.sub(" ", text[a:b].lower()).split()) for a, b in head]
        held = [roles.get(w, "") for w in words]
        lost = not _is_head(held, words)
        if lost and (len(held) < 2 or not any(held) or any(len(w.split()) > _WORDS for w in words)):
            continue
        rows: list[Row] = []
        here = at + 1
        while here < len(lines):
            row = lines[here]
            if _RULE.match(text[slice(*row)]):
                here += 1
                continue
            if _wraps(text, lines, here, split, len(head)):
                here += 1
                continue
            if not split.search(text, *row) or row[1] - row[0] > _LONGEST or _is_prose(text, row, split, len(head)):
                break
            rows.append(_row(text, row, _cells(text, row, split), held, totals))
            here += 1
        strange = (missed if lost else unread)(text, head, words, roles, rows, other)
        if lost and not strange:
            continue
        if not rows:
            return None
        armed = not violent.isdisjoint(words)
        lost = lost or any(at and not w and counts(text, rows, at) for at, w in enumerate(words))
        return Table(line[0], line[1], tuple(rows), violent=armed, unread=strange, lost=lost), here
    return None


def _wraps(text: str, lines: Sequence[Line], at: int, split: re.Pattern[str], columns: int) -> bool:
    """Is a line the rest of the cell above it, and a whole row behind it?"""
    alone = not split.search(text[slice(*lines[at])].strip())
    return alone and _goes_on(text, lines, at) and len(_cells(text, lines[at + 1], split)) == columns


def _goes_on(text: str, lines: Sequence[Line], at: int) -> bool:
    """May a line be the rest of the cell above it: a few words without a figure, before a line that has figures?"""
    words = text[slice(*lines[at])]
    few = len(words.split()) <= _MOST and words.rstrip()[-1:] not in ".!?:" and not any(map(str.isdigit, words))
    return few and at + 1 < len(lines) and any(map(str.isdigit, text[slice(*lines[at + 1])]))


def _after(lines: Sequence[Line], row: Row, at: int) -> int:
    """The number of the line after a row, `at` or one before it."""
    while at and lines[at - 1][0] > row.start:
        at -= 1
    return at if lines[at][0] > row.start else at + 1


def _spaced(
    text: str,
    lines: Sequence[Line],
    at: int,
    roles: Mapping[str, str],
    totals: frozenset[str],
    violent: frozenset[str],
    figures: re.Pattern[str],
) -> tuple[Table, int] | None:
    """A table whose columns a single space parts, as a page's text layer gives it: rows of a name and its numbers."""
    words = text[slice(*lines[at])].lower().split()
    held: list[str] = []
    here = 0
    while here < len(words):
        width = next((w for w in range(_MOST, 0, -1) if " ".join(words[here : here + w]) in roles), 0)
        if not width:
            return None
        held.append(roles[" ".join(words[here : here + width])])
        here += width
    if len(held) < 2 or held[0] not in (_PLACE, _AREA) or any(r in _LABELS for r in held[1:]):
        return None
    rows: list[Row] = []
    end = at + 1
    for end, line in enumerate(lines[at + 1 :], at + 1):
        numbers = figures.search(text, *line)
        if numbers is None and rows and _goes_on(text, lines, end) and figures.search(text, *lines[end + 1]):
            continue
        if numbers is None or numbers.start() == line[0]:
            break
        cells = [_trimmed(text, line[0], numbers.start())]
        cells += [(m.start(), m.end()) for m in re.compile(r"\S+").finditer(text, numbers.start(), line[1])]
        rows.append(_row(text, line, cells, held, totals))
    if not rows:
        return None
    return Table(*lines[at], tuple(rows), violent=not violent.isdisjoint(words)), _after(lines, rows[-1], end)


def _is_head(held: Sequence[str], words: Sequence[str]) -> bool:
    """Do these cells stand over a table of places and harm? Each is short; a first one without words counts as one."""
    if len(held) < 2 or any(len(w.split()) > _WORDS for w in words):
        return False
    labelled = any(r in (_PLACE, _AREA) for r in held) or (not words[0] and len(held) > 2)
    return labelled and any(r and r not in _LABELS for r in held)


def _is_prose(text: str, line: Line, split: re.Pattern[str], columns: int) -> bool:
    """Is a line with commas or wide gaps a sentence after the table?"""
    if split.pattern == r"\|":
        return False
    words = text[slice(*line)].split()
    return len(words) > _WORDS + 3 * columns or (
        len(_cells(text, line, split)) < columns and text[line[1] - 1] in ".!?:" and len(words) > _MOST
    )


def _row(text: str, line: Line, cells: Sequence[Line], held: Sequence[str], totals: frozenset[str]) -> Row:
    """A row under columns that hold these."""
    if len(cells) != len(held):
        return Row(*line, broken=True)
    made = tuple(Cell(role, *cell) for role, cell in zip(held, cells, strict=True))
    named = [c for c in made if c.role == _PLACE and c.end > c.start] or [c for c in made if c.role == _AREA]
    label = named[0] if named else made[0]
    lead = {text[c.start : c.end].lower() for c in (label, made[0])}
    total = not totals.isdisjoint(lead)
    return Row(*line, label=None if total or label.end == label.start else label, cells=made, total=total)


def _list(
    text: str, lines: Sequence[Line], at: int, lexicon: Lexicon, totals: frozenset[str]
) -> tuple[Table, int] | None:
    """The list that a line begins: two or more lines of one form, each a place and how many."""
    rows = list(_items(text, lines, at, lexicon, totals))
    if len(rows) < 2:
        return None
    return Table(rows[0].start, rows[0].start, tuple(rows), listed=True), at + len(rows)


def _items(text: str, lines: Sequence[Line], at: int, lexicon: Lexicon, totals: frozenset[str]) -> Iterator[Row]:
    numbers, leading, figured = lexicon.numbers, lexicon.list("table_at_least"), _counted(lexicon)
    for line in lines[at:]:
        found = _ITEM.fullmatch(text, *line) if line[1] - line[0] <= _LONGEST else None
        if found is None:
            return
        rest = found["rest"].lower().split()
        counted = figured.match(found["rest"]) or rest[0] in numbers or " ".join(rest[:2]) in leading
        words = found["label"].split()
        name = len(words) <= _MOST and words[0][:1].isupper() and words[-1][:1].isupper()
        total = found["label"].lower() in totals
        told = re.findall(r"\w+", found["rest"].lower())
        harm = found["bracket"] is None or not _roles(lexicon).keys().isdisjoint(told)
        if not counted or not harm or not (name or total):
            return
        label = Cell(_PLACE, *_trimmed(text, *found.span("label")))
        yield Row(*line, label=None if total else label, total=total)
