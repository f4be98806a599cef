"""WhatsApp chats exported as text: where each message begins, and which number of its dates is the day.

A message begins `12/05/2023, 14:33 - Name: text` or `[12/05/2023, 14:33:01] Name: text`; the lines after it up to the
next beginning belong to it. The order of day and month, and the clock, are those of the phone that exported it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from harmledger.collect.datewords import figures

_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\ufeff"))
_HEAD = 48  # so much of a line can be its date and time
_BEGIN = re.compile(
    r"\[?(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),?[ ،]{1,2}(?P<clock>\d{1,2}[:.]\d{2})(?:[:.]\d{2})?"
    r"(?:[\s\u202f\u00a0]?(?P<half>[AaPp]\.?[\s\u00a0]?[Mm]\.?|[صم]))?(?:\](?:\s|\Z)|\s-\s)(?P<rest>.*)"
)
_SENDER = re.compile(r"(?P<name>[^:\n]{1,80}):(?:\s|\Z)(?P<text>.*)")
_NAMED = re.compile(r"whatsapp|_chat\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Begin:
    """A line that begins a message; `sender` None for what the program itself notes (`Amina joined`)."""

    date: str
    clock: str
    sender: str | None
    text: str


def begin(line: str) -> Begin | None:
    """The beginning of a message that a line is; None where it belongs to the message before."""
    line = line[:_HEAD].translate(_INVISIBLE) + line[_HEAD:].rstrip("\n")
    found = _BEGIN.match(figures(line))
    if not found:
        return None
    rest = line[found.start("rest") :]
    said = _SENDER.match(rest)
    clock = _clock(found["clock"], found["half"])
    if said is None:
        return Begin(found["date"], clock, None, rest)
    return Begin(found["date"], clock, said["name"].strip(" ~\u00a0"), said["text"].lstrip("\u200e\u200f"))


def _clock(said: str, half: str | None) -> str:
    """The time of day on a clock of 24 hours."""
    hour, minute = said.replace(".", ":").split(":")
    at = int(hour)
    if half:
        at = at % 12 + (12 if half[0] in "pPم" else 0)
    return f"{at:02}:{minute}"


def is_chat(head: bytes, name: str) -> bool:
    """Are the first bytes of a text those of a chat: two messages in them, or one where the file is called one?"""
    if not re.match(rb"\s*(?:\xef\xbb\xbf|\xe2\x80[\x8e\x8f\xaa\xab])*\[?(?:\d|\xd9|\xdb)", head):
        return False
    lines = head.decode("utf-8", "replace").split("\n")
    first = next((line for line in lines if line.strip()), "")
    begun = sum(begin(line) is not None for line in lines[:200])
    return begin(first) is not None and begun >= (1 if _NAMED.search(name) else 2)


def order(dates: Iterable[str]) -> str:
    """Which part of a chat's dates is what: `ymd`, `dmy`, `mdy`, or nothing where the dates do not tell.

    A first or second number above 12 is a day. Where there is none, that order counts in which the messages never run
    backwards, if there is but one.
    """
    last: dict[str, tuple[int, int, int]] = {}
    back = {"dmy": 0, "mdy": 0}
    over = {"dmy": False, "mdy": False}
    for said in dates:
        first, second, third = (int(n) for n in re.split(r"[./-]", said))
        if first > 31:
            return "ymd"
        over["dmy"] |= first > 12
        over["mdy"] |= second > 12
        for name, at in (("dmy", (third, second, first)), ("mdy", (third, first, second))):
            back[name] += at < last.get(name, at)
            last[name] = at
    sure = [name for name in over if over[name]]
    orderly = [name for name in back if not back[name]]
    return next((names[0] for names in (sure, orderly) if len(names) == 1), "")


def day(date: str, known: str) -> str | None:
    """A chat's date as ISO 8601; None where the order is not known and matters."""
    first, second, third = (int(n) for n in re.split(r"[./-]", date))
    if known == "ymd":
        return f"{first:04}-{second:02}-{third:02}"
    year = third + 2000 if third < 100 else third
    if known == "mdy" or first == second:
        return f"{year:04}-{first:02}-{second:02}"
    return f"{year:04}-{second:02}-{first:02}" if known == "dmy" else None
