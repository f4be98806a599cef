from email.message import EmailMessage

import pytest

from harmledger.collect.collect import collect
from harmledger.collect.kinds import MAIL
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.codes import IssueCode

BODY = "Nine civilians were killed in the city on Wednesday.\n"


def mail(body: str = BODY, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Neun Tote: مدينة إدلب"
    message["Date"] = "Thu, 16 Jan 2020 18:20:00 +0200"
    message["From"] = '"Rescue desk" <someone@desk.example>'
    message.set_content(body, subtype=subtype)
    return message


def test_plain_mail() -> None:
    report = collect(Raw("a.eml", mail(BODY + "-- \nThe desk, phone 12\n").as_bytes(), MAIL)).report
    assert report.text == BODY.strip()
    assert (report.title, report.published) == ("Neun Tote: مدينة إدلب", "2020-01-16T18:20+02:00")
    assert report.publisher == "Rescue desk"


def test_an_address_is_not_kept() -> None:
    message = mail()
    message.replace_header("From", "someone@desk.example")
    assert collect(Raw("a.eml", message.as_bytes(), MAIL)).report.publisher == "desk.example"


def test_html_mail() -> None:
    html = f"<html><body><p>{BODY}</p><p>Two of them were children, the desk said later that day.</p></body></html>"
    report = collect(Raw("a.eml", mail(html, "html").as_bytes(), MAIL)).report
    assert report.text.startswith("Nine civilians were killed")
    assert "<" not in report.text


def test_attachments_leave_issues() -> None:
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="market.png")
    found = collect(Raw("a.eml", message.as_bytes(), MAIL))
    assert [(i.code, i.words) for i in found.issues] == [(IssueCode.INPUT_REFUSED, "market.png")]
    assert found.report.text.strip() == BODY.strip()


@pytest.mark.parametrize("data", [b"Nine were killed", b"\x00\x01\x02 : \xff", b"Subject: x\n\n", b"\n\nbody"])
def test_no_mail(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        collect(Raw("a.eml", data, MAIL))
    assert "mail" in caught.value.problem
