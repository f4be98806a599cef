"""Writes a folder as recorders have it: saved posts and pages, exports, texts, and files that cannot be read.

    python -m eval.folder FOLDER [--files N] [--seed S]

The stories are those of `generate`; what stands around them (buttons, other headlines, replies) is in `raw.toml`. The
same for the same seed.
"""

import argparse
import json
import random
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from eval.generate import report

RAW: dict[str, Any] = tomllib.loads(Path(__file__).with_name("raw.toml").read_text(encoding="utf8"))
EPOCH = 1288834974657  # milliseconds: the first instant that X's ids can hold
START = datetime(2019, 1, 1, tzinfo=UTC)
FEW = 5
Maker = Callable[[random.Random, int], tuple[str, bytes]]


def story(chance: random.Random, number: int) -> tuple[str, list[str]]:
    """A headline and some paragraphs."""
    made = report(chance.randrange(1 << 30), number)
    title, *body = made["text"].split("\n\n")
    return title, body


def at(chance: random.Random) -> datetime:
    """Some instant."""
    return START + timedelta(minutes=chance.randrange(1_500_000))


def around(chance: random.Random, kind: str) -> list[str]:
    """Some lines that stand around a report."""
    lines: list[str] = RAW[kind]
    return chance.sample(lines, chance.randint(1, len(lines)))


def post(chance: random.Random, number: int) -> tuple[str, bytes]:
    """A post as it is copied from its page, buttons, counters and replies and all."""
    title, body = story(chance, number)
    lines = [*around(chance, "above"), title, body[0], *around(chance, "below"), *around(chance, "replies")]
    return f"post-{number}.txt", "\n\n".join(lines).encode()


def page(chance: random.Random, number: int) -> tuple[str, bytes]:
    """A saved page."""
    title, body = story(chance, number)
    menu = "".join(f"<li><a href='/{n}'>{escape(w)}</a></li>" for n, w in enumerate(around(chance, "above")))
    text = "".join(f"<p>{escape(p)}</p>" for p in body)
    more = "".join(f"<li><a href='/s{n}'>{escape(w)}</a></li>" for n, w in enumerate(around(chance, "headlines")))
    made = (
        f"<!doctype html><html lang='en'><head><title>{escape(title)}</title>"
        f"<meta property='article:published_time' content='{at(chance).isoformat()}'></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>{escape(title)}</h1>{text}</article>"
        f"<aside><h2>Related</h2><ul>{more}</ul></aside></body></html>"
    )
    return f"page-{number}.html", made.encode()


def channel(chance: random.Random, number: int) -> tuple[str, bytes]:
    """A Telegram channel's export."""
    messages = []
    for nth in range(1, FEW + 1):
        when = at(chance)
        title, body = story(chance, number * FEW + nth)
        text = [{"type": "bold", "text": title}, "\n\n" + body[0]]
        stamp = {"date": when.isoformat()[:19], "date_unixtime": str(int(when.timestamp()))}
        messages.append({"id": nth, "type": "message", **stamp, "from": "News", "from_id": "channel1", "text": text})
    made = {"name": "News", "type": "public_channel", "id": 10_000 + number, "messages": messages}
    return f"channel-{number}.json", json.dumps(made, indent=1).encode()


def archive(chance: random.Random, number: int) -> tuple[str, bytes]:
    """An X archive's posts."""
    tweets = []
    for nth in range(FEW):
        number_of = (int(at(chance).timestamp() * 1000) - EPOCH << 22) + number
        text = story(chance, number * FEW + nth)[1][0]
        tweets.append({"tweet": {"id_str": str(number_of), "full_text": text, "lang": "en"}})
    return f"archive-{number}/tweets.js", b"window.YTD.tweets.part0 = " + json.dumps(tweets).encode()


def chat(chance: random.Random, number: int) -> tuple[str, bytes]:
    """A WhatsApp chat."""
    when, lines = at(chance), []
    for nth in range(FEW):
        when += timedelta(hours=chance.randint(1, 90))
        title, body = story(chance, number * FEW + nth)
        lines.append(f"{when:%d/%m/%Y, %H:%M} - Somebody {chance.randint(1, 3)}: {title}\n{body[0]}")
    return f"WhatsApp Chat with group {number}.txt", "\n".join(lines).encode()


def lines(chance: random.Random, number: int) -> tuple[str, bytes]:
    """Reports a line, one of which is none."""
    made = [
        json.dumps(report(chance.randrange(1 << 30), number * FEW + nth) | {"id": f"l{number}-{nth}"})
        for nth in range(FEW)
    ]
    return f"lines-{number}.jsonl", "\n".join([*made, '{"txt": 1}']).encode()


def arabic(chance: random.Random, number: int) -> tuple[str, bytes]:
    """An Arabic post, in one encoding or another."""
    text = "\n\n".join([*around(chance, "arabic"), *around(chance, "arabic_below")])
    return f"arabic-{number}.txt", text.encode(chance.choice(["utf-8", "utf-16", "cp1256"]), "replace")


def unreadable(_: random.Random, number: int) -> tuple[str, bytes]:
    """Something that is no report."""
    made = (
        ("empty-{}.txt", b" \n"),
        ("picture-{}.jpg", b"\xff\xd8\xff\xe0" + bytes(200)),
        ("bytes-{}.txt", bytes(range(32)) * 20),
        ("blank-{}.html", b"<html><body></body></html>"),
        ("cut-{}.json", b'{"name": "News", "type": "public_channel", "messages": [{"id": 1, "text": "Two ki'),
    )
    name, data = made[number % len(made)]
    return name.format(number), data


MAKERS: tuple[Maker, ...] = (post, page, unreadable, post, arabic, channel, page, archive, post, chat, lines, page)


def write(folder: Path, files: int, seed: int = 1) -> None:
    """So many files, a hundred in a folder of their own; each kind in its turn."""
    for number in range(files):
        name, data = MAKERS[number % len(MAKERS)](random.Random(f"{seed}/{number}"), number // len(MAKERS) * 7 + number)
        path = folder / f"{number // 100:03}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def main() -> None:
    """Writes a folder, or says how."""
    options = argparse.ArgumentParser(prog="python -m eval.folder", description="Writes a mixed folder of raw files.")
    options.add_argument("folder", type=Path)
    options.add_argument("--files", type=int, default=10_000, metavar="N")
    options.add_argument("--seed", type=int, default=1, metavar="S")
    asked = options.parse_args()
    write(asked.folder, asked.files, asked.seed)


if __name__ == "__main__":
    main()
