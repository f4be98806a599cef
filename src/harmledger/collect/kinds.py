"""What kind of report bytes are: by the name's ending first, by the first bytes where the name tells nothing."""

import re

from harmledger.collect.chat import is_chat
from harmledger.errors import InputError

TEXT = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
MAIL = "message/rfc822"
JSON = "application/json"
LINES = "application/jsonl"
MESSAGE = "application/x-message+json"  # one message of an export, in the envelope that `exports` puts it in
# Exports: files that are split into messages.
TELEGRAM = "application/x-telegram"
TWEETS = "application/x-tweets"
CHAT = "text/x-whatsapp"
EXPORTS = frozenset({TELEGRAM, TWEETS, CHAT})

ENDINGS = {
    ".txt": TEXT, ".text": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".pdf": PDF, ".eml": MAIL,
    ".jsonl": LINES, ".ndjson": LINES,
}  # fmt: skip
NO_REPORTS = frozenset(
    {".toml", ".csv", ".tsv", ".md", ".db", ".db-wal", ".db-shm", ".sqlite", ".geojson", ".js", ".css"}
)
_TWEETS_FILE = re.compile(r"(?:.*/)?(?:community-)?tweets?(?:-part\d+)?\.js\Z")

_ARCHIVE = "Unpack it and give the files in it"
_PICTURE = "Write down the text it shows in a .txt file"
_OFFICE = "Save it as .txt or .pdf"
_MAGIC = (
    (b"PK\x03\x04", "an archive or office document", f"{_ARCHIVE}; an office document: save it as .txt or .pdf"),
    (b"\x1f\x8b", "a gzip archive", _ARCHIVE),
    (b"BZh", "a bzip2 archive", _ARCHIVE),
    (b"\xfd7zXZ", "an xz archive", _ARCHIVE),
    (b"7z\xbc\xaf", "a 7-zip archive", _ARCHIVE),
    (b"Rar!", "a rar archive", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive", _ARCHIVE),
    (b"\x89PNG", "a picture", _PICTURE),
    (b"\xff\xd8\xff", "a picture", _PICTURE),
    (b"GIF8", "a picture", _PICTURE),
    (b"\xd0\xcf\x11\xe0", "an office document", _OFFICE),
    (b"{\\rtf", "a rich text document", _OFFICE),
    (b"SQLite format 3", "a database", "A ledger is given by --ledger, not as a report"),
)
_TWEET = re.compile(rb'\A[\[{].{0,4000}?"(?:tweet|full_text|created_at|id_str|author_id)"\s*:', re.DOTALL)
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})


def no_report(name: str, ending: str) -> bool:
    """Is a file of that name passed over in folders? An X archive's `tweets.js` is not, its other scripts are."""
    return ending in NO_REPORTS and not _TWEETS_FILE.match(name)


def kind_of(address: str, ending: str, head: bytes) -> str:
    """The media type of a report.

    Args:
        address: what errors call it.
        ending: the name's ending with its dot, in lower case, or nothing.
        head: its first bytes, some thousands.

    Raises:
        InputError: no kind of report that can be read; the remedy says into what to turn it.
    """
    if no_report(address, ending):
        raise InputError(
            f"a {ending} file is no report",
            where=address,
            remedy="Agreements and sources have options of their own; a report is .txt, .html, .pdf, .eml or .jsonl; "
            "of an X archive, give tweets.js",
        )
    if ending in ENDINGS:
        if ENDINGS[ending] != PDF:
            refuse_binary(address, head)
        if ENDINGS[ending] == LINES and is_wide(head):
            raise InputError("JSON lines in UTF-16", where=address, remedy="Save the file as UTF-8")
        return CHAT if ENDINGS[ending] == TEXT and is_chat(head, address) else ENDINGS[ending]
    if ending in (".json", ".js"):
        return _export(address, head)
    return _sniff(address, head)


def _export(address: str, head: bytes) -> str:
    """Whose export a JSON file is."""
    refuse_binary(address, head)
    if is_wide(head):
        raise InputError("JSON in UTF-16", where=address, remedy="Save the file as UTF-8")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"window.YTD.") or _TWEET.search(start):
        return TWEETS
    if start.startswith(b"{") and (b'"messages"' in head or b'"chats"' in head or b'"personal_information"' in head):
        return TELEGRAM
    raise InputError(
        "a .json file that is no export of Telegram or X",
        where=address,
        remedy="Write one report a line into a .jsonl file",
    )


def _sniff(address: str, head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF-"):
        return PDF
    refuse_binary(address, head)
    if start[:200].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return HTML
    if start.startswith(b'{"'):
        return LINES
    return CHAT if is_chat(head, address) else TEXT


def refuse_binary(address: str, head: bytes) -> None:
    """Refuse bytes that are no text of any encoding.

    Raises:
        InputError: an archive, a picture, a database, an office document, or bytes full of control characters.
    """
    for magic, what, remedy in _MAGIC:
        if head.startswith(magic):
            raise InputError(f"{what}, not a text", where=address, remedy=remedy)
    sample = head[:4096]
    if not is_wide(sample) and len(sample.translate(None, _CONTROLS)) < 0.95 * len(sample):
        raise InputError(
            "bytes that are no text", where=address, remedy="Give the report as .txt, .html, .pdf, .eml or .jsonl"
        )


def is_wide(head: bytes) -> bool:
    """Do bytes look like UTF-16, by a byte order mark or without?"""
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_wide(head) is not None


def looks_wide(head: bytes) -> str | None:
    """The UTF-16 codec that fits bytes without a byte order mark: every other byte is NUL, as in Latin text."""
    sample = head[: min(len(head), 2000) // 2 * 2]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None
