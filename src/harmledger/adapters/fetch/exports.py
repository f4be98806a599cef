"""Exports of Telegram, X (Twitter) and WhatsApp, split into one Raw a message.

A message without text (a picture alone, a note that somebody joined) is no report and is passed over. In chats, the
names and numbers of those who write are left out already here.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from harmledger.adapters.fetch.lines import lines
from harmledger.adapters.fetch.objects import Broken, Found, Objects
from harmledger.collect import chat, kinds, message
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.ids import derived

_TELEGRAM_KEYS = frozenset({"messages"})
_TWEET_KEYS = frozenset({"data", "tweets", "statuses", "results"})
_PRIVATE = ("from", "from_id", "actor", "actor_id", "author", "via_bot", "saved_from", "contact_information")


def messages(kind: str, address: str, start: bytes, stream: BinaryIO, most: int) -> Iterator[Raw | InputError]:
    """The messages of an export in the order of the file. Memory stays below some of its messages.

    Args:
        kind: one of `kinds.EXPORTS`.
        address: the file's name.
        start: bytes already read from the stream.
        stream: the rest of the file.
        most: the most that one message may have.
    """
    if kind == kinds.CHAT:
        yield from _whatsapp(address, start, stream, most)
        return
    keys = _TELEGRAM_KEYS if kind == kinds.TELEGRAM else _TWEET_KEYS
    found = _objects(address, Objects(start, stream, keys, most), most)
    yield from (_telegram if kind == kinds.TELEGRAM else _tweets)(address, found)


@dataclass(frozen=True, slots=True)
class _Message:
    """A message as it stands in the file, and read; what was said around its list."""

    data: bytes
    record: dict[str, Any]
    line: int
    around: Mapping[str, Any]


def _objects(address: str, objects: Iterable[Found], most: int) -> Iterator[_Message | InputError]:
    seen = 0
    try:
        for found in objects:
            seen += 1
            if found.data is None:
                yield InputError(
                    f"a message of more than {most // 1048576} MB",
                    where=address,
                    line=found.line,
                    remedy="Export it anew, or raise max_bytes in the configuration",
                )
                continue
            try:
                yield _Message(found.data, msgspec.json.decode(found.data), found.line, found.around)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
                yield InputError(
                    f"a message that is no JSON ({e})", where=address, line=found.line, remedy="Export it anew"
                )
    except Broken:
        yield InputError(
            f"ends in the middle, after {seen} messages", where=address, remedy="Export or copy the file anew"
        )
        return
    if not seen:
        yield InputError("holds no message", where=address, remedy="Leave it out, or export it anew")


def _telegram(address: str, objects: Iterable[_Message | InputError]) -> Iterator[Raw | InputError]:
    members = _Members()
    for found in objects:
        if isinstance(found, InputError):
            yield found
            continue
        record = found.record
        if record.get("type", "message") != "message" or not message.plain_text(record.get("text")).strip():
            continue
        room = {k: found.around.get(k) for k in ("id", "name", "type")}
        held: dict[str, Any] = {"export": message.TELEGRAM, "chat": room}
        own = room["type"] in message.CHANNELS or str(record.get("from_id", "")).startswith("channel")
        if own or (room["type"] is None and "from_id" not in record):
            held["message"] = msgspec.Raw(found.data)
        else:
            key = _key(str(room["id"]))
            held["chat"] = {"id": room["id"], "type": room["type"], "key": key}
            held["member"] = members.number(key, str(record.get("from_id") or record.get("from")))
            held["message"] = {k: v for k, v in record.items() if k not in _PRIVATE}
        yield Raw(f"{address}#{record.get('id')}", msgspec.json.encode(held), kinds.MESSAGE, found.line)


def _tweets(address: str, objects: Iterable[_Message | InputError]) -> Iterator[Raw | InputError]:
    account = _account(address)
    for found in objects:
        if isinstance(found, InputError):
            yield found
            continue
        record = found.record
        post: Mapping[str, Any] = record["tweet"] if isinstance(record.get("tweet"), dict) else record
        if not str(post.get("full_text") or post.get("text") or "").strip():
            continue
        held = {"export": message.TWITTER, "account": account, "message": msgspec.Raw(found.data)}
        name = post.get("id_str") or post.get("id") or found.line
        yield Raw(f"{address}#{name}", msgspec.json.encode(held), kinds.MESSAGE, found.line)


class _AccountFields(msgspec.Struct):
    username: str = ""


class _Account(msgspec.Struct):
    account: _AccountFields


def _account(address: str) -> str | None:
    """The handle that an archive's `account.js`, beside its `tweets.js`, gives its owner."""
    beside = Path(address).with_name("account.js")
    try:
        _, _, held = beside.read_bytes().partition(b"=")
        found = msgspec.json.decode(held, type=list[_Account])
    except (OSError, ValueError, msgspec.DecodeError):
        return None
    return found[0].account.username or None if found else None


def _whatsapp(address: str, start: bytes, stream: BinaryIO, most: int) -> Iterator[Raw | InputError]:
    with tempfile.TemporaryFile() as held:  # read twice: the order of day and month shows only in the whole
        held.write(start)
        while block := stream.read(1 << 20):
            held.write(block)
        held.seek(0)
        order = chat.order(b.date for _, line in lines(b"", held, most) if line and (b := chat.begin(_text(line))))
        held.seek(0)
        yield from _chat(address, held, most, order)


def _chat(address: str, stream: BinaryIO, most: int, order: str) -> Iterator[Raw | InputError]:
    key, members = _key(Path(address).stem), _Members()
    now: dict[str, Any] | None = None
    first, size = 1, 0
    for number, line in lines(b"", stream, most):
        said = chat.begin(_text(line)) if line is not None else None
        if said is not None:
            if now is not None:
                yield _sent(address, now, first)
            now, first, size = None, number, 0
            if said.sender is not None:
                member = members.number(key, said.sender)
                now = {"export": message.WHATSAPP, "chat": key, "member": member, "order": order}
                now |= {"date": said.date, "clock": said.clock, "text": [said.text]}
        elif line is None or size + len(line) > most:
            now = None
            yield InputError(
                f"a message of more than {most // 1048576} MB",
                where=address,
                line=number,
                remedy="Raise max_bytes in the configuration",
            )
        elif now is not None:
            now["text"].append(_text(line))
        size += len(line or b"")
    if now is not None:
        yield _sent(address, now, first)


def _sent(address: str, held: dict[str, Any], line: int) -> Raw:
    held["text"] = "\n".join(held["text"]).strip()
    return Raw(f"{address}#{line}", msgspec.json.encode(held), kinds.MESSAGE, line)


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace")


def _key(name: str) -> str:
    """A short name for a chat that tells nobody whose it is."""
    return derived("c", name).removeprefix("c-")[:6]


class _Members:
    """Those who write in a chat, numbered in the order in which they first write."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._count: dict[str, int] = {}

    def number(self, room: str, sender: str) -> int:
        """The number of a sender in a chat, from 1."""
        known = self._known.get((room, sender))
        if known is None:
            known = self._count[room] = self._count.get(room, 0) + 1
            self._known[room, sender] = known
        return known
