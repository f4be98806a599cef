"""Bytes to text. Nothing is dropped: what cannot be decoded stands as U+FFFD, and an Issue says so.

Only line ends are changed in a text (`\\r\\n` and `\\r` become `\\n`) and a byte order mark is taken off; letters stay
as written, in whatever Unicode form. All offsets of a report count the code points of the text after this.
"""

import codecs
import re
from dataclasses import dataclass

from harmledger.collect.kinds import looks_wide
from harmledger.model.codes import IssueCode
from harmledger.model.issue import Issue
from harmledger.model.span import Span

BROKEN = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read in; `guessed` where nothing in the bytes says so."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of bytes: by byte order mark, as UTF-8, as declared, mostly UTF-8, else by the likeliest old code page.

    The guess between code pages is coarse: windows-1256 (Arabic) where bytes above ASCII outnumber Latin letters,
    windows-1252 otherwise. Never raises.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(_clean(data[len(bom) :].decode(name, "replace")), name)
    wide = looks_wide(data[:2000])
    if wide:
        return Decoded(_clean(data.decode(wide, "replace")), wide)
    try:
        return Decoded(_clean(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    codec = known(declared)
    if codec and codec != "utf-8":
        return Decoded(_clean(data.decode(codec, "replace")), codec)
    sample = data[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    valid = sum(len(m) for m in _MULTIBYTE.findall(sample))
    if codec == "utf-8" or 2 * valid >= high:
        return Decoded(_clean(data.decode("utf-8", "replace")), "utf-8")
    page = "cp1256" if high > len(_LETTER.findall(sample)) else "cp1252"
    return Decoded(_clean(data.decode(page, "replace")), page, guessed=True)


def known(name: str | None) -> str | None:
    """The codec's own name for a declared text encoding; None where there is none of that name."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
        b"a".decode(found.name)
    except (LookupError, ValueError):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _clean(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def mend(text: str) -> str:
    """A text that can be written as UTF-8: half surrogate pairs, as JSON can hold them, become U+FFFD."""
    return _SURROGATE.sub(BROKEN, _clean(text))


def broken(text: str, decoded: Decoded | None = None) -> tuple[Issue, ...]:
    """An Issue for a text whose encoding was guessed, and one for characters lost, at the first of them."""
    issues: tuple[Issue, ...] = ()
    if decoded is not None and decoded.guessed:
        issues += (Issue(IssueCode.TEXT_BROKEN, decoded.encoding, message=f"not UTF-8: read as {decoded.encoding}"),)
    first = text.find(BROKEN)
    if first >= 0:
        count = text.count(BROKEN)
        message = f"{count} character{'s'[: count > 1]} could not be decoded and stand as U+FFFD, here the first"
        issues += (Issue(IssueCode.TEXT_BROKEN, BROKEN, Span.of(text, first, first + 1), message),)
    return issues
