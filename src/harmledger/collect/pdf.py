"""PDF to Fields: the text layer, its lines joined to paragraphs again."""

import re

from harmledger.collect.decode import broken, mend
from harmledger.collect.fields import Fields, body, said
from harmledger.collect.raw import Raw
from harmledger.errors import InputError

_SOFT_HYPHEN = re.compile("[\u00ad\ufffe\x02]\n?|(?<=[a-z])-\n(?=[a-z])")
_END = re.compile(r"[.!?:;”\"’)\]]\s*\Z")
_ROW = re.compile(r"^[^\W\d].*?(?: +(?:\d[\d,]*\+?|[-–—]|n/a)){2,}\Z", re.IGNORECASE)
_SHORT = 0.75


def from_pdf(raw: Raw) -> Fields:
    """Fields of a PDF. A `CreationDate` is when the file was made, so only the page's words tell `published`.

    Raises:
        InputError: broken, locked by a password, or without a text layer.
    """
    import pypdfium2  # type: ignore[import-untyped]

    if b"%PDF-" not in raw.data[:1024]:
        raise _unreadable(raw, "no PDF")
    try:
        document = pypdfium2.PdfDocument(raw.data)
    except (pypdfium2.PdfiumError, ValueError) as e:
        if "password" in str(e).lower():
            raise InputError("a PDF locked by a password", where=raw.address, remedy="Save it without one") from None
        raise _unreadable(raw, "a PDF that cannot be opened") from None
    try:
        pages = [_page_text(page) for page in document]
        title = document.get_metadata_value("Title")
    except (pypdfium2.PdfiumError, ValueError, UnicodeError):
        raise _unreadable(raw, "a PDF with damaged pages") from None
    finally:
        document.close()
    text = mend("\n\n".join(filter(None, pages)))
    if not text.strip():
        raise InputError(
            "a PDF without a text layer", where=raw.address, remedy="Run text recognition (OCR) over it first"
        )
    name = said(mend(title))
    text = body(text, name)
    return Fields(text, title=name, issues=broken(text))


def _unreadable(raw: Raw, problem: str) -> InputError:
    return InputError(problem, where=raw.address, remedy="Fetch it again, or save its text as .txt")


def _page_text(page: object) -> str:
    layer = page.get_textpage()  # type: ignore[attr-defined]
    try:
        text = str(layer.get_text_range()).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    finally:
        layer.close()
    return joined(text)


def joined(text: str) -> str:
    """Lines as set on a page, joined to paragraphs: a line that ends short of the widest after a full stop ends one.

    So does a table's row, a name and numbers, and its head. A line's hyphen between small letters goes with the break.
    """
    lines = [line.strip() for line in _SOFT_HYPHEN.sub("", text).split("\n")]
    width = max(map(len, lines), default=0)
    parts: list[str] = []
    rows = [bool(_ROW.search(line)) for line in (*lines, "", "")]
    for at, line in enumerate(lines):
        parts.append(line)
        short = len(line) < _SHORT * width and (_END.search(line) or len(line) < _SHORT * width / 2)
        over = not line or short or rows[at] or rows[at + 1] or (rows[at + 2] and _END.search(line))
        parts.append("\n\n" if over else " ")
    return re.sub(r" ?\n\n[ \n]*", "\n\n", "".join(parts)).strip()
