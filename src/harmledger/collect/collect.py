"""Collect: the bytes of one report to a Report. Pure: what to think of the clock is told by the caller."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from harmledger.collect import kinds
from harmledger.collect.chrome import NO_CHROME, Chrome
from harmledger.collect.datewords import NO_WORDS, DateWords
from harmledger.collect.fields import Fields
from harmledger.collect.language import code, language
from harmledger.collect.mail import from_mail
from harmledger.collect.message import from_message
from harmledger.collect.page import from_page
from harmledger.collect.passages import only, passages, spoken
from harmledger.collect.pdf import from_pdf
from harmledger.collect.plain import from_json, from_text
from harmledger.collect.published import published
from harmledger.collect.raw import Raw
from harmledger.collect.urls import canonical, names_a_page
from harmledger.errors import InputError
from harmledger.model.ids import derived, digest
from harmledger.model.issue import Issue
from harmledger.model.report import Report

_READERS: dict[str, Callable[[Raw], Fields]] = {
    kinds.TEXT: from_text,
    kinds.HTML: from_page,
    kinds.PDF: from_pdf,
    kinds.MAIL: from_mail,
    kinds.JSON: from_json,
    kinds.MESSAGE: from_message,
}
_STATED = frozenset({kinds.TEXT, kinds.JSON})

LONGEST = 2_000_000  # characters; the longest annual reports have fewer, and reading takes some hundred bytes for each


@dataclass(frozen=True, slots=True)
class Collected:
    """A Report with the bytes it came from and the Issues met; every Issue names the address and line."""

    raw: Raw
    report: Report
    issues: tuple[Issue, ...] = ()


def collect(raw: Raw, words: DateWords = NO_WORDS, latest: date | None = None, chrome: Chrome = NO_CHROME) -> Collected:
    """The report that bytes hold.

    Args:
        raw: bytes of a kind in `kinds`; those of a `.jsonl` file one line at a time.
        words: month names and labels for dates written out.
        latest: the day of capture; a `published` more than a day after it is impossible. None: any year up to 2099.
        chrome: the words of buttons and menus, by which the report's own passages are told from what stands around.

    Raises:
        InputError: the bytes hold no report that can be read.
    """
    reader = _READERS.get(raw.media_type)
    if reader is None:
        raise InputError(f"{raw.media_type} is no kind of report", where=raw.address, remedy="Give it as .txt")
    if not raw.data or raw.data.isspace():
        raise InputError("empty", where=raw.address, line=raw.line, remedy="Leave it out, or fetch it again")
    fields = reader(raw)
    if not fields.text or fields.text.isspace():
        raise InputError("holds no text", where=raw.address, line=raw.line, remedy="Leave it out, or fetch it again")
    if len(fields.text) > LONGEST:
        raise InputError(
            f"more than {LONGEST // 1_000_000} million characters in one report",
            where=raw.address,
            line=raw.line,
            remedy="Cut it into its reports, one a file, or one a line of a .jsonl file",
        )
    at = published(fields.published, fields.url, fields.text, words, latest)
    report = Report(
        id=fields.id or _id(raw, fields.url),
        text=fields.text,
        title=fields.title,
        published=at.at,
        publisher=fields.publisher,
        url=fields.url,
        capture=digest(raw.data),
        passages=passages(fields.text, fields.url, fields.publisher, chrome),
    )
    report = replace(report, language=_language(raw, fields, only(report, None).text))
    report = replace(report, passages=spoken(report.text, report.language, report.passages))
    issues = (replace(i, address=raw.address, line=raw.line) for i in fields.issues + at.issues)
    return Collected(raw, report, tuple(issues))


def _language(raw: Raw, fields: Fields, own: str) -> str | None:
    """What the user states counts; what a page says of itself is only a hint, for it is often the template's.

    Else that of the report's `own` words, or of the whole where those say nothing.
    """
    stated = code(fields.language)
    if stated and raw.media_type in _STATED:
        return stated
    return language(own, stated) or language(fields.text, stated)


def _id(raw: Raw, url: str | None) -> str:
    """From the page's URL where it names one page, else from the address; for a nameless line, from its content.

    A line's number names nothing: a line put in above it would make it another report's revision.
    """
    page = canonical(url) if url else None
    if page and names_a_page(page):
        return derived("r", page)
    if raw.media_type == kinds.JSON or raw.address == "-":
        return derived("r", digest(raw.data))
    return derived("r", canonical(raw.address) or raw.address)
