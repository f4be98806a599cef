"""HTML to Fields: the article with its menus, related stories and comments off, and what the page says of itself."""

import json
import re
from typing import Any

from harmledger.collect.decode import broken, decode
from harmledger.collect.fields import Fields, body, said
from harmledger.collect.language import code
from harmledger.collect.raw import Raw
from harmledger.errors import InputError

MOST = 8 * 1024 * 1024
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,30})|<\?xml[^>]{0,80}encoding=[\"']([\w-]+)", re.I
)
_META = re.compile(r"<meta\s[^>]{1,2000}>", re.I)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_LD_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")
_TIME = re.compile(r"<time\b[^>]{0,300}?\bdatetime\s*=\s*[\"']([^\"']{4,40})[\"']", re.I)
_LANG = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,15})", re.I)
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "article.published", "date",
)  # fmt: skip
_LED = "substring(normalize-space(.), 1, string-length(normalize-space(.)) - string-length(normalize-space(.//a)))"
# What trafilatura leaves in: a paragraph that is a short lead, a colon and one link ("Read also: ..."), which tells of
# another story; and the form under which WordPress takes comments.
_PRUNED = [
    "//*[self::p or self::li or self::h3 or self::h4 or self::blockquote][count(.//a)=1"
    f" and string-length({_LED}) < 30"
    f" and substring(normalize-space({_LED}), string-length(normalize-space({_LED})))=':'"
    f" and normalize-space(concat({_LED}, normalize-space(.//a)))=normalize-space(.)]",
    "//*[@id='respond']",
]


def from_page(raw: Raw) -> Fields:
    """Fields of an HTML page; paragraphs are separated by a blank line.

    Raises:
        InputError: larger than `MOST` bytes, or a page without an article's text.
    """
    if len(raw.data) > MOST:
        raise InputError(
            f"a page of {len(raw.data) // 1048576} MB, more than {MOST // 1048576}",
            where=raw.address,
            remedy="Save the text of its report as .txt",
        )
    found = _CHARSET.search(raw.data[:4096])
    declared = (found[1] or found[2]).decode("ascii") if found else None
    decoded = decode(raw.data, declared)
    page = decoded.text.replace("\x00", "")
    document = _article(page, raw.address)
    title = said(document.title)
    text = body(_paragraphs(document.text or ""), title)
    meta = _meta(page)
    language = _LANG.search(page[:5000])
    return Fields(
        text,
        title=title,
        published=_date(page, meta) or said(document.date),
        publisher=said(meta.get("og:site_name") or document.sitename),
        url=said(document.url),
        language=code(language[1]) if language else None,
        issues=broken(text, decoded),
    )


def _article(page: str, address: str) -> Any:
    """What trafilatura finds; imported here because it takes half a second to load."""
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            favor_precision=True,
            with_metadata=True,
            prune_xpath=_PRUNED,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
        )
    except Exception:  # a parser of others' making, on bytes of anybody's: whatever it raises, the page is unreadable
        document = None
    if document is None or not (document.text or "").strip():  # type: ignore[union-attr]
        raise InputError(
            "no article's text found in the page", where=address, remedy="Save the text of its report as .txt"
        )
    return document


def _paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _meta(page: str) -> dict[str, str]:
    """The page's meta elements by name or property, in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in _META.findall(page[:300_000]):
        held = {m[0].lower(): m[1] or m[2] or m[3] for m in _ATTRIBUTE.findall(tag)}
        name = (held.get("property") or held.get("name") or held.get("itemprop") or "").lower()
        if name and held.get("content"):
            found.setdefault(name, held["content"])
    return found


def _date(page: str, meta: dict[str, str]) -> str | None:
    for name in _DATES:
        if meta.get(name):
            return said(meta[name])
    for pattern in (_LD_DATE, _TIME):
        found = pattern.search(page)
        if found:
            return said(_unescaped(found[1]))
    return None


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"'))
    except ValueError:
        return value
