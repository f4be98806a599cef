import io

import pypdfium2
import pytest

from harmledger.adapters.fetch.words import date_words
from harmledger.collect.collect import collect
from harmledger.collect.kinds import PDF
from harmledger.collect.pdf import joined
from harmledger.collect.raw import Raw
from harmledger.errors import InputError


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with a text layer, written by hand."""
    shown = "\n".join(["BT /F1 11 Tf 72 780 Td 16 TL", *(f"({line}) Tj T*" for line in lines), "ET"]).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (A briefing) >>",
    ]
    out, at = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_text_and_title() -> None:
    data = pdf(["A briefing", "", "Published: 16 January 2020", "", "Some 350,000 people have been displaced."])
    report = collect(Raw("briefing.pdf", data, PDF), date_words()).report
    assert report.text.endswith("Some 350,000 people have been displaced.")
    assert (report.title, report.published, report.language) == ("A briefing", "2020-01-16", "en")


def test_lines_become_paragraphs_again() -> None:
    page = "Nine civilians were killed when bombs\nfell on a market in the city, offi-\ncials and res-\ncuers\nsaid.\n"
    assert joined(page + "Two of those who died were children,\nthey said.") == (
        "Nine civilians were killed when bombs fell on a market in the city, officials and rescuers said.\n\n"
        "Two of those who died were children, they said."
    )


def test_a_table_s_rows_stay_lines_of_their_own() -> None:
    lead = "Bombs fell on three towns of the province in the night, the officials said on Monday.\n"
    head = "Location of the incident Killed Injured Missing Displaced"
    page = f"{lead}{head}\nThe village of Khan Seif in the north 3 7 - 1,200\nTall Zahra 4 1 0 -\nMore may follow.\n"
    assert joined(page).split("\n\n") == [
        lead.strip(), head, "The village of Khan Seif in the north 3 7 - 1,200", "Tall Zahra 4 1 0 -",
        "More may follow.",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"no pdf at all", b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 20])
def test_unreadable(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        collect(Raw("a.pdf", data, PDF))
    assert caught.value.where == "a.pdf"
    assert "PDF" in caught.value.problem


def test_no_text_layer_asks_for_ocr() -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    out = io.BytesIO()
    document.save(out)
    document.close()
    with pytest.raises(InputError, match="OCR"):
        collect(Raw("scan.pdf", out.getvalue(), PDF))
