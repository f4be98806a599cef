"""Headlines: a report's title read above its text, and the spans of what was read brought back to where they stand.

A title that is kept apart from the text is read as a headline that stands above it. The text and its offsets stay as
they were: a span says whether it quotes the text or the title.
"""

import re
from dataclasses import dataclass, replace
from typing import TypeVar

from harmledger.collect.language import language, script
from harmledger.model.report import Passage, Report
from harmledger.model.respan import respanned
from harmledger.model.span import Span

T = TypeVar("T")
_GAP = "\n\n"
_WORD = re.compile(r"\S+")
_STEM = 24  # characters by which a title is known again in the text
_AGAIN = 3  # words by which a scraped title is known to begin anew
_HEAD = 4000  # characters: a headline told in the text stands near its beginning


def headline(title: str | None, text: str) -> str:
    """The start of a title that is a headline of its own: empty where there is none or the text itself begins so.

    Titles of scraped pages say themselves twice or more, and the name of the site with them: the first time stands.
    """
    if not title or not title.strip():
        return ""
    cut = title[: _second(title)].rstrip()
    return "" if _flat(cut)[:_STEM] in _flat(text[:_HEAD]) else cut


def _second(title: str) -> int:
    """Where a title begins a second time, by its first words; else its length."""
    words = list(_WORD.finditer(title))
    said = [w.group().strip("\"'“”‘’«»") for w in words]
    for at in range(1, len(words)):
        again = min(_AGAIN, at)
        if at + again <= len(words) and said[at : at + again] == said[:again] and (again == _AGAIN or at > 1):
            return words[at].start()
    return len(title)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _tongue(title: str, main: str | None) -> str | None:
    """The language of a title in another script than the text's; None where it is in the text's."""
    home = script(main) if main else None
    return language(title) if home and not home.search(title) else None


@dataclass(frozen=True, slots=True)
class Headed:
    """A report as it is read, its headline above its text; `shift` is how far that moved the text, 0 for none."""

    report: Report
    shift: int = 0

    @classmethod
    def of(cls, report: Report) -> "Headed":
        """The report with its headline, if it has one of its own."""
        above = headline(report.title, report.text)
        if not above:
            return cls(report)
        shift = len(above) + len(_GAP)
        tongue = _tongue(above, report.language)
        other = (Passage(0, len(above), tongue),) if tongue else ()
        moved = (replace(p, start=p.start + shift, end=p.end + shift) for p in report.passages)
        read = replace(report, text=above + _GAP + report.text, title=above, passages=(*other, *moved))
        return cls(read, shift)

    def own(self, record: T) -> T:
        """A record that was read, its spans brought back to the title and the text of the report as it was."""
        return respanned(record, self._span) if self.shift else record

    def _span(self, span: Span) -> Span:
        if span.start < self.shift:
            return replace(span, in_title=True)
        return replace(span, start=span.start - self.shift, end=span.end - self.shift)
