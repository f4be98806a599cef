"""Writes news that nobody reported: as long as news is, one report in four of harm, the same for the same seed.

    python -m eval.generate FILE.jsonl [--reports N] [--seed S]

The words are in news.toml. What is generated serves to measure speed and memory, not how well the reader reads.
"""

import argparse
import json
import math
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

NEWS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("news.toml").read_text(encoding="utf8"))
SLOT = re.compile(r"\{(\w+)\}")
WORDS_MEDIAN, WORDS_SPREAD, WORDS_LEAST, WORDS_MOST = 350, 0.62, 40, 1500
FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
NTH = ("second", "third", "fourth", "fifth")
START = date(2019, 1, 1)


class Writer:
    """Fills the slots of one report's sentences; its own town, country and day stay the same throughout."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.town, self.country = self._place()

    def fill(self, sentence: str) -> str:
        """The sentence with every slot filled, and a capital in front."""
        while SLOT.search(sentence):
            sentence = SLOT.sub(lambda slot: self._word(slot.group(1)), sentence)
        first = 1 if sentence.startswith('"') else 0
        return sentence[:first] + sentence[first : first + 1].upper() + sentence[first + 1 :]

    def _place(self) -> tuple[str, str]:
        town, country = self._chance.choice(NEWS["words"]["place"]).split(", ")
        return town, country

    def _word(self, slot: str) -> str:
        chance = self._chance
        own = {"town": self.town, "country": self.country}
        if slot in own:
            return own[slot]
        if slot in ("elsewhere", "far"):
            return self._place()[slot == "far"]
        numbers = {
            "few": lambda: chance.choice(FEW),
            "some": lambda: str(chance.randint(10, 60)),
            "many": lambda: f"{chance.randint(11, 900) * 100:,}",
            "big": lambda: f"${chance.randint(2, 950)} million",
            "year": lambda: str(chance.randint(1985, 2018)),
            "team_nth": lambda: chance.choice(NTH),
        }
        word: str = numbers[slot]() if slot in numbers else chance.choice(NEWS["words"][slot])
        return word


def paragraphs(writer: Writer, chance: random.Random, topic: dict[str, Any], words: int) -> Iterator[str]:
    """The report's paragraphs, of one to three sentences, until it has so many words."""
    lead = writer.fill(chance.choice(topic["leads"]))
    yield f"{writer.town.upper()}, {writer.country} - {lead}" if chance.random() < 0.5 else lead
    written = len(lead.split())
    stock: list[str] = []
    while written < words:
        some: list[str] = []
        for _ in range(chance.randint(1, 3)):
            if not stock:
                stock = [*topic["sentences"], *NEWS["general"]["sentences"]]
                chance.shuffle(stock)
            some.append(writer.fill(stock.pop()))
        written += sum(len(sentence.split()) for sentence in some)
        yield " ".join(some)


def report(seed: int, number: int) -> dict[str, str]:
    """The report of that number; its neighbours do not matter to it."""
    chance = random.Random(f"{seed}/{number}")
    shares: dict[str, int] = NEWS["shares"]
    topic = NEWS["topics"][chance.choices(list(shares), list(shares.values()))[0]]
    words = WORDS_MEDIAN * math.exp(chance.gauss(0, WORDS_SPREAD))
    writer = Writer(chance)
    title = writer.fill(chance.choice(topic["titles"]))
    length = int(min(max(words, WORDS_LEAST), WORDS_MOST))
    return {
        "id": f"generated-{number}",
        "title": title,
        "text": "\n\n".join([title, *paragraphs(writer, chance, topic, length)]),
        "published": (START + timedelta(days=chance.randrange(1500))).isoformat(),
        "publisher": "A news agency",
        "language": "en",
    }


def reports(count: int, seed: int = 1, start: int = 0) -> list[dict[str, str]]:
    """So many reports, from number `start` on."""
    return [report(seed, number) for number in range(start, start + count)]


def write(path: Path, made: list[dict[str, str]]) -> None:
    """A line of JSON a report."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), encoding="utf8")


def main() -> None:
    """Writes a file, or says how."""
    options = argparse.ArgumentParser(prog="python -m eval.generate", description="Writes generated news as .jsonl.")
    options.add_argument("file", type=Path)
    options.add_argument("--reports", type=int, default=1000, metavar="N")
    options.add_argument("--seed", type=int, default=1, metavar="S")
    asked = options.parse_args()
    write(asked.file, reports(asked.reports, asked.seed))
    print(f"wrote {asked.reports} reports to {asked.file}", file=sys.stderr)


if __name__ == "__main__":
    main()
