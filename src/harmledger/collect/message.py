"""One message of an export to Fields: Telegram's, X's (Twitter's), WhatsApp's.

A message comes in an envelope, `{"export": ..., "chat": {...}, "member": n, "message": {...}}`, so that it can be read
without the rest of its file. Who writes in a chat is a private person: no name or number of theirs is kept, they are
`member 3 of ...` [METHOD, Safety].
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import unescape
from typing import Any

import msgspec

from harmledger.collect.chat import day
from harmledger.collect.datewords import stamp
from harmledger.collect.decode import broken, mend
from harmledger.collect.fields import Fields, said
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.codes import IssueCode
from harmledger.model.ids import derived
from harmledger.model.issue import Issue

TELEGRAM, TWITTER, WHATSAPP = "telegram", "twitter", "whatsapp"
CHANNELS = frozenset({"public_channel", "private_channel"})
_OURS = frozenset({"title", "published", "publisher", "url"})
_RETWEET = re.compile(r"RT @(\w{2,30}): ")
_CREATED = re.compile(r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<clock>[\d:]{8}) (?P<zone>[+-]\d{4}) (?P<year>\d{4})\Z")


def from_message(raw: Raw) -> Fields:
    """Fields of one message in its envelope.

    Raises:
        InputError: no envelope of a known export.
    """
    try:
        held = msgspec.json.decode(raw.data)
        read = {TELEGRAM: _telegram, TWITTER: _tweet, WHATSAPP: _whatsapp}[held["export"]]
        return read(held)
    except (msgspec.DecodeError, KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError) as e:
        raise InputError(
            f"no message of an export ({type(e).__name__})", where=raw.address, line=raw.line, remedy="Export it anew"
        ) from None


def _telegram(held: Mapping[str, Any]) -> Fields:
    message, chat = held["message"], held.get("chat") or {}
    text = mend(plain_text(message.get("text")))
    number, room = message.get("id"), chat.get("id")
    origin = message.get("forwarded_from") if str(message.get("forwarded_from_id", "")).startswith("channel") else None
    if held.get("member"):
        publisher = origin or f"member {held['member']} of Telegram chat {chat.get('key')}"
    else:
        publisher = origin or message.get("from") or chat.get("name")
    linked = room is not None and chat.get("type") not in ("personal_chat", "bot_chat", "private_group", None)
    return Fields(
        text,
        published=_unix(message.get("date_unixtime")) or said(message.get("date")),
        publisher=said(publisher),
        url=f"https://t.me/c/{room}/{number}" if linked else None,
        id=f"telegram-{room if room is not None else chat.get('key')}-{number}",
        issues=broken(text),
    )


def plain_text(value: Any) -> str:
    """Telegram's text: a string, or a list of strings and of entities that hold one."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(plain_text(part) for part in value)
    return plain_text(value.get("text")) if isinstance(value, Mapping) else ""


def _unix(seconds: Any) -> str | None:
    if not str(seconds or "").isdigit():
        return None
    return stamp(datetime.fromtimestamp(int(seconds), UTC))


def is_tweet(record: Mapping[str, Any]) -> bool:
    """Is a JSON object a post as X gives it, in an archive or by its interface?"""
    if "full_text" in record or isinstance(record.get("tweet"), Mapping):
        return True
    return "created_at" in record and isinstance(record.get("text"), str) and not _OURS & record.keys()


def tweet(record: Mapping[str, Any], account: str | None = None) -> Fields:
    """Fields of a post as X gives it; `account` is the handle of the archive's owner. A repost is its author's."""
    post: Mapping[str, Any] = record["tweet"] if isinstance(record.get("tweet"), Mapping) else record
    text = mend(unescape(str(post.get("full_text") or post.get("text") or "")))
    user = post.get("user") or post.get("author") or {}
    handle = user.get("screen_name") or user.get("username") or user.get("userName") or account
    number = post.get("id_str") or post.get("id")
    again = _RETWEET.match(text)
    publisher = again[1] if again else handle
    return Fields(
        text,
        published=_created(post.get("created_at")),
        publisher=f"@{publisher}" if publisher else None,
        url=f"https://twitter.com/{handle or 'i/web'}/status/{number}" if number else None,
        language=said(post.get("lang")) if post.get("lang") not in ("und", "zxx", "qme", "qht", "art") else None,
        id=f"twitter-{number}" if number else None,
        issues=broken(text),
    )


def _created(at: Any) -> str | None:
    """`Wed Oct 10 20:19:24 +0000 2018` in the order of a mail's date; anything else as it is."""
    found = _CREATED.match(str(at or ""))
    return f"{found['day']} {found['month']} {found['year']} {found['clock']} {found['zone']}" if found else said(at)


def _tweet(held: Mapping[str, Any]) -> Fields:
    return tweet(held["message"], held.get("account"))


def _whatsapp(held: Mapping[str, Any]) -> Fields:
    text = mend(held["text"])
    at = day(held["date"], held["order"])
    issues = broken(text)
    if at is None:
        unsure = f"{held['date']}: day and month could be swapped, and nothing in the chat tells which is which"
        issues += (Issue(IssueCode.PUBLISHED_UNKNOWN, held["date"], message=unsure),)
    return Fields(
        text,
        published=f"{at}T{held['clock']}" if at else None,
        publisher=f"member {held['member']} of WhatsApp chat {held['chat']}",
        id=derived("whatsapp", held["chat"], held["date"], held["clock"], text),
        issues=issues,
    )
