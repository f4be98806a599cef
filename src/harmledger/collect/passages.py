"""Passages: what of a text is the report's own, and in which language each passage is.

A scraped page or post comes with menus, counters, headlines of other stories and readers' replies. They are marked,
not taken out, so that every offset points into the text as it was kept; `only` gives the text with them blanked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from harmledger.collect.chrome import NO_CHROME, Chrome, Line
from harmledger.collect.language import language, script
from harmledger.model.report import Passage, Report

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NO_BREAK = re.compile(r"[^\n]")
_LETTER = re.compile(r"[^\W\d_]")
_PROSE_END = re.compile(r"[.!][\"'”’»)\]]*\s*\Z")
_INNER_END = re.compile(r"[^\W\d_]{4}[.!?؟][\"'”’»)]* ")
_CUT_END = re.compile(r"(?:\.\.\.?|…)[\"'”’»)\]]*\s*\Z")
_HANDLE = re.compile(r"[^@\n]{0,60}@(\w{2,30})\s*(?:·.{0,30})?\Z")
_AUTHOR = re.compile(r"https?://(?:[a-z]+\.)?(?:twitter|x|nitter)\.(?:com|net)/(\w{2,30})/status", re.I)
_STAMP = re.compile(r"\s*·|.{0,30}\d")
_PROSE, _LONG = 60, 220  # letters of a line that is prose with a full stop, and of one that is prose without
_ONCE, _STEM = 40, 20  # a line so long that stands twice is told once; a cut-off one is known by so much of its start
_HEADLINE = 15  # a headline has more letters
_STOPS = ".?!,;؟"
_WRAPPED = 50  # letters of a line that may have been broken
_FOREIGN = 40  # letters of a passage in another script from which its language is looked at


@dataclass(slots=True)
class _Row:
    """One line of the text that is not blank: where it stands, what it says, whether it is an aside.

    `runs_on`: it ends the sentence of the line before, as where lines are broken at a page's width.
    """

    start: int
    end: int
    said: str
    runs_on: bool = False
    aside: bool = False

    @property
    def ends(self) -> bool:
        """Does it end as a sentence does, and not cut off?"""
        return _PROSE_END.search(self.said) is not None and _CUT_END.search(self.said) is None

    @property
    def prose(self) -> bool:
        """Does it read like a paragraph, not like a headline?"""
        if len(self.said) >= _LONG:
            return _CUT_END.search(self.said) is None
        return len(self.said) >= _PROSE and self.ends

    @property
    def headline(self) -> bool:
        """Could it be another story's headline: neither a paragraph nor several sentences?"""
        return not self.prose and not self.ends and _INNER_END.search(self.said) is None


def passages(
    text: str, url: str | None = None, publisher: str | None = None, chrome: Chrome = NO_CHROME
) -> tuple[Passage, ...]:
    """The asides of a text, in its order; adjacent ones are one.

    Asides are: lines of buttons and counters; headlines of other stories under a head that says so, or in a row at the
    end of an article; readers' replies, known by a head or by another author's handle; a line told before in the same
    words, or cut off where the whole stands elsewhere.

    Args:
        text: the text of a report.
        url: its URL, which may name its author.
        publisher: who put it out, for a handle (`@name`).
        chrome: the words of pages; none: no asides.
    """
    if chrome is NO_CHROME:
        return ()
    rows = list(_rows(text))
    _heads(rows, chrome)
    _replies(rows, _author(url, publisher))
    _repeats(rows)
    _headlines_at_end(rows)
    return tuple(_joined(rows, text, chrome))


def _rows(text: str) -> Iterator[_Row]:
    before: _Row | None = None
    for found in _LINE.finditer(text):
        row = _Row(found.start(), found.end(), found.group().strip())
        if before and before.end + 1 == row.start and len(before.said) > _WRAPPED and not before.ends:
            row.runs_on = row.said[-1] in _STOPS
        before = row
        yield row


def _heads(rows: list[_Row], chrome: Chrome) -> None:
    """Marks buttons, and what stands under a head: other stories up to the next prose, readers' words to the end."""
    under: Line = Line.OTHER
    told = False
    for at, row in enumerate(rows):
        kind = Line.OTHER if row.runs_on else chrome.line(row.said)
        if under is Line.COMMENTS:
            row.aside = True
        elif kind is not Line.OTHER:
            row.aside = True
            if kind is not Line.BUTTON:
                under = kind if told else Line.RELATED
        else:
            listed = under is Line.RELATED and (not row.prose or (told and _stands_alone(rows, at)))
            row.aside = listed or chrome.heads(row.said)
            if not row.aside:
                under = Line.OTHER
                told = told or row.prose


def _stands_alone(rows: list[_Row], at: int) -> bool:
    """Is a line of prose a short one, and the next none? So a headline that ends in a full stop stands in its list."""
    return len(rows[at].said) < _LONG and not (at + 1 < len(rows) and rows[at + 1].prose)


def _author(url: str | None, publisher: str | None) -> str | None:
    """The handle of who wrote the post, in lower case."""
    found = _AUTHOR.match(url.strip()) if url else None
    if found and found[1].lower() != "i":
        return found[1].lower()
    if publisher and "@" in publisher:
        return publisher.rpartition("@")[2].strip().lower() or None
    return None


def _replies(rows: list[_Row], author: str | None) -> None:
    """Marks posts under another handle than the author's; a post is led in by its writer's handle and a time."""
    other = False
    for at, row in enumerate(rows):
        handle = _HANDLE.match(row.said) if "@" in row.said else None
        led = handle and at + 1 < len(rows) and len(rows[at + 1].said) <= 30 and _STAMP.match(rows[at + 1].said)
        if handle and led:
            author = author or handle[1].lower()
            other = handle[1].lower() != author
            row.aside = True
        elif other:
            row.aside = True


def _repeats(rows: list[_Row]) -> None:
    """Marks a line that stands above in the same words, and one that is cut off where another goes on."""
    own = [row for row in rows if not row.aside and len(row.said) > _STEM]
    seen: set[str] = set()
    for row in own:
        if len(row.said) >= _ONCE and row.said in seen:
            row.aside = True
        seen.add(row.said)
    for row in own:
        cut = _CUT_END.search(row.said)
        stem = row.said[: cut.start()].strip() if cut else ""
        if len(stem) >= _STEM and any(
            o is not row and len(o.said) > len(row.said) and o.said.startswith(stem) for o in own
        ):
            row.aside = True


def _headlines_at_end(rows: list[_Row]) -> None:
    """Marks two or more headlines that an article of whole sentences ends with."""
    own = [row for row in rows if not row.aside]
    tail = len(own)
    while tail and own[tail - 1].headline:
        tail -= 1
    body = own[:tail]
    lines = [row for row in own[tail:] if len(_LETTER.findall(row.said)) > _HEADLINE]
    if len(lines) < 2 or sum(row.prose for row in body) < max(2, 0.6 * (len(body) - 1)):
        return
    for row in own[tail:]:
        row.aside = True


def _joined(rows: list[_Row], text: str, chrome: Chrome) -> Iterator[Passage]:
    """The asides as passages, one for each run; a button at the end of a line is one of its own."""
    begun: int | None = None
    last = 0
    for row in rows:
        if row.aside:
            begun = row.start if begun is None else begun
            last = row.end
            continue
        if begun is not None:
            yield Passage(begun, last, aside=True)
            begun = None
        line = text[row.start : row.end].rstrip()
        cut = chrome.cut(line) if len(line) > _ONCE else len(line)
        if cut < len(line):
            yield Passage(row.start + cut, row.start + len(line), aside=True)
    if begun is not None:
        yield Passage(begun, last, aside=True)


def spoken(text: str, main: str | None, asides: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The asides and, beside them, the paragraphs whose script is not that of the main language, with their own."""
    home = script(main) if main else None
    if home is None:
        return asides
    found = list(asides)
    taken = iter(asides)
    aside = next(taken, None)
    for line in _LINE.finditer(text):
        while aside and aside.end <= line.start():
            aside = next(taken, None)
        if aside and aside.start <= line.start():
            continue
        end = aside.start if aside and aside.start < line.end() else line.end()
        said = line.group()[: end - line.start()]
        if len(said) >= _FOREIGN and not home.search(said) and len(_LETTER.findall(said)) >= _FOREIGN:
            other = language(said)
            if other and other != main:
                found.append(Passage(line.start(), end, other))
    return tuple(sorted(found, key=lambda p: p.start))


def only(report: Report, tongue: str | None) -> Report:
    """The report with all blanked that is an aside or not in that language; every offset stays.

    What is blanked begins with a blank line, so that no sentence runs across it.
    """
    if not report.passages:
        return report
    text, parts, at = report.text, [], 0
    own = tongue == report.language
    for p in report.passages:
        between, said = text[at : p.start], text[p.start : p.end]
        parts.append(between if own else _blank(between))
        parts.append(said if not p.aside and p.language == tongue else _blank(said))
        at = p.end
    parts.append(text[at:] if own else _blank(text[at:]))
    return replace(report, text="".join(parts), language=tongue)


def _blank(said: str) -> str:
    """White space of the same length, its lines as long as they were."""
    return "\n\n"[: len(said)] + _NO_BREAK.sub(" ", said[2:])


def languages(report: Report) -> tuple[str | None, ...]:
    """The languages of a report's passages, its own first."""
    others = (p.language for p in report.passages if not p.aside)
    return tuple(dict.fromkeys((report.language, *others)))
