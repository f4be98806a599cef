"""Mail to Fields: subject, date, sender and the plain part, or the HTML part where there is no plain one."""

import re
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr

from harmledger.collect.decode import broken, decode, known
from harmledger.collect.fields import Fields, said
from harmledger.collect.kinds import HTML
from harmledger.collect.page import from_page
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.codes import IssueCode
from harmledger.model.issue import Issue

_SIGNATURE = re.compile(r"\n-- \n.*\Z", re.DOTALL)


def from_mail(raw: Raw) -> Fields:
    """Fields of one mail. The signature is off; attachments are not read, and an Issue names each.

    The publisher is the sender's display name, or the domain where there is none: no address is kept.

    Raises:
        InputError: bytes that are no mail, or a mail without text.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(raw.data)
        if not message.keys() or not any(k.lower() in ("from", "date", "subject", "received") for k in message):
            raise InputError("no mail", where=raw.address, remedy="Save it from the mail program as .eml, or as .txt")
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        fields = _body(raw, body)
        subject, date, sender = (_header(message, name) for name in ("Subject", "Date", "From"))
        attached = [_name(part) for part in message.iter_attachments()] if isinstance(message, EmailMessage) else []
    except InputError:
        raise
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError) as e:
        # the standard library's parser lets these through on damaged headers
        raise InputError(
            f"a damaged mail ({type(e).__name__})", where=raw.address, remedy="Save its text as .txt"
        ) from None
    text = _SIGNATURE.sub("", fields.text).rstrip()
    issues = [i for i in fields.issues if i.span is None or i.span.holds(text)]
    issues += [
        Issue(IssueCode.INPUT_REFUSED, name, message="an attachment is not read: save it as a file")
        for name in attached
    ]
    display, address = parseaddr(sender or "")
    return Fields(
        text,
        title=said(subject),
        published=said(date),
        publisher=said(display) or said(address.rpartition("@")[2]),
        language=fields.language,
        issues=tuple(issues),
    )


def _body(raw: Raw, body: Message | None) -> Fields:
    data = body.get_payload(decode=True) if body is not None else None
    if not isinstance(data, bytes) or not data.strip():
        raise InputError("a mail without text", where=raw.address, remedy="Save what it carries as files of their own")
    assert body is not None
    if body.get_content_type() == HTML:
        return from_page(Raw(raw.address, data, HTML))
    decoded = decode(data, known(str(body.get_param("charset") or "")))
    return Fields(decoded.text, issues=broken(decoded.text, decoded))


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    return None if value is None else str(value).encode("utf-8", "replace").decode("utf-8")


def _name(part: Message) -> str:
    return (part.get_filename() or part.get_content_type()).encode("utf-8", "replace").decode("utf-8")
